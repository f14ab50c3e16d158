// Which level runs, and the tables that all levels share.

#include "levels.h"

#include <string.h>

int32_t cblocks_has_level(int32_t level) {
  switch (level) {
    case CBLOCKS_PORTABLE:
      return 1;
#if defined(__x86_64__)
    case CBLOCKS_AVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    case CBLOCKS_AVX512:
      return cblocks_has_level(CBLOCKS_AVX2) && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
             __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("gfni");
#endif
    default:
      return 0;
  }
}

int32_t cblocks_best_level(void) {
  int32_t level = CBLOCKS_AVX512;
  while (!cblocks_has_level(level)) level -= 1;
  return level;
}

static int is_letter(const cblocks_classes *classes, unsigned point) {
  return classes->two_byte_letters[point >> 3] >> (point & 7) & 1;
}

void cblocks_prepare(cblocks_classes *classes) {
  memset(classes->rows, 0, sizeof classes->rows);
  memset(classes->uniform_leads, 0, sizeof classes->uniform_leads);
  memset(classes->lead_rows, 0, sizeof classes->lead_rows);
  memset(classes->by_byte, 0, sizeof classes->by_byte);
  memcpy(classes->by_byte, classes->ascii, sizeof classes->ascii);
  // A plane's table says for each low half of a byte in which of the eight rows (high halves) the plane has it.
  for (unsigned byte = 0; byte < 128; byte += 1) {
    for (unsigned plane = 0; plane < 8; plane += 1) {
      if (classes->ascii[byte] >> plane & 1) classes->rows[plane][byte & 15] |= (uint8_t)(1 << (byte >> 4));
    }
  }
  for (unsigned lead = 2; lead < 32; lead += 1) {
    unsigned letters = 0;
    for (unsigned low = 0; low < 64; low += 1) {
      if (!is_letter(classes, lead << 6 | low)) continue;
      letters += 1;
      classes->lead_rows[lead][low & 15] |= (uint8_t)(1 << (low >> 4));
    }
    if (letters < 64) continue;
    classes->uniform_leads[lead & 15] |= (uint8_t)(1 << (lead >> 4));
    classes->by_byte[0xC0 | lead] = CBLOCKS_LETTER;
  }
}

/// What runs at a level.
typedef struct {
  uint32_t (*classify)(const cblocks_classes *, const uint8_t *, size_t, uint64_t *, size_t);
  size_t (*emit)(cblocks_cuts, size_t, uint32_t, uint32_t *, uint8_t *);
} kernels;

static kernels kernels_of(int32_t level) {
  switch (level) {
#if defined(__x86_64__)
    case CBLOCKS_AVX512:
      return (kernels){cblocks_classify_avx512, cblocks_emit_avx512};
    case CBLOCKS_AVX2:
      return (kernels){cblocks_classify_avx2, cblocks_emit_avx2};
#endif
    default:
      return (kernels){cblocks_classify_portable, cblocks_emit_portable};
  }
}

uint32_t cblocks_classify(int32_t level, const cblocks_classes *classes, const uint8_t *text, size_t groups,
                          uint64_t *rows, size_t stride) {
  return kernels_of(level).classify(classes, text, groups, rows, stride);
}

size_t cblocks_emit(int32_t level, cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets,
                    uint8_t *kinds) {
  return kernels_of(level).emit(cuts, blocks, base, offsets, kinds);
}

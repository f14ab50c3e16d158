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
#elif defined(CBLOCKS_HAS_NEON)
    case CBLOCKS_NEON:
      return 1;
#endif
    default:
      return 0;
  }
}

int32_t cblocks_best_level(void) {
  int32_t level = CBLOCKS_NEON;
  while (!cblocks_has_level(level)) level -= 1;
  return level;
}

/// The second bytes that a first byte makes a letter with: bit `b & 63` for a byte `b`.
static uint64_t seconds(const cblocks_classes *classes, unsigned lead) {
  uint64_t result = 0;
  for (unsigned i = 0; i < 8; i += 1) result |= (uint64_t)classes->two_byte_letters[8 * lead + i] << 8 * i;
  return result;
}

/// Gives the first bytes that share their set of second bytes a bit, as long as there are bits: those with most letters
/// first.
static void prepare_sets(cblocks_classes *classes) {
  uint64_t taken = 0;
  for (unsigned bit = 0; bit < 16; bit += 1) {
    uint8_t *lead_sets = bit < 8 ? classes->lead_sets : classes->more_lead_sets;
    uint8_t *second_sets = bit < 8 ? classes->second_sets : classes->more_second_sets;
    unsigned best = 0;
    for (unsigned lead = 2; lead < 32; lead += 1) {
      if (taken >> lead & 1) continue;
      if (best == 0 || __builtin_popcountll(seconds(classes, lead)) > __builtin_popcountll(seconds(classes, best))) {
        best = lead;
      }
    }
    const uint64_t set = seconds(classes, best);
    if (set == 0) return;
    for (unsigned lead = 2; lead < 32; lead += 1) {
      if (seconds(classes, lead) != set) continue;
      taken |= 1ull << lead;
      lead_sets[lead] |= (uint8_t)(1 << (bit & 7));
    }
    for (unsigned second = 0; second < 64; second += 1) {
      if (set >> second & 1) second_sets[second] |= (uint8_t)(1 << (bit & 7));
    }
  }
}

/// Gives the exceptions of first bytes that make mostly letters a bit for each product, as long as there are bits:
/// those with fewest exceptions first.
static void prepare_exceptions(cblocks_classes *classes) {
  unsigned bits[2] = {0, 0};
  classes->near_high[12] = 1, classes->near_high[13] = 2;
  classes->except_lead_high[12] = 0x0F, classes->except_lead_high[13] = 0xF0;
  for (int missing = 0; missing < 64; missing += 1) {
    for (unsigned lead = 2; lead < 32; lead += 1) {
      const uint64_t set = seconds(classes, lead);
      if (64 - __builtin_popcountll(set) != missing) continue;
      const unsigned half = lead >> 4;
      // The high halves with equal exceptions make one product.
      uint16_t low[4];
      uint16_t products[4];
      unsigned count = 0;
      for (unsigned row = 0; row < 4; row += 1) {
        low[row] = (uint16_t)~(set >> 16 * row);
        unsigned known = 0;
        while (known < count && products[known] != low[row]) known += 1;
        if (low[row] != 0 && known == count) products[count++] = low[row];
      }
      if (bits[half] + count > 4) continue;
      classes->near_low[lead & 15] |= (uint8_t)(1 << half);
      for (unsigned product = 0; product < count; product += 1) {
        const uint8_t bit = (uint8_t)(1 << (4 * half + bits[half]++));
        classes->except_lead_low[lead & 15] |= bit;
        for (unsigned i = 0; i < 16; i += 1) {
          if (products[product] >> i & 1) classes->except_low[i] |= bit;
        }
        for (unsigned row = 0; row < 4; row += 1) {
          if (low[row] == products[product]) classes->except_high[8 + row] |= bit;
        }
      }
    }
  }
}

void cblocks_prepare(cblocks_classes *classes) {
  const size_t given = offsetof(cblocks_classes, by_byte);
  memset((uint8_t *)classes + given, 0, sizeof *classes - given);
  memcpy(classes->by_byte, classes->ascii, sizeof classes->ascii);
  // A plane's table says for each low half of a byte in which of the eight rows (high halves) the plane has it.
  for (unsigned byte = 0; byte < 128; byte += 1) {
    for (unsigned plane = 0; plane < 8; plane += 1) {
      if (classes->ascii[byte] >> plane & 1) classes->rows[plane][byte & 15] |= (uint8_t)(1 << (byte >> 4));
    }
  }
  for (unsigned lead = 2; lead < 32; lead += 1) {
    if (seconds(classes, lead) == ~0ull) classes->by_byte[0xC0 | lead] = CBLOCKS_LETTER;
  }
  prepare_sets(classes);
  prepare_exceptions(classes);
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
#elif defined(CBLOCKS_HAS_NEON)
    case CBLOCKS_NEON:
      return (kernels){cblocks_classify_neon, cblocks_emit_neon};
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

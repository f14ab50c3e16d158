// What no tokenizer can beat: limits LIMIT FILE ROUNDS
//
//   read                memchr for a byte that UTF-8 never holds: every byte is looked at
//   whitespace-avx512   a split at ASCII white space, 64 bytes at once, ends stored as 32 bits
//   whitespace-avx2     the same with two times 32 bytes
//   whitespace-bytes    the same, byte by byte, without a branch
//
// A split cuts between white space and the rest, so that its segments cover the text, as words do.
// It knows U+0009 to U+000D and U+0020 only.

#include "rounds.h"

typedef struct {
  text_t text;
  uint32_t *ends;
} state_t;

static size_t read_all(void *opaque) {
  state_t *state = opaque;
  const char *found = memchr(state->text.bytes, 0xFF, state->text.length);
  return found == NULL ? state->text.length : (size_t)(found - state->text.bytes);
}

static inline unsigned is_space(uint8_t byte) { return byte == 0x20 || (uint8_t)(byte - 9) < 5; }

static size_t split_bytes(void *opaque) {
  state_t *state = opaque;
  const uint8_t *bytes = (const uint8_t *)state->text.bytes;
  size_t count = 0, length = state->text.length;
  if (length == 0) return 0;
  unsigned before = is_space(bytes[0]);
  for (size_t index = 1; index < length; index++) {
    unsigned here = is_space(bytes[index]);
    state->ends[count] = (uint32_t)index;
    count += before ^ here;
    before = here;
  }
  state->ends[count] = (uint32_t)length;
  return count + 1;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,bmi2,popcnt")))
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

/// Where white space and the rest meet in 64 bytes; bit 0 asks for the byte before.
static inline uint64_t changes(uint64_t spaces, uint64_t *before) {
  uint64_t result = spaces ^ (spaces << 1 | *before);
  *before = spaces >> 63;
  return result;
}

/// Takes changes behind the end out of the last block.
static inline uint64_t within(uint64_t bits, size_t rest) {
  return rest < 64 ? bits & ((1ull << rest) - 1) : bits;
}

AVX512 static size_t split_avx512(void *opaque) {
  state_t *state = opaque;
  const char *bytes = state->text.bytes;
  size_t count = 0, length = state->text.length;
  if (length == 0) return 0;
  uint8_t numbers[64];
  for (int index = 0; index < 64; index++) numbers[index] = (uint8_t)index;
  __m512i lanes = _mm512_loadu_si512(numbers);
  uint64_t before = is_space((uint8_t)bytes[0]);
  for (size_t start = 0; start < length; start += 64) {
    __m512i block = _mm512_loadu_si512(bytes + start);
    uint64_t spaces = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(0x20)) |
                      _mm512_cmplt_epu8_mask(_mm512_sub_epi8(block, _mm512_set1_epi8(9)),
                                             _mm512_set1_epi8(5));
    uint64_t bits = within(changes(spaces, &before), length - start);
    int found = _mm_popcnt_u64(bits);
    __m512i places = _mm512_maskz_compress_epi8(bits, lanes);
    __m512i base = _mm512_set1_epi32((int)start);
    uint32_t *ends = state->ends + count;
    // Most blocks hold at most 32 ends; the buffer has room for what is written too much.
    _mm512_storeu_si512(
        ends, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    _mm512_storeu_si512(ends + 16, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(
                                                              _mm512_extracti32x4_epi32(places, 1))));
    if (found > 32) {
      _mm512_storeu_si512(ends + 32, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(
                                                                _mm512_extracti32x4_epi32(places, 2))));
      _mm512_storeu_si512(ends + 48, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(
                                                                _mm512_extracti32x4_epi32(places, 3))));
    }
    count += (size_t)found;
  }
  state->ends[count] = (uint32_t)length;
  return count + 1;
}

AVX2 static inline uint64_t spaces_avx2(const char *bytes) {
  __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i shifted = _mm256_sub_epi8(block, _mm256_set1_epi8(9));
  __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(shifted, _mm256_set1_epi8(4)), shifted);
  __m256i space = _mm256_cmpeq_epi8(block, _mm256_set1_epi8(0x20));
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(control, space));
}

AVX2 static size_t split_avx2(void *opaque) {
  state_t *state = opaque;
  const char *bytes = state->text.bytes;
  size_t count = 0, length = state->text.length;
  if (length == 0) return 0;
  uint64_t before = is_space((uint8_t)bytes[0]);
  for (size_t start = 0; start < length; start += 64) {
    uint64_t spaces = spaces_avx2(bytes + start) | spaces_avx2(bytes + start + 32) << 32;
    uint64_t bits = within(changes(spaces, &before), length - start);
    size_t found = (size_t)_mm_popcnt_u64(bits);
    uint32_t *ends = state->ends + count;
    // Eight at a time, whether there are so many or not: a branch less.
    for (size_t place = 0; place < found; place += 8) {
      for (size_t step = 0; step < 8; step++) {
        ends[place + step] = (uint32_t)(start + _tzcnt_u64(bits));
        bits = _blsr_u64(bits);
      }
    }
    count += found;
  }
  state->ends[count] = (uint32_t)length;
  return count + 1;
}
#endif

int main(int argc, char **argv) {
  if (argc != 4) unavailable("usage: limits LIMIT FILE ROUNDS");
  size_t (*body)(void *) = NULL;
  if (!strcmp(argv[1], "read")) body = read_all;
  if (!strcmp(argv[1], "whitespace-bytes")) body = split_bytes;
#if defined(__x86_64__)
  if (!strcmp(argv[1], "whitespace-avx2") && __builtin_cpu_supports("avx2")) body = split_avx2;
  if (!strcmp(argv[1], "whitespace-avx512") && __builtin_cpu_supports("avx512vbmi2")) {
    body = split_avx512;
  }
#endif
  if (body == NULL) unavailable("this machine has no such instructions");

  text_t text = read_text(argv[2]);
  state_t state = {text, buffer((text.length + 64) * sizeof(uint32_t))};
  run_rounds(argv[1], "", text.length, atoi(argv[3]), body, &state);
}

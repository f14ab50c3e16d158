#include "include/whitespace.h"

static inline unsigned is_space(uint8_t byte) { return byte == 0x20 || (uint8_t)(byte - 9) < 5; }

static size_t split_bytes(const uint8_t *bytes, size_t length, uint32_t *ends) {
  size_t count = 0;
  if (length == 0) return 0;
  unsigned before = is_space(bytes[0]);
  for (size_t index = 1; index < length; index++) {
    unsigned here = is_space(bytes[index]);
    ends[count] = (uint32_t)index;
    count += before ^ here;
    before = here;
  }
  ends[count] = (uint32_t)length;
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

AVX512 static size_t split_avx512(const uint8_t *bytes, size_t length, uint32_t *ends) {
  size_t count = 0;
  if (length == 0) return 0;
  uint8_t numbers[64];
  for (int index = 0; index < 64; index++) numbers[index] = (uint8_t)index;
  __m512i lanes = _mm512_loadu_si512(numbers);
  uint64_t before = is_space(bytes[0]);
  for (size_t start = 0; start < length; start += 64) {
    __m512i block = _mm512_loadu_si512(bytes + start);
    uint64_t spaces = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(0x20)) |
                      _mm512_cmplt_epu8_mask(_mm512_sub_epi8(block, _mm512_set1_epi8(9)),
                                             _mm512_set1_epi8(5));
    uint64_t bits = within(changes(spaces, &before), length - start);
    int found = _mm_popcnt_u64(bits);
    __m512i places = _mm512_maskz_compress_epi8(bits, lanes);
    __m512i base = _mm512_set1_epi32((int)start);
    uint32_t *here = ends + count;
    // Most blocks hold at most 32 ends; the buffer has room for what is written too much.
    _mm512_storeu_si512(
        here, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    _mm512_storeu_si512(here + 16, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(
                                                              _mm512_extracti32x4_epi32(places, 1))));
    if (found > 32) {
      _mm512_storeu_si512(here + 32, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(
                                                                _mm512_extracti32x4_epi32(places, 2))));
      _mm512_storeu_si512(here + 48, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(
                                                                _mm512_extracti32x4_epi32(places, 3))));
    }
    count += (size_t)found;
  }
  ends[count] = (uint32_t)length;
  return count + 1;
}

AVX2 static inline uint64_t spaces_avx2(const uint8_t *bytes) {
  __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i shifted = _mm256_sub_epi8(block, _mm256_set1_epi8(9));
  __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(shifted, _mm256_set1_epi8(4)), shifted);
  __m256i space = _mm256_cmpeq_epi8(block, _mm256_set1_epi8(0x20));
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(control, space));
}

AVX2 static size_t split_avx2(const uint8_t *bytes, size_t length, uint32_t *ends) {
  size_t count = 0;
  if (length == 0) return 0;
  uint64_t before = is_space(bytes[0]);
  for (size_t start = 0; start < length; start += 64) {
    uint64_t spaces = spaces_avx2(bytes + start) | spaces_avx2(bytes + start + 32) << 32;
    uint64_t bits = within(changes(spaces, &before), length - start);
    size_t found = (size_t)_mm_popcnt_u64(bits);
    uint32_t *here = ends + count;
    // Eight at a time, whether there are so many or not: a branch less.
    for (size_t place = 0; place < found; place += 8) {
      for (size_t step = 0; step < 8; step++) {
        here[place + step] = (uint32_t)(start + _tzcnt_u64(bits));
        bits = _blsr_u64(bits);
      }
    }
    count += found;
  }
  ends[count] = (uint32_t)length;
  return count + 1;
}
#endif


bool whitespace_has(int32_t way) {
#if defined(__x86_64__)
  if (way == WHITESPACE_AVX2) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  if (way == WHITESPACE_AVX512) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2");
  }
#endif
  return way == WHITESPACE_BYTES;
}

size_t whitespace_split(int32_t way, const uint8_t *bytes, size_t length, uint32_t *ends) {
#if defined(__x86_64__)
  if (way == WHITESPACE_AVX512) return split_avx512(bytes, length, ends);
  if (way == WHITESPACE_AVX2) return split_avx2(bytes, length, ends);
#endif
  return split_bytes(bytes, length, ends);
}

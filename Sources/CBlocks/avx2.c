// AVX2 with BMI2: Haswell, Zen and later.

#if defined(__x86_64__)

#include "levels.h"

#include <immintrin.h>
#include <string.h>

#define TARGET __attribute__((target("avx2,bmi,bmi2,popcnt")))

/// The bits of the bytes that are not zero.
TARGET static inline uint64_t nonzero(__m256i low, __m256i high) {
  const __m256i zero = _mm256_setzero_si256();
  const uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, zero));
  const uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, zero));
  return ~((uint64_t)second << 32 | first);
}

TARGET static inline uint64_t equal(__m256i low, __m256i high, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  const uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
  const uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
  return (uint64_t)second << 32 | first;
}

TARGET static inline __m256i table(const uint8_t *bytes) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)bytes));
}

TARGET static inline __m256i high_half(__m256i v) {
  return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15));
}

TARGET uint32_t cblocks_classify_avx2(const cblocks_classes *classes, const uint8_t *text, size_t groups,
                  uint64_t *rows, size_t stride) {
  uint32_t filled = 0;
  const __m256i row_bit = _mm256_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16,
                                           32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0);
  // Of the second byte, 0x80 to 0xBF, four rows.
  const __m256i second_row_bit = _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                                  0, 1, 2, 4, 8, 0, 0, 0, 0);
  // Of the first byte, rows 0xC0 and 0xD0.
  const __m256i lead_row_bit = _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                                0, 0, 0, 0, 1, 2, 0, 0);
  const __m256i low_half = _mm256_set1_epi8(15);
  const __m256i uniform = table(classes->uniform_leads);
  for (size_t block = 0; block < 8 * groups; block += 1) {
    const uint8_t *bytes = text + 64 * block;
    const __m256i v0 = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i v1 = _mm256_loadu_si256((const __m256i *)(bytes + 32));
    const __m256i n0 = _mm256_and_si256(v0, low_half), n1 = _mm256_and_si256(v1, low_half);
    const __m256i h0 = high_half(v0), h1 = high_half(v1);
    const __m256i r0 = _mm256_shuffle_epi8(row_bit, h0), r1 = _mm256_shuffle_epi8(row_bit, h1);
    uint64_t planes[8];
#pragma clang loop unroll(full)
    for (int plane = 0; plane < 8; plane += 1) {
      const __m256i rows = table(classes->rows[plane]);
      planes[plane] = nonzero(_mm256_and_si256(_mm256_shuffle_epi8(rows, n0), r0),
                              _mm256_and_si256(_mm256_shuffle_epi8(rows, n1), r1));
    }
    const uint64_t non_ascii =
        (uint64_t)(uint32_t)_mm256_movemask_epi8(v1) << 32 | (uint32_t)_mm256_movemask_epi8(v0);
    uint64_t continuation = 0, special = 0;
    if (non_ascii) {
      const __m256i first = _mm256_set1_epi8((char)0xC0);
      const uint64_t below =
          (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(first, v1)) << 32 |
          (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(first, v0));
      continuation = non_ascii & below;
      const uint64_t all_letters = nonzero(
          _mm256_and_si256(_mm256_shuffle_epi8(uniform, n0), _mm256_shuffle_epi8(lead_row_bit, h0)),
          _mm256_and_si256(_mm256_shuffle_epi8(uniform, n1), _mm256_shuffle_epi8(lead_row_bit, h1)));
      planes[0] |= all_letters;
      special = non_ascii & ~(continuation | all_letters);
      // The others of two bytes: one look at the block for each first byte that occurs.
      const __m256i limit = _mm256_set1_epi8((char)0xDF);
      const uint64_t longer =
          (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(v1, limit)) << 32 |
          (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(v0, limit));
      uint64_t rest = special & ~longer;
      if (rest) {
        const __m256i s0 = _mm256_loadu_si256((const __m256i *)(bytes + 1));
        const __m256i s1 = _mm256_loadu_si256((const __m256i *)(bytes + 33));
        const __m256i m0 = _mm256_and_si256(s0, low_half), m1 = _mm256_and_si256(s1, low_half);
        const __m256i q0 = _mm256_shuffle_epi8(second_row_bit, high_half(s0));
        const __m256i q1 = _mm256_shuffle_epi8(second_row_bit, high_half(s1));
        while (rest) {
          const uint8_t lead = bytes[__builtin_ctzll(rest)];
          const uint64_t same = equal(v0, v1, lead);
          const __m256i rows = table(classes->lead_rows[lead & 31]);
          const uint64_t letters = same & nonzero(_mm256_and_si256(_mm256_shuffle_epi8(rows, m0), q0),
                                                  _mm256_and_si256(_mm256_shuffle_epi8(rows, m1), q1));
          planes[0] |= letters;
          special &= ~letters;
          rest &= ~same;
        }
      }
    }
    filled |= cblocks_put(rows + block, stride, planes, non_ascii, continuation, special);
  }
  return filled;
}

TARGET size_t cblocks_emit_avx2(cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets,
                                uint8_t *kinds) {
  const uint64_t ones = 0x0101010101010101;
  size_t count = 0;
  for (size_t block = 0; block < blocks; block += 1, base += 64) {
    uint64_t rest = cuts.starts[block];
    const int found = __builtin_popcountll(rest);
    uint64_t kind0 = _pext_u64(cuts.kind0[block], rest);
    uint64_t kind1 = _pext_u64(cuts.kind1[block], rest);
    uint64_t kind2 = _pext_u64(cuts.kind2[block], rest);
    // Eight at a time; what is written past the last is overwritten later.
    for (int done = 0; done < found; done += 8) {
      const uint64_t eight =
          _pdep_u64(kind0, ones) | _pdep_u64(kind1, ones << 1) | _pdep_u64(kind2, ones << 2);
      memcpy(kinds + count + done, &eight, 8);
      kind0 >>= 8, kind1 >>= 8, kind2 >>= 8;
      uint32_t *target = offsets + count + done;
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i += 1) {
        target[i] = base + (uint32_t)_tzcnt_u64(rest);
        rest = _blsr_u64(rest);
      }
    }
    count += (size_t)found;
  }
  return count;
}

#endif

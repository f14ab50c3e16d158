// AVX2 with BMI2: Haswell, Zen and later.

#if defined(__x86_64__)

#include "levels.h"

#include <immintrin.h>
#include <string.h>

#define TARGET __attribute__((target("avx2,bmi,bmi2,popcnt")))

/// The highest bits of 64 bytes.
TARGET static inline uint64_t highest(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32 | (uint32_t)_mm256_movemask_epi8(low);
}

TARGET static inline __m256i table(const uint8_t *bytes) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)bytes));
}

TARGET static inline __m256i high_half(__m256i v) {
  return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15));
}

typedef struct {
  __m256i near_low, near_high, lead_low, lead_high, low, high;
} letter_tables;

/// All ones at the first bytes of two-byte letters. A letter's first byte is one that makes letters with nearly all
/// second bytes, and the second is none of its exceptions.
TARGET static inline __m256i two_byte_letters(const letter_tables *tables, __m256i first, __m256i first_high,
                                              __m256i second) {
  const __m256i zero = _mm256_setzero_si256();
  const __m256i first_low = _mm256_and_si256(first, _mm256_set1_epi8(15));
  const __m256i second_low = _mm256_and_si256(second, _mm256_set1_epi8(15));
  const __m256i near = _mm256_and_si256(_mm256_shuffle_epi8(tables->near_low, first_low),
                                        _mm256_shuffle_epi8(tables->near_high, first_high));
  const __m256i sets = _mm256_and_si256(_mm256_shuffle_epi8(tables->lead_low, first_low),
                                        _mm256_shuffle_epi8(tables->lead_high, first_high));
  const __m256i member = _mm256_and_si256(_mm256_shuffle_epi8(tables->low, second_low),
                                          _mm256_shuffle_epi8(tables->high, high_half(second)));
  return _mm256_andnot_si256(_mm256_cmpeq_epi8(near, zero),
                             _mm256_cmpeq_epi8(_mm256_and_si256(sets, member), zero));
}

TARGET uint32_t cblocks_classify_avx2(const cblocks_classes *classes, const uint8_t *text, size_t groups,
                  uint64_t *rows, size_t stride) {
  uint32_t filled = 0;
  // A bit for each row of ASCII; other bytes have bits that the tables' answer to them, zero, does not.
  const __m256i row_bit = _mm256_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 8, 16,
                                           32, 64, (char)128, 1, 1, 1, 1, 1, 1, 1, 1);
  const letter_tables letters = {table(classes->near_low),       table(classes->near_high),
                                 table(classes->except_lead_low), table(classes->except_lead_high),
                                 table(classes->except_low),      table(classes->except_high)};
  for (size_t index = 0; index < 8 * groups; index += 1) {
    const uint8_t *bytes = text + 64 * index;
    const __m256i v0 = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i v1 = _mm256_loadu_si256((const __m256i *)(bytes + 32));
    const __m256i h0 = high_half(v0), h1 = high_half(v1);
    const __m256i r0 = _mm256_shuffle_epi8(row_bit, h0), r1 = _mm256_shuffle_epi8(row_bit, h1);
    cblocks_block block;
#pragma clang loop unroll(full)
    for (int plane = 0; plane < 8; plane += 1) {
      const __m256i rows = table(classes->rows[plane]);
      block.planes[plane] =
          highest(_mm256_cmpeq_epi8(_mm256_and_si256(_mm256_shuffle_epi8(rows, v0), r0), r0),
                  _mm256_cmpeq_epi8(_mm256_and_si256(_mm256_shuffle_epi8(rows, v1), r1), r1));
    }
    block.non_ascii = highest(v0, v1);
    block.continuation = block.special = 0;
    if (block.non_ascii) {
      const __m256i first = _mm256_set1_epi8((char)0xC0);
      block.continuation = highest(_mm256_cmpgt_epi8(first, v0), _mm256_cmpgt_epi8(first, v1));
      const uint64_t letter =
          highest(two_byte_letters(&letters, v0, h0, _mm256_loadu_si256((const __m256i *)(bytes + 1))),
                  two_byte_letters(&letters, v1, h1, _mm256_loadu_si256((const __m256i *)(bytes + 33))));
      block.planes[0] |= letter;
      block.special = block.non_ascii & ~(block.continuation | letter);
      cblocks_look_up(classes, bytes, &block);
    }
    filled |= cblocks_put(rows + index, stride, &block);
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

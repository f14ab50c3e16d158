// AVX-512 with VBMI (table look-up of bytes) and VBMI2 (packing of bytes), and GFNI (turning bits): Ice Lake, Zen 4
// and later.

#if defined(__x86_64__)

#include "levels.h"

#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,gfni,bmi,bmi2,popcnt")))

typedef struct {
  __m512i ascii_low, ascii_high, punctuation, signs, lead_sets, second_sets, more_lead_sets, more_second_sets;
} tables;

/// The class bytes of one block; says which of its characters have none.
TARGET static inline __m512i classify(const tables *tables, const uint8_t *bytes, __mmask64 *non_ascii,
                                      __mmask64 *continuation, __mmask64 *special) {
  const __m512i v = _mm512_loadu_si512(bytes);
  const __mmask64 high = _mm512_movepi8_mask(v);
  __m512i class = _mm512_maskz_permutex2var_epi8(~high, tables->ascii_low, v, tables->ascii_high);
  *non_ascii = high;
  *continuation = *special = 0;
  if (high == 0) return class;
  const __m512i second = _mm512_loadu_si512(bytes + 1);
  const __m512i third = _mm512_loadu_si512(bytes + 2);
  *continuation = _mm512_mask_cmplt_epi8_mask(high, v, _mm512_set1_epi8((char)0xC0));
  // Indices are taken modulo 64, so a first byte and a continuation byte find their six bits.
  const __mmask64 leads = high & ~*continuation;
  const __mmask64 letter = _mm512_mask_test_epi8_mask(leads, _mm512_permutexvar_epi8(v, tables->lead_sets),
                                                      _mm512_permutexvar_epi8(second, tables->second_sets));
  class = _mm512_mask_mov_epi8(class, letter, _mm512_set1_epi8(CBLOCKS_LETTER));
  const __mmask64 sign = leads & ~letter & _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)0xC2));
  class = _mm512_mask_permutexvar_epi8(class, sign, second, tables->signs);
  const __mmask64 mark = _mm512_mask_cmpeq_epi8_mask(_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)0xE2)), second,
                                                     _mm512_set1_epi8((char)0x80));
  class = _mm512_mask_permutexvar_epi8(class, mark, third, tables->punctuation);
  *special = leads & ~(letter | ((sign | mark) & ~_mm512_movepi8_mask(class)));
  if (*special == 0) return class;
  const __mmask64 more =
      _mm512_mask_test_epi8_mask(*special & ~sign, _mm512_permutexvar_epi8(v, tables->more_lead_sets),
                                 _mm512_permutexvar_epi8(second, tables->more_second_sets));
  *special &= ~more;
  return _mm512_mask_mov_epi8(class, more, _mm512_set1_epi8(CBLOCKS_LETTER));
}

/// Sixty-four class bytes as eight words, one a plane.
TARGET static inline __m512i turn(__m512i classes) {
  // In each eight bytes: their order around, then the matrix of 8 x 8 bits turned; then byte `p` of each eight to word `p`.
  const __m512i around = _mm512_broadcast_i32x4(_mm_setr_epi8(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8));
  const __m512i turned = _mm512_gf2p8affine_epi64_epi8(_mm512_set1_epi64((long long)0x8040201008040201),
                                                       _mm512_shuffle_epi8(classes, around), 0);
  static const uint8_t gathered[64] = {0,  8,  16, 24, 32, 40, 48, 56, 1,  9,  17, 25, 33, 41, 49, 57,
                                       2,  10, 18, 26, 34, 42, 50, 58, 3,  11, 19, 27, 35, 43, 51, 59,
                                       4,  12, 20, 28, 36, 44, 52, 60, 5,  13, 21, 29, 37, 45, 53, 61,
                                       6,  14, 22, 30, 38, 46, 54, 62, 7,  15, 23, 31, 39, 47, 55, 63};
  return _mm512_permutexvar_epi8(_mm512_loadu_si512(gathered), turned);
}

TARGET uint32_t cblocks_classify_avx512(const cblocks_classes *classes, const uint8_t *text, size_t groups,
                                        uint64_t *rows, size_t stride) {
  tables tables;
  tables.ascii_low = _mm512_loadu_si512(classes->ascii);
  tables.ascii_high = _mm512_loadu_si512(classes->ascii + 64);
  tables.punctuation = _mm512_loadu_si512(classes->general_punctuation);
  tables.signs = _mm512_loadu_si512(classes->latin1_signs);
  tables.lead_sets = _mm512_loadu_si512(classes->lead_sets);
  tables.second_sets = _mm512_loadu_si512(classes->second_sets);
  tables.more_lead_sets = _mm512_loadu_si512(classes->more_lead_sets);
  tables.more_second_sets = _mm512_loadu_si512(classes->more_second_sets);
  __m512i any_hard = _mm512_setzero_si512(), any_wide = any_hard, any_special = any_hard;
  for (size_t group = 0; group < groups; group += 1) {
    __mmask64 non_ascii[8], continuation[8], special[8];
    __m512i v[8], w[8];
#pragma clang loop unroll(full)
    for (int block = 0; block < 8; block += 1) {
      v[block] = turn(classify(&tables, text + 512 * group + 64 * block, non_ascii + block, continuation + block,
                               special + block));
    }
    // Eight vectors of one word a plane to eight vectors of one word a block.
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i += 2) {
      w[i] = _mm512_unpacklo_epi64(v[i], v[i + 1]);
      w[i + 1] = _mm512_unpackhi_epi64(v[i], v[i + 1]);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i += 4) {
      v[i] = _mm512_shuffle_i64x2(w[i], w[i + 2], 0x88);
      v[i + 1] = _mm512_shuffle_i64x2(w[i + 1], w[i + 3], 0x88);
      v[i + 2] = _mm512_shuffle_i64x2(w[i], w[i + 2], 0xDD);
      v[i + 3] = _mm512_shuffle_i64x2(w[i + 1], w[i + 3], 0xDD);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 4; i += 1) {
      w[i] = _mm512_shuffle_i64x2(v[i], v[i + 4], 0x88);
      w[i + 4] = _mm512_shuffle_i64x2(v[i], v[i + 4], 0xDD);
    }
    uint64_t *out = rows + 8 * group;
    const __m512i wide = _mm512_loadu_si512(non_ascii), rest = _mm512_loadu_si512(special);
    w[CBLOCKS_ROW_HARD] = _mm512_andnot_si512(rest, w[CBLOCKS_ROW_HARD]);
#pragma clang loop unroll(full)
    for (int row = 0; row < 8; row += 1) _mm512_storeu_si512(out + row * stride, w[row]);
    _mm512_storeu_si512(out + CBLOCKS_ROW_NON_ASCII * stride, wide);
    _mm512_storeu_si512(out + CBLOCKS_ROW_CONTINUATION * stride, _mm512_loadu_si512(continuation));
    _mm512_storeu_si512(out + CBLOCKS_ROW_SPECIAL * stride, rest);
    any_hard = _mm512_or_si512(any_hard, w[CBLOCKS_ROW_HARD]);
    any_wide = _mm512_or_si512(any_wide, wide);
    any_special = _mm512_or_si512(any_special, rest);
  }
  return cblocks_filled(_mm512_test_epi64_mask(any_hard, any_hard) != 0,
                        _mm512_test_epi64_mask(any_wide, any_wide) != 0,
                        _mm512_test_epi64_mask(any_special, any_special) != 0);
}

TARGET size_t cblocks_emit_avx512(cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets,
                                  uint8_t *kinds) {
  static const uint8_t counting[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i places = _mm512_loadu_si512(counting);
  const __m512i two = _mm512_set1_epi8(2), four = _mm512_set1_epi8(4);
  size_t count = 0;
  for (size_t block = 0; block < blocks; block += 1, base += 64) {
    const __mmask64 starts = cuts.starts[block];
    const int found = __builtin_popcountll(starts);
    __m512i kind = _mm512_maskz_set1_epi8(cuts.kind0[block], 1);
    kind = _mm512_or_si512(kind, _mm512_maskz_mov_epi8(cuts.kind1[block], two));
    kind = _mm512_or_si512(kind, _mm512_maskz_mov_epi8(cuts.kind2[block], four));
    const __m512i packed_kinds = _mm512_maskz_compress_epi8(starts, kind);
    _mm256_storeu_si256((__m256i *)(kinds + count), _mm512_castsi512_si256(packed_kinds));
    const __m512i packed = _mm512_maskz_compress_epi8(starts, places);
    const __m512i start = _mm512_set1_epi32((int)base);
    uint32_t *target = offsets + count;
    _mm512_storeu_si512(target, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
    _mm512_storeu_si512(
        target + 16, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 1))));
    if (found > 32) {
      _mm512_storeu_si512(kinds + count, packed_kinds);
      _mm512_storeu_si512(
          target + 32, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 2))));
      _mm512_storeu_si512(
          target + 48, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 3))));
    }
    count += (size_t)found;
  }
  return count;
}

#endif

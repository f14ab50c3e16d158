// AVX-512 with VBMI (table look-up of bytes) and VBMI2 (packing of bytes): Ice Lake, Zen 4 and later.

#if defined(__x86_64__)

#include "levels.h"

#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

TARGET void cblocks_classify_avx512(const cblocks_classes *classes, const uint8_t *text, size_t blocks,
                                    cblocks_masks *masks) {
  const __m512i ascii_low = _mm512_loadu_si512(classes->ascii);
  const __m512i ascii_high = _mm512_loadu_si512(classes->ascii + 64);
  const __m512i punctuation = _mm512_loadu_si512(classes->general_punctuation);
  const __m512i signs = _mm512_loadu_si512(classes->latin1_signs);
  const __m512i letters0 = _mm512_loadu_si512(classes->two_byte_letters);
  const __m512i letters1 = _mm512_loadu_si512(classes->two_byte_letters + 64);
  const __m512i letters2 = _mm512_loadu_si512(classes->two_byte_letters + 128);
  const __m512i letters3 = _mm512_loadu_si512(classes->two_byte_letters + 192);
  const __m512i bit_of = _mm512_set1_epi64((long long)0x8040201008040201);
  for (size_t block = 0; block < blocks; block += 1) {
    const uint8_t *bytes = text + 64 * block;
    cblocks_masks *out = masks + block;
    const __m512i v = _mm512_loadu_si512(bytes);
    const __mmask64 non_ascii = _mm512_movepi8_mask(v);
    __m512i class = _mm512_maskz_permutex2var_epi8(~non_ascii, ascii_low, v, ascii_high);
    __mmask64 continuation = 0, special = 0;
    if (non_ascii) {
      const __m512i second = _mm512_loadu_si512(bytes + 1);
      const __m512i third = _mm512_loadu_si512(bytes + 2);
      continuation = _mm512_mask_cmplt_epi8_mask(non_ascii, v, _mm512_set1_epi8((char)0xC0));
      const __mmask64 two =
          _mm512_cmpeq_epi8_mask(_mm512_and_si512(v, _mm512_set1_epi8((char)0xE0)), _mm512_set1_epi8((char)0xC0));
      // The byte of the letters' bit table: five bits of the first byte and three of the second.
      const __m512i index =
          _mm512_or_si512(_mm512_and_si512(_mm512_slli_epi16(v, 3), _mm512_set1_epi8((char)0xF8)),
                          _mm512_and_si512(_mm512_srli_epi16(second, 3), _mm512_set1_epi8(7)));
      const __m512i low = _mm512_permutex2var_epi8(letters0, index, letters1);
      const __m512i high = _mm512_permutex2var_epi8(letters2, index, letters3);
      const __m512i row = _mm512_mask_blend_epi8(_mm512_movepi8_mask(index), low, high);
      const __m512i bit = _mm512_shuffle_epi8(bit_of, _mm512_and_si512(second, _mm512_set1_epi8(7)));
      const __mmask64 letter = _mm512_mask_test_epi8_mask(two, row, bit);
      class = _mm512_mask_mov_epi8(class, letter, _mm512_set1_epi8(CBLOCKS_LETTER));
      const __mmask64 sign = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)0xC2));
      class = _mm512_mask_permutexvar_epi8(class, sign, second, signs);
      const __mmask64 mark = _mm512_mask_cmpeq_epi8_mask(_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)0xE2)),
                                                         second, _mm512_set1_epi8((char)0x80));
      class = _mm512_mask_permutexvar_epi8(class, mark, third, punctuation);
      special = non_ascii & ~(continuation | letter | sign | mark);
    }
    out->letter = _mm512_test_epi8_mask(class, _mm512_set1_epi8(CBLOCKS_LETTER));
    out->digit = _mm512_test_epi8_mask(class, _mm512_set1_epi8(CBLOCKS_DIGIT));
    out->mid_letter = _mm512_test_epi8_mask(class, _mm512_set1_epi8(CBLOCKS_MID_LETTER));
    out->mid_number = _mm512_test_epi8_mask(class, _mm512_set1_epi8(CBLOCKS_MID_NUMBER));
    out->joining_space = _mm512_test_epi8_mask(class, _mm512_set1_epi8(CBLOCKS_JOINING_SPACE));
    out->white = _mm512_test_epi8_mask(class, _mm512_set1_epi8(CBLOCKS_WHITE));
    out->punctuation = _mm512_test_epi8_mask(class, _mm512_set1_epi8(CBLOCKS_PUNCTUATION));
    out->hard = _mm512_movepi8_mask(class);
    out->non_ascii = non_ascii;
    out->continuation = continuation;
    out->special = special;
  }
}

TARGET size_t cblocks_emit_avx512(const cblocks_cuts *cuts, size_t blocks, uint32_t base, uint32_t *offsets,
                                  uint8_t *kinds) {
  static const uint8_t counting[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i places = _mm512_loadu_si512(counting);
  const __m512i two = _mm512_set1_epi8(2), four = _mm512_set1_epi8(4);
  size_t count = 0;
  for (size_t block = 0; block < blocks; block += 1) {
    const __mmask64 starts = cuts[block].starts;
    const int found = __builtin_popcountll(starts);
    __m512i kind = _mm512_maskz_set1_epi8(cuts[block].kind0, 1);
    kind = _mm512_or_si512(kind, _mm512_maskz_mov_epi8(cuts[block].kind1, two));
    kind = _mm512_or_si512(kind, _mm512_maskz_mov_epi8(cuts[block].kind2, four));
    _mm512_storeu_si512(kinds + count, _mm512_maskz_compress_epi8(starts, kind));
    const __m512i packed = _mm512_maskz_compress_epi8(starts, places);
    const __m512i first = _mm512_set1_epi32((int)(base + 64 * (uint32_t)block));
    uint32_t *target = offsets + count;
    _mm512_storeu_si512(target, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
    _mm512_storeu_si512(
        target + 16, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 1))));
    if (found > 32) {
      _mm512_storeu_si512(
          target + 32, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 2))));
      _mm512_storeu_si512(
          target + 48, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 3))));
    }
    count += (size_t)found;
  }
  return count;
}

#endif

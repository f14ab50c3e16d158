// What each level offers to the dispatcher.

#ifndef CBLOCKS_LEVELS_H
#define CBLOCKS_LEVELS_H

#include "cblocks.h"

#if defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)
#define CBLOCKS_HAS_NEON 1
#endif

#define CBLOCKS_LEVEL(name)                                                                                  \
  uint32_t cblocks_classify_##name(const cblocks_classes *classes, const uint8_t *text, size_t groups,       \
                                   uint64_t *rows, size_t stride);                                           \
  size_t cblocks_emit_##name(cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets, uint8_t *kinds);

CBLOCKS_LEVEL(portable)
#if defined(__x86_64__)
CBLOCKS_LEVEL(avx2)
CBLOCKS_LEVEL(avx512)
#elif defined(CBLOCKS_HAS_NEON)
CBLOCKS_LEVEL(neon)
#endif

#undef CBLOCKS_LEVEL

/// The result of `cblocks_classify`.
static inline uint32_t cblocks_filled(int hard, int non_ascii, int special) {
  return (uint32_t)hard << CBLOCKS_ROW_HARD | (uint32_t)non_ascii << CBLOCKS_ROW_NON_ASCII |
         (uint32_t)special << CBLOCKS_ROW_SPECIAL;
}

/// The masks of one block on their way to the rows.
typedef struct {
  uint64_t planes[8], non_ascii, continuation, special;
} cblocks_block;

/// Gives the special characters of a block whose classes are in the tables their planes, one by one.
static inline void cblocks_look_up(const cblocks_classes *classes, const uint8_t *bytes, cblocks_block *block) {
  for (uint64_t rest = block->special; rest != 0; rest &= rest - 1) {
    const unsigned place = (unsigned)__builtin_ctzll(rest);
    const uint64_t bit = rest & -rest;
    const uint8_t first = bytes[place], second = bytes[place + 1];
    uint64_t class = CBLOCKS_HARD;
    if (first == 0xE2 && second == 0x80) {
      class = classes->general_punctuation[bytes[place + 2] & 63];
    } else if (first == 0xC2) {
      class = classes->latin1_signs[second & 63];
    } else if (first < 0xE0) {
      const unsigned point = (first & 31u) << 6 | (second & 63u);
      class = classes->two_byte_letters[point >> 3] >> (point & 7) & 1 ? CBLOCKS_LETTER : CBLOCKS_HARD;
    }
    if (class & CBLOCKS_HARD) continue;
    block->special ^= bit;
#pragma clang loop unroll(full)
    for (unsigned plane = 0; plane < 7; plane += 1) block->planes[plane] |= (class >> plane & 1) << place;
  }
}

/// Puts the masks of one block in their rows; returns which of the rare ones are filled.
static inline uint32_t cblocks_put(uint64_t *rows, size_t stride, const cblocks_block *block) {
  for (size_t row = 0; row < 8; row += 1) rows[row * stride] = block->planes[row];
  rows[CBLOCKS_ROW_NON_ASCII * stride] = block->non_ascii;
  rows[CBLOCKS_ROW_CONTINUATION * stride] = block->continuation;
  rows[CBLOCKS_ROW_SPECIAL * stride] = block->special;
  return cblocks_filled(block->planes[7] != 0, block->non_ascii != 0, block->special != 0);
}

#endif

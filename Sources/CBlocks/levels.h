// What each level offers to the dispatcher.

#ifndef CBLOCKS_LEVELS_H
#define CBLOCKS_LEVELS_H

#include "cblocks.h"

#define CBLOCKS_LEVEL(name)                                                                                  \
  uint32_t cblocks_classify_##name(const cblocks_classes *classes, const uint8_t *text, size_t groups,       \
                                   uint64_t *rows, size_t stride);                                           \
  size_t cblocks_emit_##name(cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets, uint8_t *kinds);

CBLOCKS_LEVEL(portable)
#if defined(__x86_64__)
CBLOCKS_LEVEL(avx2)
CBLOCKS_LEVEL(avx512)
#endif

#undef CBLOCKS_LEVEL

/// Puts the masks of one block in its place; returns the rows that are not zero.
static inline uint32_t cblocks_put(uint64_t *rows, size_t stride, const uint64_t planes[8], uint64_t non_ascii,
                                   uint64_t continuation, uint64_t special) {
  for (size_t row = 0; row < 8; row += 1) rows[row * stride] = planes[row];
  rows[CBLOCKS_ROW_NON_ASCII * stride] = non_ascii;
  rows[CBLOCKS_ROW_CONTINUATION * stride] = continuation;
  rows[CBLOCKS_ROW_SPECIAL * stride] = special;
  // The others are there in most texts.
  const uint32_t rare = 1u << CBLOCKS_ROW_HARD | 1u << CBLOCKS_ROW_NON_ASCII | 1u << CBLOCKS_ROW_SPECIAL;
  return (((1u << CBLOCKS_ROW_COUNT) - 1) & ~rare) | (uint32_t)(planes[7] != 0) << CBLOCKS_ROW_HARD |
         (uint32_t)(non_ascii != 0) << CBLOCKS_ROW_NON_ASCII | (uint32_t)(special != 0) << CBLOCKS_ROW_SPECIAL;
}

#endif

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

/// The result of `cblocks_classify`.
static inline uint32_t cblocks_filled(int hard, int non_ascii, int special) {
  return (uint32_t)hard << CBLOCKS_ROW_HARD | (uint32_t)non_ascii << CBLOCKS_ROW_NON_ASCII |
         (uint32_t)special << CBLOCKS_ROW_SPECIAL;
}

/// Puts the masks of one block in their rows; returns which of the rare ones are filled.
static inline uint32_t cblocks_put(uint64_t *rows, size_t stride, const uint64_t planes[8], uint64_t non_ascii,
                                   uint64_t continuation, uint64_t special) {
  for (size_t row = 0; row < 8; row += 1) rows[row * stride] = planes[row];
  rows[CBLOCKS_ROW_NON_ASCII * stride] = non_ascii;
  rows[CBLOCKS_ROW_CONTINUATION * stride] = continuation;
  rows[CBLOCKS_ROW_SPECIAL * stride] = special;
  return cblocks_filled(planes[7] != 0, non_ascii != 0, special != 0);
}

#endif

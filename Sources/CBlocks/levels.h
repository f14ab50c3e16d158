// What each level offers to the dispatcher.

#ifndef CBLOCKS_LEVELS_H
#define CBLOCKS_LEVELS_H

#include "cblocks.h"

#define CBLOCKS_LEVEL(name)                                                                                  \
  void cblocks_classify_##name(const cblocks_classes *classes, const uint8_t *text, size_t groups,           \
                               cblocks_masks *masks);                                                        \
  size_t cblocks_emit_##name(const cblocks_cuts *cuts, size_t first, size_t blocks, uint32_t base,           \
                             uint32_t *offsets, uint8_t *kinds);

CBLOCKS_LEVEL(portable)
#if defined(__x86_64__)
CBLOCKS_LEVEL(avx2)
CBLOCKS_LEVEL(avx512)
#elif defined(__aarch64__)
CBLOCKS_LEVEL(neon)
#endif

#undef CBLOCKS_LEVEL

/// Puts the masks of one block in its place.
static inline void cblocks_put(cblocks_masks *masks, size_t block, const uint64_t planes[8], uint64_t non_ascii,
                               uint64_t continuation, uint64_t special) {
  masks->letter[block] = planes[0];
  masks->digit[block] = planes[1];
  masks->mid_letter[block] = planes[2];
  masks->mid_number[block] = planes[3];
  masks->joining_space[block] = planes[4];
  masks->white[block] = planes[5];
  masks->punctuation[block] = planes[6];
  masks->hard[block] = planes[7];
  masks->non_ascii[block] = non_ascii;
  masks->continuation[block] = continuation;
  masks->special[block] = special;
  masks->non_ascii_blocks |= (uint64_t)(non_ascii != 0) << block;
  masks->special_blocks |= (uint64_t)(special != 0) << block;
  masks->hard_blocks |= (uint64_t)(planes[7] != 0) << block;
}

#endif

// What each level offers to the dispatcher.

#ifndef CBLOCKS_LEVELS_H
#define CBLOCKS_LEVELS_H

#include "cblocks.h"

#define CBLOCKS_LEVEL(name)                                                                                   \
  void cblocks_classify_##name(const cblocks_classes *classes, const uint8_t *text, size_t blocks,            \
                               cblocks_masks *masks);                                                         \
  size_t cblocks_emit_##name(const cblocks_cuts *cuts, size_t blocks, uint32_t base, uint32_t *offsets,       \
                             uint8_t *kinds);

CBLOCKS_LEVEL(portable)
#if defined(__x86_64__)
CBLOCKS_LEVEL(avx2)
CBLOCKS_LEVEL(avx512)
#elif defined(__aarch64__)
CBLOCKS_LEVEL(neon)
#endif

#undef CBLOCKS_LEVEL

#endif

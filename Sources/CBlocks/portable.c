// Any machine with Clang: its vectors of 16 bytes become SSE2, NEON or what else the machine has at least.

#include "levels.h"

#include <string.h>

typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
typedef int8_t signed16 __attribute__((ext_vector_type(16)));
typedef _Bool bits16 __attribute__((ext_vector_type(16)));

/// The highest bits of 64 bytes.
static inline uint64_t highest(const signed16 v[4]) {
  uint64_t result = 0;
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i += 1) {
    const bits16 bits = __builtin_convertvector(v[i] < 0, bits16);
    result |= (uint64_t)__builtin_bit_cast(uint16_t, bits) << 16 * i;
  }
  return result;
}

uint32_t cblocks_classify_portable(const cblocks_classes *classes, const uint8_t *text, size_t groups,
                  uint64_t *rows, size_t stride) {
  uint32_t filled = 0;
  for (size_t group = 0; group < groups; group += 1, text += 512, rows += 8) {
    // All class bytes first: vectors that are read where bytes were just written have to wait.
    uint8_t by_byte[512];
    for (size_t i = 0; i < 512; i += 1) by_byte[i] = classes->by_byte[text[i]];
    for (size_t index = 0; index < 8; index += 1) {
      const uint8_t *bytes = text + 64 * index;
      bytes16 class[4], byte[4];
      signed16 below[4];
      memcpy(class, by_byte + 64 * index, 64);
      memcpy(byte, bytes, 64);
      cblocks_block block;
#pragma clang loop unroll(full)
      for (int plane = 7; plane >= 0; plane -= 1) {
        block.planes[plane] = highest((const signed16 *)class);
#pragma clang loop unroll(full)
        for (int i = 0; i < 4; i += 1) class[i] += class[i];
      }
      block.non_ascii = highest((const signed16 *)byte);
      block.continuation = block.special = 0;
      if (block.non_ascii != 0) {
        const signed16 zero = 0;
        for (int i = 0; i < 4; i += 1) below[i] = (signed16)byte[i] < (int8_t)0xC0 ? zero - 1 : zero;
        block.continuation = highest(below);
        block.special = block.non_ascii & ~(block.continuation | block.planes[0]);
        cblocks_look_up(classes, bytes, &block);
      }
      filled |= cblocks_put(rows + index, stride, &block);
    }
  }
  return filled;
}

size_t cblocks_emit_portable(cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets,
                                uint8_t *kinds) {
  size_t count = 0;
  for (size_t block = 0; block < blocks; block += 1, base += 64) {
    const uint64_t kind0 = cuts.kind0[block], kind1 = cuts.kind1[block],
                   kind2 = cuts.kind2[block];
    for (uint64_t rest = cuts.starts[block]; rest != 0; rest &= rest - 1) {
      const unsigned place = (unsigned)__builtin_ctzll(rest);
      offsets[count] = base + place;
      kinds[count] = (uint8_t)((kind0 >> place & 1) | (kind1 >> place & 1) << 1 | (kind2 >> place & 1) << 2);
      count += 1;
    }
  }
  return count;
}

// Plain C: any machine, byte order as little-endian machines have it or not.

#include "levels.h"

/// Bit 0 of each of eight bytes, packed: the first byte's is bit 0. The bytes lie in a word, the first one lowest.
static inline uint64_t pack(uint64_t bits) { return (bits & 0x0101010101010101) * 0x0102040810204080 >> 56; }

uint32_t cblocks_classify_portable(const cblocks_classes *classes, const uint8_t *text, size_t groups,
                  uint64_t *rows, size_t stride) {
  uint32_t filled = 0;
  for (size_t block = 0; block < 8 * groups; block += 1) {
    const uint8_t *bytes = text + 64 * block;
    uint64_t planes[8] = {0};
    uint64_t non_ascii = 0, continuation = 0, leads = 0;
    for (unsigned place = 0; place < 64; place += 8) {
      uint64_t word = 0, class = 0;
#pragma GCC unroll 8
      for (unsigned i = 0; i < 8; i += 1) {
        word |= (uint64_t)bytes[place + i] << (8 * i);
        class |= (uint64_t)classes->by_byte[bytes[place + i]] << (8 * i);
      }
#pragma GCC unroll 8
      for (unsigned plane = 0; plane < 8; plane += 1) planes[plane] |= pack(class >> plane) << place;
      if ((word & 0x8080808080808080) == 0) continue;
      const uint64_t high = pack(word >> 7), second = pack(word >> 6);
      non_ascii |= high << place;
      continuation |= (high & ~second) << place;
      leads |= (high & second) << place;
    }
    uint64_t special = leads & ~planes[0];
    for (uint64_t rest = special; rest != 0; rest &= rest - 1) {
      const unsigned place = (unsigned)__builtin_ctzll(rest);
      if (bytes[place] >= 0xE0) continue;
      const unsigned point = (bytes[place] & 31u) << 6 | (bytes[place + 1] & 63u);
      const uint64_t letter = (uint64_t)(classes->two_byte_letters[point >> 3] >> (point & 7) & 1) << place;
      planes[0] |= letter;
      special &= ~letter;
    }
    filled |= cblocks_put(rows + block, stride, planes, non_ascii, continuation, special);
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

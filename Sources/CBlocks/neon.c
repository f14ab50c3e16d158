// NEON, which every 64-bit ARM has. The bits of a mask count from the lowest byte, so the machine is little-endian.

#include "levels.h"

#if defined(CBLOCKS_HAS_NEON)

#include <arm_neon.h>

/// 1, 2, 4 and so on to 128, twice.
static inline uint8x16_t powers_of_two(void) { return vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201)); }

// A block is loaded as four vectors: byte `i` of vector `k` is byte `4 * i + k` of the text. So the bytes behind
// those of one vector are the next vector, and four bits that stand side by side in a mask come from one place.

/// The highest bits of 64 bytes.
static inline uint64_t highest(const uint8x16_t v[4]) {
  const uint8x16_t low = vsriq_n_u8(v[1], v[0], 1), high = vsriq_n_u8(v[3], v[2], 1);
  const uint8x16_t four = vsriq_n_u8(high, low, 2);
  const uint16x8_t twice = vreinterpretq_u16_u8(vsriq_n_u8(four, four, 4));
  return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(twice, 4)), 0);
}

/// Four planes: the bytes of `first` hold four bits of plane 0 and four of plane 4, those of `second` of 1 and 5.
static inline void join_fields(uint8x16_t first, uint8x16_t second, uint64_t *planes) {
  const uint8x16_t even = vuzp1q_u8(first, second), odd = vuzp2q_u8(first, second);
  const uint64x2_t low = vreinterpretq_u64_u8(vsliq_n_u8(even, odd, 4));
  const uint64x2_t high = vreinterpretq_u64_u8(vsriq_n_u8(odd, even, 4));
  planes[0] = vgetq_lane_u64(low, 0), planes[1] = vgetq_lane_u64(low, 1);
  planes[4] = vgetq_lane_u64(high, 0), planes[5] = vgetq_lane_u64(high, 1);
}

/// Sixty-four class bytes as eight words, one a plane.
static inline void turn(const uint8x16_t class[4], uint64_t planes[8]) {
  // Matrices of 4 x 8 bits turned in two steps: single bits change places, then pairs.
  const uint8x16_t bits = vdupq_n_u8(0x55), pairs = vdupq_n_u8(0x33);
  const uint8x16_t even0 = vbslq_u8(bits, class[0], vshlq_n_u8(class[1], 1));
  const uint8x16_t even1 = vbslq_u8(bits, class[2], vshlq_n_u8(class[3], 1));
  const uint8x16_t odd0 = vbslq_u8(bits, vshrq_n_u8(class[0], 1), class[1]);
  const uint8x16_t odd1 = vbslq_u8(bits, vshrq_n_u8(class[2], 1), class[3]);
  join_fields(vbslq_u8(pairs, even0, vshlq_n_u8(even1, 2)), vbslq_u8(pairs, odd0, vshlq_n_u8(odd1, 2)), planes);
  join_fields(vbslq_u8(pairs, vshrq_n_u8(even0, 2), even1), vbslq_u8(pairs, vshrq_n_u8(odd0, 2), odd1),
              planes + 2);
}

/// The class bytes of ASCII; zero for other bytes.
static inline uint8x16_t ascii_classes(const cblocks_classes *classes, uint8x16_t bytes) {
  const uint8x16_t low = vqtbl4q_u8(vld1q_u8_x4(classes->ascii), bytes);
  return vqtbx4q_u8(low, vld1q_u8_x4(classes->ascii + 64), veorq_u8(bytes, vdupq_n_u8(64)));
}

/// All ones at the first bytes of two-byte letters.
static inline uint8x16_t two_byte_letters(const cblocks_classes *classes, uint8x16_t first, uint8x16_t second) {
  // Bytes that start no character look behind the table's end.
  const uint8x16_t lead = vqtbl4q_u8(vld1q_u8_x4(classes->lead_sets), veorq_u8(first, vdupq_n_u8(0xC0)));
  return vtstq_u8(lead, vqtbl4q_u8(vld1q_u8_x4(classes->second_sets), vandq_u8(second, vdupq_n_u8(63))));
}

uint32_t cblocks_classify_neon(const cblocks_classes *classes, const uint8_t *text, size_t groups, uint64_t *rows,
                               size_t stride) {
  uint64_t any_hard = 0, any_wide = 0, any_special = 0;
  for (size_t index = 0; index < 8 * groups; index += 1) {
    const uint8_t *bytes = text + 64 * index;
    const uint8x16x4_t v = vld4q_u8(bytes);
    uint8x16_t class[4];
#pragma clang loop unroll(full)
    for (int k = 0; k < 4; k += 1) class[k] = ascii_classes(classes, v.val[k]);
    cblocks_block block;
    turn(class, block.planes);
    block.non_ascii = highest(v.val);
    block.continuation = block.special = 0;
    if (block.non_ascii) {
      const uint8x16_t last = vextq_u8(v.val[0], vdupq_n_u8(bytes[64]), 1);
      uint8x16_t below[4], letters[4];
#pragma clang loop unroll(full)
      for (int k = 0; k < 4; k += 1) {
        below[k] = vcltq_s8(vreinterpretq_s8_u8(v.val[k]), vdupq_n_s8((int8_t)0xC0));
        letters[k] = two_byte_letters(classes, v.val[k], k < 3 ? v.val[k + 1] : last);
      }
      const uint64_t letter = highest(letters);
      block.continuation = highest(below);
      block.planes[0] |= letter;
      block.special = block.non_ascii & ~(block.continuation | letter);
      cblocks_look_up(classes, bytes, &block);
    }
    cblocks_put(rows + index, stride, &block);
    any_hard |= block.planes[CBLOCKS_ROW_HARD], any_wide |= block.non_ascii, any_special |= block.special;
  }
  return cblocks_filled(any_hard != 0, any_wide != 0, any_special != 0);
}

// For each byte the places of its bits that are set, packed: one byte a place, the lowest first.
#define PLACE(bits, place) \
  ((uint64_t)((bits) >> (place) & 1) * (place) << 8 * __builtin_popcount((bits) & ((1 << (place)) - 1)))
#define PLACES(bits)                                                                                    \
  PLACE(bits, 1) | PLACE(bits, 2) | PLACE(bits, 3) | PLACE(bits, 4) | PLACE(bits, 5) | PLACE(bits, 6) | \
      PLACE(bits, 7)
#define PLACES4(bits) PLACES(bits), PLACES(bits + 1), PLACES(bits + 2), PLACES(bits + 3)
#define PLACES16(bits) PLACES4(bits), PLACES4(bits + 4), PLACES4(bits + 8), PLACES4(bits + 12)
#define PLACES64(bits) PLACES16(bits), PLACES16(bits + 16), PLACES16(bits + 32), PLACES16(bits + 48)
static const uint64_t places_of[256] = {PLACES64(0), PLACES64(64), PLACES64(128), PLACES64(192)};

/// Bit by bit, whether two bytes of a word have it: all ones or zero. `bytes` says eight times for each which it is.
static inline uint8x16_t spread(uint64x2_t word, uint8x16_t bytes) {
  return vtstq_u8(vqtbl1q_u8(vreinterpretq_u8_u64(word), bytes), powers_of_two());
}

/// Writes eight offsets and kinds, from places that count from `start`.
static inline void put_starts(uint8x8_t places, uint32x4_t start, uint8x16_t kind, uint32_t *offsets,
                              uint8_t *kinds) {
  const uint16x8_t wide = vmovl_u8(places);
  vst1q_u32(offsets, vaddw_u16(start, vget_low_u16(wide)));
  vst1q_u32(offsets + 4, vaddw_high_u16(start, wide));
  vst1_u8(kinds, vqtbl1_u8(kind, places));
}

size_t cblocks_emit_neon(cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets, uint8_t *kinds) {
  const uint8x16_t first_two = vcombine_u8(vdup_n_u8(0), vdup_n_u8(1));
  size_t count = 0;
  for (size_t block = 0; block < blocks; block += 1, base += 64) {
    const uint64_t starts = cuts.starts[block];
    // Byte `i` counts the starts in the bytes up to it.
    const uint64_t counts = vget_lane_u64(vreinterpret_u64_u8(vcnt_u8(vcreate_u8(starts))), 0) * 0x0101010101010101;
    const uint64x2_t word0 = vdupq_n_u64(cuts.kind0[block]), word1 = vdupq_n_u64(cuts.kind1[block]);
    const uint64x2_t word2 = vdupq_n_u64(cuts.kind2[block]);
    size_t before = count;
    // Eight places at a time; what is written past the last start is overwritten later.
#pragma clang loop unroll(full)
    for (unsigned byte = 0; byte < 8; byte += 2) {
      const uint8x16_t bytes = vaddq_u8(first_two, vdupq_n_u8((uint8_t)byte));
      const uint8x16_t low = vsliq_n_u8(spread(word0, bytes), spread(word1, bytes), 1);
      const uint8x16_t kind = vandq_u8(vsliq_n_u8(low, spread(word2, bytes), 2), vdupq_n_u8(7));
      const uint32x4_t start = vdupq_n_u32(base + 8 * byte);
      put_starts(vcreate_u8(places_of[starts >> 8 * byte & 255]), start, kind, offsets + before, kinds + before);
      before = count + (uint8_t)(counts >> 8 * byte);
      const uint8x8_t upper = vcreate_u8(places_of[starts >> (8 * byte + 8) & 255]);
      put_starts(vadd_u8(upper, vdup_n_u8(8)), start, kind, offsets + before, kinds + before);
      before = count + (uint8_t)(counts >> (8 * byte + 8));
    }
    count = before;
  }
  return count;
}

#endif

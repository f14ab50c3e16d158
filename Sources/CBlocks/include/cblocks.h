// Blocks of 64 bytes as bit masks, and bit masks as offsets: what Swift cannot say in vector instructions.
//
// Nothing here knows what a word is. A caller says what each byte and each short sequence of bytes means (its class
// byte), `cblocks_classify` turns text into one mask a class and block, and `cblocks_emit` turns the caller's cuts into
// offsets. Every level gives the same answer once the caller has resolved `special`.

#ifndef CBLOCKS_H
#define CBLOCKS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The instructions that a call may use.
enum {
  CBLOCKS_PORTABLE = 0,
  /// AVX2, BMI1 and BMI2.
  CBLOCKS_AVX2 = 1,
  /// AVX-512 F, BW, VBMI and VBMI2, and GFNI.
  CBLOCKS_AVX512 = 2,
  /// NEON: every 64-bit ARM, little-endian.
  CBLOCKS_NEON = 3,
};

/// The best level of this machine.
int32_t cblocks_best_level(void);

/// Whether this machine can run a level.
int32_t cblocks_has_level(int32_t level);

/// The planes of a class byte.
enum {
  CBLOCKS_LETTER = 1,
  CBLOCKS_DIGIT = 2,
  CBLOCKS_MID_LETTER = 4,
  CBLOCKS_MID_NUMBER = 8,
  CBLOCKS_JOINING_SPACE = 16,
  CBLOCKS_WHITE = 32,
  CBLOCKS_PUNCTUATION = 64,
  CBLOCKS_HARD = 128,
};

/// What characters mean. Class bytes hold the planes above.
typedef struct {
  /// U+0000 to U+007F.
  uint8_t ascii[128];
  /// U+2000 to U+203F: `E2 80` and a third byte.
  uint8_t general_punctuation[64];
  /// U+0080 to U+00BF: `C2` and a second byte.
  uint8_t latin1_signs[64];
  /// Which two-byte characters are letters: bit `c % 8` of byte `c / 8`, where `c` is the code point (below 0x800).
  uint8_t two_byte_letters[256];
  // What follows is made of the tables above by `cblocks_prepare`.
  /// The class bytes of all bytes; of first bytes, those that make letters with every second byte.
  uint8_t by_byte[256];
  /// By plane and low half of a byte below 0x80: a bit for each high half that has the plane.
  uint8_t rows[8][16];
  /// Two-byte letters by look-up: a first and a second byte, by their low six bits, make one if they share a bit. The
  /// second pair has what the first has no bits for.
  uint8_t lead_sets[64], second_sets[64], more_lead_sets[64], more_second_sets[64];
  /// Two-byte letters by halves of bytes: first bytes that make letters with nearly every second byte, and what they
  /// make none with, as up to four sets of second bytes for those from 0xC0 and four for those from 0xD0. A set is a
  /// product of low and high halves.
  uint8_t near_low[16], near_high[16], except_lead_low[16], except_lead_high[16], except_low[16], except_high[16];
} cblocks_classes;

/// Derives the tables that the levels read from the first four.
void cblocks_prepare(cblocks_classes *classes);

/// The rows of masks that `cblocks_classify` writes. The first eight are the planes of a class byte, in their order; a
/// character of several bytes has its class at its first byte.
enum {
  CBLOCKS_ROW_LETTER,
  CBLOCKS_ROW_DIGIT,
  CBLOCKS_ROW_MID_LETTER,
  CBLOCKS_ROW_MID_NUMBER,
  CBLOCKS_ROW_JOINING_SPACE,
  CBLOCKS_ROW_WHITE,
  CBLOCKS_ROW_PUNCTUATION,
  CBLOCKS_ROW_HARD,
  /// Bytes above 0x7F.
  CBLOCKS_ROW_NON_ASCII,
  /// Those of them that continue a character.
  CBLOCKS_ROW_CONTINUATION,
  /// First bytes of characters above U+007F whose class is hard or not known here.
  CBLOCKS_ROW_SPECIAL,
  CBLOCKS_ROW_COUNT,
};

/// Writes the masks of `groups` groups of eight blocks, 512 bytes: bit `i` of `rows[r * stride + b]` stands for byte
/// `64 * b + i`. Reads 2 bytes past the last group. Returns a bit (`1 << r`) for each of the rows hard, non-ASCII and
/// special that is other than zero.
uint32_t cblocks_classify(int32_t level, const cblocks_classes *classes, const uint8_t *text, size_t groups,
                          uint64_t *rows, size_t stride);

/// Where segments start in some blocks, and three bits of each one's kind at the same place: one word a block.
typedef struct {
  const uint64_t *starts, *kind0, *kind1, *kind2;
} cblocks_cuts;

/// Writes the offsets and kinds of all starts; returns how many. `base` is the offset of the first block. Both targets
/// need room for 64 more than the result.
size_t cblocks_emit(int32_t level, cblocks_cuts cuts, size_t blocks, uint32_t base, uint32_t *offsets,
                    uint8_t *kinds);

#ifdef __cplusplus
}
#endif

#endif

// A split of text at ASCII white space: what no tokenizer that looks at every byte and stores what it finds can beat.
//
// It cuts between white space and the rest, so that its segments cover the text, as words do. It knows U+0009 to
// U+000D and U+0020 only.

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How a text is split: byte by byte without a branch, two times 32 bytes or 64 bytes at once.
enum {
  WHITESPACE_BYTES = 0,
  WHITESPACE_AVX2 = 1,
  WHITESPACE_AVX512 = 2,
};

/// Whether this machine has the instructions of a way.
bool whitespace_has(int32_t way);

/// Writes the ends of the segments and returns how many there are.
///
/// 63 bytes behind the text must be readable, and there must be room for 64 more ends than the text has bytes.
size_t whitespace_split(int32_t way, const uint8_t *bytes, size_t length, uint32_t *ends);

// Compares every level of `cblocks.h` that this machine has with a reading of the text byte by byte: on every byte,
// every pair of bytes and every code point, at the ends of blocks and between them, and on random texts, UTF-8 or
// not. What the caller resolves (`special`) is resolved here, too. Run by `run.sh`.
//
//   compare [groups]    how many random groups of eight blocks for each kind of text; 20,000 unless told

#include "cblocks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_GROUPS = 4, MOST_BLOCKS = 8 * MOST_GROUPS, STRIDE = MOST_BLOCKS + 3, LEVELS = 4 };

static const char *const level_names[LEVELS] = {"portable", "avx2", "avx512", "neon"};
static const char *const row_names[CBLOCKS_ROW_COUNT] = {
    "letter", "digit",       "mid-letter", "mid-number", "joining space", "white", "punctuation",
    "hard",   "non-ASCII", "continuation", "special"};

/// What is tried now, for the message of a failure.
static const char *input, *alphabet;
static unsigned long long blocks_done[LEVELS], blocks_emitted[LEVELS], characters_left[LEVELS];

// MARK: Random numbers (SplitMix64)

static uint64_t state = 1;

static uint64_t mixed(uint64_t x) {
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
  x = (x ^ x >> 27) * 0x94D049BB133111EB;
  return x ^ x >> 31;
}

static uint64_t next_random(void) { return mixed(state += 0x9E3779B97F4A7C15); }
static unsigned below(unsigned bound) { return (unsigned)((next_random() >> 32) * bound >> 32); }

// MARK: Classes

static cblocks_classes classes;

/// The class of the character that starts at a byte, in a table or not; none for a continuation byte.
static uint8_t class_of(const uint8_t *bytes) {
  const uint8_t lead = bytes[0];
  if (lead < 0x80) return classes.ascii[lead];
  if (lead < 0xC0) return 0;
  if (lead < 0xE0) {
    const unsigned point = (lead & 31u) << 6 | (bytes[1] & 63u);
    if (classes.two_byte_letters[point >> 3] >> (point & 7) & 1) return CBLOCKS_LETTER;
    return lead == 0xC2 ? classes.latin1_signs[point & 63] : (uint8_t)mixed(point);
  }
  if (lead == 0xE2 && bytes[1] == 0x80) return classes.general_punctuation[bytes[2] & 63];
  return (uint8_t)mixed((unsigned)lead << 16 | (unsigned)bytes[1] << 8 | bytes[2]);
}

/// Fills in the letters of two bytes; a sign of Latin-1 says the same in its own table.
static void set_letter(unsigned point) {
  classes.two_byte_letters[point >> 3] |= (uint8_t)(1 << (point & 7));
  if (point < 0xC0) classes.latin1_signs[point & 63] = CBLOCKS_LETTER;
}

/// Classes as real ones are.
static void use_plain_classes(void) {
  alphabet = "plain classes";
  memset(&classes, 0, sizeof classes);
  for (int byte = 0; byte < 128; byte += 1) {
    const int letter = byte | 32;
    classes.ascii[byte] = letter >= 'a' && letter <= 'z' ? CBLOCKS_LETTER
                          : byte >= '0' && byte <= '9'   ? CBLOCKS_DIGIT
                          : byte == ' '                  ? CBLOCKS_JOINING_SPACE | CBLOCKS_WHITE
                          : byte == '\r' || byte == '_'  ? CBLOCKS_HARD
                          : byte == '.'  ? CBLOCKS_MID_LETTER | CBLOCKS_MID_NUMBER | CBLOCKS_PUNCTUATION
                          : byte < ' '   ? CBLOCKS_WHITE
                                         : CBLOCKS_PUNCTUATION;
  }
  for (int i = 0; i < 64; i += 1) {
    classes.latin1_signs[i] = i == 0x2D ? CBLOCKS_HARD : CBLOCKS_PUNCTUATION;
    classes.general_punctuation[i] = i < 16 ? CBLOCKS_HARD : CBLOCKS_PUNCTUATION;
  }
  classes.general_punctuation[0x19] = CBLOCKS_MID_LETTER | CBLOCKS_MID_NUMBER;
  set_letter(0xAA), set_letter(0xB5), set_letter(0xBA);
  for (unsigned point = 0xC0; point < 0x590; point += 1) {
    const int is_mark = (point >= 0x300 && point < 0x370) || (point >= 0x483 && point < 0x48A);
    if (!is_mark && point != 0xD7 && point != 0xF7) set_letter(point);
  }
  cblocks_prepare(&classes);
}

/// A class of a character above U+007F, which is nothing else if it is hard.
static uint8_t random_class(void) {
  const uint8_t class = (uint8_t)next_random();
  return class & CBLOCKS_HARD ? CBLOCKS_HARD : class;
}

/// Any classes; some first bytes have letters only and some have none.
static void use_random_classes(void) {
  alphabet = "random classes";
  memset(&classes, 0, sizeof classes);
  for (int i = 0; i < 128; i += 1) classes.ascii[i] = (uint8_t)next_random();
  for (int i = 0; i < 64; i += 1) {
    classes.latin1_signs[i] = random_class() & (uint8_t)~CBLOCKS_LETTER;
    classes.general_punctuation[i] = random_class();
  }
  for (unsigned lead = 2; lead < 32; lead += 1) {
    const unsigned sort = below(4);
    for (unsigned low = 0; low < 64; low += 1) {
      if (sort == 0 || (sort < 3 && below(2) == 0)) set_letter(lead << 6 | low);
    }
  }
  cblocks_prepare(&classes);
}

// MARK: Masks

/// Behind the two bytes that a kernel may read past a text lies a page that nobody may read.
static uint8_t *text_end;

static void make_room(void) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE), size = (512 * MOST_GROUPS + 2 + page - 1) / page * page;
  uint8_t *start = mmap(NULL, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED || mprotect(start + size, page, PROT_NONE) != 0) {
    perror("compare: no memory for the text");
    exit(2);
  }
  text_end = start + size;
}

static uint8_t *text_of(size_t groups) { return text_end - 2 - 512 * groups; }

static void fail(int level, const char *what, const uint8_t *text, size_t block, uint64_t expected, uint64_t found) {
  printf("%s, block %zu of %s (%s): %s is\n  %016llx, expected\n  %016llx, in\n", level_names[level], block, input,
         alphabet, what, (unsigned long long)found, (unsigned long long)expected);
  for (size_t i = 0; text && i < 66; i += 1) printf(" %02x", text[64 * block + i]);
  printf("\n");
  exit(1);
}

static void expect(int level, int row, const uint8_t *text, size_t block, uint64_t expected, uint64_t found) {
  if (expected != found) fail(level, row_names[row], text, block, expected, found);
}

/// The masks of one block, read byte by byte. The special row says which bytes may be special.
static void read_block(const uint8_t *bytes, uint64_t masks[CBLOCKS_ROW_COUNT]) {
  memset(masks, 0, CBLOCKS_ROW_COUNT * sizeof masks[0]);
  for (unsigned i = 0; i < 64; i += 1) {
    const uint64_t bit = 1ull << i;
    const uint8_t class = class_of(bytes + i);
    for (unsigned row = 0; row < 8; row += 1) masks[row] |= (uint64_t)(class >> row & 1) << i;
    if (bytes[i] >= 0x80) masks[CBLOCKS_ROW_NON_ASCII] |= bit;
    if (bytes[i] >= 0x80 && bytes[i] < 0xC0) masks[CBLOCKS_ROW_CONTINUATION] |= bit;
    if (bytes[i] >= 0xC0) masks[CBLOCKS_ROW_SPECIAL] |= bit;
  }
}

/// The bytes of a block whose classes are settled. Bytes that are no UTF-8 have none, but all levels give them the
/// same; only AVX2 reads a first byte of two that no continuation byte follows in its own way.
static uint64_t settled(int level, const uint8_t *bytes) {
  uint64_t result = level == CBLOCKS_AVX2 ? 0 : ~0ull;
  for (unsigned i = 0; i < 64; i += 1) {
    const int is_lead = bytes[i] >= 0xC0 && bytes[i] < 0xE0, is_followed = (bytes[i + 1] & 0xC0) == 0x80;
    result |= (uint64_t)(!is_lead || is_followed) << i;
  }
  return result;
}

/// Compares all levels on the text that ends at `text_end`.
static void check(size_t groups) {
  static uint64_t expected[MOST_BLOCKS][CBLOCKS_ROW_COUNT];
  static uint64_t rows[CBLOCKS_ROW_COUNT * STRIDE];
  const uint8_t *text = text_of(groups);
  const size_t blocks = 8 * groups;
  const uint64_t untouched = 0xA5A5A5A5A5A5A5A5;
  for (size_t block = 0; block < blocks; block += 1) read_block(text + 64 * block, expected[block]);
  for (int level = 0; level < LEVELS; level += 1) {
    if (!cblocks_has_level(level)) continue;
    memset(rows, 0xA5, sizeof rows);
    const uint32_t filled = cblocks_classify(level, &classes, text, groups, rows, STRIDE);
    uint32_t expected_filled = 0;
    for (size_t block = 0; block < blocks; block += 1) {
      uint64_t found[CBLOCKS_ROW_COUNT];
      for (int row = 0; row < CBLOCKS_ROW_COUNT; row += 1) {
        found[row] = rows[row * STRIDE + block];
        const int is_rare = row == CBLOCKS_ROW_HARD || row == CBLOCKS_ROW_NON_ASCII || row == CBLOCKS_ROW_SPECIAL;
        if (is_rare && found[row]) expected_filled |= 1u << row;
      }
      const uint64_t special = found[CBLOCKS_ROW_SPECIAL], mask = settled(level, text + 64 * block);
      expect(level, CBLOCKS_ROW_SPECIAL, text, block, special & expected[block][CBLOCKS_ROW_SPECIAL], special);
      for (int row = 0; row < 8; row += 1) expect(level, row, text, block, 0, found[row] & special);
      characters_left[level] += (unsigned)__builtin_popcountll(special);
      // What the caller does.
      for (uint64_t rest = special; rest; rest &= rest - 1) {
        const unsigned place = (unsigned)__builtin_ctzll(rest);
        const uint8_t class = class_of(text + 64 * block + place);
        for (int row = 0; row < 8; row += 1) found[row] |= (uint64_t)(class >> row & 1) << place;
      }
      for (int row = 0; row < CBLOCKS_ROW_SPECIAL; row += 1) {
        const uint64_t compared = row < 8 ? mask : ~0ull;
        expect(level, row, text, block, expected[block][row] & compared, found[row] & compared);
      }
    }
    if (filled != expected_filled) fail(level, "the result", NULL, 0, expected_filled, filled);
    for (int row = 0; row < CBLOCKS_ROW_COUNT; row += 1) {
      for (size_t block = blocks; block < STRIDE; block += 1) {
        if (rows[row * STRIDE + block] != untouched) fail(level, "what lies behind a row", NULL, block, untouched, 0);
      }
    }
    blocks_done[level] += blocks;
  }
}

// MARK: Texts

/// Every byte at every place of a block, between letters, zeros and others like it.
static void check_bytes(void) {
  input = "single bytes";
  uint8_t *text = text_of(1);
  for (unsigned byte = 0; byte < 256; byte += 1) {
    const uint8_t backgrounds[] = {'a', 0, 0x80, 0xC3, 0xE2, (uint8_t)byte};
    for (size_t background = 0; background < sizeof backgrounds; background += 1) {
      for (unsigned place = 0; place < 64; place += 8) {
        memset(text, backgrounds[background], 514);
        for (unsigned block = 0; block < 8; block += 1) text[64 * block + place + block] = (uint8_t)byte;
        check(1);
      }
    }
  }
}

/// Every pair of bytes at every place of a block; at the last place the second one is the next block's.
static void check_pairs(void) {
  input = "pairs of bytes";
  uint8_t *text = text_of(1);
  for (unsigned place = 0; place < 64; place += 1) {
    memset(text, 'a', 514);
    for (unsigned pair = 0; pair < 65536; pair += 8) {
      for (unsigned block = 0; block < 8; block += 1) {
        text[64 * block + place] = (uint8_t)(pair >> 8);
        text[64 * block + place + 1] = (uint8_t)(pair + block);
      }
      check(1);
    }
  }
}

/// `E2` and every pair of bytes, around the ends of a block.
static void check_triples(void) {
  input = "E2 and pairs of bytes";
  static const uint8_t places[] = {0, 1, 2, 3, 15, 16, 31, 32, 61, 62, 63};
  uint8_t *text = text_of(1);
  for (size_t i = 0; i < sizeof places; i += 1) {
    memset(text, 'a', 514);
    for (unsigned pair = 0; pair < 65536; pair += 8) {
      for (unsigned block = 0; block < 8; block += 1) {
        // The last block's last character lies in the two bytes behind it.
        uint8_t *bytes = text + 64 * block + places[i];
        bytes[0] = 0xE2, bytes[1] = (uint8_t)(pair >> 8), bytes[2] = (uint8_t)(pair + block);
      }
      check(1);
    }
  }
}

static unsigned encode(unsigned point, uint8_t bytes[4]) {
  if (point < 0x80) {
    bytes[0] = (uint8_t)point;
    return 1;
  }
  const unsigned length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (unsigned i = length - 1; i > 0; i -= 1, point >>= 6) bytes[i] = (uint8_t)(0x80 | (point & 63));
  bytes[0] = (uint8_t)((0xF00 >> length & 0xFF) | point);
  return length;
}

/// What did not fit in the last text.
static uint8_t pending[4];
static unsigned pending_count;

/// Fills a text with characters; its first two bytes are the last one's two bytes behind its groups.
static void fill(size_t groups, unsigned (*next_point)(void)) {
  uint8_t *at = text_of(groups);
  memcpy(at, text_end - 2, 2);
  for (at += 2; at < text_end; at += 1, pending_count -= 1) {
    if (pending_count == 0) pending_count = encode(next_point(), pending);
    *at = pending[0];
    memmove(pending, pending + 1, 3);
  }
}

static unsigned counter;

static unsigned next_code_point(void) {
  const unsigned point = counter;
  counter += 1;
  const int is_scalar = point < 0xD800 || (point >= 0xE000 && point < 0x110000);
  return is_scalar ? point : 'a';
}

/// Every code point behind the one before it, four times, so that each starts at several places.
static void check_code_points(void) {
  input = "all code points";
  for (unsigned shift = 1; shift <= 4; shift += 1) {
    memset(text_end - 2, 'a', 2);
    memset(pending, 'a', 4);
    pending_count = shift;
    for (counter = 0; counter < 0x110000 + 512 * MOST_GROUPS;) {
      fill(MOST_GROUPS, next_code_point);
      check(MOST_GROUPS);
    }
  }
}

/// Which characters a random text has most.
static unsigned script;

/// A character as texts have them.
static unsigned next_text_point(void) {
  static const unsigned turkish[] = {0xE7, 0xF6, 0xFC, 0xD7, 0x11F, 0x130, 0x131, 0x15F};
  static const unsigned others[] = {0x2019, 0x201C, 0x2014, 0xB7, 0xA0, 0xAD, 0x301, 0x5D0, 0x1F600, 0x4E2D, 0x30AB};
  switch (below(8) == 0 ? 5 + below(3) : script) {
    case 0: return 'a' + below(26);
    case 1: return below(5) ? 'a' + below(26) : turkish[below(8)];
    case 2: return 0x400 + below(0x130);
    case 3: return 0x80 + below(0x780);
    case 4: return 0x2000 + below(0x80);
    case 5: return others[below(11)];
    case 6: return below(0xD800);
    default: return below(128);
  }
}

static void check_texts(unsigned long count) {
  input = "random text";
  for (unsigned long done = 0; done < count;) {
    const size_t groups = 1 + below(MOST_GROUPS);
    script = below(5);
    fill(groups, next_text_point);
    check(groups);
    done += groups;
  }
}

/// Bytes that are no UTF-8: mostly first and continuation bytes.
static void check_noise(unsigned long count) {
  input = "random bytes";
  for (unsigned long done = 0; done < count;) {
    const size_t groups = 1 + below(MOST_GROUPS);
    const unsigned mix = below(6);
    for (uint8_t *at = text_of(groups); at < text_end; at += 1) {
      switch (below(mix + 2)) {
        case 0: *at = (uint8_t)(0x80 + below(64)); break;
        case 1: *at = (uint8_t)(0xC0 + below(32)); break;
        case 2: *at = (uint8_t)below(128); break;
        case 3: *at = (uint8_t)(below(2) ? 0xC2 + below(4) : 0xD0 + below(4)); break;
        case 4: *at = (uint8_t)(below(2) ? 0xE2 : 0x80); break;
        default: *at = (uint8_t)below(256); break;
      }
    }
    check(groups);
    done += groups;
  }
}

// MARK: Offsets

static void check_offsets(unsigned long count) {
  enum { MOST = 64 * MOST_BLOCKS };
  static uint32_t offsets[MOST + 64 + 16];
  static uint8_t kinds[MOST + 64 + 64];
  input = "random starts";
  for (unsigned long done = 0; done < count; done += 1) {
    uint64_t masks[4][MOST_BLOCKS];
    const size_t blocks = 1 + below(MOST_BLOCKS);
    const unsigned density = below(7);
    for (size_t block = 0; block < blocks; block += 1) {
      for (int mask = 0; mask < 4; mask += 1) masks[mask][block] = next_random();
      for (unsigned i = 1; i < density; i += 1) masks[0][block] &= next_random();
      if (below(16) == 0) masks[0][block] = below(2) ? 0 : UINT64_MAX;
    }
    const cblocks_cuts cuts = {masks[0], masks[1], masks[2], masks[3]};
    const uint32_t base = (uint32_t)next_random() & 0x7FFFFFC0;
    for (int level = 0; level < LEVELS; level += 1) {
      if (!cblocks_has_level(level)) continue;
      memset(offsets, 0xA5, sizeof offsets);
      memset(kinds, 0xA5, sizeof kinds);
      const size_t found = cblocks_emit(level, cuts, blocks, base, offsets, kinds);
      size_t expected = 0;
      for (size_t i = 0; i < 64 * blocks; i += 1) {
        if (!(masks[0][i / 64] >> i % 64 & 1)) continue;
        uint64_t kind = 0;
        for (int mask = 1; mask < 4; mask += 1) kind |= (masks[mask][i / 64] >> i % 64 & 1) << (mask - 1);
        if (offsets[expected] != base + i) fail(level, "an offset", NULL, i / 64, base + i, offsets[expected]);
        if (kinds[expected] != kind) fail(level, "a kind", NULL, i / 64, kind, kinds[expected]);
        expected += 1;
      }
      if (found != expected) fail(level, "the number of starts", NULL, 0, expected, found);
      if (offsets[found + 64] != 0xA5A5A5A5) fail(level, "what lies behind the offsets", NULL, 0, 0xA5A5A5A5, 0);
      if (kinds[found + 64] != 0xA5) fail(level, "what lies behind the kinds", NULL, 0, 0xA5, kinds[found + 64]);
      blocks_emitted[level] += blocks;
    }
  }
}

int main(int argc, char **argv) {
  const unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 20000;
  make_room();
  use_plain_classes();
  check_pairs();
  check_texts(count), check_noise(count);
  for (int round = 0; round < 2; round += 1) {
    check_bytes(), check_triples(), check_code_points();
    use_random_classes();
  }
  for (int round = 0; round < 10; round += 1) {
    use_random_classes();
    check_texts(count / 10), check_noise(count / 10);
  }
  check_offsets(count);
  for (int level = 0; level < LEVELS; level += 1) {
    if (!cblocks_has_level(level)) continue;
    printf("%s: %llu blocks classified, %llu characters left to the caller, %llu blocks written out, as expected\n",
           level_names[level], blocks_done[level], characters_left[level], blocks_emitted[level]);
  }
  return 0;
}

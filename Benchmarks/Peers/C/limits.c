// What no tokenizer can beat: limits LIMIT FILE ROUNDS
//
//   read                memchr for a byte that UTF-8 never holds: every byte is looked at
//   whitespace-avx512   a split at ASCII white space, 64 bytes at once, ends stored as 32 bits
//   whitespace-avx2     the same with two times 32 bytes
//   whitespace-bytes    the same, byte by byte, without a branch

#include "../../Sources/CWhiteSpace/whitespace.c"
#include "rounds.h"

typedef struct {
  text_t text;
  uint32_t *ends;
  int32_t way;
} state_t;

static size_t read_all(void *opaque) {
  state_t *state = opaque;
  const char *found = memchr(state->text.bytes, 0xFF, state->text.length);
  return found == NULL ? state->text.length : (size_t)(found - state->text.bytes);
}

static size_t split(void *opaque) {
  state_t *state = opaque;
  return whitespace_split(state->way, (const uint8_t *)state->text.bytes, state->text.length,
                          state->ends);
}

int main(int argc, char **argv) {
  if (argc != 4) unavailable("usage: limits LIMIT FILE ROUNDS");
  static const char *const ways[] = {"whitespace-bytes", "whitespace-avx2", "whitespace-avx512"};
  bool is_read = !strcmp(argv[1], "read");
  int32_t way = 0;
  while (!is_read && way < 3 && strcmp(argv[1], ways[way])) way++;
  if (!whitespace_has(way)) unavailable("this machine has no such instructions");

  text_t text = read_text(argv[2]);
  state_t state = {text, buffer((text.length + 64) * sizeof(uint32_t)), way};
  run_rounds(argv[1], "", text.length, atoi(argv[3]), is_read ? read_all : split, &state);
}

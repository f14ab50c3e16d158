// GNU libunistring's word boundaries: unistring FILE ROUNDS
//
// The library writes a flag for each byte; adding the flags up is part of the pass, as others count
// too. The compiler does that with vectors, so it is next to nothing.

#include <unistring/version.h>
#include <uniwbrk.h>

#include "rounds.h"

typedef struct {
  text_t text;
  char *flags;
} state_t;

static size_t count_words(void *opaque) {
  state_t *state = opaque;
  u8_wordbreaks((const uint8_t *)state->text.bytes, state->text.length, state->flags);
  // The start of the text is a boundary that the library does not flag.
  size_t count = state->text.length > 0;
  for (size_t index = 0; index < state->text.length; index++) count += (size_t)state->flags[index];
  return count;
}

int main(int argc, char **argv) {
  if (argc != 3) unavailable("usage: unistring FILE ROUNDS");
  text_t text = read_text(argv[1]);
  state_t state = {text, buffer(text.length)};
  char version[64];
  snprintf(version, sizeof version, "%d.%d", _libunistring_version >> 16,
           _libunistring_version >> 8 & 0xFF);
  run_rounds("unistring", version, text.length, atoi(argv[2]), count_words, &state);
}

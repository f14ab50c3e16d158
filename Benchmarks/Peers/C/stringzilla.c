// StringZilla's word boundaries: stringzilla LEVEL FILE ROUNDS
//
// LEVEL is one of the levels that its dispatch chooses from, or `best` for the one it would choose
// here. Starts and lengths of words are written, in batches whose arrays stay in the second cache;
// one call with arrays for the whole text is no faster.

#include <stringzilla/stringzilla.h>

#include "rounds.h"

enum { batch = 16384 };

typedef sz_size_t (*kernel_t)(sz_cptr_t, sz_size_t, sz_size_t *, sz_size_t *, sz_size_t, sz_size_t *);

typedef struct {
  const char *name;
  sz_capability_t needs;
  kernel_t kernel;
} level_t;

/// From the plainest to the best, in the order in which the dispatch of the library overrides them.
static const level_t levels[] = {
    {"serial", sz_cap_serial_k, sz_utf8_wordbreaks_serial},
#if SZ_USE_HASWELL
    {"haswell", sz_cap_haswell_k, sz_utf8_wordbreaks_haswell},
#endif
#if SZ_USE_NEON
    {"neon", sz_cap_neon_k, sz_utf8_wordbreaks_neon},
#endif
#if SZ_USE_ICELAKE
    {"icelake", sz_cap_icelake_k, sz_utf8_wordbreaks_icelake},
#endif
};

typedef struct {
  text_t text;
  kernel_t kernel;
  sz_size_t starts[batch], lengths[batch];
} state_t;

static size_t count_words(void *opaque) {
  state_t *state = opaque;
  size_t count = 0, position = 0;
  while (position < state->text.length) {
    sz_size_t consumed = 0;
    count += state->kernel(state->text.bytes + position, state->text.length - position,
                           state->starts, state->lengths, batch, &consumed);
    position += consumed;
  }
  return count;
}

int main(int argc, char **argv) {
  if (argc != 4) unavailable("usage: stringzilla LEVEL FILE ROUNDS");
  sz_capability_t machine = sz_capabilities_runtime();
  const level_t *chosen = NULL;
  for (size_t index = 0; index < sizeof levels / sizeof *levels; index++) {
    if ((machine & levels[index].needs) == 0) continue;
    if (!strcmp(argv[1], "best") || !strcmp(argv[1], levels[index].name)) chosen = &levels[index];
  }
  if (chosen == NULL) unavailable("this machine or compiler has no such level");

  static state_t state;
  state.text = read_text(argv[2]);
  state.kernel = chosen->kernel;
  char peer[64], version[64];
  snprintf(peer, sizeof peer, "stringzilla-%s", chosen->name);
  snprintf(version, sizeof version, "%d.%d.%d", STRINGZILLA_H_VERSION_MAJOR,
           STRINGZILLA_H_VERSION_MINOR, STRINGZILLA_H_VERSION_PATCH);
  run_rounds(peer, version, state.text.length, atoi(argv[3]), count_words, &state);
}

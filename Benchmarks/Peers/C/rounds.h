// What every peer in C shares: reading a file, and running rounds that the driver starts.
//
// A round is one pass to warm up, then as many passes as fill 50 ms. Before each round the program
// waits for a line on standard input, so that a driver can let peers take turns; at the end of the
// input it waits no longer. After each round it prints one JSON line.

#pragma once

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/// A text in memory with 64 readable zero bytes behind it.
typedef struct {
  const char *bytes;
  size_t length;
} text_t;

/// Says why a peer cannot run, as the last line on standard error, and ends.
static inline _Noreturn void unavailable(const char *reason) {
  fprintf(stderr, "%s\n", reason);
  exit(2);
}

/// Memory that is there: its pages are touched here, not in a round.
static inline void *buffer(size_t bytes) {
  void *memory = malloc(bytes + 64);
  if (memory == NULL) unavailable("out of memory");
  return memset(memory, 0, bytes + 64);
}

static inline text_t read_text(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) unavailable(strerror(errno));
  size_t length = (size_t)ftell(file);
  rewind(file);
  char *bytes = buffer(length);
  if (fread(bytes, 1, length, file) != length) unavailable("the file changed while it was read");
  fclose(file);
  return (text_t){bytes, length};
}

static inline double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/// Runs rounds of a body, which takes its state and returns what it counts.
static inline void run_rounds(const char *peer, const char *version, size_t bytes, int rounds,
                              size_t (*body)(void *), void *state) {
  char line[64];
  for (int round = 0; round < rounds; round++) {
    (void)!fgets(line, sizeof line, stdin);
    size_t count = body(state);
    int passes = 0;
    double start = seconds_now(), spent = 0;
    while (spent < 0.05) {
      if (body(state) != count) unavailable("two passes count differently");
      passes++;
      spent = seconds_now() - start;
    }
    printf("{\"peer\": \"%s\", \"version\": \"%s\", \"seconds\": %.9f, \"count\": %zu, "
           "\"bytes\": %zu, \"passes\": %d}\n",
           peer, version, spent / passes, count, bytes, passes);
    fflush(stdout);
  }
}

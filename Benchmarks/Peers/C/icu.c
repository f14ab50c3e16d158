// ICU's word iterator: icu ENCODING FILE ROUNDS, with ENCODING utf16 or utf8.
//
// It walks and counts; no list is made. Conversion to UTF-16 is not measured.

#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include "rounds.h"

static size_t count_words(void *iterator) {
  size_t count = 0;
  ubrk_first(iterator);
  while (ubrk_next(iterator) != UBRK_DONE) count++;
  return count;
}

int main(int argc, char **argv) {
  if (argc != 4) unavailable("usage: icu ENCODING FILE ROUNDS");
  text_t text = read_text(argv[2]);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  char peer[64], version[64], icu[U_MAX_VERSION_STRING_LENGTH];
  if (!strcmp(argv[1], "utf16")) {
    UChar *units = buffer(2 * text.length);
    int32_t count = 0;
    u_strFromUTF8(units, (int32_t)text.length, &count, text.bytes, (int32_t)text.length, &status);
    ubrk_setText(iterator, units, count, &status);
  } else {
    UText *units = utext_openUTF8(NULL, text.bytes, (int64_t)text.length, &status);
    ubrk_setUText(iterator, units, &status);
  }
  if (U_FAILURE(status)) unavailable(u_errorName(status));

  UVersionInfo numbers;
  u_getVersion(numbers);
  u_versionToString(numbers, icu);
  snprintf(peer, sizeof peer, "icu-%s", argv[1]);
  snprintf(version, sizeof version, "%s", icu);
  run_rounds(peer, version, text.length, atoi(argv[3]), count_words, iterator);
}

// Transliteration, through ICU's UTransliterator.

#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct cicu_transliterator {
  UTransliterator *handle;
};

// UTF-16 of UTF-8 text in memory of its own, with room for `extra` more units; NULL with a status on failure.
static UChar *wide_copy(const char *text, int32_t length, int32_t extra, int32_t *units, UErrorCode *error) {
  UChar *wide = malloc(sizeof(UChar) * ((size_t)length + (size_t)extra + 1));
  if (wide == NULL) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  u_strFromUTF8WithSub(wide, length + extra + 1, units, text, length, 0xFFFD, NULL, error);
  if (U_FAILURE(*error)) {
    free(wide);
    return NULL;
  }
  return wide;
}

cicu_transliterator *cicu_transliterator_open(const char *id, const char *rules, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UParseError place;
  int32_t id_units = 0, rule_units = 0;
  UChar *wide_rules = NULL;
  UTransliterator *handle = NULL;
  UChar *wide_id = wide_copy(id, (int32_t)strlen(id), 0, &id_units, &error);
  if (wide_id != NULL && rules != NULL) wide_rules = wide_copy(rules, (int32_t)strlen(rules), 0, &rule_units, &error);
  if (U_SUCCESS(error)) {
    handle = utrans_openU(wide_id, id_units, UTRANS_FORWARD, wide_rules, rule_units, &place, &error);
  }
  free(wide_id);
  free(wide_rules);
  cicu_transliterator *result = NULL;
  if (U_SUCCESS(error)) {
    result = malloc(sizeof *result);
    if (result == NULL) {
      utrans_close(handle);
      error = U_MEMORY_ALLOCATION_ERROR;
    } else {
      result->handle = handle;
    }
  }
  *status = U_FAILURE(error) ? error : 0;
  return result;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  if (transliterator == NULL) return;
  utrans_close(transliterator->handle);
  free(transliterator);
}

int64_t cicu_transliterate(const cicu_transliterator *transliterator, const uint8_t *text, int32_t length,
                           uint8_t *target, int32_t capacity) {
  // ICU works in place and cannot say beforehand how long the result will be.
  for (int32_t factor = 4; factor <= 64; factor *= 4) {
    if (length > (INT32_MAX - 65) / (factor + 1)) return -(int64_t)U_BUFFER_OVERFLOW_ERROR;
    UErrorCode error = U_ZERO_ERROR;
    int32_t extra = length * factor + 64;
    int32_t units = 0;
    UChar *wide = wide_copy((const char *)text, length, extra, &units, &error);
    if (wide == NULL) return -(int64_t)error;
    int32_t limit = units;
    utrans_transUChars(transliterator->handle, wide, &units, length + extra + 1, 0, &limit, &error);
    int32_t needed = 0;
    if (U_SUCCESS(error)) {
      u_strToUTF8WithSub((char *)target, capacity, &needed, wide, units, 0xFFFD, NULL, &error);
      if (error == U_BUFFER_OVERFLOW_ERROR) error = U_ZERO_ERROR;
      free(wide);
      return U_FAILURE(error) ? -(int64_t)error : needed;
    }
    free(wide);
    if (error != U_BUFFER_OVERFLOW_ERROR) return -(int64_t)error;
  }
  return -(int64_t)U_BUFFER_OVERFLOW_ERROR;
}

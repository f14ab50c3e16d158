// Detecting and decoding charsets other than UTF-8.

#include "cicu.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

int32_t cicu_detect_charset(const uint8_t *bytes, int32_t length, char *name, int32_t capacity, int32_t *confidence) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  ucsdet_setText(detector, (const char *)bytes, length, &error);
  const UCharsetMatch *match = ucsdet_detect(detector, &error);
  if (U_SUCCESS(error) && match == NULL) error = U_INVALID_CHAR_FOUND;
  if (U_SUCCESS(error)) {
    snprintf(name, (size_t)capacity, "%s", ucsdet_getName(match, &error));
    *confidence = ucsdet_getConfidence(match, &error);
  }
  ucsdet_close(detector);
  return U_FAILURE(error) ? error : 0;
}

int64_t cicu_decode(const char *charset, const uint8_t *bytes, int32_t length, uint8_t *target, int32_t capacity,
                    int32_t *replacements) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &error);
  if (U_FAILURE(error)) return -(int64_t)error;
  int64_t result;
  int32_t units = ucnv_toUChars(converter, NULL, 0, (const char *)bytes, length, &error);
  if (error != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(error)) {
    ucnv_close(converter);
    return -(int64_t)error;
  }
  UChar *wide = malloc(sizeof(UChar) * ((size_t)units + 1));
  if (wide == NULL) {
    ucnv_close(converter);
    return -(int64_t)U_MEMORY_ALLOCATION_ERROR;
  }
  error = U_ZERO_ERROR;
  ucnv_reset(converter);
  units = ucnv_toUChars(converter, wide, units + 1, (const char *)bytes, length, &error);
  ucnv_close(converter);
  int32_t replaced = 0;
  // Some charsets say U+001A for what they do not define; it is one if the text holds no such byte itself.
  bool holds_substitute = memchr(bytes, 0x1A, (size_t)length) != NULL;
  for (int32_t i = 0; i < units; i += 1) {
    if (wide[i] == 0x1A && !holds_substitute) wide[i] = 0xFFFD;
    if (wide[i] == 0xFFFD) replaced += 1;
  }
  *replacements = replaced;
  int32_t needed = 0;
  if (U_SUCCESS(error)) {
    u_strToUTF8WithSub((char *)target, capacity, &needed, wide, units, 0xFFFD, NULL, &error);
  }
  free(wide);
  if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) return -(int64_t)error;
  result = needed;
  return result;
}

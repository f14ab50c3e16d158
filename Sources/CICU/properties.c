// Versions, error names and properties of code points.

#include "cicu.h"

#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

static void write_version(const UVersionInfo version, char *buffer, int32_t capacity) {
  snprintf(buffer, (size_t)capacity, "%d.%d", version[0], version[1]);
}

void cicu_icu_version(char *buffer, int32_t capacity) {
  UVersionInfo version;
  u_getVersion(version);
  write_version(version, buffer, capacity);
}

void cicu_unicode_version(char *buffer, int32_t capacity) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  write_version(version, buffer, capacity);
}

const char *cicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

uint8_t cicu_general_category(uint32_t scalar) { return (uint8_t)u_charType((UChar32)scalar); }

bool cicu_is_uppercase(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_UPPERCASE); }

bool cicu_is_lowercase(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_LOWERCASE); }

bool cicu_is_white_space(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_WHITE_SPACE); }

bool cicu_is_default_ignorable(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool cicu_is_cyrillic(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript((UChar32)scalar, &error) == USCRIPT_CYRILLIC;
}

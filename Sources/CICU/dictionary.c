// ICU's dictionaries of words, and what decides which characters they cut.

#include "cicu.h"

#include <string.h>
#include <unicode/udata.h>
#include <unicode/ures.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

#define BRKITR U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr"

enum { NAME_LENGTH = 64, PATTERN_LENGTH = 256, OLDEST_KNOWN = 72, NEWEST_KNOWN = 78 };

// The indexes of a file of format 1, as `dictionarydata.h` numbers them.
enum { STRING_TRIE_OFFSET = 0, RESERVED1_OFFSET = 1, TRIE_TYPE = 4, TRANSFORM = 5 };
enum { TRIE_TYPE_MASK = 7, TRIE_TYPE_BYTES = 0, TRIE_TYPE_UNITS = 1 };
enum { TRANSFORM_TYPE_MASK = 0x7f000000, TRANSFORM_TYPE_OFFSET = 0x1000000, TRANSFORM_OFFSET_MASK = 0x1fffff };

// The file that a table of the root bundle names for a script, without its extension.
static void file_name(const char *table, const char *script, char *name, UErrorCode *error) {
  UResourceBundle *root = ures_open(BRKITR, "", error);
  UResourceBundle *files = ures_getByKey(root, table, NULL, error);
  int32_t length = 0;
  const UChar *value = ures_getStringByKey(files, script, &length, error);
  if (U_SUCCESS(*error) && length >= NAME_LENGTH) *error = U_BUFFER_OVERFLOW_ERROR;
  if (U_SUCCESS(*error)) {
    u_UCharsToChars(value, name, length);
    name[length] = 0;
    char *point = strrchr(name, '.');
    if (point != NULL) *point = 0;
  }
  ures_close(files);
  ures_close(root);
}

static UBool is_known(void *context, const char *type, const char *name, const UDataInfo *info) {
  (void)context, (void)type, (void)name;
  return memcmp(info->dataFormat, "Dict", 4) == 0 && info->formatVersion[0] == 1;
}

// Whether ICU has a neural model for a script, which it would use instead (`CreateLSTMDataForScript`).
static bool has_model(const char *script) {
  UErrorCode error = U_ZERO_ERROR;
  char name[NAME_LENGTH];
  file_name("lstm", script, name, &error);
  if (error == U_MISSING_RESOURCE_ERROR) return false;
  UResourceBundle *model = ures_openDirect(BRKITR, name, &error);
  ures_close(model);
  return error != U_MISSING_RESOURCE_ERROR;
}

int32_t cicu_dictionary_open(const char *script, cicu_dictionary *dictionary) {
  memset(dictionary, 0, sizeof *dictionary);
  UVersionInfo version;
  u_getVersion(version);
  if (version[0] < OLDEST_KNOWN || version[0] > NEWEST_KNOWN || has_model(script)) return CICU_DICTIONARY_UNKNOWN;
  UErrorCode error = U_ZERO_ERROR;
  char name[NAME_LENGTH];
  file_name("dictionaries", script, name, &error);
  if (error == U_MISSING_RESOURCE_ERROR) return CICU_DICTIONARY_NONE;
  // It stays open: closing it could unmap what was handed out.
  UDataMemory *file = udata_openChoice(BRKITR, "dict", name, is_known, NULL, &error);
  if (U_FAILURE(error)) return CICU_DICTIONARY_UNKNOWN;
  const int32_t *indexes = udata_getMemory(file);
  int32_t start = indexes[STRING_TRIE_OFFSET];
  dictionary->trie = (const uint8_t *)indexes + start;
  dictionary->size = indexes[RESERVED1_OFFSET] - start;
  int32_t transform = indexes[TRANSFORM];
  switch (indexes[TRIE_TYPE] & TRIE_TYPE_MASK) {
  case TRIE_TYPE_UNITS:
    if (transform == 0) return CICU_DICTIONARY_UNITS;
    break;
  case TRIE_TYPE_BYTES:
    dictionary->offset = (uint32_t)(transform & TRANSFORM_OFFSET_MASK);
    if ((transform & TRANSFORM_TYPE_MASK) == TRANSFORM_TYPE_OFFSET) return CICU_DICTIONARY_BYTES;
    break;
  }
  return CICU_DICTIONARY_UNKNOWN;
}

int32_t cicu_set_ranges(const char *pattern, uint32_t *starts, uint32_t *ends, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar wide[PATTERN_LENGTH];
  int32_t length = 0;
  u_strFromUTF8(wide, PATTERN_LENGTH, &length, pattern, -1, &error);
  USet *set = U_SUCCESS(error) ? uset_openPattern(wide, length, &error) : NULL;
  if (U_FAILURE(error)) return -error;
  int32_t count = uset_getItemCount(set);
  for (int32_t i = 0; i < count && i < capacity; i += 1) {
    UChar32 start = 0, end = 0;
    uset_getItem(set, i, &start, &end, NULL, 0, &error);
    starts[i] = (uint32_t)start;
    ends[i] = (uint32_t)end + 1;
  }
  uset_close(set);
  return count;
}

bool cicu_has_no_script(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript((UChar32)scalar, &error) == USCRIPT_COMMON;
}

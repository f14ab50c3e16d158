// The compiled form of ICU's boundary rules, and what it says of code points.

#include "cicu.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucptrie.h>
#include <unicode/ustring.h>

enum { RULE_UNITS = 8192 };

int32_t cicu_compiled_rules(int32_t kind, const char *rules, uint8_t *target, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator;
  if (rules == NULL) {
    iterator = ubrk_open(kind == CICU_RULES_SENTENCES ? UBRK_SENTENCE : UBRK_WORD, "", NULL, 0, &error);
  } else {
    UChar wide[RULE_UNITS];
    int32_t length = 0;
    UParseError place;
    u_strFromUTF8(wide, RULE_UNITS, &length, rules, -1, &error);
    iterator = ubrk_openRules(wide, length, NULL, 0, &place, &error);
  }
  int32_t length = U_SUCCESS(error) ? ubrk_getBinaryRules(iterator, target, capacity, &error) : 0;
  ubrk_close(iterator);
  if (error == U_BUFFER_OVERFLOW_ERROR) return length;
  return U_FAILURE(error) ? -error : length;
}

int32_t cicu_category_ranges(const uint8_t *trie, int32_t length, uint32_t *ends, uint8_t *categories,
                             int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UCPTrie *map = ucptrie_openFromBinary(UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, trie, length, NULL, &error);
  if (U_FAILURE(error)) return -error;
  int32_t count = 0;
  uint32_t value;
  for (UChar32 start = 0, end; (end = ucptrie_getRange(map, start, UCPMAP_RANGE_NORMAL, 0, NULL, NULL, &value)) >= 0;
       start = end + 1) {
    if (count < capacity) {
      ends[count] = (uint32_t)end + 1;
      categories[count] = (uint8_t)value;
    }
    count += 1;
  }
  ucptrie_close(map);
  return count;
}

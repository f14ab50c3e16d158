// Word and sentence boundaries over UTF-8 and UTF-16, through ICU's break iterators.

#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_breaker {
  UBreakIterator *iterator;
  UText text;
};

cicu_breaker *cicu_breaker_open(int32_t rules, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(rules == CICU_RULES_SENTENCES ? UBRK_SENTENCE : UBRK_WORD, "", NULL, 0, &error);
  if (U_FAILURE(error)) {
    *status = error;
    return NULL;
  }
  cicu_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaker->iterator = iterator;
  UText empty = UTEXT_INITIALIZER;
  breaker->text = empty;
  *status = 0;
  return breaker;
}

void cicu_breaker_close(cicu_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  free(breaker);
}

int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint8_t *text, int64_t length) {
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&breaker->text, (const char *)text, length, &error);
  // The iterator clones the UText shallowly: it keeps pointing at the caller's bytes.
  ubrk_setUText(breaker->iterator, &breaker->text, &error);
  if (U_SUCCESS(error)) ubrk_first(breaker->iterator);
  return U_FAILURE(error) ? error : 0;
}

int32_t cicu_breaker_set_text16(cicu_breaker *breaker, const uint16_t *text, int32_t length) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)text, length, &error);
  if (U_SUCCESS(error)) ubrk_first(breaker->iterator);
  return U_FAILURE(error) ? error : 0;
}

static uint8_t sort_of(int32_t rule_status) {
  if (rule_status < UBRK_WORD_NONE_LIMIT) return CICU_SEGMENT_OTHER;
  if (rule_status < UBRK_WORD_NUMBER_LIMIT) return CICU_SEGMENT_NUMBER;
  if (rule_status < UBRK_WORD_LETTER_LIMIT) return CICU_SEGMENT_LETTER;
  if (rule_status < UBRK_WORD_KANA_LIMIT) return CICU_SEGMENT_KANA;
  return CICU_SEGMENT_IDEOGRAPH;
}

int32_t cicu_breaker_next(cicu_breaker *breaker, uint32_t *ends, uint8_t *sorts, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t end = ubrk_next(breaker->iterator);
    if (end == UBRK_DONE) break;
    ends[count] = (uint32_t)end;
    if (sorts != NULL) sorts[count] = sort_of(ubrk_getRuleStatus(breaker->iterator));
    count += 1;
  }
  return count;
}

static int64_t count_words(UBreakIterator *iterator) {
  int64_t count = 0;
  ubrk_first(iterator);
  while (ubrk_next(iterator) != UBRK_DONE) count += 1;
  return count;
}

int64_t cicu_count_words_utf16(const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", (const UChar *)text, length, &error);
  int64_t count = U_SUCCESS(error) ? count_words(iterator) : 0;
  ubrk_close(iterator);
  *status = U_FAILURE(error) ? error : 0;
  return count;
}

int64_t cicu_count_words_utf8(const uint8_t *text, int64_t length, int32_t *status) {
  cicu_breaker *breaker = cicu_breaker_open(CICU_RULES_WORDS, status);
  if (breaker == NULL) return 0;
  *status = cicu_breaker_set_text(breaker, text, length);
  int64_t count = *status == 0 ? count_words(breaker->iterator) : 0;
  cicu_breaker_close(breaker);
  return count;
}

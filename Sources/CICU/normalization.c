// Normalization forms, case folding and case mapping.

#include "cicu.h"

#include <stdlib.h>
#include <unicode/ucasemap.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { STACK_UNITS = 512 };

// Runs one Normalizer2 over code points, through UTF-16 on the stack or, for long runs, on the heap.
static int32_t normalize(const UNormalizer2 *normalizer, const uint32_t *source, int32_t length, uint32_t *target,
                         int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar stack_in[STACK_UNITS], stack_out[STACK_UNITS];
  UChar *in = stack_in, *out = stack_out;
  UChar *heap_in = NULL, *heap_out = NULL;
  int32_t result = -U_MEMORY_ALLOCATION_ERROR;

  if (length * 2 > STACK_UNITS) {
    heap_in = malloc(sizeof(UChar) * 2 * (size_t)length);
    if (heap_in == NULL) goto done;
    in = heap_in;
  }
  int32_t in_length = 0;
  for (int32_t i = 0; i < length; i += 1) {
    uint32_t c = source[i];
    if (c > 0xFFFF) {
      in[in_length++] = (UChar)(0xD7C0 + (c >> 10));
      in[in_length++] = (UChar)(0xDC00 | (c & 0x3FF));
    } else {
      in[in_length++] = (UChar)c;
    }
  }
  int32_t out_length = unorm2_normalize(normalizer, in, in_length, out, STACK_UNITS, &error);
  if (error == U_BUFFER_OVERFLOW_ERROR) {
    error = U_ZERO_ERROR;
    heap_out = malloc(sizeof(UChar) * (size_t)out_length);
    if (heap_out == NULL) goto done;
    out = heap_out;
    out_length = unorm2_normalize(normalizer, in, in_length, out, out_length, &error);
  }
  if (U_FAILURE(error)) {
    result = -error;
    goto done;
  }
  int32_t count = 0;
  for (int32_t i = 0; i < out_length;) {
    UChar32 c;
    U16_NEXT(out, i, out_length, c);
    if (count < capacity) target[count] = (uint32_t)c;
    count += 1;
  }
  result = count;
done:
  free(heap_in);
  free(heap_out);
  return result;
}

// ICU's Normalizer2 instances are immutable singletons; getting one is cheap and thread-safe.
static const UNormalizer2 *nfc(void) {
  UErrorCode error = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&error);
}

bool cicu_nfc_has_boundary_before(uint32_t scalar) { return unorm2_hasBoundaryBefore(nfc(), (UChar32)scalar); }

bool cicu_nfc_is_inert(uint32_t scalar) { return unorm2_isInert(nfc(), (UChar32)scalar); }

int32_t cicu_nfc(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity) {
  return normalize(nfc(), source, length, target, capacity);
}

int32_t cicu_nfd(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFDInstance(&error);
  return U_FAILURE(error) ? -error : normalize(normalizer, source, length, target, capacity);
}

int32_t cicu_nfkc_casefold(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&error);
  return U_FAILURE(error) ? -error : normalize(normalizer, source, length, target, capacity);
}

typedef int32_t (*case_function)(const UCaseMap *, char *, int32_t, const char *, int32_t, UErrorCode *);

static int64_t map_case(case_function function, const char *locale, const uint8_t *source, int32_t length,
                        uint8_t *target, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UCaseMap *map = ucasemap_open(locale, 0, &error);
  if (U_FAILURE(error)) return -(int64_t)error;
  int32_t result = function(map, (char *)target, capacity, (const char *)source, length, &error);
  ucasemap_close(map);
  if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) return -(int64_t)error;
  return result;
}

int64_t cicu_to_lower(const char *locale, const uint8_t *source, int32_t length, uint8_t *target, int32_t capacity) {
  return map_case(ucasemap_utf8ToLower, locale, source, length, target, capacity);
}

int64_t cicu_to_upper(const char *locale, const uint8_t *source, int32_t length, uint8_t *target, int32_t capacity) {
  return map_case(ucasemap_utf8ToUpper, locale, source, length, target, capacity);
}

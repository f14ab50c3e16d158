// Normalization forms, case folding and case mapping.

#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { STACK_UNITS = 512, LONG_RUN = 64 };

// Runs one Normalizer2 over code points, through UTF-16 on the stack or, for long runs, on the heap.
static int32_t normalize(const UNormalizer2 *normalizer, const uint32_t *source, int32_t length, uint32_t *target,
                         int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar stack_in[STACK_UNITS], stack_out[STACK_UNITS];
  UChar *in = stack_in, *out = stack_out;
  UChar *heap_in = NULL, *heap_out = NULL;
  int32_t result = -U_MEMORY_ALLOCATION_ERROR;

  if (length > STACK_UNITS / 2) {
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

void cicu_nfc_classes(uint32_t first, int32_t count, uint8_t *classes) {
  const UNormalizer2 *normalizer = nfc();
  for (int32_t i = 0; i < count; i += 1) {
    UChar32 c = (UChar32)first + i;
    // Most code points are inert, and asking that is four times as fast as the two properties.
    if (unorm2_isInert(normalizer, c)) {
      classes[i] = 0;
    } else if (u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES) {
      classes[i] = u_getCombiningClass(c);
    } else {
      classes[i] = 255;
    }
  }
}

bool cicu_folds_to_itself(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&error);
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
  if (U_FAILURE(error) || u_charType((UChar32)scalar) == U_NON_SPACING_MARK) return false;
  UChar mapping[32];
  return unorm2_getDecomposition(casefold, (UChar32)scalar, mapping, 32, &error) < 0 &&
         unorm2_getDecomposition(nfd, (UChar32)scalar, mapping, 32, &error) < 0;
}

// Sorts runs of combining marks by their class, stably. `classes` and `spare` are as long as `scalars`.
static void order_marks(uint32_t *scalars, const uint8_t *classes, uint32_t *spare, size_t count) {
  for (size_t start = 0; start < count;) {
    if (classes[start] == 0) {
      start += 1;
      continue;
    }
    size_t places[257] = {0};
    size_t end = start;
    while (end < count && classes[end] != 0) places[classes[end++] + 1] += 1;
    for (int i = 1; i <= 256; i += 1) places[i] += places[i - 1];
    for (size_t i = start; i < end; i += 1) spare[places[classes[i]]++] = scalars[i];
    memcpy(scalars + start, spare, (end - start) * sizeof *scalars);
    start = end;
  }
}

// NFC of a long run of code points. ICU inserts each mark where its class belongs, which takes hours for megabytes of
// marks in the wrong order; so they are decomposed and ordered first, in linear time, and ICU finds them in order.
static int32_t compose_long(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
  if (U_FAILURE(error)) return -error;
  // A code point decomposes into four at most.
  size_t room = (size_t)length * 4;
  uint32_t *scalars = malloc(room * sizeof *scalars);
  uint32_t *spare = malloc(room * sizeof *spare);
  uint8_t *classes = malloc(room);
  int32_t result = -U_MEMORY_ALLOCATION_ERROR;
  if (scalars != NULL && spare != NULL && classes != NULL) {
    size_t count = 0;
    for (int32_t i = 0; i < length; i += 1) {
      UChar parts[32];
      int32_t units = unorm2_getDecomposition(nfd, (UChar32)source[i], parts, 32, &error);
      if (units < 0) {
        scalars[count++] = source[i];
        continue;
      }
      for (int32_t unit = 0; unit < units;) {
        UChar32 c;
        U16_NEXT(parts, unit, units, c);
        scalars[count++] = (uint32_t)c;
      }
    }
    for (size_t i = 0; i < count; i += 1) classes[i] = u_getCombiningClass((UChar32)scalars[i]);
    order_marks(scalars, classes, spare, count);
    if (count <= INT32_MAX / 4) result = normalize(nfc(), scalars, (int32_t)count, target, capacity);
  }
  free(scalars);
  free(spare);
  free(classes);
  return result;
}

int32_t cicu_nfc(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity) {
  if (length > LONG_RUN) return compose_long(source, length, target, capacity);
  return normalize(nfc(), source, length, target, capacity);
}

int32_t cicu_nfd(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFDInstance(&error);
  return U_FAILURE(error) ? -error : normalize(normalizer, source, length, target, capacity);
}

int32_t cicu_nfkc(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&error);
  return U_FAILURE(error) ? -error : normalize(normalizer, source, length, target, capacity);
}

bool cicu_nfkc_has_boundary_before(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  return unorm2_hasBoundaryBefore(unorm2_getNFKCInstance(&error), (UChar32)scalar);
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

// A small C face on ICU 72 and later: just what Dragoman needs, and no ICU type.
//
// ICU's own headers must not be seen by Swift: Foundation carries another ICU, and the two clash. So every
// function here takes and gives plain C types. A status of 0 is success, a positive one is ICU's UErrorCode;
// `cicu_status_name` gives its name.

#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: Versions and errors

/// The version of the ICU that is linked at run time, such as "72.1".
void cicu_icu_version(char *buffer, int32_t capacity);

/// The version of Unicode that this ICU implements, such as "15.0".
void cicu_unicode_version(char *buffer, int32_t capacity);

/// ICU's name for a status, such as "U_MISSING_RESOURCE_ERROR".
const char *cicu_status_name(int32_t status);

// MARK: Boundaries

/// Which of ICU's root rules.
enum {
  CICU_RULES_WORDS = 0,
  /// Without any language's suppressions.
  CICU_RULES_SENTENCES = 1,
};

/// An ICU break iterator. Not thread-safe: one per task.
typedef struct cicu_breaker cicu_breaker;

/// The sort of a word segment as ICU's rule status tells it.
enum {
  CICU_SEGMENT_OTHER = 0,
  CICU_SEGMENT_NUMBER = 1,
  CICU_SEGMENT_LETTER = 2,
  CICU_SEGMENT_KANA = 3,
  CICU_SEGMENT_IDEOGRAPH = 4,
};

/// Opens root rules. NULL with a status on failure.
cicu_breaker *cicu_breaker_open(int32_t rules, int32_t *status);

/// Closes a breaker.
void cicu_breaker_close(cicu_breaker *breaker);

/// Points the breaker at UTF-8 text of fewer than 2^31 bytes, which must outlive the walk. Returns a status.
int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint8_t *text, int64_t length);

/// Points the breaker at UTF-16 text, which must outlive the walk; the ends count its units. Returns a status.
int32_t cicu_breaker_set_text16(cicu_breaker *breaker, const uint16_t *text, int32_t length);

/// Writes the next ends of segments and their sorts; returns how many, 0 at the end.
/// `sorts` may be NULL.
int32_t cicu_breaker_next(cicu_breaker *breaker, uint32_t *ends, uint8_t *sorts, int32_t capacity);

/// Walks the word boundaries of UTF-16 text and returns how many there are: the peer in benchmarks.
int64_t cicu_count_words_utf16(const uint16_t *text, int32_t length, int32_t *status);

/// Walks the word boundaries of UTF-8 text and returns how many there are: the peer in benchmarks.
int64_t cicu_count_words_utf8(const uint8_t *text, int64_t length, int32_t *status);

// MARK: Compiled rules

/// The compiled form of root rules, or of `rules` in ICU's rule language if that is not NULL. Returns the length in
/// bytes, which may be larger than `capacity` (then nothing useful was written), or a negative status.
int32_t cicu_compiled_rules(int32_t kind, const char *rules, uint8_t *target, int32_t capacity);

/// The ranges of code points of one category, in order, of a compiled rule set's trie: where each ends (excluded) and
/// its category. Returns how many there are, which may be more than `capacity`, or a negative status. The trie must be
/// aligned to 4 bytes.
int32_t cicu_category_ranges(const uint8_t *trie, int32_t length, uint32_t *ends, uint8_t *categories,
                             int32_t capacity);

// MARK: Dictionaries

/// Words of a script as ICU's data has them: a serialized string trie, mapped for as long as the process runs.
typedef struct {
  /// The trie, in the machine's byte order.
  const void *trie;
  /// Its length in bytes.
  int32_t size;
  /// What is taken from a code point to make it a byte of the trie.
  uint32_t offset;
} cicu_dictionary;

/// What ICU cuts the words of a script by.
enum {
  /// The rules alone.
  CICU_DICTIONARY_NONE = 0,
  /// A dictionary over UTF-16 (`ucharstrie.h`).
  CICU_DICTIONARY_UNITS = 1,
  /// A dictionary over bytes (`bytestrie.h`).
  CICU_DICTIONARY_BYTES = 2,
  /// Something that is not known here: a neural model, another form of the data, or a version of ICU that is not
  /// one of 72 to 78.
  CICU_DICTIONARY_UNKNOWN = 3,
};

/// Finds the dictionary of a script, called by its ISO 15924 code such as "Thai".
int32_t cicu_dictionary_open(const char *script, cicu_dictionary *dictionary);

/// The ranges of code points in a set of ICU's pattern language, in order: first and end (excluded). Returns how many
/// there are, which may be more than `capacity`, or a negative status.
int32_t cicu_set_ranges(const char *pattern, uint32_t *starts, uint32_t *ends, int32_t capacity);

/// Whether the script of the code point is Common.
bool cicu_has_no_script(uint32_t scalar);

// MARK: Properties

/// The General_Category of a code point, as ICU's UCharCategory value.
uint8_t cicu_general_category(uint32_t scalar);

/// Whether the code point has the property Uppercase.
bool cicu_is_uppercase(uint32_t scalar);

/// Whether the code point has the property Lowercase.
bool cicu_is_lowercase(uint32_t scalar);

/// Whether the code point has the property White_Space.
bool cicu_is_white_space(uint32_t scalar);

/// Whether the code point has the property Default_Ignorable_Code_Point.
bool cicu_is_default_ignorable(uint32_t scalar);

/// Whether the script of the code point is Cyrillic.
bool cicu_is_cyrillic(uint32_t scalar);

// MARK: Normalization and case

/// Whether NFC text may be cut before this code point.
bool cicu_nfc_has_boundary_before(uint32_t scalar);

/// Writes one class for each of `count` code points from `first` on: 0 for NFC_Quick_Check=Yes with
/// Canonical_Combining_Class=0, the Canonical_Combining_Class for another NFC_Quick_Check=Yes, 255 for No and Maybe.
void cicu_nfc_classes(uint32_t first, int32_t count, uint8_t *classes);

/// Whether neither NFKC_Casefold nor NFD maps the code point to another text, and it is no non-spacing mark.
bool cicu_folds_to_itself(uint32_t scalar);

/// NFC of `length` code points. Returns the number of code points of the result, which may be larger than
/// `capacity` (then nothing useful was written), or a negative status.
int32_t cicu_nfc(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity);

/// NFD of `length` code points, as `cicu_nfc`.
int32_t cicu_nfd(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity);

/// NFKC of `length` code points, as `cicu_nfc`.
int32_t cicu_nfkc(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity);

/// Whether NFKC text may be cut before this code point.
bool cicu_nfkc_has_boundary_before(uint32_t scalar);

/// NFKC_Casefold of `length` code points, as `cicu_nfc`.
int32_t cicu_nfkc_casefold(const uint32_t *source, int32_t length, uint32_t *target, int32_t capacity);

/// Lower-cases UTF-8 text with the rules of a language. Returns the length of the result in bytes, which may be
/// larger than `capacity`, or a negative status.
int64_t cicu_to_lower(const char *locale, const uint8_t *source, int32_t length, uint8_t *target, int32_t capacity);

/// Upper-cases UTF-8 text, as `cicu_to_lower`.
int64_t cicu_to_upper(const char *locale, const uint8_t *source, int32_t length, uint8_t *target, int32_t capacity);

// MARK: Transliteration

/// A transliterator of ICU. Not thread-safe: one per task.
typedef struct cicu_transliterator cicu_transliterator;

/// Opens the transliterator that ICU has under an id such as "Kazakh-Latin/BGN"; or, with `rules`, makes one of them
/// and calls it by the id. NULL with a status on failure.
cicu_transliterator *cicu_transliterator_open(const char *id, const char *rules, int32_t *status);

/// Closes a transliterator.
void cicu_transliterator_close(cicu_transliterator *transliterator);

/// Transliterates UTF-8 text. Returns the length of the result in bytes, which may be larger than `capacity` (then
/// nothing useful was written), or a negative status.
int64_t cicu_transliterate(const cicu_transliterator *transliterator, const uint8_t *text, int32_t length,
                           uint8_t *target, int32_t capacity);

// MARK: Charsets

/// The most likely charset of bytes that are no UTF-8, and how sure the detector is (0 to 100).
/// Returns a status.
int32_t cicu_detect_charset(const uint8_t *bytes, int32_t length, char *name, int32_t capacity, int32_t *confidence);

/// Decodes bytes of a charset to UTF-8; what cannot be read becomes U+FFFD and is counted. Returns the length of the
/// result in bytes, which may be larger than `capacity`, or a negative status (unknown charset).
int64_t cicu_decode(const char *charset, const uint8_t *bytes, int32_t length, uint8_t *target, int32_t capacity,
                    int32_t *replacements);

#ifdef __cplusplus
}
#endif

#endif

internal import CICU

/// What ICU cuts the words of a script by.
///
/// `@unchecked Sendable`: the memory is ICU's, read only, and stays for as long as the process runs.
@safe struct DictionaryData: @unchecked Sendable {
  /// The form of the data.
  enum Form: Int32 {
    /// There is none: the rules alone cut.
    case none
    /// A trie over UTF-16 code units, with a cost for each word (`ucharstrie.h`).
    case units
    /// A trie over bytes (`bytestrie.h`).
    case bytes
    /// A form that is not known here, or a version of ICU that is not one of 72 to 78.
    case unknown
  }

  /// The form of the data.
  let form: Form
  /// The trie, in the machine's byte order; `nil` without one.
  let trie: UnsafeRawPointer?
  /// What is taken from a scalar to make it a byte of the trie.
  let offset: UInt32

  /// Finds the data that the linked ICU has for a script, called by its ISO 15924 code.
  init(script code: String) {
    var dictionary = unsafe cicu_dictionary()
    form = unsafe Form(rawValue: cicu_dictionary_open(code, &dictionary)) ?? .unknown
    unsafe trie = UnsafeRawPointer(dictionary.trie)
    unsafe offset = dictionary.offset
  }
}

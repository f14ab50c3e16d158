internal import CICU

/// One of ICU's transliterators.
///
/// `@unchecked Sendable`: the only state is ICU's object, and a ``HandlePool`` gives a handle to one task at a time.
@safe final class TransliteratorHandle: @unchecked Sendable {
  private let handle: OpaquePointer

  init(_ scheme: TransliterationScheme) throws(TextError) {
    // U_ILLEGAL_ARGUMENT_ERROR: an id that no scheme can have. ICU takes some of them and does nothing.
    var status: Int32 = 1
    guard scheme.id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ICU.error(status, openingTransliterator: scheme.id)
    }
    guard let opened = unsafe cicu_transliterator_open(scheme.id, scheme.rules, &status) else {
      throw ICU.error(status, openingTransliterator: scheme.id)
    }
    unsafe handle = opened
  }

  deinit { unsafe cicu_transliterator_close(handle) }

  /// Appends what a text becomes.
  func append(_ text: [UInt8], to result: inout [UInt8]) {
    var target = [UInt8](repeating: 0, count: text.count * 4 + 16)
    for _ in 0..<2 {
      let length = unsafe cicu_transliterate(
        handle, text, Int32(text.count), &target, Int32(target.count))
      // Texts are short (see `Transliterator.maximumByteCount`), so only a lack of memory leads here.
      precondition(length >= 0, "ICU could not transliterate \(text.count) bytes")
      if length <= target.count {
        result.append(contentsOf: target.prefix(Int(length)))
        return
      }
      target = [UInt8](repeating: 0, count: Int(length))
    }
  }
}

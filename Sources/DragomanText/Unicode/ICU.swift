internal import CICU

/// The ICU that is linked at run time.
public enum ICU {
  /// ICU's version, such as "72.1".
  public static var version: String { unsafe string { unsafe cicu_icu_version($0, $1) } }

  /// The version of Unicode that ICU implements, such as "15.0".
  public static var unicodeVersion: String { unsafe string { unsafe cicu_unicode_version($0, $1) } }

  /// The error for a status of ICU.
  static func error(_ status: Int32, opening subject: String) -> TextError {
    let name =
      unsafe cicu_status_name(status).map { unsafe String(cString: $0) } ?? "status \(status)"
    return TextError(
      .unicodeLibrary,
      "cannot open \(subject) (\(name)); install the whole of ICU 72 or later (Debian: libicu72)")
  }

  /// The error for a transliterator that did not open.
  static func error(_ status: Int32, openingTransliterator id: String) -> TextError {
    let name =
      unsafe cicu_status_name(status).map { unsafe String(cString: $0) } ?? "status \(status)"
    return TextError(
      .unknownTransliteration,
      "ICU \(version) has no transliteration '\(id)' (\(name)); "
        + "give an id such as Russian-Latin/BGN")
  }

  private static func string(_ write: (UnsafeMutablePointer<CChar>, Int32) -> Void) -> String {
    var buffer = [CChar](repeating: 0, count: 32)
    unsafe buffer.withUnsafeMutableBufferPointer { pointer in
      if let base = pointer.baseAddress { unsafe write(base, Int32(pointer.count)) }
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

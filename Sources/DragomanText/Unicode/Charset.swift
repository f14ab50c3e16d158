internal import CICU

/// Charsets other than UTF-8, through ICU.
enum Charset {
  /// Whether a charset's name means UTF-8 (or its subset ASCII).
  static func isUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased())
  }

  /// The charset that a byte order mark of UTF-16 names.
  static func byteOrderMark(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }

  /// The most likely charset of bytes that are no UTF-8.
  ///
  /// ISO-8859-1 and ISO-8859-9 are read as Windows-1252 and Windows-1254, their supersets, as browsers do.
  static func guess(for bytes: [UInt8]) -> String? {
    var name = [CChar](repeating: 0, count: 64)
    var confidence: Int32 = 0
    // The detector looks at letters; 64 KiB are plenty.
    let sample = Array(bytes.prefix(1 << 16))
    let status = unsafe cicu_detect_charset(sample, Int32(sample.count), &name, 64, &confidence)
    guard status == 0, confidence >= 10 else { return nil }
    let found = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    switch found {
    case "ISO-8859-1": return "windows-1252"
    case "ISO-8859-9": return "windows-1254"
    case "UTF-8": return nil
    // Detected without a byte order mark these are guesses on noise.
    case let wide where wide.hasPrefix("UTF-16") || wide.hasPrefix("UTF-32"): return nil
    // EBCDIC, under names that ICU's converters do not know (`IBM420_ltr`).
    case let ebcdic where ebcdic.hasPrefix("IBM"): return nil
    default: return found
    }
  }

  /// Decodes bytes; what cannot be read becomes U+FFFD and is counted.
  static func decode(
    _ bytes: [UInt8], from charset: String
  ) throws(TextError) -> (text: [UInt8], replacements: Int) {
    var replacements: Int32 = 0
    var text = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    for _ in 0..<2 {
      let length = unsafe cicu_decode(
        charset, bytes, Int32(bytes.count), &text, Int32(clamping: text.count), &replacements)
      guard length >= 0 else {
        throw TextError(
          .unknownCharset,
          "ICU does not know the charset '\(charset)'; give an IANA name such as windows-1254")
      }
      if length <= text.count {
        text.removeLast(text.count - Int(length))
        return (text, Int(replacements))
      }
      guard length <= Int64(SourceText.maximumByteCount) else { break }
      text = [UInt8](repeating: 0, count: Int(length))
    }
    throw TextError(
      .textTooLong, "the decoded text is longer than \(SourceText.maximumByteCount) bytes")
  }
}

internal import CICU

/// Finds the boundaries of words (UAX #29) or sentences in UTF-8 text with ICU's rules.
///
/// Holds ICU's state, so one walk at a time; ``BoundaryFinderPool`` hands finders out.
///
/// `@unchecked Sendable`: the only state is the ICU iterator, and the pool gives a finder to one task at a time.
@safe final class BoundaryFinder: @unchecked Sendable {
  /// Which rules.
  enum Rules: Hashable, Sendable {
    /// ICU's root word rules.
    case words
    /// ICU's root sentence rules (UAX #29), without any language's suppressions.
    case sentences
  }

  private static let batch = 1024
  private let handle: OpaquePointer
  private var ends = [UInt32](repeating: 0, count: batch)
  private var sorts = [UInt8](repeating: 0, count: batch)

  init(_ rules: Rules) throws(TextError) {
    var status: Int32 = 0
    let opened: OpaquePointer?
    let subject: String
    switch rules {
    case .words:
      subject = "ICU's word rules"
      unsafe opened = cicu_word_breaker_open("", &status)
    case .sentences:
      subject = "ICU's sentence rules"
      unsafe opened = cicu_sentence_breaker_open("", &status)
    }
    guard let opened = unsafe opened else { throw ICU.error(status, opening: subject) }
    unsafe handle = opened
  }

  deinit { unsafe cicu_breaker_close(handle) }

  /// Calls `body` with the end of each segment in order, and its sort.
  ///
  /// The first segment starts at `range.lowerBound`, each other one where the one before it ended.
  func forEachEnd(in bytes: [UInt8], range: Range<Int>, _ body: (Int, SegmentSort) -> Void) {
    guard !range.isEmpty else { return }
    unsafe bytes.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      // The text is valid UTF-8 and shorter than 2^31 bytes, so pointing at it cannot fail.
      let status = unsafe cicu_breaker_set_text(handle, base + range.lowerBound, Int64(range.count))
      precondition(status == 0, "ICU refused a text of \(range.count) bytes")
      walk { body(range.lowerBound + $0, $1) }
    }
  }

  /// The same of UTF-16, counted in units from the start.
  func forEachEnd(inUnits units: [UInt16], _ body: (Int, SegmentSort) -> Void) {
    guard !units.isEmpty else { return }
    unsafe units.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      let status = unsafe cicu_breaker_set_text16(handle, base, Int32(text.count))
      precondition(status == 0, "ICU refused a text of \(text.count) units")
      walk(body)
    }
  }

  private func walk(_ body: (Int, SegmentSort) -> Void) {
    while true {
      let count = Int(unsafe cicu_breaker_next(handle, &ends, &sorts, Int32(Self.batch)))
      for index in 0..<count {
        body(Int(ends[index]), SegmentSort(rawValue: sorts[index]) ?? .other)
      }
      if count < Self.batch { break }
    }
  }
}

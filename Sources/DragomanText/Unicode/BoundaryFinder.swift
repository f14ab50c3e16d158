internal import CICU

/// Finds the boundaries of words with ICU's iterator: its root rules (UAX #29) and its dictionaries.
///
/// `@unchecked Sendable`: the only state is the ICU iterator and room for its answers, and a ``HandlePool`` gives a
/// finder to one task at a time.
@safe final class BoundaryFinder: @unchecked Sendable {
  private static let batch = 1024
  private let handle: OpaquePointer
  private var ends = [UInt32](repeating: 0, count: batch)
  private var sorts = [UInt8](repeating: 0, count: batch)

  init() throws(TextError) {
    var status: Int32 = 0
    guard let opened = unsafe cicu_breaker_open(Int32(CICU_RULES_WORDS), &status) else {
      throw ICU.error(status, opening: "ICU's word rules")
    }
    unsafe handle = opened
  }

  deinit { unsafe cicu_breaker_close(handle) }

  /// Calls `body` with the end of each segment of UTF-16 in order, counted in units, and its sort.
  func forEachEnd(in units: [UInt16], _ body: (Int, SegmentSort) -> Void) {
    guard !units.isEmpty else { return }
    unsafe units.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      // Pointing at a text of fewer than 2^31 units cannot fail.
      let status = unsafe cicu_breaker_set_text16(handle, base, Int32(text.count))
      precondition(status == 0, "ICU refused a text of \(text.count) units")
      while true {
        let count = Int(unsafe cicu_breaker_next(handle, &ends, &sorts, Int32(Self.batch)))
        for index in 0..<count {
          body(Int(ends[index]), SegmentSort(rawValue: sorts[index]) ?? .other)
        }
        if count < Self.batch { break }
      }
    }
  }
}

import CICU
import DragomanText

extension InputText {
  /// Compares every boundary that each level finds with ICU's. Cost: a pass of ICU and one a level.
  ///
  /// - Throws: ``BenchmarkFailure`` with the place of the first difference.
  public func compareBoundaries() throws {
    let expected = try Peers.wordEnds(utf8: whole.bytes)
    for level in WordSegmenter.Level.allCases where level.isAvailable {
      var segments = Tokens()
      try WordSegmenter(level: level).segment(whole.bytes, into: &segments)
      let ends = segments.map { $0.range.upperBound }
      if ends == expected { continue }
      let place = zip(ends, expected).first { $0 != $1 }.map { min($0, $1) } ?? whole.count
      throw BenchmarkFailure("\(name.rawValue): \(level) differs from ICU at byte \(place)")
    }
  }
}

extension Peers {
  /// The word boundaries that ICU finds in UTF-8 text, without the first.
  static func wordEnds(utf8 text: [UInt8]) throws -> [Int] {
    var status: Int32 = 0
    let breaker = unsafe cicu_breaker_open(Int32(CICU_RULES_WORDS), &status)
    try check(status)
    defer { unsafe cicu_breaker_close(breaker) }
    var result: [Int] = []
    try unsafe text.withUnsafeBufferPointer { text in
      try check(unsafe cicu_breaker_set_text(breaker, text.baseAddress, Int64(text.count)))
      var ends = [UInt32](repeating: 0, count: 4096)
      while true {
        let found = unsafe cicu_breaker_next(breaker, &ends, nil, Int32(ends.count))
        if found == 0 { break }
        result += ends.prefix(Int(found)).map { Int($0) }
      }
    }
    return result
  }
}

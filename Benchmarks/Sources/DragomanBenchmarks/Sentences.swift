import CICU
import DragomanText
import Synchronization

extension Workload {
  /// The ends of ICU's root sentence rules: by ``SentenceSegmenter``, and by ICU's own iterator over
  /// UTF-16 and UTF-8. All walk and count; the conversion to UTF-16 is not measured.
  static func sentences(_ input: InputText.Name) -> [Workload] {
    [
      Workload("sentences/ends-\(input.rawValue)", input, counting: "segments") { text in
        let segmenter = try SentenceSegmenter()
        return {
          var count = 0
          for _ in segmenter.ends(of: text.whole.bytes) { count += 1 }
          return count
        }
      },
      Workload("sentences/icu-utf16-\(input.rawValue)", input, counting: "segments") { text in
        let iterator = try SentenceIterator()
        return { try iterator.count(utf16: text.utf16) }
      },
      Workload("sentences/icu-utf8-\(input.rawValue)", input, counting: "segments") { text in
        let iterator = try SentenceIterator()
        return { try iterator.count(utf8: text.whole.bytes) }
      },
    ]
  }
}

/// ICU's sentence iterator.
///
/// `@unchecked Sendable`: the only state is ICU's iterator, which is used under a lock.
@safe private final class SentenceIterator: @unchecked Sendable {
  private let breaker: OpaquePointer?
  private let lock = Mutex(())

  init() throws {
    var status: Int32 = 0
    unsafe breaker = cicu_breaker_open(Int32(CICU_RULES_SENTENCES), &status)
    try Self.check(status)
  }

  deinit { unsafe cicu_breaker_close(breaker) }

  func count(utf16 text: [UInt16]) throws -> Int {
    try lock.withLock { _ in
      try unsafe text.withUnsafeBufferPointer {
        try Self.check(unsafe cicu_breaker_set_text16(breaker, $0.baseAddress, Int32($0.count)))
        return walk()
      }
    }
  }

  func count(utf8 text: [UInt8]) throws -> Int {
    try lock.withLock { _ in
      try unsafe text.withUnsafeBufferPointer {
        try Self.check(unsafe cicu_breaker_set_text(breaker, $0.baseAddress, Int64($0.count)))
        return walk()
      }
    }
  }

  private func walk() -> Int {
    var ends = InlineArray<256, UInt32>(repeating: 0)
    var count = 0
    while true {
      var span = ends.mutableSpan
      let found = unsafe span.withUnsafeMutableBufferPointer {
        Int(unsafe cicu_breaker_next(breaker, $0.baseAddress, nil, Int32($0.count)))
      }
      count += found
      if found < 256 { return count }
    }
  }

  private static func check(_ status: Int32) throws {
    if status != 0 {
      throw BenchmarkFailure("ICU's sentence iterator failed with status \(status)")
    }
  }
}

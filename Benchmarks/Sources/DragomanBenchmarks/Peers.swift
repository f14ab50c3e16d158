import CICU
import DragomanText

/// ICU's own word iterator, in the same run: what others are compared with.
enum Peers {
  /// Walks the word boundaries of UTF-16 text.
  static func countWords(utf16 text: [UInt16]) throws -> Int {
    var status: Int32 = 0
    let count = unsafe text.withUnsafeBufferPointer {
      unsafe cicu_count_words_utf16($0.baseAddress, Int32($0.count), &status)
    }
    try check(status)
    return Int(count)
  }

  /// Walks the word boundaries of UTF-8 text.
  static func countWords(utf8 text: [UInt8]) throws -> Int {
    var status: Int32 = 0
    let count = unsafe text.withUnsafeBufferPointer {
      unsafe cicu_count_words_utf8($0.baseAddress, Int64($0.count), &status)
    }
    try check(status)
    return Int(count)
  }

  static func check(_ status: Int32) throws {
    if status != 0 { throw BenchmarkFailure("ICU's word iterator failed with status \(status)") }
  }
}

extension Workload {
  /// ICU over the whole of an input, which only counts: no list of segments is made, and the
  /// conversion to UTF-16 is not measured. And the split at white space, which stores ends.
  static func peers(_ input: InputText.Name) -> [Workload] {
    [
      Workload("icu-utf16/\(input.rawValue)", input, counting: "words") { text in
        { try Peers.countWords(utf16: text.utf16) }
      },
      Workload("icu-utf8/\(input.rawValue)", input, counting: "words") { text in
        { try Peers.countWords(utf8: text.whole.bytes) }
      },
      Workload("white-space/\(input.rawValue)", input, counting: "segments") { text in
        let split = WhiteSpaceSplit(text.whole.bytes)
        return { split.count() }
      },
    ]
  }
}

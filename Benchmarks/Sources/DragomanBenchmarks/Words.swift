import DragomanText
import Synchronization

extension Workload {
  /// Words as ICU's rules cut them, with their kinds, at each level of instructions that the machine
  /// has.
  static func words(_ input: InputText.Name) -> [Workload] {
    WordSegmenter.Level.allCases.filter(\.isAvailable).map { level in
      words("words/\(level)-\(input.rawValue)", input, counting: "words") {
        try WordSegmenter(level: level)
      }
    }
  }

  /// Segments as the plain rules of UAX #29 cut them, with their kinds, with the best instructions.
  static func standardWords(_ input: InputText.Name) -> Workload {
    // ICU counts words by other rules.
    words("words-uax29/\(input.rawValue)", input, counting: "segments") {
      try WordSegmenter(profile: .uax29)
    }
  }

  /// Boundaries and kinds of all segments, into memory that is used again.
  private static func words(
    _ name: String, _ input: InputText.Name, counting unit: String,
    _ open: @escaping @Sendable () throws -> WordSegmenter
  ) -> Workload {
    Workload(name, input, counting: unit) { text in
      let segmenter = try open()
      let output = Mutex(Tokens())
      return {
        output.withLock { segments in
          segmenter.segment(text.whole.bytes, into: &segments)
          return segments.count
        }
      }
    }
  }
}

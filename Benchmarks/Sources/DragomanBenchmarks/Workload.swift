/// Something to measure: a name, the input it reads, and a body that counts what it made.
///
/// Bodies are shared by the runner and by the table, so both measure the same thing.
///
/// ```swift
/// let workload = Workload.all[0]
/// let run = try workload.prepared(with: InputText.make(workload.input))
/// let count = try run()  // throws if the count is wrong
/// ```
public struct Workload: Sendable {
  /// Theme and case, such as `words/avx2-english`.
  public let name: String
  /// The input that the body reads.
  public let input: InputText.Name
  /// What the body counts, in the plural, such as `tokens`.
  public let unit: String
  /// Whether what it counts is recorded; that of a lexicon of the user's is not.
  public let isRecorded: Bool
  private let prepare: @Sendable (InputText) throws -> @Sendable () throws -> Int

  /// Makes a workload.
  ///
  /// - Parameter prepare: does the set-up, which is not measured, and returns the body.
  init(
    _ name: String, _ input: InputText.Name, counting unit: String, isRecorded: Bool = true,
    prepare: @escaping @Sendable (InputText) throws -> @Sendable () throws -> Int
  ) {
    self.name = name
    self.input = input
    self.unit = unit
    self.isRecorded = isRecorded
    self.prepare = prepare
  }

  /// All workloads, in the order of their themes. Input from a file has fewer: no languages apart.
  public static var all: [Workload] {
    let texts = InputText.file == nil ? InputText.Name.drawn : [.file]
    let stages: Set<InputText.Name> = [.english, .turkish, .mixed, .file]
    let standards: Set<InputText.Name> = [.english, .turkish, .mixedScripts, .worst, .file]
    let parts = texts.flatMap { input in
      let hasStages = stages.contains(input)
      return peers(input) + (hasStages ? normalize(input) : []) + words(input) + sentences(input)
        + (standards.contains(input) ? [standardWords(input)] : [])
        + (hasStages ? [tokenize(input), stream(input)] : [])
    }
    return parts + peers(.releases) + normalizeOverview + tokenizeOverview + tag + classify
      + annotate + startup + LargeLexicon.workloads
  }

  /// Whether this is what others are compared with: ICU's own iterator or the split at white space.
  public var isPeer: Bool { name.hasPrefix("icu") || name.hasPrefix("white-space") }

  /// Does the set-up and returns the body, which checks what it counts.
  ///
  /// The expected count is the recorded one; of words also what ICU counts in the same text. With a
  /// file of the user's, words are compared with ICU's count and all else with the first run's.
  public func prepared(with input: InputText) throws -> @Sendable () throws -> Int {
    let body = try prepare(input)
    let expected = try expectedCount(in: input) ?? body()
    return { [name, unit] in
      let count = try body()
      guard count == expected else {
        throw BenchmarkFailure(
          "\(name): \(count) \(unit), expected \(expected); if this change is meant, run "
            + "dragoman-bench-table --record-counts")
      }
      return count
    }
  }

  /// Does the set-up, runs the body once and returns its count, whatever was recorded.
  public func count(in input: InputText) throws -> Int { try prepare(input)() }

  private func expectedCount(in input: InputText) throws -> Int? {
    guard isRecorded else { return nil }
    let recorded = input.isBuiltIn ? try ExpectedCounts.recorded()[name] : nil
    if unit == "words", let recorded, recorded != input.wordCount {
      throw BenchmarkFailure(
        "\(name): ICU finds \(input.wordCount) words, recorded are \(recorded); another ICU?")
    }
    if input.isBuiltIn, recorded == nil {
      throw BenchmarkFailure(
        "\(name) has no recorded count; run dragoman-bench-table --record-counts")
    }
    return recorded ?? (unit == "words" ? input.wordCount : nil)
  }
}

/// Why a benchmark could not be run or does not count.
public struct BenchmarkFailure: Error, CustomStringConvertible {
  /// What happened and how to mend it, for people.
  public let description: String

  init(_ description: String) { self.description = description }
}

internal import CBlocks

/// Cuts text into words, numbers, marks and spaces at memory speed, with exactly the boundaries of ICU.
///
/// Three layers: blocks of 64 bytes as bit masks (``BlockRules``) for the characters that make up most text; the
/// automaton of ICU's own compiled rules around all others; ICU's dictionaries inside what that leaves whole.
/// One segmenter serves all threads.
public struct WordSegmenter: Sendable {
  /// Vector instructions that a machine may have.
  public enum Level: Int32, CaseIterable, Sendable {
    case portable, avx2, avx512, neon

    /// Whether this machine has them.
    public var isAvailable: Bool { cblocks_has_level(rawValue) != 0 }
    /// The best that this machine has.
    public static let best = Level(rawValue: cblocks_best_level()) ?? .portable
  }

  let automaton: RuleAutomaton
  let classes: BlockClasses
  var dictionaries: DictionarySplitter?
  let level: Int32

  /// Opens the rules.
  ///
  /// - Parameters:
  ///   - profile: whose rules.
  ///   - level: the instructions to use, of those that the machine has.
  /// - Throws: ``TextError`` if ICU's rules are missing or unknown.
  public init(profile: WordProfile = .icu, level: Level = .best) throws(TextError) {
    automaton = try RuleAutomaton(.words(profile))
    classes = BlockClasses(automaton.categories)
    dictionaries = profile == .icu ? try DictionarySplitter() : nil
    self.level = level.isAvailable ? level.rawValue : Level.portable.rawValue
  }

  /// Cuts a text; what `segments` held before is gone.
  ///
  /// Cost: one pass, no allocation if `segments` was large enough before (but for what NFKC changes in Chinese and
  /// Japanese).
  ///
  /// - Precondition: `bytes` is valid UTF-8, shorter than 2^31.
  public func segment(_ bytes: [UInt8], into segments: inout Tokens) {
    precondition(bytes.count <= Int(Int32.max), "a text of 2^31 bytes or more")
    segments.count = 0
    if !bytes.isEmpty {
      MaskRows.withRows { rows in
        var walk = SegmentWalk(self, bytes, rows)
        walk.run(into: &segments)
      }
    }
    segments.finish(at: bytes.count)
  }
}

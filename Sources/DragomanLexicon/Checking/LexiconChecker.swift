internal import DragomanText

/// Looks for mistakes in the sources of a lexicon.
///
/// It reads on where the compiler stops, so that one run shows all that is wrong.
///
/// ```swift
/// let findings = try LexiconChecker().check([LexiconSource(path: "a.entities.tsv", bytes: …)])
/// for finding in findings { print(finding) }
/// ```
public struct LexiconChecker: Sendable {
  /// How many names are cut into terms in one go.
  private static let batch = 4096

  private let tokenizer: Tokenizer

  /// Makes a checker; names are cut by the tokenizer that cuts texts.
  ///
  /// - Throws: ``DragomanText/TextError`` if ICU cannot be opened.
  public init() throws {
    tokenizer = try Tokenizer()
  }

  /// What is wrong in some sources, taken as one lexicon, by source and line.
  ///
  /// Cost: two passes over the sources, and memory for the keys of all words and of names of one word.
  ///
  /// - Parameters:
  ///   - sources: the sources; what one says may be wrong because of another.
  ///   - progress: told before each source how many were read.
  public func check(
    _ sources: [LexiconSource],
    progress: (_ source: LexiconSource, _ number: Int) -> Void = { _, _ in }
  ) -> [LexiconFinding] {
    var run = Run(tokenizer, sources)
    for (number, source) in sources.enumerated() {
      progress(source, number)
      run.read(source, number)
    }
    return run.finish()
  }

  /// One check of some sources.
  private struct Run {
    private let tokenizer: Tokenizer
    private let sources: [LexiconSource]
    private let aliases: AliasCheck
    private var report: FindingReport
    private var entities = EntityCheck()
    private var words = WordListCheck()
    private var cues = CueCheck()
    private var offices = OfficeCheck()

    // What waits for the keys of its names.
    private var waiting: [(item: SourceItem, place: FindingReport.Place)] = []
    private var names: [Substring] = []

    init(_ tokenizer: Tokenizer, _ sources: [LexiconSource]) {
      self.tokenizer = tokenizer
      self.sources = sources
      aliases = AliasCheck(tokenizer)
      report = FindingReport(sources)
    }

    mutating func read(_ source: LexiconSource, _ number: Int) {
      TextCheck(source, number: number).run(&report)
      var refused: [LexiconError] = []
      var remarks: [LexiconError] = []
      func take(_ item: SourceItem, _ line: Int) throws(LexiconError) {
        add(item, at: FindingReport.Place(source: number, line: line))
      }
      try? SourceReader.forEach(
        in: source, remark: { remarks.append($0) }, take, refuse: { refused.append($0) })
      for error in refused { report.add(error, .error, source: number) }
      for remark in remarks { report.add(remark, .warning, source: number) }
    }

    private mutating func add(_ item: SourceItem, at place: FindingReport.Place) {
      waiting.append((item, place))
      switch item {
      case .entry(let entry):
        for alias in entry.aliases {
          let isPrefix = entry.type == .topic && alias.text.utf8.last == PrefixGate.mark
          names.append(isPrefix ? alias.text.dropLast() : alias.text[...])
        }
      case .cue(let cue): names.append(cue.alias.text[...])
      case .word(let word): names.append(word.text[...])
      case .ending: break
      }
      if names.count >= LexiconChecker.batch { lookAtWaiting() }
    }

    private mutating func lookAtWaiting() {
      var keys = tokenizer.termKeys(of: names)[...]
      for (item, place) in waiting {
        switch item {
        case .entry(let entry):
          let own = keys.prefix(entry.aliases.count)
          keys = keys.dropFirst(entry.aliases.count)
          look(at: entry, own, place)
        case .cue(let cue):
          ValueCheck.check(cue, at: place, &report)
          cues.add(cue, keys.removeFirst(), at: place, &report)
        case .word(let word): words.add(word, keys.removeFirst(), at: place, &report)
        case .ending(let ending): cues.add(ending, at: place, &report)
        }
      }
      waiting.removeAll(keepingCapacity: true)
      names.removeAll(keepingCapacity: true)
    }

    private mutating func look(
      at entry: EntryDraft, _ keys: ArraySlice<TermKey>, _ place: FindingReport.Place
    ) {
      ValueCheck.check(
        entry, attributes: sources[place.source].isOwnFormat ? .known : .any, at: place, &report)
      entities.add(entry, at: place, &report)
      aliases.check(entry, keys, at: place, &report)
      words.add(entry, keys, source: place.source)
      offices.add(entry, source: place.source)
    }

    mutating func finish() -> [LexiconFinding] {
      lookAtWaiting()
      words.finish(&report)
      offices.finish(&report)
      return report.sorted()
    }
  }
}

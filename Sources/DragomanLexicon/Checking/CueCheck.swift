/// Looks for cues and endings that stand twice.
struct CueCheck {
  private struct Key: Hashable {
    let type: EntryType
    let attributes: [Entry.Pair]
    let key: TermKey
  }

  private struct EndingKey: Hashable {
    let suffix: [UInt8]
    let replacement: [UInt8]
  }

  private var cues: [Key: [(languages: Languages, place: FindingReport.Place)]] = [:]
  private var endings: [EndingKey: [(languages: Languages, place: FindingReport.Place)]] = [:]

  /// Takes a cue.
  mutating func add(
    _ cue: CueDraft, _ key: TermKey, at place: FindingReport.Place, _ report: inout FindingReport
  ) {
    let text = cue.alias.text
    guard key.termCount > 0 else {
      report.add(
        .emptyKey, place, "\(quoted(text)) has nothing to be found by",
        remedy: "write letters or digits, or remove it")
      return
    }
    let languages = cue.alias.languages
    let identity = Key(type: cue.type, attributes: cue.attributes, key: key)
    if let first = cues[identity]?.first(where: { $0.languages.overlaps(languages) }) {
      report.add(
        .duplicateCue, place, "\(quoted(text)) is known from \(report.name(of: first.place))",
        remedy: "keep one of them, with the languages of both")
    }
    cues[identity, default: []].append((languages, place))
  }

  /// Takes an ending.
  mutating func add(
    _ ending: Ending, at place: FindingReport.Place, _ report: inout FindingReport
  ) {
    let identity = EndingKey(suffix: ending.suffix, replacement: ending.replacement)
    if let first = endings[identity]?.first(where: { $0.languages.overlaps(ending.languages) }) {
      let text = String(decoding: ending.suffix, as: UTF8.self)
      report.add(
        .duplicateEnding, place, "\(quoted(text)) is known from \(report.name(of: first.place))",
        remedy: "keep one of them, with the languages of both")
    }
    endings[identity, default: []].append((ending.languages, place))
  }
}

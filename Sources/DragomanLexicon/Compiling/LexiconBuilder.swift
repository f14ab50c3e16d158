internal import DragomanText

/// Collects what source files say and writes it as sections of a compiled lexicon.
///
/// Aliases are cut by the tokenizer that cuts texts, many lines in one go. What grows with the aliases is written to
/// temporary files; in memory stay the terms, and eight bytes an entry.
final class LexiconBuilder {
  /// How many bytes of aliases are cut in one go.
  private static let batch = 1 << 16
  /// Names of more terms are not found.
  static let longestName = 255

  let tokenizer: Tokenizer
  let folder: String

  var terms = TermTable()
  var phoneticTerms = PhoneticTerms()
  /// The words with roles in the grammar, by number.
  var roles: [UInt32: WordFacts] = [:]
  /// Two numbers an entry.
  var entries: [UInt32] = []
  /// The entries' records as they were made: number, length, bytes.
  let drafts: SpillingBytes
  var phrases = PhraseCounter()
  let spool: SpillingBytes
  var endings: [Ending] = []
  var counts: [EntryType: Int] = [:]
  var aliasCount = 0
  var wordCount = 0
  var prefixLengths = [UInt32](repeating: 0, count: PrefixGate.slotCount)

  /// Cues share one entry for each type and attributes.
  private var cueEntries: [CueKey: UInt32] = [:]
  var offices: [String: UInt32] = [:]
  /// People whose offices' numbers are known when all is read.
  var holders: [(entry: UInt32, record: EntryRecord, offices: [OfficeDraft], path: String)] = []

  // What waits to be cut into terms.
  var text: [UInt8] = []
  private var waiting: [Waiting] = []

  private struct CueKey: Hashable {
    let type: EntryType
    let attributes: [Entry.Pair]
  }

  private struct Waiting {
    let end: Int
    let use: Use
  }

  private struct AliasUse {
    let entry: UInt32
    let flags: LexiconLayout.PostingFlags
    /// Whether its last term only begins words.
    var isPrefix = false
    /// Whether its terms are found by their sound, too.
    var isPhonetic = false
  }

  private enum Use {
    case alias(AliasUse)
    case word(WordClasses, WordFacts)
  }

  init(_ tokenizer: Tokenizer, folder: String) {
    self.tokenizer = tokenizer
    self.folder = folder
    drafts = SpillingBytes(in: folder)
    spool = SpillingBytes(in: folder)
  }

  // MARK: Collecting

  /// - Parameters:
  ///   - remark: told of what cannot be taken from a user's table or JSONL.
  ///   - onBatch: called whenever many names were cut.
  func add(
    _ source: LexiconSource, remark: (LexiconError) -> Void, onBatch: () -> Void
  ) throws(LexiconError) {
    try SourceReader.forEach(in: source, remark: remark) { item, line throws(LexiconError) in
      switch item {
      case .entry(let entry): try add(entry, source.path, line)
      case .cue(let cue): try add(cue)
      case .word(let word):
        wordCount += 1
        try cut(word.text.utf8, .word(word.classes, word.roles))
      case .ending(let ending): endings.append(ending)
      }
      if text.count >= Self.batch {
        try cutWaiting()
        onBatch()
      }
    }
  }

  private func add(_ draft: EntryDraft, _ path: String, _ line: Int) throws(LexiconError) {
    let overrides = draft.attributes.contains { $0.key == "override" && $0.value == "yes" }
    let number = try newEntry(draft.type, draft.weight, draft.country, overrides: overrides)
    var record = EntryRecord()
    record.name = draft.name
    record.ids = draft.ids
    record.attributes = draft.attributes
    for alias in draft.aliases {
      let flags: LexiconLayout.PostingFlags
      if draft.type == .topic {
        flags = .init(weight: alias.weight, rule: alias.rule, languages: alias.languages, alias: 0)
      } else {
        var spelling = 0
        if alias.text != draft.name {
          record.aliases.append(alias.text)
          spelling = record.aliases.count
          guard spelling < LexiconLayout.PostingFlags.aliasLimit else {
            throw LexiconError(
              .malformedLine, path: path, line: alias.line,
              "'\(draft.name)' has more than 1,023 aliases; make it two entries")
          }
        }
        flags = .init(
          rule: alias.rule, kind: alias.kind, languages: alias.languages, alias: spelling,
          isAllCapitals: alias.text.unicodeScalars.allSatisfy(\.properties.isUppercase),
          endsInCapital: Self.endsInCapital(alias.text, draft.type))
      }
      let isPrefix = draft.type == .topic && alias.text.utf8.last == PrefixGate.mark
      try add(
        alias,
        AliasUse(
          entry: number, flags: flags, isPrefix: isPrefix,
          isPhonetic: PhoneticTerms.wants(alias, of: draft)))
    }
    if draft.type == .office { offices[draft.name] = number }
    if draft.offices.isEmpty {
      try write(record, of: number)
    } else {
      holders.append((number, record, draft.offices, path))
    }
  }

  /// Whether the last of several words has a capital: `The Insider` is no `The insider`. Places take a small word:
  /// `Hunan province`.
  private static func endsInCapital(_ text: String, _ type: EntryType) -> Bool {
    let scalars = text.unicodeScalars
    guard type == .organization,
      let before = scalars.lastIndex(where: { !$0.properties.isAlphabetic && $0 != "\u{307}" })
    else { return false }
    return scalars[before...].dropFirst().first?.properties.isUppercase ?? false
  }

  private func add(_ cue: CueDraft) throws(LexiconError) {
    let key = CueKey(type: cue.type, attributes: cue.attributes)
    let number: UInt32
    if let known = cueEntries[key] {
      number = known
    } else {
      number = try newEntry(cue.type, 30, "")
      cueEntries[key] = number
      var record = EntryRecord()
      record.name = cue.type.name
      record.attributes = cue.attributes
      try write(record, of: number)
    }
    let flags = LexiconLayout.PostingFlags(
      cue: CueTraits(cue.attributes), languages: cue.alias.languages)
    try add(cue.alias, AliasUse(entry: number, flags: flags))
  }

  private func add(_ alias: AliasDraft, _ use: AliasUse) throws(LexiconError) {
    aliasCount += 1
    try cut(use.isPrefix ? alias.text.utf8.dropLast(1) : alias.text.utf8[...], .alias(use))
  }

  private func newEntry(
    _ type: EntryType, _ weight: UInt8, _ country: String, overrides: Bool = false
  ) throws(LexiconError) -> UInt32 {
    counts[type, default: 0] += 1
    let type = type.rawValue | (overrides ? LexiconLayout.overrides : 0)
    let number = UInt32(entries.count / 2)
    let letters = Array(country.utf8)
    let (first, second) =
      letters.count == 2 ? (UInt32(letters[0]), UInt32(letters[1])) : (0, 0)
    entries.append(UInt32(type) | UInt32(weight) << 8 | first << 16 | second << 24)
    entries.append(0)
    return number
  }

  func write(_ record: EntryRecord, of entry: UInt32) throws(LexiconError) {
    phrases.add(record.name)
    for alias in record.aliases { phrases.add(alias) }
    let bytes = record.packed()
    try drafts.append(entry)
    try drafts.append(UInt32(bytes.count))
    try drafts.append(bytes)
  }

  // MARK: Terms

  private func cut(_ line: some Collection<UInt8>, _ use: Use) throws(LexiconError) {
    text.append(contentsOf: line)
    waiting.append(Waiting(end: text.count, use: use))
    text.append(0x0A)
  }

  func cutWaiting() throws(LexiconError) {
    let cut = tokenizer.terms(of: text)
    var next = 0
    for line in waiting {
      let first = next
      while next < cut.terms.count, cut.terms[next].lowerBound < line.end { next += 1 }
      switch line.use {
      case .alias(let use): try addAlias(cut.terms[first..<next], cut.keys, use)
      case .word(let classes, let roles):
        guard next - first == 1 else { continue }
        let term = cut.terms[first]
        guard term.keyRange.count < LexiconLayout.longestKey else { continue }
        let number = terms.number(of: cut.keys[term.keyRange], hash: term.keyHash)
        terms.add(classes, to: number)
        if !roles.isEmpty { self.roles[number, default: []].formUnion(roles) }
      }
    }
    text.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes an alias as terms; one without terms is dropped.
  private func addAlias(
    _ pieces: ArraySlice<Term>, _ keys: [UInt8], _ use: AliasUse
  ) throws(LexiconError) {
    guard !pieces.isEmpty, pieces.count <= Self.longestName,
      pieces.allSatisfy({ $0.keyRange.count < LexiconLayout.longestKey })
    else { return }
    var numbers: [UInt32] = []
    var plainNumbers: [UInt32] = []
    for (index, piece) in zip(pieces.indices, pieces) {
      let isBeginning = use.isPrefix && index == pieces.endIndex - 1
      let key = keys[piece.keyRange]
      let number = self.number(of: key, piece.keyHash, isBeginning: isBeginning)
      numbers.append(number)
      // Russian writes е for ё as it likes.
      if let plain = Self.withoutYo(key) {
        plainNumbers.append(
          self.number(of: plain[...], SearchKeyHash.of(plain[...]), isBeginning: isBeginning))
      } else {
        plainNumbers.append(number)
      }
    }
    if use.isPhonetic, pieces.dropFirst().contains(where: { $0.shape.contains(.afterSpace) }) {
      for number in numbers { phoneticTerms.insert(number) }
    }
    try writeAlias(numbers, use.entry, use.flags)
    if plainNumbers != numbers { try writeAlias(plainNumbers, use.entry, use.flags) }
  }

  private func number(of key: ArraySlice<UInt8>, _ hash: UInt64, isBeginning: Bool) -> UInt32 {
    guard isBeginning else { return terms.number(of: key, hash: hash) }
    for slot in PrefixGate.slots(ofTerm: key) {
      prefixLengths[slot] |= PrefixGate.bit(length: key.count)
    }
    let marked = key + [PrefixGate.mark]
    return terms.number(of: marked, hash: SearchKeyHash.of(marked[...]))
  }

  /// A key with `е` for each `ё`; `nil` if there is none.
  private static func withoutYo(_ key: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var index = key.startIndex
    var isChanged = false
    while index < key.endIndex {
      if key[index] == 0xD1, index + 1 < key.endIndex, key[index + 1] == 0x91 {
        result += [0xD0, 0xB5]
        isChanged = true
        index += 2
      } else {
        result.append(key[index])
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  private func writeAlias(
    _ numbers: [UInt32], _ entry: UInt32, _ flags: LexiconLayout.PostingFlags
  ) throws(LexiconError) {
    try spool.append(UInt32(numbers.count))
    for number in numbers { try spool.append(number) }
    try spool.append(entry)
    try spool.append(flags.rawValue)
  }
}

internal import DragomanText

/// Collects what source files say and writes it as sections of a compiled lexicon.
///
/// Aliases are cut by the tokenizer that cuts texts, many lines in one go. What grows with the aliases is written to
/// temporary files; in memory stay the terms, and eight bytes an entry.
struct LexiconBuilder: ~Copyable {
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
  private var draftWriter: SpillingWriter
  private var record: [UInt8] = []
  private var draft: [UInt8] = []
  var phrases = PhraseCounter()
  /// The aliases as they were cut: how many terms they have, the terms' numbers, entry, flags.
  let aliases: SpillingBytes
  private var aliasWriter: SpillingWriter
  var endings: [Ending] = []
  var counts: [EntryType: Int] = [:]
  var aliasCount = 0
  var wordCount = 0
  var prefixLengths = [UInt32](repeating: 0, count: PrefixGate.slotCount)

  /// Cues share one entry for each type and attributes.
  private var cueEntries: [CueKey: UInt32] = [:]
  var offices: [String: UInt32] = [:]
  /// The countries by the letters of their codes, as entries hold them.
  var countries: [UInt32: UInt32] = [:]
  /// People whose offices' numbers are known when all is read.
  var holders: [(entry: UInt32, record: EntryRecord, offices: [OfficeDraft], path: String)] = []

  // What waits to be cut into terms.
  private var text: [UInt8] = []
  private var waiting: [Waiting] = []
  private var looks: [KeyTable.FirstLook] = []
  /// The terms of an alias, as they stand and with `е` for each `ё`.
  private var numbers: [UInt32] = []
  private var plainNumbers: [UInt32] = []

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
    draftWriter = SpillingWriter(drafts)
    aliases = SpillingBytes(in: folder)
    aliasWriter = SpillingWriter(aliases)
  }

  // MARK: Collecting

  /// - Parameters:
  ///   - remark: told of what cannot be taken from a user's table or JSONL.
  ///   - onBatch: told whenever many names were cut how many there were so far.
  mutating func add(
    _ source: LexiconSource, remark: (LexiconError) -> Void, onBatch: (_ names: Int) -> Void
  ) throws(LexiconError) {
    try SourceReader.forEach(in: source, remark: remark) { item, line throws(LexiconError) in
      switch item {
      case .entry(let entry): try add(entry, source.path, line)
      case .cue(let cue): try add(cue)
      case .word(let word):
        wordCount += 1
        cut(word.text, .word(word.classes, word.roles))
      case .ending(let ending): endings.append(ending)
      }
      if text.count >= Self.batch {
        try cutWaiting()
        onBatch(aliasCount)
      }
    }
  }

  private mutating func add(_ draft: EntryDraft, _ path: String, _ line: Int) throws(LexiconError) {
    let overrides = draft.attributes.contains { $0.key == "override" && $0.value == "yes" }
    let number = newEntry(draft.type, draft.weight, draft.country, overrides: overrides)
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
          isAllCapitals: NameCapitals.areAll(alias.text),
          endsInCapital: draft.type == .organization && NameCapitals.startsLastWord(alias.text))
      }
      let isPrefix = draft.type == .topic && alias.text.utf8.last == PrefixGate.mark
      add(
        alias,
        AliasUse(
          entry: number, flags: flags, isPrefix: isPrefix,
          isPhonetic: PhoneticTerms.wants(alias, of: draft)))
    }
    if draft.type == .office { offices[draft.name] = number }
    let isCountry = draft.attributes.contains { $0.key == "kind" && $0.value == "country" }
    if draft.type == .place, isCountry, let code = LexiconLayout.packedCountry(draft.country) {
      countries[code] = countries[code] ?? number
    }
    if draft.offices.isEmpty {
      try write(record, of: number)
    } else {
      holders.append((number, record, draft.offices, path))
    }
  }

  private mutating func add(_ cue: CueDraft) throws(LexiconError) {
    let key = CueKey(type: cue.type, attributes: cue.attributes)
    let number: UInt32
    if let known = cueEntries[key] {
      number = known
    } else {
      number = newEntry(cue.type, 30, "")
      cueEntries[key] = number
      var record = EntryRecord()
      record.name = cue.type.name
      record.attributes = cue.attributes
      try write(record, of: number)
    }
    let flags = LexiconLayout.PostingFlags(
      cue: CueTraits(cue.attributes), languages: cue.alias.languages)
    add(cue.alias, AliasUse(entry: number, flags: flags))
  }

  private mutating func add(_ alias: AliasDraft, _ use: AliasUse) {
    aliasCount += 1
    cut(alias.text, .alias(use))
  }

  private mutating func newEntry(
    _ type: EntryType, _ weight: UInt8, _ country: String, overrides: Bool = false
  ) -> UInt32 {
    counts[type, default: 0] += 1
    let type = type.rawValue | (overrides ? LexiconLayout.overrides : 0)
    let number = UInt32(entries.count / 2)
    let letters = LexiconLayout.packedCountry(country) ?? 0
    entries.append(UInt32(type) | UInt32(weight) << 8 | letters << 16)
    entries.append(0)
    return number
  }

  mutating func write(_ record: EntryRecord, of entry: UInt32) throws(LexiconError) {
    self.record.removeAll(keepingCapacity: true)
    record.pack(into: &self.record)
    draft.removeAll(keepingCapacity: true)
    phrases.append(self.record, to: &draft)
    try draftWriter.append(entry)
    try draftWriter.append(UInt32(draft.count))
    try draftWriter.append(draft[...])
  }

  /// Cuts what waits, and hands on all drafts and aliases.
  mutating func finishCollecting() throws(LexiconError) {
    try cutWaiting()
    try draftWriter.finish()
    try aliasWriter.finish()
    text = []
  }

  // MARK: Terms

  private mutating func cut(_ line: String, _ use: Use) {
    text.append(contentsOf: line.utf8)
    // The mark behind a beginning of words is no term.
    if case .alias(let alias) = use, alias.isPrefix { text.removeLast() }
    waiting.append(Waiting(end: text.count, use: use))
    text.append(0x0A)
  }

  private mutating func cutWaiting() throws(LexiconError) {
    let cut = tokenizer.terms(of: text)
    looks.removeAll(keepingCapacity: true)
    for term in cut.terms { looks.append(terms.keys.firstLook(term.keyHash)) }
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
        let number = terms.number(
          of: term.keyRange, in: cut.keys.span, hash: term.keyHash, looks[first])
        terms.add(classes, to: number)
        if !roles.isEmpty { self.roles[number, default: []].formUnion(roles) }
      }
    }
    text.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes an alias as terms; one without terms is dropped.
  private mutating func addAlias(
    _ pieces: ArraySlice<Term>, _ keys: [UInt8], _ use: AliasUse
  ) throws(LexiconError) {
    guard !pieces.isEmpty, pieces.count <= Self.longestName,
      pieces.allSatisfy({ $0.keyRange.count < LexiconLayout.longestKey })
    else { return }
    numbers.removeAll(keepingCapacity: true)
    plainNumbers.removeAll(keepingCapacity: true)
    for index in pieces.indices {
      let piece = pieces[index]
      let isBeginning = use.isPrefix && index == pieces.endIndex - 1
      let number =
        isBeginning
        ? self.number(ofBeginning: keys[piece.keyRange])
        : terms.number(of: piece.keyRange, in: keys.span, hash: piece.keyHash, looks[index])
      numbers.append(number)
      // Russian writes е for ё as it likes.
      if Self.hasYo(piece.keyRange, in: keys.span) {
        plainNumbers.append(
          self.number(ofPlain: Self.withoutYo(keys[piece.keyRange]), isBeginning: isBeginning))
      } else {
        plainNumbers.append(number)
      }
    }
    if use.isPhonetic, pieces.dropFirst().contains(where: { $0.shape.contains(.afterSpace) }) {
      for number in numbers { phoneticTerms.insert(number) }
    }
    try writeAlias(numbers, use)
    if plainNumbers != numbers { try writeAlias(plainNumbers, use) }
  }

  private mutating func number(ofPlain key: [UInt8], isBeginning: Bool) -> UInt32 {
    isBeginning ? number(ofBeginning: key[...]) : number(of: key)
  }

  private mutating func number(of key: [UInt8]) -> UInt32 {
    let hash = SearchKeyHash.of(key[...])
    return terms.number(
      of: key.indices, in: key.span, hash: hash, terms.keys.firstLook(hash))
  }

  /// The number of a term that only begins words.
  private mutating func number(ofBeginning key: ArraySlice<UInt8>) -> UInt32 {
    for slot in PrefixGate.slots(ofTerm: key) {
      prefixLengths[slot] |= PrefixGate.bit(length: key.count)
    }
    return number(of: Array(key) + [PrefixGate.mark])
  }

  private static func hasYo(_ key: Range<Int>, in keys: Span<UInt8>) -> Bool {
    for index in key.dropFirst() where keys[index] == 0x91 && keys[index - 1] == 0xD1 {
      return true
    }
    return false
  }

  /// A key with `е` for each `ё`.
  private static func withoutYo(_ key: ArraySlice<UInt8>) -> [UInt8] {
    var result = Array(key)
    for index in result.indices.dropFirst()
    where result[index - 1] == 0xD1 && result[index] == 0x91 {
      (result[index - 1], result[index]) = (0xD0, 0xB5)
    }
    return result
  }

  private mutating func writeAlias(
    _ numbers: [UInt32], _ use: AliasUse
  ) throws(LexiconError) {
    try aliasWriter.append(UInt32(numbers.count))
    for number in numbers { try aliasWriter.append(number) }
    try aliasWriter.append(use.entry)
    try aliasWriter.append(use.flags.rawValue)
  }
}

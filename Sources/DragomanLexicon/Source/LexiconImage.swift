/// The parts of a compiled lexicon while they are built.
struct LexiconImage {
  private struct DraftPosting {
    var entry: UInt32
    var flags: LexiconLayout.PostingFlags
    var spelling: UInt32
    var isAllCapitals: Bool
  }

  private var termNumbers: [[UInt8]: UInt32] = [:]
  private(set) var termStarts: [UInt32] = []
  private(set) var keys: [UInt8] = []
  private(set) var termClasses: [UInt32] = []
  private var edges: [UInt64: UInt32] = [:]
  private var edgeOrder: [UInt64] = []
  private var postings: [[DraftPosting]] = [[]]
  private var entries: [UInt32] = []
  var strings: [UInt8] = []
  var endings: [UInt8] = []
  var summary: [UInt8] = []

  mutating func addClasses(_ classes: WordClasses, key: [UInt8]) {
    termClasses[Int(term(key))] |= classes.rawValue
  }

  /// Adds an alias as a path of terms; an alias without terms is dropped.
  mutating func addAlias(
    _ alias: LexiconDraft.Alias, keys: [[UInt8]], isPrefix: Bool, _ strings: StringTable
  ) {
    guard !keys.isEmpty else { return }
    insert(alias, keys: keys, isPrefix: isPrefix, strings)
    // Russian writes е for ё as it likes.
    let plain = keys.map(Self.withoutYo)
    if plain != keys { insert(alias, keys: plain, isPrefix: isPrefix, strings) }
  }

  /// A key with `е` for each `ё`.
  private static func withoutYo(_ key: [UInt8]) -> [UInt8] {
    Array(
      String(decoding: key, as: UTF8.self).unicodeScalars.map { $0 == "ё" ? "е" : String($0) }
        .joined().utf8)
  }

  private mutating func insert(
    _ alias: LexiconDraft.Alias, keys: [[UInt8]], isPrefix: Bool, _ strings: StringTable
  ) {
    var state: UInt32 = 0
    for (index, key) in keys.enumerated() {
      let isLast = index == keys.count - 1
      let number = term(isPrefix && isLast ? key + [0x2A] : key)
      let edge = UInt64(state) << 32 | UInt64(number)
      if let next = edges[edge] {
        state = next
      } else {
        let next = UInt32(postings.count)
        postings.append([])
        edges[edge] = next
        edgeOrder.append(edge)
        state = next
      }
    }
    let posting = DraftPosting(
      entry: UInt32(alias.entry),
      flags: LexiconLayout.PostingFlags(
        rule: alias.rule, kind: alias.kind, languages: alias.languages, weight: alias.weight),
      spelling: strings.offset(of: alias.text),
      isAllCapitals: alias.text.unicodeScalars.allSatisfy(\.properties.isUppercase))
    // Spellings that fold alike are one alias, unless each must be met letter for letter, or one is all capitals: short
    // names in capitals are met by capitals only.
    for (index, known) in postings[Int(state)].enumerated()
    where known.entry == posting.entry && known.flags.rule == alias.rule && alias.rule != .exact
      && known.isAllCapitals == posting.isAllCapitals
    {
      let languages = known.flags.languages.union(alias.languages)
      postings[Int(state)][index].flags = LexiconLayout.PostingFlags(
        rule: known.flags.rule, kind: known.flags.kind, languages: languages,
        weight: known.flags.weight)
      return
    }
    postings[Int(state)].append(posting)
  }

  mutating func addEntry(_ entry: LexiconDraft.Entry, _ strings: StringTable) {
    let country = Array(entry.country.utf8)
    let first = country.isEmpty ? 0 : UInt32(country[0])
    let second = country.isEmpty ? 0 : UInt32(country[1])
    entries.append(
      UInt32(entry.type.rawValue) | UInt32(entry.weight) << 8 | first << 16 | second << 24)
    entries.append(strings.offset(of: entry.name))
    entries.append(strings.offset(of: entry.ids))
    entries.append(strings.offset(of: entry.attributes))
  }

  private mutating func term(_ key: [UInt8]) -> UInt32 {
    if let number = termNumbers[key] { return number }
    let number = UInt32(termClasses.count)
    termNumbers[key] = number
    termStarts.append(UInt32(keys.count))
    keys.append(contentsOf: key)
    termClasses.append(0)
    return number
  }

  // MARK: Writing

  /// The whole file.
  consuming func serialized() -> [UInt8] {
    var sections: [(count: Int, bytes: [UInt8])] = []
    for section in LexiconLayout.Section.allCases {
      let bytes: [UInt8]
      switch section {
      case .termSlots: bytes = Self.bytes(of: termSlots())
      case .termKeys: bytes = Self.bytes(of: termStarts + [UInt32(keys.count)])
      case .keys: bytes = keys
      case .termClasses: bytes = Self.bytes(of: termClasses)
      case .edgeSlots: bytes = Self.bytes(of: edgeSlots())
      case .statePostings: bytes = Self.bytes(of: statePostings())
      case .postings:
        bytes = Self.bytes(
          of: postings.flatMap { $0.flatMap { [$0.entry, $0.flags.rawValue, $0.spelling] } })
      case .entries: bytes = Self.bytes(of: entries)
      case .strings: bytes = strings
      case .endings: bytes = endings
      case .summary: bytes = summary
      }
      sections.append((bytes.count / section.stride, bytes))
    }
    var body: [UInt8] = []
    var table: [UInt8] = []
    for section in sections {
      while body.count % 8 != 0 { body.append(0) }
      Self.append(UInt64(LexiconLayout.headerSize + body.count), to: &table)
      Self.append(UInt64(section.count), to: &table)
      body.append(contentsOf: section.bytes)
    }
    while body.count % 8 != 0 { body.append(0) }
    var file = LexiconLayout.magic
    file.append(
      contentsOf: Self.bytes(of: [LexiconLayout.formatVersion, LexiconLayout.keyVersion]))
    Self.append(UInt64(LexiconLayout.headerSize + body.count), to: &file)
    let padding = LexiconLayout.headerSize - LexiconLayout.checksumStart - table.count
    table.append(contentsOf: [UInt8](repeating: 0, count: padding))
    let rest = table + body
    Self.append(Self.checksum(of: rest), to: &file)
    file.append(contentsOf: rest)
    return file
  }

  /// A table at most half full.
  private func slotCount(for elements: Int) -> Int {
    var size = 2
    while size < elements * 2 { size *= 2 }
    return size
  }

  private func termSlots() -> [UInt32] {
    var slots = [UInt32](repeating: 0, count: slotCount(for: termClasses.count))
    let mask = slots.count - 1
    for number in termClasses.indices {
      let start = Int(termStarts[number])
      let end = number + 1 < termStarts.count ? Int(termStarts[number + 1]) : keys.count
      var slot = Int(truncatingIfNeeded: LexiconHash.key(keys[start..<end])) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
    return slots
  }

  private func edgeSlots() -> [UInt32] {
    let count = slotCount(for: edgeOrder.count)
    var slots = [UInt32](repeating: LexiconLayout.emptySlot, count: count * 3)
    for edge in edgeOrder {
      let state = UInt32(edge >> 32)
      let term = UInt32(truncatingIfNeeded: edge)
      var slot = Int(truncatingIfNeeded: LexiconHash.edge(state: state, term: term)) & (count - 1)
      while slots[slot * 3] != LexiconLayout.emptySlot { slot = (slot + 1) & (count - 1) }
      slots[slot * 3] = state
      slots[slot * 3 + 1] = term
      slots[slot * 3 + 2] = edges[edge] ?? 0
    }
    return slots
  }

  private func statePostings() -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(postings.count + 1)
    for list in postings { starts.append((starts.last ?? 0) + UInt32(list.count)) }
    return starts
  }

  private static func bytes(of words: [UInt32]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(words.count * 4)
    for word in words {
      result.append(UInt8(truncatingIfNeeded: word))
      result.append(UInt8(truncatingIfNeeded: word >> 8))
      result.append(UInt8(truncatingIfNeeded: word >> 16))
      result.append(UInt8(truncatingIfNeeded: word >> 24))
    }
    return result
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }

  /// As `MappedFile.checksum(from:)`; the bytes are a whole number of words.
  private static func checksum(of body: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0
    var index = 0
    while index < body.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(body[index + offset]) << (8 * UInt64(offset)) }
      sum = LexiconHash.checksum(sum, word: word)
      index += 8
    }
    return LexiconHash.checksum(sum, word: 0)
  }
}

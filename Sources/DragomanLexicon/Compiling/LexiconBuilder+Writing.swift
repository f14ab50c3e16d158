internal import DragomanText

extension LexiconBuilder {
  /// Writes all sections.
  consuming func finish(name: String) throws(LexiconError) -> LexiconImage {
    try resolveOffices()
    try finishCollecting()
    var image = LexiconImage(folder: folder)
    guard terms.keys.byteCount < Int(UInt32.max) else {
      throw LexiconError(.tooLarge, path: name, "the words take more than 4 GiB; split the lexicon")
    }
    let order = terms.order()
    try writeTerms(order, to: image)
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
    try writePhonetics(places, to: image)
    try writeRoles(places, to: image)
    try writeCountries(to: image)
    let termCount = terms.count
    terms = TermTable()
    try writeTrie(places, to: &image)
    try writeRecords(to: image)
    try image.append(entries, to: .entries)
    try image.append(prefixLengths, to: .prefixLengths)
    let packed = EndingTable.packed(endings)
    try image.append(packed.numbers, to: .endings)
    try image.append(packed.bytes, to: .endingBytes)
    let summary =
      [
        ("name", name),
        (
          "entities",
          "\(EntryType.allCases.filter(\.isEntity).reduce(0) { $0 + (counts[$1] ?? 0) })"
        ),
        ("aliases", "\(aliasCount)"), ("words", "\(wordCount)"), ("endings", "\(endings.count)"),
        ("terms", "\(termCount)"), ("icu", ICU.version), ("unicode", ICU.unicodeVersion),
      ] + EntryType.allCases.map { ("type:\($0.name)", "\(counts[$0] ?? 0)") }
    try image.append(Array(summary.map { "\($0.0)\t\($0.1)\n" }.joined().utf8), to: .summary)
    return image
  }

  private mutating func resolveOffices() throws(LexiconError) {
    for holder in holders {
      var record = holder.record
      for office in holder.offices {
        guard let number = offices[office.name] else {
          throw LexiconError(
            .malformedLine, path: holder.path, line: office.line,
            "there is no office '\(office.name)'; write an office entity of that name")
        }
        record.offices.append(
          EntryRecord.Holding(office: number, from: office.from, to: office.to))
      }
      try write(record, of: holder.entry)
    }
    holders = []
  }

  private func writeTerms(_ order: [UInt32], to image: LexiconImage) throws(LexiconError) {
    let buckets = terms.buckets()
    try image.append(buckets, to: .buckets)
    var keyStarts = image.writer(of: .keyStarts)
    var keyLengths = image.writer(of: .keyLengths)
    var keys = image.writer(of: .keys)
    var fingerprints = image.writer(of: .fingerprints)
    var classes = image.writer(of: .classes)
    var keyEnd: UInt32 = 0
    var bucket = 0
    for (place, number) in order.enumerated() {
      while bucket < buckets.count - 1, Int(buckets[bucket]) <= place {
        try keyStarts.append(keyEnd)
        bucket += 1
      }
      let key = terms.keys[Int(number)]
      try keys.append(key)
      try keyLengths.append(UInt8(key.count))
      keyEnd += UInt32(key.count)
      try fingerprints.append(LexiconLayout.fingerprint(of: terms.keys.hashes[Int(number)]))
      try classes.append(terms.classes[Int(number)])
    }
    while bucket < buckets.count - 1 {
      try keyStarts.append(keyEnd)
      bucket += 1
    }
    try keyStarts.finish()
    try keyLengths.finish()
    try keys.finish()
    try fingerprints.finish()
    try classes.finish()
  }

  private func writeRoles(_ places: [UInt32], to image: LexiconImage) throws(LexiconError) {
    var writer = image.writer(of: .roles)
    let words = roles.map { (place: places[Int($0.key)], roles: $0.value) }
    for word in words.sorted(by: { $0.place < $1.place }) {
      try writer.append(word.place)
      try writer.append(word.roles.rawValue)
    }
    try writer.finish()
  }

  private func writeCountries(to image: LexiconImage) throws(LexiconError) {
    var writer = image.writer(of: .countries)
    for (code, entry) in countries.sorted(by: { $0.key < $1.key }) {
      try writer.append(code)
      try writer.append(entry)
    }
    try writer.finish()
  }

  private mutating func writePhonetics(
    _ places: [UInt32], to image: LexiconImage
  ) throws(LexiconError) {
    var writer = image.writer(of: .phonetics)
    for pair in phoneticTerms.packed(terms, places) {
      try writer.append(UInt32(truncatingIfNeeded: pair >> 32))
      try writer.append(UInt32(truncatingIfNeeded: pair))
    }
    try writer.finish()
    phoneticTerms = PhoneticTerms()
  }

  private func writeRoots(_ roots: [UInt32], to image: LexiconImage) throws(LexiconError) {
    var leads = image.writer(of: .roots)
    var masks = image.writer(of: .rootMasks)
    var before: UInt32 = 0
    for start in stride(from: 0, to: roots.count, by: 64) {
      var mask: UInt64 = 0
      for place in start..<min(start + 64, roots.count) where roots[place] != 0 {
        mask |= 1 << UInt64(place - start)
        try leads.append(roots[place])
      }
      try masks.append(mask)
      try masks.append(before)
      before += UInt32(mask.nonzeroBitCount)
    }
    try leads.finish()
    try masks.finish()
  }

  /// Writes the records with numbers for the words that come again and again.
  private mutating func writeRecords(to image: LexiconImage) throws(LexiconError) {
    let book = phrases.book()
    phrases = PhraseCounter()
    var start: UInt32 = 0
    var phraseStarts = image.writer(of: .phraseStarts)
    var phraseBytes = image.writer(of: .phrases)
    try phraseStarts.append(start)
    for number in 0..<book.count {
      try phraseBytes.append(book[number])
      start += UInt32(book[number].count)
      try phraseStarts.append(start)
    }
    try phraseStarts.finish()
    try phraseBytes.finish()
    var records = image.writer(of: .records)
    var reader = SpilledReader(drafts)
    var draft: [UInt8] = []
    var record: [UInt8] = []
    var offset = 0
    while let entry = try reader.number() {
      try reader.read(Int(try reader.number() ?? 0), into: &draft)
      record.removeAll(keepingCapacity: true)
      book.append(draft, to: &record)
      guard offset + record.count < Int(UInt32.max) else {
        throw LexiconError(
          .tooLarge, path: folder, "the entries take more than 4 GiB; split the lexicon")
      }
      entries[Int(entry) * 2 + 1] = UInt32(offset)
      try records.append(record[...])
      offset += record.count
    }
    try records.finish()
  }

  private func writeTrie(_ places: [UInt32], to image: inout LexiconImage) throws(LexiconError) {
    var sorter = AliasSorter(in: folder)
    sorter.reserve(numbers: aliases.count / 4)
    var reader = SpilledReader(aliases)
    var alias: [UInt32] = []
    while let count = try reader.number() {
      alias.removeAll(keepingCapacity: true)
      for _ in 0..<count { alias.append(places[Int(try reader.number() ?? 0)]) }
      try sorter.add(alias, try reader.number() ?? 0, try reader.number() ?? 0)
    }
    var trie = try TrieWriter(termCount: places.count, in: folder)
    try sorter.forEach { terms, entry, flags throws(LexiconError) in
      try trie.add(terms, entry: entry, flags: LexiconLayout.PostingFlags(rawValue: flags))
    }
    try trie.finish()
    try writeRoots(trie.roots, to: image)
    image.take(trie.states, as: .states)
    image.take(trie.postings, as: .postings)
  }
}

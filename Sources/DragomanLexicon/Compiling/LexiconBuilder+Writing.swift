internal import DragomanText

extension LexiconBuilder {
  /// Writes all sections.
  func finish(name: String) throws(LexiconError) -> LexiconImage {
    try cutWaiting()
    text = []
    try resolveOffices()
    var image = LexiconImage(folder: folder)
    guard terms.keyByteCount < Int(UInt32.max) else {
      throw LexiconError(.tooLarge, path: name, "the words take more than 4 GiB; split the lexicon")
    }
    let order = terms.order()
    try writeTerms(order, to: &image)
    try writePhonetics(order, to: &image)
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
    let roles = roles.map { (place: places[Int($0.key)], roles: $0.value) }
    for word in roles.sorted(by: { $0.place < $1.place }) {
      try image.append(word.place, to: .roles)
      try image.append(word.roles.rawValue, to: .roles)
    }
    let termCount = terms.count
    terms = TermTable()
    try writeTrie(places, to: &image)
    try writeRecords(to: &image)
    for number in entries { try image.append(number, to: .entries) }
    for lengths in prefixLengths { try image.append(lengths, to: .prefixLengths) }
    let packed = EndingTable.packed(endings)
    for number in packed.numbers { try image.append(number, to: .endings) }
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

  private func resolveOffices() throws(LexiconError) {
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

  private func writeTerms(
    _ order: [UInt32], to image: inout LexiconImage
  ) throws(LexiconError) {
    let buckets = terms.buckets(order)
    for start in buckets { try image.append(start, to: .buckets) }
    var keyEnd: UInt32 = 0
    var bucket = 0
    for (place, number) in order.enumerated() {
      while bucket < buckets.count - 1, Int(buckets[bucket]) <= place {
        try image.append(keyEnd, to: .keyStarts)
        bucket += 1
      }
      let key = terms.key(Int(number))
      try image.append(key, to: .keys)
      try image.append([UInt8(key.count)], to: .keyLengths)
      keyEnd += UInt32(key.count)
      try image.append(LexiconLayout.fingerprint(of: terms.hashes[Int(number)]), to: .fingerprints)
      try image.append(terms.classes[Int(number)], to: .classes)
    }
    while bucket < buckets.count - 1 {
      try image.append(keyEnd, to: .keyStarts)
      bucket += 1
    }
  }

  private func writePhonetics(
    _ order: [UInt32], to image: inout LexiconImage
  ) throws(LexiconError) {
    for pair in phoneticTerms.packed(terms, order) {
      try image.append(UInt32(truncatingIfNeeded: pair >> 32), to: .phonetics)
      try image.append(UInt32(truncatingIfNeeded: pair), to: .phonetics)
    }
    phoneticTerms = PhoneticTerms()
  }

  private func writeRoots(_ roots: [UInt32], to image: inout LexiconImage) throws(LexiconError) {
    var before: UInt32 = 0
    for start in stride(from: 0, to: roots.count, by: 64) {
      var mask: UInt64 = 0
      for place in start..<min(start + 64, roots.count) where roots[place] != 0 {
        mask |= 1 << UInt64(place - start)
        try image.append(roots[place], to: .roots)
      }
      try image.append(UInt32(truncatingIfNeeded: mask), to: .rootMasks)
      try image.append(UInt32(truncatingIfNeeded: mask >> 32), to: .rootMasks)
      try image.append(before, to: .rootMasks)
      before += UInt32(mask.nonzeroBitCount)
    }
  }

  /// Writes the records with numbers for the words that come again and again.
  private func writeRecords(to image: inout LexiconImage) throws(LexiconError) {
    let book = phrases.book()
    phrases = PhraseCounter()
    var start = 0
    try image.append(UInt32(0), to: .phraseStarts)
    for phrase in book.phrases {
      try image.append(phrase, to: .phrases)
      start += phrase.count
      try image.append(UInt32(start), to: .phraseStarts)
    }
    var reader = SpilledReader(drafts)
    var offset = 0
    while let entry = try reader.number() {
      let draft = try reader.bytes(Int(try reader.number() ?? 0))
      let record = EntryRecord(draft).packed(book.shortened)
      guard offset + record.count < Int(UInt32.max) else {
        throw LexiconError(
          .tooLarge, path: folder, "the entries take more than 4 GiB; split the lexicon")
      }
      entries[Int(entry) * 2 + 1] = UInt32(offset)
      try image.append(record, to: .records)
      offset += record.count
    }
  }

  private func writeTrie(_ places: [UInt32], to image: inout LexiconImage) throws(LexiconError) {
    let sorter = AliasSorter(in: folder)
    var numbers = SpilledReader(spool)
    var alias: [UInt32] = []
    while let count = try numbers.number() {
      alias.removeAll(keepingCapacity: true)
      for _ in 0..<count { alias.append(places[Int(try numbers.number() ?? 0)]) }
      try sorter.add(alias, try numbers.number() ?? 0, try numbers.number() ?? 0)
    }
    var trie = try TrieWriter(termCount: places.count, in: folder)
    try sorter.forEach { terms, entry, flags throws(LexiconError) in
      try trie.add(terms, entry: entry, flags: LexiconLayout.PostingFlags(rawValue: flags))
    }
    try trie.finish()
    try writeRoots(trie.roots, to: &image)
    image.take(trie.states, as: .states)
    image.take(trie.postings, as: .postings)
  }
}

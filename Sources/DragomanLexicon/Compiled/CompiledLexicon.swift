/// A lexicon in its compiled, memory-mapped form.
///
/// Opening checks the header and the checksum; nothing is deserialized. One lexicon serves all threads.
///
/// ```swift
/// let lexicon = try CompiledLexicon(path: "names.lexicon")
/// lexicon.summary["entities"]  // "31204"
/// ```
public final class CompiledLexicon: Sendable {
  private let file: MappedFile
  private let offsets: [Int]
  private let counts: [Int]
  private let termMask: UInt64
  private let edgeMask: UInt64
  /// The grammatical endings, longest first.
  let endings: [Ending]
  /// The languages of each ending that leaves the stem as it is.
  let plainEndings: [[UInt8]: Languages]

  /// Opens a compiled lexicon.
  ///
  /// - Throws: ``LexiconError`` if the file is missing, truncated, damaged, foreign or of another format.
  public init(path: String) throws(LexiconError) {
    let file = try MappedFile(path: path)
    try Self.checkHeader(of: file)
    var offsets: [Int] = []
    var counts: [Int] = []
    for section in LexiconLayout.Section.allCases {
      let entry = 32 + 16 * section.rawValue
      let offset = Int(clamping: file.word64(at: entry))
      let count = Int(clamping: file.word64(at: entry + 8))
      guard offset <= file.count, count <= (file.count - offset) / section.stride else {
        throw LexiconError(
          .truncatedFile, path: path,
          "the section '\(section)' lies outside the file; compile it again")
      }
      offsets.append(offset)
      counts.append(count)
    }
    self.file = file
    self.offsets = offsets
    self.counts = counts
    termMask = UInt64(max(counts[LexiconLayout.Section.termSlots.rawValue], 1) - 1)
    edgeMask = UInt64(max(counts[LexiconLayout.Section.edgeSlots.rawValue], 1) - 1)
    let endingsStart = offsets[LexiconLayout.Section.endings.rawValue]
    let source = LexiconSource(
      path: path + ".endings.tsv",
      bytes: file.bytes(
        in: endingsStart..<endingsStart + counts[LexiconLayout.Section.endings.rawValue]))
    var draft = LexiconDraft()
    try draft.add(source)
    endings = draft.endings
    plainEndings = Dictionary(
      draft.endings.filter(\.replacement.isEmpty).map { ($0.suffix, $0.languages) },
      uniquingKeysWith: { $0.union($1) })
  }

  private static func checkHeader(of file: MappedFile) throws(LexiconError) {
    let path = file.path
    guard file.bytes(in: 0..<8) == LexiconLayout.magic else {
      throw LexiconError(
        .foreignFile, path: path,
        "it does not start as a compiled lexicon; give a file made by 'dragoman lexicon compile'")
    }
    let format = file.word32(at: 8)
    guard format == LexiconLayout.formatVersion else {
      throw LexiconError(
        .unsupportedFormat, path: path,
        "it is of format \(format), this program reads format \(LexiconLayout.formatVersion); "
          + "compile it again with this program")
    }
    guard file.word32(at: 12) == LexiconLayout.keyVersion else {
      throw LexiconError(
        .unsupportedFormat, path: path,
        "its keys were folded by another version of Dragoman; compile it again with this program")
    }
    let size = file.word64(at: 16)
    guard size == UInt64(file.count) else {
      throw LexiconError(
        .truncatedFile, path: path,
        "it should have \(size) bytes and has \(file.count); copy or compile it again")
    }
    guard file.checksum(from: LexiconLayout.checksumStart) == file.word64(at: 24) else {
      throw LexiconError(
        .damagedFile, path: path, "its checksum is wrong; copy or compile it again")
    }
  }

  /// The path that the lexicon was opened from.
  public var path: String { file.path }

  /// The checksum, as 16 hexadecimal digits: tells one build of a lexicon from another.
  public var digest: String {
    let digits = String(file.word64(at: 24), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The size of the file in bytes.
  public var byteCount: Int { file.count }

  /// What the lexicon was made of, by name.
  public var summary: [String: String] {
    let start = offset(.summary)
    let text = String(decoding: file.bytes(in: start..<start + count(.summary)), as: UTF8.self)
    var result: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "\t", maxSplits: 1)
      if columns.count == 2 { result[String(columns[0])] = String(columns[1]) }
    }
    return result
  }

  // MARK: Look-up

  private func offset(_ section: LexiconLayout.Section) -> Int { offsets[section.rawValue] }

  func count(_ section: LexiconLayout.Section) -> Int { counts[section.rawValue] }

  /// The number of the term with a key, given its hash; `nil` if there is none.
  func term(hash: UInt64, key: some Collection<UInt8>) -> UInt32? {
    if count(.termSlots) == 0 { return nil }
    let slots = offset(.termSlots)
    let starts = offset(.termKeys)
    let keys = offset(.keys)
    var slot = hash & termMask
    while true {
      let entry = file.word32(at: slots + 4 * Int(slot))
      if entry == 0 { return nil }
      let term = entry - 1
      let start = Int(file.word32(at: starts + 4 * Int(term)))
      let end = Int(file.word32(at: starts + 4 * Int(term) + 4))
      if end - start == key.count {
        var position = keys + start
        var isEqual = true
        for byte in key {
          if file.byte(at: position) != byte {
            isEqual = false
            break
          }
          position += 1
        }
        if isEqual { return term }
      }
      slot = (slot + 1) & termMask
    }
  }

  /// The classes of a term.
  func classes(ofTerm term: UInt32) -> WordClasses {
    WordClasses(rawValue: file.word32(at: offset(.termClasses) + 4 * Int(term)))
  }

  /// The state that an edge leads to; `nil` if there is no such edge.
  func state(after state: UInt32, term: UInt32) -> UInt32? {
    if count(.edgeSlots) == 0 { return nil }
    let base = offset(.edgeSlots)
    var slot = LexiconHash.edge(state: state, term: term) & edgeMask
    while true {
      let at = base + 12 * Int(slot)
      let from = file.word32(at: at)
      if from == LexiconLayout.emptySlot { return nil }
      if from == state, file.word32(at: at + 4) == term { return file.word32(at: at + 8) }
      slot = (slot + 1) & edgeMask
    }
  }

  /// The postings of a state: the aliases that end there.
  func postings(ofState state: UInt32) -> Range<Int> {
    let base = offset(.statePostings) + 4 * Int(state)
    return Int(file.word32(at: base))..<Int(file.word32(at: base + 4))
  }

  /// One posting.
  func posting(_ index: Int) -> Posting {
    let base = offset(.postings) + 12 * index
    let flags = LexiconLayout.PostingFlags(rawValue: file.word32(at: base + 4))
    return Posting(
      entry: EntryID(file.word32(at: base)), rule: flags.rule, kind: flags.kind,
      languages: flags.languages, weight: flags.weight, spelling: file.word32(at: base + 8))
  }

  /// The written form of an alias.
  func spelling(of posting: Posting) -> String { string(at: posting.spelling) }

  /// The entry with a number.
  ///
  /// - Precondition: the number came from this lexicon.
  public func entry(_ id: EntryID) -> Entry {
    let base = offset(.entries) + 16 * Int(id.rawValue)
    let head = file.word32(at: base)
    let letters = [UInt8(truncatingIfNeeded: head >> 16), UInt8(truncatingIfNeeded: head >> 24)]
    return Entry(
      type: type(of: id), weight: Int(UInt8(truncatingIfNeeded: head >> 8)),
      country: letters[0] == 0 ? nil : String(decoding: letters, as: UTF8.self),
      name: string(at: file.word32(at: base + 4)),
      ids: pairs(string(at: file.word32(at: base + 8)), separator: ":"),
      attributes: pairs(string(at: file.word32(at: base + 12)), separator: "="))
  }

  /// The type of an entry. Cost: one read.
  public func type(of id: EntryID) -> EntryType {
    let head = file.word32(at: offset(.entries) + 16 * Int(id.rawValue))
    return EntryType(rawValue: UInt8(truncatingIfNeeded: head)) ?? .demonym
  }

  /// The prominence of an entry, 0 to 100. Cost: one read.
  func weight(of id: EntryID) -> Int {
    let head = file.word32(at: offset(.entries) + 16 * Int(id.rawValue))
    return Int(UInt8(truncatingIfNeeded: head >> 8))
  }

  private func string(at position: UInt32) -> String {
    let base = offset(.strings) + Int(position)
    let length = Int(file.byte(at: base)) | Int(file.byte(at: base + 1)) << 8
    return String(decoding: file.bytes(in: base + 2..<base + 2 + length), as: UTF8.self)
  }

  private func pairs(_ text: String, separator: Character) -> [Entry.Pair] {
    text.split(separator: " ").compactMap { pair in
      let parts = pair.split(separator: separator, maxSplits: 1)
      return parts.count == 2 ? Entry.Pair(key: String(parts[0]), value: String(parts[1])) : nil
    }
  }
}

internal import DragomanText

/// A lexicon in its compiled, memory-mapped form.
///
/// Opening checks the header, and the checksum of files that are not large; nothing is deserialized. A damaged or
/// malicious file may give wrong answers, never a crash: no read goes outside it. One lexicon serves all threads.
///
/// ```swift
/// let lexicon = try CompiledLexicon(path: "names.lexicon")
/// lexicon.summary["entities"]  // "31204"
/// ```
public final class CompiledLexicon: Sendable {
  /// Files up to this size are read once when they are opened, to compare their checksum; larger ones when
  /// ``verify()`` is called. 16 MB take about a millisecond.
  public static let verifiedSize = 16 << 20

  private let file: CompiledFile
  private let sections: [MappedBytes]
  private let bucketCount: Int
  /// How many terms there are.
  let termCount: Int
  private let fingerprints: MappedBytes
  private let buckets: MappedBytes
  private let keyStarts: MappedBytes
  private let keyLengths: MappedBytes
  private let keys: MappedBytes
  /// The names, by their terms.
  let trie: LexiconTrie
  private let entries: MappedBytes
  private let prefixLengths: MappedBytes
  private let phonetics: PhoneticTable
  private let wordRoles: RoleTable
  /// The grammatical endings by their bytes.
  let endings: EndingTable

  /// Opens a compiled lexicon. Cost: under a millisecond, and reading a file of up to ``verifiedSize`` once.
  ///
  /// - Throws: ``LexiconError`` if the file is missing, truncated, damaged, foreign or of another format.
  public init(path: String) throws(LexiconError) {
    let file: CompiledFile
    do throws(CompiledFileError) {
      file = try CompiledFile(path: path, LexiconLayout.format)
    } catch {
      throw LexiconError(error)
    }
    guard file.unicodeVersion == LexiconLayout.packedUnicodeVersion else {
      let name = file.unicodeVersion.map { String($0) }.joined(separator: ".")
      throw LexiconError(
        .unsupportedFormat, path: path,
        "its keys were made with Unicode \(name), the ICU of this program has Unicode \(ICU.unicodeVersion); "
          + "compile it again with this program")
    }
    let sections = file.sections
    self.file = file
    self.sections = sections
    func part(_ section: LexiconLayout.Section) -> MappedBytes { sections[section.rawValue] }
    buckets = part(.buckets)
    bucketCount = max(0, buckets.count / 4 - 1)
    fingerprints = part(.fingerprints)
    termCount = fingerprints.count / 2
    keyStarts = part(.keyStarts)
    keyLengths = part(.keyLengths)
    keys = part(.keys)
    trie = LexiconTrie(
      rootMasks: part(.rootMasks), roots: part(.roots), states: part(.states),
      postings: part(.postings))
    entries = part(.entries)
    prefixLengths = part(.prefixLengths)
    phonetics = PhoneticTable(part(.phonetics))
    wordRoles = RoleTable(part(.roles))
    endings = EndingTable(part(.endings), part(.endingBytes))
    if file.byteCount <= Self.verifiedSize { try verify() }
  }

  /// Reads the whole file and compares its checksum. Cost: as long as the file takes to be read.
  ///
  /// - Throws: ``LexiconError`` if the file is damaged.
  public func verify() throws(LexiconError) {
    do throws(CompiledFileError) {
      try file.verify()
    } catch {
      throw LexiconError(error)
    }
  }

  /// The path that the lexicon was opened from.
  public var path: String { file.path }

  /// The checksum, as 16 hexadecimal digits: tells one build of a lexicon from another.
  public var digest: String { file.digest }

  /// The size of the file in bytes.
  public var byteCount: Int { file.byteCount }

  /// What the lexicon was made of, by name.
  public var summary: [String: String] {
    let summary = section(.summary)
    var result: [String: String] = [:]
    for line in summary.string(in: 0..<summary.count).split(separator: "\n") {
      let columns = line.split(separator: "\t", maxSplits: 1)
      if columns.count == 2 { result[String(columns[0])] = String(columns[1]) }
    }
    return result
  }

  private func section(_ section: LexiconLayout.Section) -> MappedBytes {
    sections[section.rawValue]
  }

  // MARK: Terms

  /// The number of the term with a key, given its hash; `nil` if there is none. Cost: two reads, and two more for a term
  /// that is there.
  @inline(__always)
  func term(hash: UInt64, key: ArraySlice<UInt8>) -> UInt32? {
    let bucket = LexiconLayout.bucket(of: hash, count: bucketCount)
    let first = Int(buckets.uint32(bucket))
    let end = min(Int(buckets.uint32(bucket + 1)), first + LexiconLayout.largestBucket)
    let fingerprint = LexiconLayout.fingerprint(of: hash)
    var term = first
    while term < end {
      if fingerprints.uint16(term) == fingerprint, Int(keyLengths[term]) == key.count {
        var start = Int(keyStarts.uint32(bucket))
        for before in first..<term { start += Int(keyLengths[before]) }
        if keys.hold(key, at: start) { return UInt32(term) }
      }
      term += 1
    }
    return nil
  }

  /// The search key of a term; none if the file is damaged. Cost: a binary search.
  private func key(ofTerm term: UInt32) -> [UInt8] {
    var (bucket, end) = (0, bucketCount)
    while end - bucket > 1 {
      let middle = bucket + (end - bucket) / 2
      if buckets.uint32(middle) <= term { bucket = middle } else { end = middle }
    }
    let first = Int(buckets.uint32(bucket))
    guard first <= Int(term), Int(term) - first < LexiconLayout.largestBucket else { return [] }
    var start = Int(keyStarts.uint32(bucket))
    for before in first..<Int(term) { start += Int(keyLengths[before]) }
    return keys.bytes(in: start..<start + Int(keyLengths[Int(term)]))
  }

  /// The endings that family names are built with, as search keys. Cost: a search for each.
  var lastNameEndings: [[UInt8]] {
    var result: [[UInt8]] = []
    wordRoles.forEachTerm(with: .lastNameEnding) { result.append(key(ofTerm: $0)) }
    return result
  }

  /// Calls `body` for each term that sounds like a word, of names of two words or more of people whose names were carried
  /// over from another script. Cost: a binary search.
  ///
  /// By chance another term may come, too: two phonetic keys have the same hash once in 2³² pairs.
  func forEachTerm(soundingLike key: PhoneticKey, _ body: (UInt32) -> Void) {
    phonetics.forEachTerm(soundingLike: key, body)
  }

  /// The classes of a term.
  func classes(ofTerm term: UInt32) -> WordClasses {
    WordClasses(rawValue: section(.classes).uint16(Int(term)))
  }

  /// The roles of a term in the grammar of names.
  func roles(ofTerm term: UInt32) -> WordFacts { wordRoles.roles(ofTerm: term) }

  /// Which lengths the beginnings of words have that may be terms of their own, for words that begin like a key.
  func prefixLengths(of key: ArraySlice<UInt8>) -> UInt32 {
    prefixLengths.uint32(PrefixGate.slot(key))
  }

  // MARK: Entries

  /// How many entries there are.
  public var entryCount: Int { entries.count / 8 }

  /// The written form of an alias.
  func spelling(of posting: Posting) -> String {
    EntryRecord.spelling(
      posting.flags.alias, section(.records), phrases, at: recordStart(posting.entry))
  }

  private var phrases: PhraseBook { PhraseBook(section(.phraseStarts), section(.phrases)) }

  private func recordStart(_ id: EntryID) -> Int { Int(entries.uint32(2 * Int(id.rawValue) + 1)) }

  private func head(_ id: EntryID) -> UInt32 { entries.uint32(2 * Int(id.rawValue)) }

  /// The entry with a number. Cost: its record is read as far as is asked for, and the names of its offices.
  public func entry(_ id: EntryID, upTo detail: Entry.Detail = .offices) -> Entry {
    let record = EntryRecord(section(.records), phrases, at: recordStart(id), upTo: detail)
    return Entry(
      type: type(of: id), weight: weight(of: id), country: country(of: id), name: record.name,
      ids: record.ids, attributes: record.attributes,
      offices: record.offices.map {
        Entry.Office(
          office: EntryID($0.office),
          name: EntryRecord.name(
            section(.records), phrases, at: recordStart(EntryID($0.office))),
          from: $0.from, to: $0.to)
      })
  }

  /// All spellings of an entry, its name first, in the order of the source.
  ///
  /// - Precondition: the number came from this lexicon.
  public func aliases(of id: EntryID) -> [String] {
    let record = EntryRecord(
      section(.records), phrases, at: recordStart(id), upTo: .name, withAliases: true)
    return [record.name] + record.aliases
  }

  /// The entry of a country.
  ///
  /// - Parameter code: ISO 3166-1 alpha-2.
  func country(_ code: String) -> EntryID? {
    guard let letters = LexiconLayout.packedCountry(code) else { return nil }
    let pairs = section(.countries)
    let known = (0..<pairs.count / 8).first { pairs.uint32(2 * $0) == letters }
    return known.map { pairs.uint32(2 * $0 + 1) }.flatMap {
      $0 < entryCount ? EntryID($0) : nil
    }
  }

  /// The type of an entry. Cost: one read.
  @inline(__always)
  public func type(of id: EntryID) -> EntryType {
    EntryType(rawValue: UInt8(truncatingIfNeeded: head(id)) & ~LexiconLayout.overrides) ?? .demonym
  }

  /// Whether an entry hides those of its type in the lexicons below, where its aliases stand. Cost: one read.
  func overrides(_ id: EntryID) -> Bool {
    UInt8(truncatingIfNeeded: head(id)) & LexiconLayout.overrides != 0
  }

  /// ISO 3166-1 alpha-2 of an entry; `nil` where none belongs. Cost: one read.
  func country(of id: EntryID) -> String? {
    let head = head(id)
    guard head >> 16 & 0xFF != 0 else { return nil }
    return Self.countryCode(
      UInt8(truncatingIfNeeded: head >> 16), UInt8(truncatingIfNeeded: head >> 24))
  }

  /// Two letters as a string: those of A to Z are ready.
  private static func countryCode(_ first: UInt8, _ second: UInt8) -> String {
    let (row, column) = (Int(first) - 0x41, Int(second) - 0x41)
    guard 0..<26 ~= row, 0..<26 ~= column else { return string(first, second) }
    return countryCodes[26 * row + column]
  }

  private static let countryCodes: [String] = (0..<UInt8(26)).flatMap { row in
    (0..<UInt8(26)).map { column in string(0x41 + row, 0x41 + column) }
  }

  private static func string(_ first: UInt8, _ second: UInt8) -> String {
    var letters = String.UnicodeScalarView()
    letters.append(Unicode.Scalar(first))
    letters.append(Unicode.Scalar(second))
    return String(letters)
  }

  /// The value of an attribute. Cost: the record is passed over up to it.
  func attribute(_ key: String, of id: EntryID) -> String? {
    EntryRecord.attribute(key, section(.records), phrases, at: recordStart(id))
  }

  /// The prominence of an entry, 0 to 100. Cost: one read.
  func weight(of id: EntryID) -> Int { Int(UInt8(truncatingIfNeeded: head(id) >> 8)) }
}

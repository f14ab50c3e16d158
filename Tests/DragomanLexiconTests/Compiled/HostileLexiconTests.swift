import DragomanText
import Foundation
import Testing

@testable import DragomanLexicon

/// Damaged and malicious files: an error or wrong answers, but no crash, no hang, and nothing read outside the file.
///
/// The checksums of all files here are right, so that whatever stands in them is read.
@Suite("A hostile lexicon", .timeLimit(.minutes(10)))
struct HostileLexiconTests {
  private typealias Section = LexiconLayout.Section

  private static let files: [(name: String, text: String)] = [
    (
      "a.entities.tsv",
      """
      place\tVelmira\tTR\t90\tiso:TR-99 wikidata:Q7\tkind=city latitude=-8.5 longitude=31 population=12
      \tVelmira Velmira\ten\tformer
      \tVelmira Velmira Velmira\t*\tcommon\texact
      \tVelmir Velmira\t*\tcommon\tany
      organization\tUnited Velmira Bank\t\t80\twikidata:Q8
      \tUVB\t*\tacronym
      organization\tUnited Velmira Office
      person\tAyla Velmira\tTR\t40
      \t+office\tHead of United Velmira\t2019-04\t2021
      \t+office\tHead of United Velmira\t2022
      office\tHead of United Velmira\tTR
      forbid\tAyla Bank\t\t\t\ttype=person
      place\tAyla\tTR\t10\t\toverride=yes
      """
    ),
    ("b.words.tsv", "Ayla\tfirst-name\nthe\tordinary\ten\nbank\tordinary\ten"),
    ("c.cues.tsv", "title\tHead of\ten\tside=before\nhonorific\tMr\ten"),
    ("d.endings.tsv", "*\ta\t\teach\ntr\tdan\t\tlast\n*\tnin\tn\teach"),
    ("e.topics.tsv", "topic\tx:1\tbanks\nen\t9\tbank*|ve*\ntr\t-5\tbank of velmira"),
  ]

  private let bytes: [UInt8]
  private let tokenizer: Tokenizer
  private let texts: [TokenizedText]
  /// How much of what is tried where all is alike, unless `DRAGOMAN_TEST_CASES` asks for more.
  private static let isThorough = ProcessInfo.processInfo.environment["DRAGOMAN_TEST_CASES"] != nil

  init() throws {
    bytes = try LexiconFixture.compile(Self.files)
    tokenizer = try Tokenizer()
    var texts: [TokenizedText] = []
    for (text, language) in [
      (
        "The Head of United Velmira Bank, Ayla Velmiradan, UVB; Velmira Velmira",
        LanguageTag.turkish
      ),
      (String(repeating: "Velmira ", count: 400), .undetermined),
      ("Ayla Bank", .english), ("", .english),
    ] {
      texts.append(tokenizer.tokenize(SourceText(text), language: language))
    }
    self.texts = texts
  }

  // MARK: Writing damage

  /// A file whose checksums are right, whatever stands in it.
  static func signed(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var content = Checksum()
    content.add(result[CompiledFile.headerSize...])
    result.write(content.value, at: 24)
    var header = Checksum()
    header.add(result[..<CompiledFile.headerChecksum])
    header.add(result[CompiledFile.unicodeVersion..<CompiledFile.headerSize])
    result.write(header.value, at: CompiledFile.headerChecksum)
    return result
  }

  /// Where a section lies.
  private func range(of section: Section) -> Range<Int> {
    let place = CompiledFile.sectionTable + 16 * section.rawValue
    let (offset, count) = (Int(bytes.uint64(at: place)), Int(bytes.uint64(at: place + 8)))
    return offset..<offset + count * section.stride
  }

  /// Asks a lexicon everything; most open, and then every answer is allowed.
  private func ask(_ bytes: [UInt8]) throws {
    let path = try LexiconFixture.write(Self.signed(bytes))
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let lexicon = try? CompiledLexicon(path: path) else { return }
    let stack = LexiconStack([lexicon, lexicon])
    var found = LexiconMatches()
    for text in texts {
      stack.findMatches(in: text, into: &found)
      for match in found.matches.prefix(2000) {
        for posting in stack.postings(of: match, in: text).prefix(100) {
          _ = stack.quality(of: posting, at: match, in: text)
        }
      }
    }
    for selection in MatchSelection.allCases {
      let matches = stack.matches(in: texts[0])
      _ = stack.select(selection, of: matches, in: texts[0])
    }
    _ = stack.lookUp(texts[2])
    for key in ["a", "Vandan", "nin", ""] {
      stack.forEachReplacedForm(of: Array(key.utf8)[...], in: .turkish) { _ in }
    }
    for entry in Array(0..<min(lexicon.entryCount, 12)).map(UInt32.init) + [.max, 1 << 31] {
      _ = lexicon.entry(EntryID(entry))
      _ = lexicon.aliases(of: EntryID(entry))
    }
    _ = (lexicon.summary, lexicon.digest)
    try lexicon.verify()
  }

  // MARK: Tests

  @Test("answers, with one byte after the other changed")
  func everyByte() throws {
    var generator = SeededGenerator(salt: 9)
    for index in stride(
      from: CompiledFile.sectionTable, to: bytes.count, by: Self.isThorough ? 1 : 101)
    {
      var damaged = bytes
      damaged[index] ^= UInt8.random(in: 1...255, using: &generator)
      try ask(damaged)
    }
  }

  @Test("answers, with any bytes changed in many places")
  func manyBytes() throws {
    var generator = SeededGenerator(salt: 10)
    for _ in 0..<(Self.isThorough ? 5000 : 200) {
      var damaged = bytes
      for _ in 0...Int.random(in: 0...30, using: &generator) {
        let section = Section.allCases.randomElement(using: &generator) ?? .states
        guard let place = range(of: section).randomElement(using: &generator) else { continue }
        damaged[place] =
          Bool.random(using: &generator) ? 0xFF : UInt8.random(in: 0...255, using: &generator)
      }
      try ask(damaged)
    }
  }

  @Test("answers or is not opened, wherever its sections are said to lie")
  func sections() throws {
    var generator = SeededGenerator(salt: 11)
    let size = UInt64(bytes.count)
    for _ in 0..<(Self.isThorough ? 5000 : 200) {
      var damaged = bytes
      for _ in 0...Int.random(in: 0...3, using: &generator) {
        let number = Int.random(in: 0..<2 * Section.allCases.count, using: &generator)
        let values: [UInt64] = [
          0, 1, size, size - 1, size / 12, .max, .max / 12, 1 << 63, 1 << 62, 1 << 32,
          .random(in: 0...size, using: &generator), .random(in: 0...size, using: &generator),
        ]
        damaged.write(
          values.randomElement(using: &generator) ?? 0, at: CompiledFile.sectionTable + 8 * number)
      }
      try ask(damaged)
    }
  }

  @Test("answers, whatever numbers a section is full of", arguments: LexiconLayout.Section.allCases)
  func numbers(section: LexiconLayout.Section) throws {
    var generator = SeededGenerator(salt: 12 + UInt64(section.rawValue))
    let range = range(of: section)
    let count = UInt32(range.count / section.stride)
    for pattern in 0..<(Self.isThorough ? 80 : 12) {
      var damaged = bytes
      for (index, place) in stride(from: range.lowerBound, to: range.upperBound - 3, by: 4)
        .enumerated()
      {
        let value: UInt32 =
          switch pattern {
          case 0: 0
          case 1: .max
          case 2: UInt32(index)
          case 3: count
          case 4: 0x8000_0000
          case 5: 0x7FFF_FFFF
          case 6: 0x0101_0101
          case 7: .max - UInt32(index)
          case 8..<10, 20..<50: .random(in: 0...count, using: &generator)
          default:
            Bool.random(using: &generator)
              ? damaged.uint32(at: place) : .random(in: 0...(.max), using: &generator)
          }
        damaged.write(value, at: place)
      }
      try ask(damaged)
    }
  }

  @Test("answers, with postings that never end, and of entries and aliases that are not there")
  func postings() throws {
    let range = range(of: .postings)
    for (alias, entry) in [(0, nil), (0x3FF, nil), (0, UInt32.max), (0x3FF, 1 << 31)]
      as [(UInt32, UInt32?)]
    {
      var damaged = bytes
      for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
        let flags = damaged.uint32(at: place + 4) & ~LexiconLayout.PostingFlags.last
        damaged.write(flags | alias << 10, at: place + 4)
        if let entry { damaged.write(entry, at: place) }
      }
      try ask(damaged)
    }
  }

  @Test("answers, with records beyond the end, and counts of what no file can hold")
  func records() throws {
    let entries = range(of: .entries)
    let records = range(of: .records)
    for start in [UInt32(records.count - 1), UInt32(records.count), .max, .max - 1, 1 << 31] {
      var damaged = bytes
      for place in stride(from: entries.lowerBound, to: entries.upperBound, by: 8) {
        damaged.write(start, at: place + 4)
      }
      try ask(damaged)
    }
    // A name of no letters, then all sorts of things, of each nearly 2^64.
    let huge =
      [0x00, 0x0F] + Array(repeating: [UInt8](repeating: 0xFF, count: 9) + [1], count: 4).joined()
    var damaged = bytes
    for (index, place) in records.enumerated() { damaged[place] = huge[index % huge.count] }
    try ask(damaged)
  }

  @Test("answers, with words of records that take the whole section, or end before they start")
  func phrases() throws {
    let records = range(of: .records)
    let starts = range(of: .phraseStarts)
    for (first, second) in [(UInt32(0), UInt32.max), (.max, 0), (5, 1), (0, 40)] {
      var damaged = bytes
      for (index, place) in stride(from: starts.lowerBound, to: starts.upperBound - 3, by: 4)
        .enumerated()
      {
        damaged.write(index % 2 == 0 ? first : second, at: place)
      }
      for place in records.dropFirst(2) { damaged[place] = place % 2 == 0 ? 0xF8 : 0 }
      try ask(damaged)
    }
  }

  @Test("answers, with states that lead to themselves, to each other and to all others")
  func loops() throws {
    let states = range(of: .states)
    let count = states.count / 12
    let roots = range(of: .roots)
    for shape in 0..<6 {
      for target in stride(from: 0, to: count, by: Self.isThorough ? 1 : 5) {
        var damaged = bytes
        for state in 0..<count {
          let first = shape == 0 ? state : shape == 1 ? (state + 1) % count : target
          let children = [1, 2, 14, 15, 7, 3][shape]
          damaged.write(
            UInt32(children) << LexiconLayout.stateBits | UInt32(first),
            at: states.lowerBound + 12 * state + 4)
          damaged.write(1 as UInt32, at: states.lowerBound + 12 * state + 8)
        }
        for place in stride(from: roots.lowerBound, to: roots.upperBound, by: 4) {
          damaged.write(UInt32(target), at: place)
        }
        try ask(damaged)
      }
    }
  }

  @Test("answers, where every word leads two ways back to the same states")
  func doublingLoops() throws {
    let words = ["velmir", "velmira"]
    let numbers = try words.compactMap { try number(ofTerm: $0) }.sorted()
    try #require(numbers.count == 2)
    let states = range(of: .states)
    let roots = range(of: .roots)
    var damaged = bytes
    for state in 0..<states.count / 12 {
      damaged.write(numbers[state % 2], at: states.lowerBound + 12 * state)
      damaged.write(2 << LexiconLayout.stateBits | 2, at: states.lowerBound + 12 * state + 4)
      damaged.write(1 as UInt32, at: states.lowerBound + 12 * state + 8)
    }
    for place in stride(from: roots.lowerBound, to: roots.upperBound, by: 4) {
      damaged.write(2 as UInt32, at: place)
    }
    try ask(damaged)
  }

  private func number(ofTerm key: String) throws -> UInt32? {
    let path = try LexiconFixture.write(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let key = Array(key.utf8)[...]
    return try CompiledLexicon(path: path).term(hash: SearchKeyHash.of(key), key: key)
  }
}

extension [UInt8] {
  fileprivate func uint64(at offset: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64(8 * $1) }
  }

  fileprivate func uint32(at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(self[offset + $1]) << UInt32(8 * $1) }
  }

  fileprivate mutating func write(_ value: some FixedWidthInteger, at offset: Int) {
    for byte in 0..<value.bitWidth / 8 {
      self[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte))
    }
  }
}

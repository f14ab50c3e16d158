import Testing

@testable import DragomanText

@Suite("A token stream")
struct TokenStreamTests {
  private let tokenizer: Tokenizer
  private static let languages: [LanguageTag] = [.english, .turkish, .russian, .kazakh]

  init() throws { tokenizer = try Tokenizer() }

  @Test("finds what a tokenizer finds, cut at every sure line end")
  func sureLines() throws {
    var generator = SeededGenerator(salt: 60)
    var portions = 0
    for round in 0..<400 {
      let text = StreamTexts.lines(Int.random(in: 1...30, using: &generator), using: &generator)
      let language = Self.languages[round % 4]
      let bytes = Array(text.utf8)
      let (found, ends) = StreamedText.stream(
        bytes, .random(generator), language: language, tokenizer: tokenizer, limit: 1 << 20,
        minimum: 1)
      portions += ends.count
      try expect(found, bytes, language, "\(SampleTexts.shown(text))")
    }
    #expect(portions > 2000)
  }

  @Test(
    "finds what a tokenizer finds in releases, whatever the limit",
    arguments: [(1 << 12, .turkish), (1 << 16, nil)] as [(Int, LanguageTag?)])
  func releases(limit: Int, language: LanguageTag?) throws {
    let bytes = Array(StreamTexts.releases(200_000).utf8)
    let (found, ends) = StreamedText.stream(
      bytes, .random(SeededGenerator(salt: 61)), language: language, tokenizer: tokenizer,
      limit: limit)
    try expect(found, bytes, language, "limit \(limit)")
    #expect(ends.count > 200_000 / limit)
  }

  @Test("gives the same portions wherever the pieces are cut", arguments: [64, 256, 4096])
  func cutting(limit: Int) throws {
    var generator = SeededGenerator(salt: 62)
    var texts = SampleTexts.all(random: 150, salt: 63)
    texts.append(texts.joined(separator: "\r\n\r\n"))
    for _ in 0..<20 { texts.append(StreamTexts.lines(30, using: &generator)) }
    for text in texts {
      let bytes = Array(text.utf8)
      let whole = StreamedText.stream(bytes, .whole, tokenizer: tokenizer, limit: limit)
      for cutting in [StreamedText.Cutting.singleBytes, .random(generator)] {
        let other = StreamedText.stream(bytes, cutting, tokenizer: tokenizer, limit: limit)
        #expect(other.ends == whole.ends, "\(SampleTexts.shown(text))")
        #expect(other.found == whole.found, "\(SampleTexts.shown(text))")
      }
    }
  }

  @Test("finds the tokens and terms of the whole where a portion is forced to end")
  func forcedEnds() throws {
    var generator = SeededGenerator(salt: 64)
    var counts: [PortionEnds.Sort: Int] = [:]
    for round in 0..<1500 {
      let text = SampleTexts.random(
        pieces: Int.random(in: 1...300, using: &generator), using: &generator)
      // Half of the texts have no lines and no spaces.
      let bytes = Array(text.utf8).filter { round % 2 == 0 || $0 > 0x20 }
      let limit = [64, 100, 200].randomElement(using: &generator) ?? 64
      let sorts = PortionEndsTests.sorts(in: bytes, tokenizer, limit: limit)
      for sort in sorts { counts[sort, default: 0] += 1 }
      if sorts.contains(.segment) || sorts.contains(.limit) { continue }
      let (found, _) = StreamedText.stream(
        bytes, .random(generator), language: .turkish, tokenizer: tokenizer, limit: limit)
      let (expected, _) = try StreamedText.whole(bytes, language: .turkish, tokenizer: tokenizer)
      #expect(found.tokens == expected.tokens, "limit \(limit), \(SampleTexts.shown(text))")
      #expect(found.terms == expected.terms, "limit \(limit), \(SampleTexts.shown(text))")
    }
    for sort in [PortionEnds.Sort.sureLine, .line, .space, .word] {
      #expect(counts[sort, default: 0] > 100, "\(sort)")
    }
  }

  @Test("reads ill-formed bytes cut anywhere as a source text does")
  func illFormed() throws {
    var generator = SeededGenerator(salt: 65)
    let likely: [UInt8] = [
      0x41, 0x20, 0x0A, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC3, 0xD0, 0xE0, 0xED, 0xEF, 0xF0, 0xF4,
      0xFF,
    ]
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        likely.randomElement(using: &generator) ?? 0
      }
      for cutting in [StreamedText.Cutting.whole, .singleBytes, .random(generator)] {
        let (found, _) = StreamedText.stream(
          bytes, cutting, language: .english, tokenizer: tokenizer, limit: 4096)
        try expect(found, bytes, .english, "seed \(SeededGenerator.seed): \(bytes)")
      }
    }
  }

  @Test(
    "drops a byte order mark at the start, and only there",
    arguments: [
      [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0x61], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x61],
      [0xEF, 0xBB], [0x61, 0xEF, 0xBB, 0xBF], [],
    ] as [[UInt8]])
  func byteOrderMark(bytes: [UInt8]) throws {
    for cutting in [StreamedText.Cutting.whole, .singleBytes] {
      let (found, _) = StreamedText.stream(bytes, cutting, tokenizer: tokenizer, limit: 64)
      try expect(found, bytes, nil, "\(bytes)")
    }
  }

  @Test("tells the language from as many words as a tokenizer does")
  func language() throws {
    // Lines without words first, so that a portion of the usual length tells nothing; then one language after another.
    let numbers = String(repeating: "12 + 34 = 46;\n", count: 400)
    let english = String(
      repeating: "The ministers of the two countries met in the city.\n\n", count: 250)
    let turkish = String(
      repeating: "İki ülkenin bakanları bu şehirde bir araya geldi.\n\n", count: 900)
    for text in [
      numbers + english + turkish, english + turkish, numbers + turkish + english, numbers,
    ] {
      let bytes = Array(text.utf8)
      let (found, _) = StreamedText.stream(
        bytes, .random(SeededGenerator(salt: 66)), tokenizer: tokenizer, limit: 1 << 16)
      try expect(found, bytes, nil, String(text.prefix(40)))
    }
    let (limited, _) = StreamedText.stream(
      Array((numbers + english).utf8), .whole, tokenizer: tokenizer, limit: 1 << 12)
    #expect(limited.language == .undetermined)
    #expect(limited.margin == 0)
  }

  @Test(
    "keeps words whole that are as long as the limit, and cuts longer ones on scalar boundaries")
  func longWords() throws {
    for (letter, count) in [("x", 10_000), ("ü", 5000), ("漢", 3333), ("😀", 2500)] {
      let word = String(repeating: letter, count: count)
      let bytes = Array("a \(word) b \(word)\n\(word)".utf8)
      let (found, _) = StreamedText.stream(
        bytes, .whole, language: .english, tokenizer: tokenizer, limit: 1 << 14)
      let (expected, _) = try StreamedText.whole(bytes, language: .english, tokenizer: tokenizer)
      #expect(found.tokens == expected.tokens, "\(letter)")
      #expect(found.terms == expected.terms, "\(letter)")
      let (cut, ends) = StreamedText.stream(
        bytes, .whole, language: .english, tokenizer: tokenizer, limit: 999)
      #expect(ends.allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 })
      #expect(cut.tokens.map(\.range.upperBound).last == bytes.count)
    }
  }

  @Test("gives no portion of an empty text")
  func empty() {
    var stream = TokenStream(tokenizer)
    stream.append([]) { _ in Issue.record("a portion") }
    stream.finish { _ in Issue.record("a portion") }
    #expect(stream.language == nil)
  }

  @Test("holds the memory of some portions, however long the text is")
  func memory() {
    let piece = Array(StreamTexts.releases(500_000).utf8)
    #if DEBUG
      let rounds = 8
    #else
      let rounds = 128
    #endif
    var stream = TokenStream(tokenizer, limit: 1 << 18)
    var largest = 0
    var tokens = 0
    for _ in 0..<rounds {
      stream.append(piece) { portion in tokens += portion.text.tokens.count }
      largest = max(largest, stream.capacity)
    }
    stream.finish { portion in tokens += portion.text.tokens.count }
    #expect(stream.offset == rounds * piece.count)
    #expect(tokens > stream.offset / 10)
    // Portions end soon behind 16 KiB, as much is taken at a time, and tokens and terms are many times as large.
    #expect(largest < 1 << 20, "\(largest) bytes")
  }

  @Test("leaves a portion that is kept as it is")
  func keeping() throws {
    let bytes = Array(StreamTexts.releases(60_000).utf8)
    var portions: [TokenStream.Portion] = []
    var stream = TokenStream(tokenizer, limit: 1 << 13)
    stream.append(bytes) { portions.append($0) }
    stream.finish { portions.append($0) }
    #expect(portions.flatMap(\.text.text.bytes) == bytes)
    let expected = tokenizer.tokenize(try SourceText(decoding: bytes))
    #expect(portions.reduce(0) { $0 + $1.text.tokens.count } == expected.tokens.count)
  }

  @Test("passes on what the taker throws")
  func throwing() {
    struct Stop: Error {}
    var stream = TokenStream(tokenizer, language: .english)
    #expect(throws: Stop.self) {
      stream.append(Array("a".utf8)) { _ in }
      try stream.finish { _ throws(Stop) in throw Stop() }
    }
  }

  @Test("stops at bytes behind its end")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      var stream = TokenStream(try Tokenizer())
      stream.finish { _ in }
      stream.append([0x61]) { _ in }
    }
  }

  private func expect(
    _ found: StreamedText, _ bytes: [UInt8], _ language: LanguageTag?, _ comment: String
  ) throws {
    let (expected, _) = try StreamedText.whole(bytes, language: language, tokenizer: tokenizer)
    #expect(found.tokens == expected.tokens, "\(comment)")
    #expect(found.terms == expected.terms, "\(comment)")
    #expect(found.sentences == expected.sentences, "\(comment)")
    #expect(found.replacements == expected.replacements, "\(comment)")
    if !bytes.isEmpty, !found.tokens.isEmpty {
      #expect(found.language == expected.language, "\(comment)")
      #expect(found.margin == expected.margin, "\(comment)")
    }
  }
}

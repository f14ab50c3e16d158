import Testing

@testable import DragomanText

@Suite("A search key")
struct SearchKeyFoldingTests {
  @Test(
    "is one for all ways to write a name",
    arguments: [
      [
        "İSTANBUL", "Istanbul", "ıstanbul", "istanbul", "I\u{307}stanbul", "i\u{307}stanbul",
        "ISTANBUL",
      ],
      ["Iğdır", "IĞDIR", "Igdir", "iğdir"],
      ["Erdoğan", "ERDOGAN", "Erdog\u{306}an"],
      ["Straße", "STRASSE", "STRAẞE"],
      ["Bakı", "BAKI", "Baki"],
      ["Əliyev", "ƏLİYEV", "Eliyev"],
      ["Łódź", "Lodz", "LO\u{301}DZ\u{301}"],
      ["Ærøskøbing", "aeroskobing"],
      ["Oʻzbekiston", "O’zbekiston", "O'zbekiston", "O‘ZBEKISTON", "Oʼzbekiston"],
      ["ﬁnance", "finance", "ＦＩＮＡＮＣＥ"],
      ["Ka\u{AD}zakh", "kazakh", "Ka\u{200B}zakh"],
      ["Қaзaқстан", "Қазақстан", "ҚАЗАҚСТАН"],
      ["Москва\u{301}", "москва", "МОСКВА"],
    ] as [[String]])
  func sameName(spellings: [String]) {
    let keys = Set(spellings.map(key))
    #expect(keys.count == 1, "\(keys)")
  }

  @Test(
    "keeps Cyrillic letters apart that only a mark tells apart",
    arguments: [
      ("й", "и"), ("ў", "у"), ("ё", "е"), ("ї", "і"), ("ѓ", "г"), ("ќ", "к"),
      ("қ", "к"), ("ғ", "г"), ("ң", "н"), ("ө", "о"), ("ұ", "у"), ("ү", "у"), ("һ", "х"),
      ("ә", "а"), ("і", "и"),
      ("ҳ", "х"), ("щ", "ш"), ("ӯ", "у"), ("ӣ", "и"),
    ])
  func cyrillic(letter: String, other: String) {
    #expect(key(letter) == letter)
    #expect(key(letter) != key(other))
    #expect(key(letter.uppercased()) == letter)
    // Decomposed, the letter stays what it is.
    let decomposed = NormalizationForms.decomposed(letter.unicodeScalars.map(\.value))
    #expect(key(string(decomposed)) == letter)
  }

  @Test(
    "drops the marks of stress from Cyrillic",
    arguments: [("замо\u{301}к", "замок"), ("и\u{300}", "и"), ("ѐ", "е")])
  func stress(text: String, expected: String) {
    #expect(key(text) == expected)
  }

  @Test("is the same for the composed and the decomposed text")
  func forms() {
    for text in SampleTexts.all(random: 400, salt: 5) {
      let scalars = text.unicodeScalars.map(\.value)
      let composed = key(string(NormalizationForms.composed(scalars)))
      let decomposed = key(string(NormalizationForms.decomposed(scalars)))
      #expect(Array(composed.utf8) == Array(decomposed.utf8), "\(SampleTexts.shown(text))")
    }
  }

  @Test("of every scalar value is valid UTF-8, and its own search key")
  func everyScalar() {
    var failures: [String] = []
    // One pass for the keys, and a second one over the keys that are not plain.
    for value in UInt32(0)...0x10FFFF where !(0xD800...0xDFFF).contains(value) {
      var bytes: [UInt8] = []
      SearchKeyFolding.append(value, to: &bytes)
      if bytes.count < 5, Array(UnicodeScalarBytes(value)) == bytes { continue }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        failures.append("U+\(String(value, radix: 16)) is not UTF-8")
        continue
      }
      var twice: [UInt8] = []
      SearchKeyFolding.append(bytes, range: 0..<bytes.count, to: &twice)
      if twice != bytes { failures.append("U+\(String(value, radix: 16)): \(bytes) \(twice)") }
    }
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(20))")
  }

  private struct UnicodeScalarBytes: Sequence {
    let value: UInt32
    init(_ value: UInt32) { self.value = value }
    func makeIterator() -> IndexingIterator<[UInt8]> {
      var bytes: [UInt8] = []
      ScalarDecoding.append(value, to: &bytes)
      return bytes.makeIterator()
    }
  }

  private func key(_ text: String) -> String {
    Normalizer(level: .searchKey).normalize(SourceText(text)).text
  }

  private func string(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(text)
  }
}

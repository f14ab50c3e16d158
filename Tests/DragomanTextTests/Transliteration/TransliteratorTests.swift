import Testing

@testable import DragomanText

@Suite("A transliterator")
struct TransliteratorTests {
  /// A scheme with a name that a failure can show.
  struct Case: CustomTestStringConvertible, Sendable {
    let scheme: TransliterationScheme
    let words: [(String, String)]
    var testDescription: String { scheme.id }
  }

  @Test(
    "writes names as its scheme does",
    arguments: [
      // BGN/PCGN 1979.
      Case(
        scheme: .kazakh,
        words: [
          ("Қасым-Жомарт", "Qasym-Zhomart"), ("Тоқаев", "Toqaev"), ("Шымкент", "Shymkent"),
          ("Өскемен", "Öskemen"), ("Әбіш", "Äbish"), ("Ұлытау", "Ulytaū"), ("Үржар", "Ürzhar"),
          ("Абай", "Abay"), ("Ыбырай", "Ybyray"), ("Байқоңыр", "Bayqongyr"), ("Ғабит", "Ghabīt"),
          ("ҚАЗАҚСТАН", "QAZAQSTAN"), ("Йод", "Yod"),
        ]),
      Case(
        scheme: .kirghiz,
        words: [
          ("Бишкек", "Bishkek"), ("Садыр", "Sadyr"), ("Жапаров", "Japarov"), ("Өзгөн", "Özgön"),
          ("Ысык-Көл", "Ysyk-Köl"), ("Чүй", "Chüy"), ("Жеңиш", "Jengish"),
        ]),
      // BGN/PCGN 1947.
      Case(
        scheme: .russian,
        words: [
          ("Хрущёв", "Khrushchëv"), ("Ельцин", "Yelʹtsin"), ("Медведев", "Medvedev"),
          ("Щербаков", "Shcherbakov"), ("ЩЕРБАКОВ", "SHCHERBAKOV"), ("Юрий", "Yuriy"),
          ("Сергей", "Sergey"), ("Достоевский", "Dostoyevskiy"), ("Цой", "Tsoy"),
          ("Подъячев", "Podʺyachev"), ("Елена", "Yelena"), ("и\u{306}од", "yod"),
        ]),
      Case(
        scheme: .russianCyrillic,
        words: [
          ("Khrushchëv", "Хрущёв"), ("Medvedev", "Медведев"), ("Shcherbakov", "Щербаков"),
          ("Yuriy", "Юрий"), ("Moskva", "Москва"), ("Tsoy", "Цой"),
        ]),
      // The alphabet of 1995.
      Case(
        scheme: .uzbek,
        words: [
          ("Шавкат", "Shavkat"), ("Мирзиёев", "Mirziyoyev"), ("Ўзбекистон", "Oʻzbekiston"),
          ("Ғафур", "Gʻafur"), ("Қодирий", "Qodiriy"), ("Ҳамза", "Hamza"), ("ЧИРЧИҚ", "CHIRCHIQ"),
          ("Санъат", "Sanʼat"),
        ]),
      Case(
        scheme: .uzbekCyrillic,
        words: [
          ("Shavkat", "Шавкат"), ("Mirziyoyev", "Мирзиёев"), ("Oʻzbekiston", "Ўзбекистон"),
          ("O'zbekiston", "Ўзбекистон"), ("O‘zbekiston", "Ўзбекистон"),
          ("O’zbekiston", "Ўзбекистон"),
          ("G'afur", "Ғафур"), ("Qodiriy", "Қодирий"), ("Toshkent", "Тошкент"),
          ("CHIRCHIQ", "ЧИРЧИҚ"), ("San’at", "Санъат"), ("Elmurod", "Элмурод"),
        ]),
      Case(
        scheme: .cyrillicToLatin,
        words: [("Хрущёв", "Hruŝëv"), ("Щербаков", "Ŝerbakov"), ("Юрий", "Ûrij")]),
      Case(
        scheme: .latinToCyrillic,
        words: [("Hruŝëv", "Хрущёв"), ("Ŝerbakov", "Щербаков"), ("Ûrij", "Юрий")]),
      Case(
        scheme: TransliterationScheme(id: "az_Cyrl-az/BGN"),
        words: [("Һејдәр", "Heydər"), ("Әлијев", "Əliyev"), ("Илһам", "İlham"), ("Бакы", "Bakı")]),
    ])
  func names(expected: Case) throws {
    let transliterator = try Transliterator(expected.scheme)
    for (word, form) in expected.words {
      #expect(Array(transliterator.transliterate(word).utf8) == Array(form.utf8), "\(word)")
    }
  }

  @Test(
    "comes back by the reverse scheme where there is one",
    arguments: [
      (
        TransliterationScheme.russian, TransliterationScheme.russianCyrillic,
        ["Москва", "Медведев", "Щербаков", "Хрущёв", "Юрий", "Ельцин", "Жуков", "Чехов"]
      ),
      (
        .uzbek, .uzbekCyrillic,
        ["Ўзбекистон", "Тошкент", "Мирзиёев", "Чирчиқ", "Ғафур", "Санъат", "Ҳамза", "Қодирий"]
      ),
      (
        .cyrillicToLatin, .latinToCyrillic,
        ["Хрущёв", "Щербаков", "Юрий", "Яковлев", "Эльвира", "Жуков", "Чехов"]
      ),
    ])
  func roundTrip(there: TransliterationScheme, back: TransliterationScheme, words: [String])
    throws
  {
    let first = try Transliterator(there)
    let second = try Transliterator(back)
    for word in words {
      let returned = second.transliterate(first.transliterate(word))
      #expect(Array(returned.utf8) == Array(word.utf8), "\(word) \(first.transliterate(word))")
    }
  }

  @Test("writes each token alone and leads back to it")
  func tokens() throws {
    let transliterator = try Transliterator(.kazakh)
    let text = "«Қазақстан» Тоқаев’тың: Абай, Kazakh."
    let normalized = NormalizedText(unchanged: SourceText(text))
    let tokens = try Tokenizer().segments(of: normalized.source).map(\.range)
    let result = transliterator.transliterate(normalized, tokens: tokens)
    #expect(result.text == "«Qazaqstan» Toqaev’tyng: Abay, Kazakh.")
    for token in tokens {
      let word = normalized.source.text(in: token)
      let target = result.alignment.resultRange(of: token)
      let found = String(
        decoding: result.bytes[target.lowerBound..<target.upperBound], as: UTF8.self)
      // Neighbours make no difference.
      #expect(found == transliterator.transliterate(word))
      #expect(result.sourceRange(of: target) == token)
    }
  }

  @Test("leads back through a normalization")
  func normalizedText() throws {
    let source = SourceText("Ка\u{AD}зах\u{AD}стан — Москва")
    let plain = Normalizer(level: .typographic).normalize(source)
    let words = [TextRange(0, 18), TextRange(21, 33)]
    let result = try Transliterator(.russian).transliterate(plain, tokens: words)
    #expect(result.text == "Kazakhstan - Moskva")
    #expect(source.text(in: result.sourceRange(of: TextRange(0, 10))) == "Ка\u{AD}зах\u{AD}стан")
    #expect(source.text(in: result.sourceRange(of: TextRange(13, 19))) == "Москва")
  }

  @Test(
    "passes apostrophes and marks through", arguments: ["'", "’", "‘", "''", "-", "\u{0}", "…"])
  func marks(mark: String) throws {
    let transliterator = try Transliterator(.russian)
    #expect(transliterator.transliterate("Москва\(mark)да") == "Moskva\(mark)da")
    #expect(transliterator.transliterate(mark) == mark)
  }

  @Test(
    "tells the missing id",
    arguments: ["Latin-Kazakh/BGN", "", "Ж", "nothing", "\u{0}", "Null\u{0}Ж", "Any-Ж"])
  func missing(id: String) {
    #expect {
      try Transliterator(TransliterationScheme(id: id))
    } throws: { error in
      guard let error = error as? TextError else { return false }
      return error.code == .unknownTransliteration && error.message.contains("'\(id)'")
    }
  }

  @Test("takes any text, twice the same and from eight tasks")
  func hostile() async throws {
    let schemes: [TransliterationScheme] = [.kazakh, .russian, .uzbekCyrillic, .latinToCyrillic]
    let transliterators = try schemes.map { try Transliterator($0) }
    let long = [
      "", String(repeating: "Щ", count: 2048), String(repeating: "\u{301}", count: 2000),
      "а" + String(repeating: "\u{308}\u{316}", count: 1000), String(repeating: "Щ", count: 50_000),
    ]
    let texts = SampleTexts.all(random: 60, salt: 21) + long
    let run: @Sendable () -> [[String]] = {
      transliterators.map { transliterator in texts.map(transliterator.transliterate) }
    }
    let expected = run()
    for row in expected { #expect(row.last == long.last && row[texts.count - 5] == "") }
    await withTaskGroup(of: [[String]].self) { group in
      for _ in 0..<8 { group.addTask { run() } }
      for await found in group { #expect(found == expected, "seed \(SeededGenerator.seed)") }
    }
  }
}

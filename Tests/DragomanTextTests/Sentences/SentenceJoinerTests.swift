import Testing

@testable import DragomanText

@Suite("The sentence joiner")
struct SentenceJoinerTests {
  /// Languages and texts; `|` stands where a sentence ends and another follows.
  private static let cases: [(String, String)] = [
    ("en", "Dr. K. J. Smith met Amb. Jones in Astana.| They talked for an hour."),
    ("en", "The U.S. and the U.K. signed the treaty.| It took a year."),
    ("en", "H.E. Mr. Murat Nurtleu spoke first.| Others listened."),
    ("en", "Exports grew by 3.5 per cent.| Imports fell."),
    ("en", "“We agree.”| He left the room."),
    ("en", "Under Art. 5 of the treaty this is allowed.| It binds both."),
    ("en", "The doors open at 10 a.m. on Monday.| Come early."),
    ("en", "Is it true?| Yes!| Good."),
    ("en", "Who (e.g. Prof. Lee) came?| Nobody."),
    ("en", "HEADLINE WITHOUT A STOP\n|The text begins here.| It goes on."),
    ("en", "Signed by Dr.\n|Another line."),
    ("tr", "Prof. Dr. Ayşe Yılmaz konuştu.| Toplantı bitti."),
    ("tr", "T.C. Dışişleri Bakanlığı açıkladı.| Ayrıntılar yarın."),
    ("tr", "Toplantı 5. katta yapıldı.| Herkes geldi."),
    ("tr", "Ofis, Atatürk Blv. No. 12 adresinde.| Gelin."),
    ("tr", "Konu (bkz. Ek 2) görüşüldü.| Karar çıktı."),
    ("tr", "“Anlaştık.” dedi.| Sonra çıktı."),
    ("tr", "Heyette Sn. Ö. Çelik ve Ş. Öz vardı.| Dönüldü."),
    ("ru", "В 1991 г. Казахстан стал независимым.| Прошло 30 лет."),
    ("ru", "А. С. Пушкин родился в Москве.| Он поэт."),
    ("ru", "Встретил А.\u{A0}С.\u{A0}Пушкин.| Он поэт."),
    ("ru", "Выделено 5 млн. тенге и 3 млрд. рублей.| Это всё."),
    ("ru", "Адрес: ул. Абая, д. 5.| Вход свободный."),
    ("ru", "«Мы согласны!»| Он ушёл."),
    ("kk", "Қ. Тоқаев Астанада сөйледі.| Жиын аяқталды."),
    ("kk", "Жиын 2024 ж. Астанада өтті.| Бәрі келді."),
    ("kk", "Проф. Ахметов келді.| Ол сөйледі."),
    ("kk", "Жобаға 5 млрд. теңге бөлінді.| Бұл көп."),
    ("az", "C. Bayramov Bakıda çıxış etdi.| Görüş bitdi."),
    ("az", "Prof. Ə. Quliyev danışdı.| Hamı dinlədi."),
    ("az", "İclas saat 10.30-da başladı.| Sonra bitdi."),
    ("uz", "Prezident Sh. Mirziyoyev so‘zladi.| Yig‘ilish tugadi."),
  ]

  @Test("ends sentences where a reader would", arguments: cases)
  func sentences(language: String, marked: String) throws {
    let language = try #require(LanguageTag(language))
    let plain = marked.filter { $0 != "|" }
    #expect(try Self.marked(plain, language) == marked)
  }

  /// One rule each, beyond the cases in `Fixtures/sentences`.
  private static let rules: [(String, String)] = [
    // What the root rules pass over: numbers and signs before small letters.
    ("en", "It ended in May.| 12 states joined."),
    ("en", "It cost a lot.| $5 more would have done."),
    ("en", "It ended…| 12 states joined."),
    // Small letters go on, whatever stands before.
    ("en", "“Stop!” they cried.| Nobody did."),
    ("en", "It ended ... but not well."),
    // No space, no end, unless a capital follows.
    ("en", "See https://a.example/?q=a!b and go."),
    ("en", "It works!| So do we."),
    ("en", "Done.[12]| Next."),
    // What an abbreviation is followed by.
    ("en", "They met (Acme Inc.) Chair Lee."),
    ("en", "Acme Inc. (Oslo) makes pumps."),
    ("en", "Call No. 5.| No. 6 is closed."),
    ("en", "Was it so?| No.| We think not."),
    ("en", "He sold tea, etc.| Nothing else."),
    ("ru", "Зерно, чай и т. п.| Больше ничего."),
    ("ru", "Зерно, т. е. пшеница и рожь."),
    ("ru", "В мае 2026 г. Совет соберётся."),
    ("ru", "Совет собрался в 2026 г.| Итоги подвели."),
    ("ru", "В г. Алматы тепло."),
    ("az", "Taxıl, çay və s.| Nazir getdi."),
    ("az", "Bax: s. 14."),
    ("tr", "Toplantının 5. Oturumu başladı."),
    ("tr", "Adres: Zafer Cad. No. 12.| Telefon yok."),
    ("tr", "Tarih: 12.05.2026.| Yer: Ankara."),
    // Dashes.
    ("ru", "– Это всё.| – Нет, не всё!| – Да."),
    ("ru", "«Это всё?» – Орлов промолчал."),
    ("ru", "Договор 2026 г. – Основа отношений."),
    // Datelines.
    ("en", "BAKU. NEWSWIRE – The talks began."),
    ("en", "RAIN.| The DELEGATION – all of it – left."),
    ("ru", "МОСКВА, 5 мая. /ВЕСТА/.| Совет собрался."),
    // Lines: shown as ends at line breaks.
    ("en", "A short line\n|Another short line"),
    ("en", "One paragraph that is long enough for wrapping goes on in\nsmall letters."),
    ("en", "One paragraph that is long enough for wrapping, the list:\n|a thing"),
    ("en", "One paragraph that is long enough for wrapping goes on\n\n|not over an empty line."),
    ("en", "One paragraph that is long enough for wrapping goes on\n|- not in a list"),
    ("en", "One paragraph that is long enough for wrapping goes on in the\r\nBalkans."),
    ("en", "A headline about the ministers of the three states in Astana\n|The talks began."),
    ("en", "We thank the ministers, the embassies, and above all Prof. Dr.\nLee."),
    ("en", "A line\u{2028}|another line that is separated for good"),
  ]

  @Test("follows each rule", arguments: rules)
  func rule(language: String, marked: String) throws {
    let language = try #require(LanguageTag(language))
    let plain = marked.filter { $0 != "|" }
    #expect(try Self.marked(plain, language) == marked)
  }

  @Test("finds sentences that rise, do not overlap, and cover all but white space")
  func properties() throws {
    let tokenizer = try Tokenizer()
    let languages = [LanguageTag.english, .turkish, .kazakh, .azerbaijani, .russian, .uzbek]
    for (index, text) in SampleTexts.all(random: 600, salt: 31).enumerated() {
      let source = SourceText(text)
      let language = languages[index % languages.count]
      let result = tokenizer.tokenize(NormalizedText(unchanged: source), language: language)
      var end = 0
      var gaps = ""
      for sentence in result.sentences {
        #expect(sentence.lowerBound >= end && !sentence.isEmpty, "\(SampleTexts.shown(text))")
        gaps += source.text(in: TextRange(end, sentence.lowerBound))
        end = sentence.upperBound
      }
      gaps += source.text(in: TextRange(end, source.count))
      let isBlank = gaps.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
      #expect(isBlank, "\(SampleTexts.shown(text))")
    }
  }

  @Test(
    "takes no longer than the text: runs of what it looks around at",
    arguments: [
      "A.", "A. ", ".", ". ", "…", "\n", "a\n", "[1]", ".[1] ", "12. ", "г. ", "В 12 г. ", "!”",
      "((", "-",
      "Inc. ", "A a. ", "a. 1 ",
    ])
  func linear(piece: String) throws {
    for tag in [LanguageTag.english, .turkish, .russian] {
      let text = SourceText(String(repeating: piece, count: 20_000))
      var sentences: [TextRange] = []
      let ends = try SentenceSegmenter().ends(of: text.bytes)
      let duration = ContinuousClock().measure {
        SentenceJoiner.join(ends, in: text.bytes, language: tag, into: &sentences)
      }
      // Some milliseconds in a release build; minutes if it were quadratic.
      #expect(duration < .seconds(5))
    }
  }

  @Test("leaves white space of all sorts out of a sentence")
  func trimming() throws {
    let text = try Tokenizer().tokenize(
      SourceText("\u{A0}\n A b. \u{2003}\u{85} \nC d. \u{3000}"), language: .english)
    #expect(text.sentences.map { text.text.source.text(in: $0) } == ["A b.", "C d."])
  }

  private static func marked(_ text: String, _ language: LanguageTag) throws -> String {
    let result = try Tokenizer().tokenize(SourceText(text), language: language)
    let source = result.text.source
    var marked = ""
    var end = 0
    for (index, sentence) in result.sentences.enumerated() {
      marked += source.text(in: TextRange(end, sentence.lowerBound))
      // A line's end belongs to the gap: the mark of a new line stands before its first word.
      if index > 0, marked.unicodeScalars.last.map(Self.isLineBreak) == true { marked += "|" }
      marked += source.text(in: sentence)
      end = sentence.upperBound
      let isFollowed = index + 1 < result.sentences.count
      if isFollowed, !Self.startsLine(source.bytes, after: end) { marked += "|" }
    }
    return marked + source.text(in: TextRange(end, source.count))
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\u{2028}"].contains(scalar)
  }

  private static func startsLine(_ bytes: [UInt8], after end: Int) -> Bool {
    String(decoding: bytes[end...], as: UTF8.self).unicodeScalars.first.map(isLineBreak) == true
  }
}

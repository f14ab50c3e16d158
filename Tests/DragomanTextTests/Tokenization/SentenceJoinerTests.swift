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

  @Test("leaves white space of all sorts out of a sentence")
  func trimming() throws {
    let text = try Tokenizer().tokenize(
      SourceText("\u{A0}\n A b. \u{2003}\u{85} \nC d. \u{3000}"), language: .english)
    #expect(text.sentences.map { text.text.source.text(in: $0) } == ["A b.", "C d."])
  }

  @Test("goes by the root rules where the language is not known")
  func unknown() {
    #expect(SentenceJoiner.rules(for: .undetermined) == .sentences(nil))
    #expect(SentenceJoiner.rules(for: .turkish) == .sentences(nil))
    #expect(SentenceJoiner.rules(for: .english) == .sentences(.english))
    #expect(SentenceJoiner.rules(for: .russian) == .sentences(.russian))
  }

  private static func marked(_ text: String, _ language: LanguageTag) throws -> String {
    let result = try Tokenizer().tokenize(SourceText(text), language: language)
    let source = result.text.source
    var marked = ""
    var end = 0
    for (index, sentence) in result.sentences.enumerated() {
      marked += source.text(in: TextRange(end, sentence.lowerBound))
      // A line's end belongs to the gap: the mark of a new line stands before its first word.
      if index > 0, marked.last == "\n" { marked += "|" }
      marked += source.text(in: sentence)
      end = sentence.upperBound
      let isFollowed = index + 1 < result.sentences.count
      if isFollowed, source.bytes[end] != 0x0A { marked += "|" }
    }
    return marked + source.text(in: TextRange(end, source.count))
  }
}

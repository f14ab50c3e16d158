import Testing

@testable import DragomanText

@Suite("The language identifier")
struct LanguageIdentifierTests {
  private static let sentences: [(String, String)] = [
    (
      "en",
      "The ministers of the two countries met on Monday and agreed to hold the next meeting in the autumn."
    ),
    (
      "en",
      "Our company has opened an office in Almaty, which will serve its clients in the region."
    ),
    (
      "tr",
      "İki ülkenin bakanları pazartesi günü bir araya geldi ve sonraki toplantının güzün yapılması için anlaştı."
    ),
    ("tr", "Görüşmede ikili ilişkiler ile bölgesel konular ele alındı."),
    (
      "az",
      "İki ölkənin nazirləri bazar ertəsi görüşüb və növbəti iclasın payızda keçirilməsi haqqında razılığa gəliblər."
    ),
    ("az", "Tədbirdə həmçinin iqtisadi əməkdaşlıq üzrə sənəd imzalanıb."),
    ("kk", "Екі елдің министрлері дүйсенбіде кездесіп, келесі жиынды күзде өткізу туралы келісті."),
    ("kk", "Жиында сондай-ақ экономика мен мәдениет саласындағы байланыстар талқыланды."),
    (
      "ru",
      "Министры двух стран встретились в понедельник и договорились провести следующую встречу осенью."
    ),
    ("ru", "Компания открыла в городе отделение, которое будет работать с клиентами региона."),
    (
      "uz",
      "Ikki davlat vazirlari dushanba kuni uchrashdi va keyingi yig‘ilishni kuzda o‘tkazish haqida kelishib oldi."
    ),
    (
      "uz",
      "Икки давлат вазирлари душанба куни учрашди ва кейинги йиғилишни кузда ўтказиш ҳақида келишиб олди."
    ),
    (
      "ky",
      "Эки өлкөнүн министрлери дүйшөмбү күнү жолугушуп, кийинки жыйынды күзүндө өткөрүү тууралуу макулдашты жана кол койду."
    ),
    (
      "tk",
      "Iki döwletiň ministrleri duşenbe güni duşuşdylar we indiki maslahaty güýzde geçirmek barada ylalaşdylar."
    ),
    (
      "de",
      "Die Minister der beiden Länder haben sich am Montag getroffen und das nächste Treffen für den Herbst vereinbart."
    ),
    (
      "fr",
      "Les ministres des deux pays se sont rencontrés lundi et ont fixé la prochaine réunion pour cet automne."
    ),
  ]

  @Test("tells the language of a sentence", arguments: sentences)
  func sentence(code: String, text: String) {
    let guess = LanguageIdentifier().identify(text)
    #expect(guess.language.code == code)
    #expect(guess.margin >= 0)
  }

  @Test("tells the same from a text's terms as from the text", arguments: sentences)
  func terms(code: String, text: String) throws {
    let text = try Tokenizer().tokenize(SourceText(text))
    #expect(text.language.code == code)
    #expect(text.languageMargin != nil)
  }

  @Test(
    "does not mind capitals or decomposed letters",
    arguments: sentences.filter { ["tr", "kk", "ru", "en"].contains($0.0) })
  func spelling(code: String, text: String) throws {
    let capitals = CaseMapper(language: try #require(LanguageTag(code))).uppercased(text)
    #expect(LanguageIdentifier().identify(capitals).language.code == code)
  }

  @Test(
    "tells nothing from names and numbers alone",
    arguments: [
      "", " ", "2024", "12.05.2024 14:30", "Brz Grt", "!!! ???", "\u{0}", "漢字",

    ])
  func undetermined(text: String) {
    let guess = LanguageIdentifier().identify(text)
    #expect(guess == LanguageIdentifier.Guess(language: .undetermined, margin: 0))
  }

  @Test(
    "tells the language of a few words",
    arguments: [
      ("en", "Statement by the Minister"), ("tr", "Bakanlıktan yapılan açıklama"),
      ("kk", "Қазақстан Республикасы туралы"),
      ("az", "Prezident İlham Əliyev"), ("ru", "Заявление министра об итогах"),
    ])
  func short(code: String, text: String) {
    #expect(LanguageIdentifier().identify(text).language.code == code)
  }
}

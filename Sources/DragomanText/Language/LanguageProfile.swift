/// What gives a language away: its commonest function words and the letters that its neighbours lack.
struct LanguageProfile {
  let language: LanguageTag
  /// Whether the profile is for text in Cyrillic or in Latin letters.
  let isCyrillic: Bool
  /// Frequent words that carry no subject, as search keys.
  let words: Set<String>
  /// Letters that speak for the language.
  let letters: Set<UInt32>
  /// Letters that speak against it.
  let foreignLetters: Set<UInt32>

  private init(
    _ language: String, isCyrillic: Bool = false, words: String, letters: String = "",
    foreignLetters: String = ""
  ) {
    self.language = LanguageTag(language) ?? .undetermined
    self.isCyrillic = isCyrillic
    self.words = Set(
      words.split(separator: " ").map { word in
        var key: [UInt8] = []
        let bytes = Array(word.utf8)
        SearchKeyFolding.append(bytes, range: 0..<bytes.count, to: &key)
        return String(decoding: key, as: UTF8.self)
      })
    self.letters = Self.withCapitals(letters)
    self.foreignLetters = Self.withCapitals(foreignLetters)
  }

  /// The letters and their capitals; but `I` is the capital of `i` as well as of `ı`, so it says nothing.
  private static func withCapitals(_ letters: String) -> Set<UInt32> {
    var result = Set(letters.unicodeScalars.map(\.value))
    for letter in letters.unicodeScalars where letter.value >= 0x80 && letter != "ı" {
      let capital = letter.properties.uppercaseMapping.unicodeScalars
      if capital.count == 1, let scalar = capital.first { result.insert(scalar.value) }
    }
    return result
  }

  /// The languages that are told apart. Those that Dragoman does not annotate stand here so that their texts are not
  /// taken for one that it does.
  static let all: [LanguageProfile] = [
    LanguageProfile(
      "en",
      words: """
        the of and to in for a on with is by that as at from are was be has will its this it which have an or their \
        not between between's our his her were been also who we he she they said during
        """,
      foreignLetters: "ğışİəþðñãõåøß"),
    LanguageProfile(
      "tr",
      words: """
        ve bir bu ile için da de olarak olan en çok daha ise gibi kadar sonra arasında tarafından üzere yer olduğunu \
        ettiği etti oldu edildi ilişkin konusunda nın nin ın in un ün nun nün dan den ya ki her ne veya ayrıca dedi \
        söyledi belirtti yaptı
        """,
      letters: "ğışİçöü", foreignLetters: "əýňñßãõåøxqw"),
    LanguageProfile(
      "az",
      words: """
        və bir bu ilə üçün da də olan olaraq daha kimi qədər sonra arasında tərəfindən edib olub deyib bildirib ki hər \
        nə həm həmçinin üzrə haqqında etdi edən edilib olunub onun ölkə ölkənin qeyd vurğulayıb
        """,
      letters: "əğışİçöüxq", foreignLetters: "ýňßãõåø"),
    LanguageProfile(
      "uz",
      words: """
        va bir bu bilan uchun ham bo'ldi bo'lgan bo'lib qilindi qildi etildi etdi o'rtasida hamda kabi keyin yangi \
        haqida bo'yicha ushbu mazkur shuningdek ekan deb davlat sohasida o'zaro tomonidan
        """,
      foreignLetters: "əğışİçöüßãõåø"),
    LanguageProfile(
      "tk",
      words:
        "we bilen üçin bu bir boldy hem barada boýunça arasynda ýurdumyzyň döwlet diýip hormatly",
      letters: "ýňžäşö", foreignLetters: "əğıİ"),
    LanguageProfile(
      "de",
      words:
        "der die das und in den von zu mit ist im auf für des dem ein eine als auch nicht sich wird",
      letters: "ßäöü", foreignLetters: "ğışİəç"),
    LanguageProfile(
      "fr",
      words: "le la les des du et de un une en est que pour dans par sur au avec qui aux ce cette",
      letters: "éèàêç", foreignLetters: "ğışİəß"),
    LanguageProfile(
      "es",
      words: "el la los las de y en un una que del por con para se su al como es lo más",
      letters: "ñáéíóú", foreignLetters: "ğışİəßçâêãõ"),
    LanguageProfile(
      "pt",
      words: "o a os as de e em um uma que do da dos das por com para se no na ao não mais",
      letters: "ãõçáéêíóú", foreignLetters: "ğışİəßñ"),
    LanguageProfile(
      "it",
      words: "il lo la i gli le di e in un una che del della per con si è da al alla dei nel",
      letters: "àèéìòù", foreignLetters: "ğışİəßñçãõ"),
    LanguageProfile(
      "ru", isCyrillic: true,
      words: """
        и в на с по о об из к для что не от за как его это а также года был была были между при их до который \
        которые она он они мы во со ему года году состоялась
        """,
      letters: "ыэъёщ", foreignLetters: "әғқңөұүһіїєґўҳҷӣӯ"),
    LanguageProfile(
      "kk", isCyrillic: true,
      words: """
        және мен пен бен бұл үшін туралы арасында болып болды бойынша бір екі де да деп сондай ақ оның осы соң кейін \
        қатар жылы атты атап өтті арқылы еді ол біз
        """,
      letters: "әғқңөұүһі", foreignLetters: "їєґўҳҷӣӯ"),
    LanguageProfile(
      "ky", isCyrillic: true,
      words: """
        жана менен бул үчүн тууралуу ортосунда болуп болду боюнча бир эки да деп ошондой эле анын кийин жылы деген
        """,
      letters: "ңөү", foreignLetters: "әғқұһіїєґўҳҷӣӯ"),
    LanguageProfile(
      "uz", isCyrillic: true,
      words:
        "ва бир бу билан учун ҳам бўлди бўлган қилинди этилди ўртасида ҳамда каби кейин ҳақида бўйича ушбу",
      letters: "ўқғҳ", foreignLetters: "әңөұүһіїєґҷӣӯ"),
    LanguageProfile(
      "tg", isCyrillic: true,
      words: "ва дар ба аз бо барои ки ин як аст шуд мебошад ҷумҳурии миёни низ онҳо",
      letters: "ҷӣӯҳқғ", foreignLetters: "әңөұүһіїєґўы"),
    LanguageProfile(
      "uk", isCyrillic: true,
      words: "і та в у на з що до для не за про від як його це або також між під час є року",
      letters: "іїєґ", foreignLetters: "әғқңөұүһыэъёўҳҷӣӯ"),
  ]
}

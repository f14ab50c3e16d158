/// A way to write the words of one script in another.
///
/// The schemes are ICU's (CLDR's transforms), each under its id. Where ICU's rules miss their own source, a scheme says
/// what it mends; ``init(id:)`` takes ICU's as it is.
public struct TransliterationScheme: Hashable, Sendable {
  /// ICU's id, such as `Russian-Latin/BGN`.
  public let id: String
  /// Rules around ICU's, in ICU's notation; `nil` for ICU's alone.
  let rules: String?
  /// Whether an apostrophe may be part of a letter; else it passes through.
  let readsApostrophes: Bool

  private init(id: String, rules: String?, readsApostrophes: Bool = false) {
    self.id = id
    self.rules = rules
    self.readsApostrophes = readsApostrophes
  }

  /// Names any scheme of ICU's; whether it exists shows when it is opened.
  public init(id: String) { self.init(id: id, rules: nil) }

  /// Kazakh Cyrillic to Latin, BGN/PCGN 1979: `Қасым-Жомарт` to `Qasym-Zhomart`.
  ///
  /// Mended: `й` is `y`. ICU decomposes it first and makes `ī` with a breve of it.
  public static let kazakh = TransliterationScheme(
    id: "Kazakh-Latin/BGN", rules: mendingShortI("Kazakh-Latin/BGN"))

  /// Kirghiz Cyrillic to Latin, BGN/PCGN 1979: `Бишкек` to `Bishkek`. Mended as ``kazakh``.
  public static let kirghiz = TransliterationScheme(
    id: "Kirghiz-Latin/BGN", rules: mendingShortI("Kirghiz-Latin/BGN"))

  /// Russian Cyrillic to Latin, BGN/PCGN 1947: `Щербаков` to `Shcherbakov`.
  public static let russian = TransliterationScheme(id: "Russian-Latin/BGN")

  /// Latin to Russian Cyrillic, the reverse of ``russian``: `Shcherbakov` to `Щербаков`.
  public static let russianCyrillic = TransliterationScheme(id: "Latin-Russian/BGN")

  /// Uzbek Cyrillic to the Latin alphabet of 1995: `Мирзиёев` to `Mirziyoyev`, `Ўзбекистон` to `Oʻzbekiston`.
  public static let uzbek = TransliterationScheme(id: "uz_Cyrl-uz_Latn")

  /// The Latin alphabet of Uzbek to Cyrillic: `Oʻzbekiston` to `Ўзбекистон`.
  ///
  /// Mended: any apostrophe behind `o` and `g` counts (`O'zbekiston`), and `e` behind a consonant is `е`, not `э`.
  public static let uzbekCyrillic = TransliterationScheme(
    id: "uz_Latn-uz_Cyrl",
    rules: #"""
      [oOgG] { [\u0027\u0060\u2018\u2019\u02BC] > \u02BB;
      \u2019 > \u02BC;
      ::uz_Latn-uz_Cyrl;
      [бвгджзйклмнпрстфхцчшщқғҳБВГДЖЗЙКЛМНПРСТФХЦЧШЩҚҒҲ] { э > е;
      [БВГДЖЗЙКЛМНПРСТФХЦЧШЩҚҒҲ] { Э > Е;
      """#, readsApostrophes: true)

  /// Any Cyrillic to Latin with diacritics, letter for letter (ISO 9 where it names the letter): `Хрущёв` to `Hruŝëv`.
  public static let cyrillicToLatin = TransliterationScheme(id: "Cyrillic-Latin")

  /// Latin with diacritics to Cyrillic, the reverse of ``cyrillicToLatin``.
  public static let latinToCyrillic = TransliterationScheme(id: "Latin-Cyrillic")

  private static func mendingShortI(_ id: String) -> String { "й > y; Й > Y; ::\(id);" }
}

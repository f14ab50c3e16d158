/// Abbreviations that end in a full stop without ending a sentence, by language.
///
/// Each stands as it is written, without its last full stop. Where a sentence can end in one as well (`etc.`, `vb.`)
/// it is left out: ICU then decides by what follows.
enum Abbreviations {
  static func endings(for language: LanguageTag) -> Set<String> {
    switch language {
    case .english, .undetermined: english
    case .turkish: turkish.union(english)
    case .azerbaijani: azerbaijani
    case .kazakh: kazakh.union(russian)
    case .russian: russian
    case .uzbek: uzbek.union(english)
    default: english
    }
  }

  private static let english = words(
    """
    Mr Mrs Ms Dr Prof Hon Rev Fr Sr St Gen Lt Col Maj Capt Sgt Adm Amb Gov Sen Rep Pres H.E HE No Nos Art Vol Jan Feb \
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs e.g i.e cf approx Messrs Rt Ph.D Brig Cmdr
    """)
  private static let turkish = words(
    """
    Dr Prof Doç Yrd Av Sn Sayın Uzm Öğr Gör Arş Ar Gn Kur Bşk Alb Org Korg Tümg Tuğg Yb Bnb Yzb No Mah Cad Sok Bul Apt \
    Blv Hz T.C bkz Ör ör yy M.Ö M.S Müh Ecz
    """)
  private static let azerbaijani = words("Dr Prof prof dos akad c cən xan red səh bax məs No r m.ə")
  private static let kazakh = words("проф акад т.б б.з.б ж қ тг млн млрд мың")
  private static let russian = words(
    "г гг т.е т.д т.п им проф акад тов стр ул пр д кв руб коп тыс млн млрд см рис др см ст п пп д-р г-н г-жа о"
  )

  /// Letters of two signs stand for a name's first letter, too.
  private static let uzbek = words("Sh Ch Yo Yu Ya Ye Oʻ Gʻ O‘ G‘ O' G' prof dots akad")

  /// The words, and each with a capital, as a sentence starts.
  private static func words(_ list: String) -> Set<String> {
    var result: Set<String> = []
    for word in list.split(separator: " ") {
      result.insert(String(word))
      guard let first = word.unicodeScalars.first else { continue }
      result.insert(
        first.properties.titlecaseMapping
          + word.unicodeScalars.dropFirst().map(String.init).joined())
    }
    return result
  }
}

/// How far a text is normalized. Each level is named for what it gives.
public enum NormalizationLevel: String, CaseIterable, Sendable {
  /// NFC (Unicode Standard Annex #15).
  case canonical
  /// NFC, then plain apostrophes, quotes, hyphens and spaces; invisible formatting characters go; letters of the
  /// wrong script in a Cyrillic or Latin word become the ones they look like.
  case typographic
  /// The form that names are compared in: typographic, then case-folded (NFKC_Casefold), without diacritics on
  /// Latin letters, `İ I ı i` all one letter; Cyrillic `й ў ё` and Kazakh letters stay letters of their own.
  case searchKey = "search-key"
  /// Text that was read in the wrong code page, set right: UTF-8 read as Windows-1252, and Windows-1254 read as
  /// Windows-1252 (`Þýrnak` for `Şırnak`). Every repair is counted.
  case repair
}

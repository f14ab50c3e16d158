/// What the input `worst` is drawn from: characters that a word rule looks at from afar, that an
/// automaton must count, or that only a dictionary tells apart, at the density of letters.
enum WorstCase {
  static let pieces: [String] = [
    // Marks that belong to what stands before them.
    "a\u{301}", "e\u{323}\u{302} ", "и\u{306}", "\u{5D0}\u{5B8}", "कि", "स्त", "\u{301}", " \u{308}",
    // Characters that are not there for the rules.
    "Ka\u{AD}zakh", "\u{200B}", "x\u{2060}y", "\u{200E}", "a\u{200D}b", "\u{FEFF}", "1\u{AD}2",
    // Hebrew letters join over quotes, others do not.
    "או\"ם ", "צה\"ל", "ר' ", "א'", "\"א", "a\"b",
    // Katakana join each other and connectors.
    "データ", "カ_タ", "ｶﾀｶﾅ", "カa",
    // Emoji with joiners, skin tones, styles and key caps.
    "👩\u{200D}👩\u{200D}👧", "👍🏽", "❤\u{FE0F}\u{200D}🔥", "1\u{FE0F}\u{20E3}", "🏗\u{FE0F} ", "🙂",
    // Flags are pairs, counted from the first.
    "🇰🇿🇹🇷", "🇺", "🇺🇿 ", "🇦\u{200D}🇦",
    // Controls and line ends.
    "\u{1}", "\u{85}", "\u{B}", "\r", "\r\n", "\u{2028}", "\u{7F}", "\n",
    // Signs.
    "∑", "≤ ", "√x", "x² ", "½", "№5", "™", "€", "−1",
    // Digits that are not ASCII.
    "٣٫١٤", "१२", "４５", "𝟜𝟚", "1٢",
    // Connectors and marks between letters or digits.
    "a_b", "_", "a·b", "l’été", "3,5", "U.S.", "a：b", "1，2", "a\u{2024}b", "ا؛ب", "2٬5",
    // Scripts with dictionaries, in small change.
    "ก", "ไทย", "漢", "漢字かな", "한글", "ខ្មែរ",
    // White space that joins and that does not.
    "\u{A0}", "\u{2003}\u{2003}", "\u{3000}", "  ", " \t",
    // Letters beyond the first plane, and numbers that end in letters.
    "𐐷𐐨", "𝒜", "20th", "1x2",
    // Plain text between.
    " ", "a", "the ", "ş", "қала ", "7", ".", "’",
  ]
}

/// One rule of a phonetic key: some letters become others where the letters beside them fit.
///
/// Contexts are read letter by letter: small letters stand for themselves, `V` is a vowel, `C` a consonant, `S` a sun letter,
/// which the Arabic article takes the sound of, `^` the start and `$` the end of the word.
struct PhoneticRewriting {
  private let letters: Letters
  private let result: Letters
  private let after: Letters
  private let before: Letters

  /// Up to eight letters in a number, so that rules hold no references.
  private struct Letters {
    private let word: UInt64
    /// All bits of the bytes that there are.
    private let mask: UInt64
    let count: Int

    init(_ text: String) {
      word = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      mask = text.utf8.reduce(0) { mask, _ in mask << 8 | 0xFF }
      count = text.utf8.count
    }

    /// Whether eight bytes of a word, the first one lowest and zero behind its end, start with these.
    func begin(_ bytes: UInt64) -> Bool { (bytes ^ word) & mask == 0 }

    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> UInt64(8 * index)) }
  }

  private init(_ letters: String, _ result: String, after: String = "", before: String = "") {
    self.letters = Letters(letters)
    self.result = Letters(result)
    self.after = Letters(after)
    self.before = Letters(before)
  }

  /// Whether the rule's letters are those of a word from an index on, between what it asks for.
  ///
  /// - Parameter bytes: eight of the word from there on, the first one lowest, and zero behind its end.
  private func fits(_ bytes: UInt64, of word: Span<UInt8>, at index: Int) -> Bool {
    guard letters.begin(bytes) else { return false }
    for offset in 0..<after.count
    where !Self.stands(after[offset], in: word, at: index - after.count + offset) {
      return false
    }
    for offset in 0..<before.count
    where !Self.stands(before[offset], in: word, at: index + letters.count + offset) {
      return false
    }
    return true
  }

  private static func stands(_ symbol: UInt8, in word: Span<UInt8>, at place: Int) -> Bool {
    switch symbol {
    case UInt8(ascii: "^"): return place == -1
    case UInt8(ascii: "$"): return place == word.count
    default: break
    }
    guard place >= 0, place < word.count else { return false }
    let letter = word[place]
    switch symbol {
    case UInt8(ascii: "V"): return isVowel(letter)
    case UInt8(ascii: "C"): return !isVowel(letter)
    case UInt8(ascii: "S"): return sunLetters.contains(letter)
    default: return letter == symbol
    }
  }

  private static let sunLetters = Array("tdrzsn".utf8)

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// Rules that go over a word together, from left to right: at each letter the first that fits counts.
  struct Pass {
    /// By the first letter.
    private let rules: [PhoneticRewriting]
    /// Where those of each letter start, and the end.
    private let starts: [Int]
    /// A bit for each letter that stays where it comes out twice, one behind the other; others become one.
    private let doubled: UInt32

    fileprivate init(doubled: String, _ rules: [PhoneticRewriting]) {
      self.doubled = doubled.utf8.reduce(0) { $0 | Self.bit($1) }
      let byLetter = (0..<26).map { letter in
        rules.filter { $0.letters[0] == UInt8(ascii: "a") + UInt8(letter) }
      }
      self.rules = Array(byLetter.joined())
      starts = byLetter.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter - UInt8(ascii: "a")) }

    /// - Parameter result: what it held is lost.
    func apply(to word: [UInt8], _ result: inout [UInt8]) {
      result.removeAll(keepingCapacity: true)
      func append(_ letter: UInt8) {
        if result.last != letter || doubled & Self.bit(letter) != 0 { result.append(letter) }
      }
      let word = word.span
      var index = 0
      while index < word.count {
        let letter = Int(word[index] - UInt8(ascii: "a"))
        var rule = starts[letter]
        let end = starts[letter + 1]
        if rule < end {
          let bytes = word.word(at: index, before: word.count)
          while rule < end, !rules[rule].fits(bytes, of: word, at: index) { rule += 1 }
        }
        if rule < end {
          for offset in 0..<rules[rule].result.count { append(rules[rule].result[offset]) }
          index += rules[rule].letters.count
        } else {
          append(word[index])
          index += 1
        }
      }
    }
  }

  // MARK: The rules

  /// What the Arabic article looks like before any sound, as a word of its own.
  static let articles: Set<[UInt8]> = Set(
    """
    al el ul as es ash esh ar er at et ad ed an en az ez
    """.split(separator: " ").map { Array($0.utf8) })

  /// In bytes.
  static let longestArticle = 3

  /// Its key.
  static let article = Array("al".utf8)

  /// All rules in order: one letter for each sound, then vowels, then what depends on both.
  static let passes = [single, consonants, vowels, ends]

  /// `y` is a vowel or stands beside one: `Sergey`, `Sergei`. Turkic and Arabic have no `w` beside `v`.
  private static let single = Pass(
    doubled: "abcdefghjklmnopqrstuvwxz",
    [
      PhoneticRewriting("y", "i"), PhoneticRewriting("w", "v"),
      // Azerbaijani writes g as q, English Arabic q as g, Persian gh: Guliyev, Quliyev; Gaddafi, Qaddafi, Kaddafi.
      PhoneticRewriting("q", "k"),
    ])

  private static let consonants = Pass(
    doubled: "eo",
    [
      // Ш, щ, ч, ж, дж: English, French, German, Turkish and Azerbaijani without their marks.
      PhoneticRewriting("schtsch", "sj"), PhoneticRewriting("shch", "sj"),
      PhoneticRewriting("sch", "s"), PhoneticRewriting("sh", "s"),
      PhoneticRewriting("tsch", "j"), PhoneticRewriting("tch", "j"),
      PhoneticRewriting("dsch", "j"), PhoneticRewriting("dzh", "j"), PhoneticRewriting("dj", "j"),
      PhoneticRewriting("zh", "j"),
      PhoneticRewriting("ch", "h", after: "^", before: "r"),
      PhoneticRewriting("ch", "j"), PhoneticRewriting("ck", "k"), PhoneticRewriting("c", "j"),
      // X is kh in Azerbaijani and Uzbek and ks elsewhere, so that all are one; at the end it is ks.
      PhoneticRewriting("ks", "ks", before: "$"), PhoneticRewriting("x", "ks", before: "$"),
      PhoneticRewriting("kh", "h"), PhoneticRewriting("ks", "h"), PhoneticRewriting("x", "h"),
      PhoneticRewriting("gh", "k"), PhoneticRewriting("g", "k"),
      PhoneticRewriting("ph", "f"), PhoneticRewriting("th", "t"), PhoneticRewriting("dh", "d"),
      PhoneticRewriting("tz", "ts"),
      // Sergej, Tokajev: German, and letter for letter.
      PhoneticRewriting("j", "i", after: "V", before: "$"),
      PhoneticRewriting("j", "", after: "V", before: "ev"),
      // Tokayev, Tokaev; Nayef, Naif; Yevgeny, Evgeny.
      PhoneticRewriting("i", "", after: "V", before: "ev"),
      PhoneticRewriting("ie", "i", after: "V"),
      PhoneticRewriting("ie", "e", after: "^"),
      // Abd al- in one word, -allah, al-Din.
      PhoneticRewriting("abde", "abdu", after: "^"),
      PhoneticRewriting("abda", "abdu", after: "^", before: "l"),
      PhoneticRewriting("allah", "ulah", after: "C"),
      PhoneticRewriting("ellah", "ulah", after: "C"),
      PhoneticRewriting("eddine", "udin", before: "$"), PhoneticRewriting("eddin", "udin"),
      PhoneticRewriting("addin", "udin"), PhoneticRewriting("iddin", "udin"),
      PhoneticRewriting("ettin", "udin"), PhoneticRewriting("attin", "udin"),
      PhoneticRewriting("uttin", "udin"), PhoneticRewriting("utdin", "udin"),
      PhoneticRewriting("etdin", "udin"),
    ])

  private static let vowels = Pass(
    doubled: "a",
    [
      // Fyodor, Fedor; Solovyov, Soloviev; Vasiliev, Vasilev; Giorgi, Georgi.
      PhoneticRewriting("io", "iu", after: "C", before: "s$"),
      PhoneticRewriting("io", "a", after: "C", before: "C"),
      PhoneticRewriting("eo", "a", after: "C", before: "C"),
      PhoneticRewriting("ie", "a", after: "C", before: "v"),
      PhoneticRewriting("ou", "u"), PhoneticRewriting("oo", "u"), PhoneticRewriting("ee", "i"),
      PhoneticRewriting("aei", "ai"),
      // Abdulrahman, Abdurrahman.
      PhoneticRewriting("abdul", "abdu", after: "^", before: "S"),
      // Persian e for i: Ebrahim, Ibrahim. Turkish and Azerbaijani have it for a: Esad, Ekrem.
      PhoneticRewriting("e", "i", after: "^", before: "CCa"),
      PhoneticRewriting("e", "a", before: "v$"),
      PhoneticRewriting("e", "a", after: "oham"), PhoneticRewriting("e", "a", after: "uham"),
      // Khaled, Khalid; Nasser, Nasir; but Ahmed, Ahmad.
      PhoneticRewriting("e", "i", after: "aC", before: "C$"),
      PhoneticRewriting("e", "a"), PhoneticRewriting("o", "u"),
    ])

  private static let ends = Pass(
    doubled: "a",
    [
      // Dawud, Daud; Fawzi, Fevzi, Fauzi.
      PhoneticRewriting("avu", "au"), PhoneticRewriting("av", "au", before: "C"),
      // Yousef, Yusuf.
      PhoneticRewriting("usaf", "usuf", before: "$"),
      // Gorbachov, Gorbachev.
      PhoneticRewriting("juv", "jaf", before: "$"), PhoneticRewriting("juva", "java", before: "$"),
      // Abdullah, Abdulla; Turkish Murat, Recep; -off for -ov.
      PhoneticRewriting("h", "", after: "V", before: "$"),
      PhoneticRewriting("b", "p", before: "$"), PhoneticRewriting("d", "t", before: "$"),
      PhoneticRewriting("v", "f", before: "$"),
    ])
}

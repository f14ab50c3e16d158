/// One rule of a phonetic key: some letters become others where the letters beside them fit.
///
/// Contexts are read letter by letter: small letters stand for themselves, `V` is a vowel, `C` a consonant, `S` a sun letter,
/// which the Arabic article takes the sound of, `^` the start and `$` the end of the word.
struct PhoneticRewriting {
  private let letters: [UInt8]
  private let result: [UInt8]
  private let after: [UInt8]
  private let before: [UInt8]

  private init(_ letters: String, _ result: String, after: String = "", before: String = "") {
    self.letters = Array(letters.utf8)
    self.result = Array(result.utf8)
    self.after = Array(after.utf8)
    self.before = Array(before.utf8)
  }

  private func fits(_ word: [UInt8], at index: Int) -> Bool {
    guard word[index...].starts(with: letters) else { return false }
    var place = index - after.count
    for symbol in after {
      if !Self.stands(symbol, in: word, at: place) { return false }
      place += 1
    }
    place = index + letters.count
    for symbol in before {
      if !Self.stands(symbol, in: word, at: place) { return false }
      place += 1
    }
    return true
  }

  private static func stands(_ symbol: UInt8, in word: [UInt8], at place: Int) -> Bool {
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
    private let rules: [[PhoneticRewriting]]
    /// Letters that stay where they come out twice, one behind the other; others become one.
    private let doubled: [UInt8]

    fileprivate init(doubled: String, _ rules: [PhoneticRewriting]) {
      self.doubled = Array(doubled.utf8)
      self.rules = (0..<26).map { letter in
        rules.filter { $0.letters[0] == UInt8(ascii: "a") + UInt8(letter) }
      }
    }

    func apply(to word: [UInt8]) -> [UInt8] {
      var result: [UInt8] = []
      result.reserveCapacity(word.count + 1)
      func append(_ letter: UInt8) {
        if result.last != letter || doubled.contains(letter) { result.append(letter) }
      }
      var index = 0
      while index < word.count {
        let rules = rules[Int(word[index] - UInt8(ascii: "a"))]
        if let rule = rules.first(where: { $0.fits(word, at: index) }) {
          for letter in rule.result { append(letter) }
          index += rule.letters.count
        } else {
          append(word[index])
          index += 1
        }
      }
      return result
    }
  }

  // MARK: The rules

  /// What the Arabic article looks like before any sound, as a word of its own.
  static let articles: Set<[UInt8]> = Set(
    """
    al el ul as es ash esh ar er at et ad ed an en az ez
    """.split(separator: " ").map { Array($0.utf8) })

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

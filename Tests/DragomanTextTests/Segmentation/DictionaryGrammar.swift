@testable import DragomanText

/// Draws texts of the scripts that ICU cuts by dictionary, and of what may stand among them.
struct DictionaryGrammar {
  /// A character of each script with a dictionary.
  ///
  /// An iterator of ICU takes some characters of no script (U+30FC) for Katakana only once it has met a character of
  /// the script.
  static let scripts: [Unicode.Scalar] = ["中", "\n", "ก", "\n", "ກ", "\n", "ក", "\n", "က"]

  /// Letters, marks, signs and digits by script; what is frequent stands in short ranges.
  private static let families: [[ClosedRange<UInt32>]] = [
    // Han, also of other planes and such that NFKC changes.
    [
      0x4E00...0x4E40, 0x4E00...0x9FFF, 0x3005...0x3007, 0x3400...0x4DBF, 0xF900...0xFAD9,
      0x20000...0x20010, 0x2F800...0x2FA1D, 0x2F00...0x2FD5, 0x2E80...0x2EF3, 0x3021...0x303B,
      0x30000...0x30010, 0x16FE0...0x16FF1,
    ],
    // Kana: also half-width, small, circled, squared, historic, and marks of voicing.
    [
      0x3041...0x3096, 0x3041...0x3096, 0x3099...0x309F, 0x30A0...0x30FF, 0x30A1...0x30FA,
      0xFF65...0xFF9F, 0xFF71...0xFF74, 0xFF9E...0xFF9F, 0x31F0...0x31FF, 0x32D0...0x32FE,
      0x3300...0x3357, 0x1B000...0x1B002, 0x1F200...0x1F200, 0x3031...0x3035, 0x30FB...0x30FC,
    ],
    // Thai, with its signs of repetition and abbreviation.
    [
      0xE01...0xE3A, 0xE01...0xE2E, 0xE40...0xE44, 0xE30...0xE3A, 0xE40...0xE4E, 0xE2F...0xE2F,
      0xE46...0xE46, 0xE50...0xE5B, 0xE3F...0xE3F,
    ],
    [0xE81...0xEBD, 0xE81...0xEAE, 0xEC0...0xEC4, 0xEC8...0xECE, 0xED0...0xEDF],
    [0x1780...0x17B3, 0x17B4...0x17DD, 0x17D2...0x17D2, 0x17E0...0x17E9, 0x19E0...0x19E4],
    [
      0x1000...0x102A, 0x102B...0x103E, 0x1040...0x104F, 0x1050...0x109F, 0xA9E0...0xA9FE,
      0xAA60...0xAA7F,
    ],
    // Hangul: syllables, and letters that make them.
    [
      0xAC00...0xAC40, 0xAC00...0xD7A3, 0x1100...0x1112, 0x1161...0x1175, 0x11A8...0x11C2,
      0x3131...0x318E, 0xFFA1...0xFFDC,
    ],
    // Other scripts that the rules mark, without a dictionary: Tai Tham, New Tai Lue, Tai Viet, Ahom.
    [0x1A20...0x1A7F, 0x1980...0x19AB, 0xAA80...0xAAC2, 0x11700...0x1171A],
  ]

  /// What stands among them.
  private static let strangers: [ClosedRange<UInt32>] = [
    0x61...0x63, 0x30...0x32, 0x20...0x20, 0x2E...0x2E, 0x27...0x27, 0x5F...0x5F, 0x40...0x40,
    0x0A...0x0A, 0x300...0x302, 0x200C...0x200D, 0xFE00...0xFE0F, 0xE0100...0xE0102,
    0x3001...0x3002, 0xFF0C...0xFF0C, 0x300C...0x300D, 0xFF10...0xFF12, 0xFF21...0xFF23,
    0x3099...0x309C, 0x31...0x31, 0xE0020...0xE0021, 0x1F600...0x1F600, 0x5D0...0x5D1,
    0x1F1F9...0x1F1FA, 0xAD...0xAD, 0x410...0x411,
  ]

  private var generator: SeededGenerator

  init(salt: UInt64) { generator = SeededGenerator(salt: salt) }

  /// Words of a dictionary one behind the other, whole and cut short, and now and then a stranger.
  mutating func text(of words: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    let strangeness = number(below: 12)
    let home = number(below: Self.families.count)
    for _ in 0..<number(below: 16) {
      if number(below: 100) < strangeness {
        append(from: Self.strangers, to: &result)
      } else if number(below: 100) < strangeness {
        append(from: Self.families[home], to: &result)
      } else {
        let word = words[number(below: words.count)]
        result += number(below: 8) == 0 ? word.prefix(1 + number(below: word.count)) : word[...]
      }
    }
    return result
  }

  /// A text of some hundred characters at most.
  mutating func text() -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    if number(below: 4) == 0 {
      for _ in 0..<number(below: 70) { result.append("x") }
      result.append(" ")
    }
    let home = number(below: Self.families.count)
    // In some texts hardly anything is strange, in some a good part.
    let strangeness = 1 << number(below: 6)
    for _ in 0..<number(below: 60) {
      if number(below: 100) < strangeness {
        let family =
          number(below: 3) == 0
          ? Self.families[number(below: Self.families.count)] : Self.strangers
        append(from: family, to: &result)
      } else {
        append(from: Self.families[home], to: &result)
      }
    }
    return result
  }

  private mutating func append(from family: [ClosedRange<UInt32>], to text: inout [Unicode.Scalar])
  {
    let range = family[number(below: family.count)]
    let value = range.lowerBound + UInt32(number(below: range.count))
    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
  }

  private mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &generator)
  }
}

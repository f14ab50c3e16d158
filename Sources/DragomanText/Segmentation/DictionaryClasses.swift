internal import CICU

/// A script, or scripts, whose words one of ICU's dictionary engines tells apart.
enum DictionaryScript: UInt8, CaseIterable, Sendable {
  /// Han, Hiragana and Katakana, which share a dictionary.
  case ideographs = 1
  case thai, lao, khmer, burmese
  /// Syllables, for which ICU's root data has had no dictionary so far.
  case hangul

  /// The characters that the engine takes, as ICU's `dictbe.cpp` writes them.
  fileprivate var members: String {
    switch self {
    case .ideographs: #"[[:Han:][:Hiragana:][:Katakana:]\u30fc\uff70\uff9e\uff9f]"#
    case .hangul: #"[\uac00-\ud7a3]"#
    case .thai: "[[:Thai:]&[:LineBreak=SA:]]"
    case .lao: "[[:Laoo:]&[:LineBreak=SA:]]"
    case .khmer: "[[:Khmr:]&[:LineBreak=SA:]]"
    case .burmese: "[[:Mymr:]&[:LineBreak=SA:]]"
    }
  }

  /// What no word that was looked for in vain ends in, and what one begins with, in the words of `dictbe.cpp`.
  fileprivate var borders: (noEnd: String, begin: String)? {
    switch self {
    case .thai: (#"[\u0e31\u0e40-\u0e44]"#, #"[\u0e01-\u0e2e\u0e40-\u0e44]"#)
    case .lao: (#"[\u0ec0-\u0ec4]"#, #"[\u0e81-\u0eae\u0edc-\u0edd\u0ec0-\u0ec4]"#)
    case .khmer: (#"[\u17d2]"#, #"[\u1780-\u17b3]"#)
    case .burmese: ("[]", #"[\u1000-\u102a]"#)
    case .ideographs, .hangul: nil
    }
  }

  /// What ICU's table of dictionaries calls it.
  fileprivate var codes: [String] {
    switch self {
    case .ideographs: ["Hani", "Hira", "Kana"]
    case .thai: ["Thai"]
    case .lao: ["Laoo"]
    case .khmer: ["Khmr"]
    case .burmese: ["Mymr"]
    case .hangul: ["Hang"]
    }
  }

  /// Whether the scripts of an engine, if they are several, share a dictionary.
  private var hasOneDictionary: Bool {
    let data = codes.map { DictionaryData(script: $0) }
    return data.allSatisfy { unsafe $0.trie == data[0].trie }
  }

  /// Whether its words are cut here when the data has the form that is known.
  fileprivate var isKnown: Bool {
    switch self {
    case .ideographs: IdeographCutter.linked != nil && hasOneDictionary
    case .thai, .lao, .khmer, .burmese: LookAheadCutter.linked(self) != nil
    case .hangul: false
    }
  }
}

/// Which of ICU's dictionary engines takes which character.
///
/// The sets are those of `dictbe.cpp`, the same in ICU 72 to 78; what the data says of a script decides whether it is
/// cut here, by ICU, or not at all.
struct DictionaryClasses: Sendable {
  /// The bits of a class that number the script; 0 if no engine takes the character.
  static let script: UInt8 = 7
  /// The script's number for what is left to ICU.
  static let left: UInt8 = 7
  /// For ideographs: whether NFKC changes the character.
  static let changes: UInt8 = 0x08
  /// For ideographs: whether NFKC may change the character because of those before it.
  static let mayChange: UInt8 = 0x10
  /// For the others: whether it is a mark, which nothing is cut before.
  static let mark: UInt8 = 0x08
  /// For the others: whether a word may end in the character.
  static let end: UInt8 = 0x10
  /// For the others: whether a word may begin with the character.
  static let begin: UInt8 = 0x20
  /// Whether the character's script is Common.
  static let common: UInt8 = 0x80

  /// What the linked ICU does. Cost when it is first used: about a millisecond.
  static let linked = DictionaryClasses(leaving: [])

  /// The characters that have classes: all in which Unicode has put or may soon put ideographs.
  private static let limit = 0x34000
  private var classes = [UInt8](repeating: 0, count: limit)
  /// What all other characters have besides.
  private var highClass: UInt8 = 0

  /// Reads what ICU's data says, but leaves some scripts to ICU in any case.
  init(leaving scripts: Set<DictionaryScript>) {
    add("[:Zyyy:]", Self.common)
    for script in DictionaryScript.allCases {
      let forms = script.codes.map { DictionaryData(script: $0).form }
      if !scripts.contains(script), forms.allSatisfy({ $0 == .none }) { continue }
      let isCutHere = script.isKnown && !scripts.contains(script)
      add(script.members, isCutHere ? script.rawValue : Self.left)
      guard let borders = script.borders else { continue }
      // None is known, and the cutter counts on that.
      add("[\(script.members)&[\\U00010000-\\U0010ffff]]", Self.left)
      add("[\(script.members)&[:M:]]", Self.mark)
      add("[\(script.members)-\(borders.noEnd)]", Self.end)
      add("[\(script.members)&\(borders.begin)]", Self.begin)
    }
    let ideographs = DictionaryScript.ideographs.members
    add("[\(ideographs)&[:NFKC_QC=N:]]", Self.changes)
    add("[\(ideographs)&[[:NFKC_QC=M:][:^ccc=0:]]]", Self.mayChange)
  }

  /// The class of a character.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt8 {
    if scalar < Self.limit { return classes[Int(scalar)] }
    return highClass | (cicu_has_no_script(scalar) ? Self.common : 0)
  }

  private mutating func add(_ pattern: String, _ bits: UInt8) {
    let capacity = 512
    var starts = [UInt32](repeating: 0, count: capacity)
    var ends = starts
    let count = Int(unsafe cicu_set_ranges(pattern, &starts, &ends, Int32(capacity)))
    let isInside = bits == Self.common || ends.allSatisfy { $0 <= Self.limit }
    guard count >= 0, count <= capacity, isInside else {
      // Whatever it is, ICU knows it.
      for scalar in classes.indices { classes[scalar] |= Self.left }
      highClass = Self.left
      return
    }
    for (start, end) in zip(starts, ends).prefix(count) {
      let range = (Int(start)..<Int(end)).clamped(to: 0..<Self.limit)
      for scalar in range { classes[scalar] |= bits }
    }
  }
}

internal import CBlocks

/// What characters mean to the block rules: class bytes, made of the automaton's categories.
///
/// Characters of the commonest categories have the planes that ``BlockRules`` reads; all others are *hard*: the
/// automaton decides around them.
struct BlockClasses: Sendable {
  /// What a category is to the block rules.
  private enum Role {
    case letter, hebrew, digit, middle(UInt8), space, carriageReturn, attached, other, hard
  }

  static let letter = UInt8(CBLOCKS_LETTER)
  private static let digit = UInt8(CBLOCKS_DIGIT)
  private static let midLetter = UInt8(CBLOCKS_MID_LETTER)
  private static let midNumber = UInt8(CBLOCKS_MID_NUMBER)
  private static let white = UInt8(CBLOCKS_WHITE)
  private static let punctuation = UInt8(CBLOCKS_PUNCTUATION)
  private static let hard = UInt8(CBLOCKS_HARD)

  /// The class byte of what belongs to most characters before it (WB4): see ``MaskRows/isBehindPlain(_:_:)``.
  static let attached = hard | letter
  /// The class byte of a Hebrew letter: a letter, but for the quotes that may follow (WB7a to WB7c).
  static let hebrew = hard | digit
  /// The class byte of numbers that are no digits: nothing joins them.
  private static let numeral = hard | punctuation

  private let categories: CategoryTable
  private let roles: [Role]
  /// The class bytes of the categories whose characters all have the same.
  private let commonBytes: [UInt8?]
  /// The class bytes of U+0000 to U+07FF, of the marks and symbols U+2000 to U+33FF, and of most emoji, U+1F000 to
  /// U+1FBFF: asking ICU for each of them costs more.
  private let twoBytes: [UInt8]
  private let symbols: [UInt8]
  private let emoji: [UInt8]
  /// The tables of the C kernels: one element, so that it has a place in memory to point at.
  let tables: [cblocks_classes]

  init(_ categories: CategoryTable) {
    self.categories = categories
    roles = Self.roles(categories)
    commonBytes = roles.map { role in
      switch role {
      case .letter: Self.letter
      case .hebrew: Self.hebrew
      case .attached: Self.attached
      case .hard: Self.hard
      default: nil
      }
    }
    let (roles, categories) = (roles, categories)
    func bytes(_ scalars: Range<UInt32>) -> [UInt8] {
      scalars.map { Self.byte(of: $0, roles[Int(categories[$0])]) }
    }
    let twoBytes = bytes(0..<0x800)
    symbols = bytes(0x2000..<0x3400)
    emoji = bytes(0x1F000..<0x1FC00)
    let generalPunctuation = symbols.prefix(64)
    var tables = cblocks_classes()
    unsafe withUnsafeMutableBytes(of: &tables) { raw in
      func fill(_ path: PartialKeyPath<cblocks_classes>, _ bytes: ArraySlice<UInt8>) {
        let offset = MemoryLayout<cblocks_classes>.offset(of: path) ?? 0
        for (index, byte) in bytes.enumerated() { unsafe raw[offset + index] = byte }
      }
      fill(\.ascii, twoBytes[..<0x80])
      // What is hard in some way is looked at here.
      fill(\.latin1_signs, twoBytes[0x80..<0xC0].map { $0 & Self.hard != 0 ? Self.hard : $0 }[...])
      fill(
        \.general_punctuation, generalPunctuation.map { $0 & Self.hard != 0 ? Self.hard : $0 }[...])
      var letters = [UInt8](repeating: 0, count: 256)
      for scalar in 0x80..<0x800 where twoBytes[scalar] == Self.letter {
        letters[scalar >> 3] |= 1 << UInt8(scalar & 7)
      }
      fill(\.two_byte_letters, letters[...])
    }
    unsafe cblocks_prepare(&tables)
    self.tables = [tables]
    self.twoBytes = twoBytes
  }

  /// The class byte of a character of a role, as its planes stand at the character's first byte.
  private static func byte(of scalar: UInt32, _ role: Role) -> UInt8 {
    let length = ScalarDecoding.length(of: scalar)
    switch role {
    case .letter: return letter
    case .hebrew: return hebrew
    // Only ASCII's digits and spaces are one byte, which is what the rules count on.
    case .digit: return length == 1 ? digit : hard
    case .space: return length == 1 ? UInt8(CBLOCKS_JOINING_SPACE) | white : hard
    case .middle(let planes): return length == 2 ? hard : planes | signPlanes(scalar)
    // A line feed behind it may belong to it.
    case .carriageReturn: return hard | white
    case .attached: return attached
    case .other: return signPlanes(scalar)
    case .hard: return hard
    }
  }

  /// The class byte of the character of two bytes or more at a place of a text.
  func byte(at index: Int, in text: [UInt8]) -> UInt8 {
    let lead = text[index]
    if lead < 0xE0 {
      let byte = twoBytes[Int(lead & 0x1F) << 6 | Int(text[index + 1] & 0x3F)]
      return byte == Self.hard ? hardByte(at: index, in: text) : byte
    }
    let scalar = ScalarDecoding.scalar(in: text, at: index).value
    let category = Int(categories[scalar])
    if let byte = commonBytes[category] { return byte }
    if scalar &- 0x2000 < 0x1400 { return symbols[Int(scalar &- 0x2000)] }
    if scalar &- 0x1F000 < 0xC00 { return emoji[Int(scalar &- 0x1F000)] }
    return Self.byte(of: scalar, roles[category])
  }

  /// The class byte of a character of two bytes that joins others, or is hard.
  private func hardByte(at index: Int, in text: [UInt8]) -> UInt8 {
    let scalar = ScalarDecoding.scalar(in: text, at: index).value
    guard case .middle = roles[Int(categories[scalar])] else { return Self.hard }
    // A comma of two bytes joins nothing before a space.
    let next = index + 2 < text.count ? text[index + 2] : 0x20
    return next <= 0x20 ? Self.signPlanes(scalar) : Self.hard
  }

  /// Whether a character can follow a Hebrew letter that is cut like any letter: ASCII that is no quote, or another
  /// Hebrew letter.
  func isPlainBehindHebrew(_ index: Int, in text: [UInt8]) -> Bool {
    guard index < text.count else { return true }
    let lead = text[index]
    if lead < 0x80 { return lead != 0x22 && lead != 0x27 }
    return lead < 0xE0
      && twoBytes[Int(lead & 0x1F) << 6 | Int(text[index + 1] & 0x3F)] == Self.hebrew
  }

  private static func signPlanes(_ scalar: UInt32) -> UInt8 {
    switch SegmentKind.kind(ofFirst: scalar, sort: .other) {
    case .punctuation: punctuation
    case .symbol: 0
    case .space: white
    case .number: numeral
    default: hard
    }
  }

  /// A category is known by a character that has it in every version of Unicode.
  private static func roles(_ categories: CategoryTable) -> [Role] {
    var roles = [Role](repeating: .hard, count: 32)
    func set(_ role: Role, _ scalars: Unicode.Scalar...) {
      for scalar in scalars { roles[Int(categories[scalar.value])] = role }
    }
    // A double quote joins Hebrew letters alone, an emoji joins what ends in a joiner: those are hard themselves.
    set(.other, "(", "\"", "\u{A}", "\u{B}", "\u{1F600}")
    set(.letter, "a")
    set(.hebrew, "\u{5D0}")
    set(.digit, "0")
    set(.middle(midLetter | midNumber), ".", "'")
    set(.middle(midNumber), ",")
    set(.middle(midLetter), "\u{B7}")
    set(.space, " ")
    set(.carriageReturn, "\r")
    set(.attached, "\u{301}", "\u{AD}")
    return roles
  }
}

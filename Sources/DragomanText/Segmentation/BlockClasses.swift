internal import CBlocks

/// What characters mean to the block rules: class bytes, made of the automaton's categories.
///
/// Characters of the commonest categories have the planes that ``BlockRules`` reads; all others are *hard*: the
/// automaton decides around them.
struct BlockClasses: Sendable {
  /// What a category is to the block rules.
  private enum Role {
    case letter, digit, middle(UInt8), space, carriageReturn, other, hard
  }

  private static let letter = UInt8(CBLOCKS_LETTER)
  private static let digit = UInt8(CBLOCKS_DIGIT)
  private static let midLetter = UInt8(CBLOCKS_MID_LETTER)
  private static let midNumber = UInt8(CBLOCKS_MID_NUMBER)
  private static let white = UInt8(CBLOCKS_WHITE)
  private static let punctuation = UInt8(CBLOCKS_PUNCTUATION)
  static let hard = UInt8(CBLOCKS_HARD)

  private let categories: CategoryTable
  private let roles: [Role]
  /// The class bytes of U+0000 to U+07FF and U+2000 to U+203F, which are looked up most.
  private var twoBytes: [UInt8] = []
  private var generalPunctuation: [UInt8] = []
  /// The tables of the C kernels: one element, so that it has a place in memory to point at.
  private(set) var tables: [cblocks_classes]

  init(_ categories: CategoryTable) {
    self.categories = categories
    roles = Self.roles(categories)
    self.tables = []
    var tables = cblocks_classes()
    unsafe withUnsafeMutableBytes(of: &tables) { raw in
      func offset(_ path: PartialKeyPath<cblocks_classes>) -> Int {
        MemoryLayout<cblocks_classes>.offset(of: path) ?? 0
      }
      for scalar in UInt32(0)..<0x80 {
        unsafe raw[offset(\.ascii) + Int(scalar)] = byte(of: scalar)
      }
      for scalar in UInt32(0x2000)..<0x2040 {
        unsafe raw[offset(\.general_punctuation) + Int(scalar & 63)] = byte(of: scalar)
      }
      for scalar in UInt32(0x80)..<0xC0 {
        unsafe raw[offset(\.latin1_signs) + Int(scalar & 63)] = byte(of: scalar)
      }
      for scalar in UInt32(0x80)..<0x800 where byte(of: scalar) == Self.letter {
        unsafe raw[offset(\.two_byte_letters) + Int(scalar >> 3)] |= 1 << UInt8(scalar & 7)
      }
    }
    unsafe cblocks_prepare(&tables)
    self.tables = [tables]
    twoBytes = (0..<0x800).map(byte(of:))
    generalPunctuation = (0x2000..<0x2040).map(byte(of:))
  }

  /// The class byte of a character, as its planes stand at the character's first byte.
  func byte(of scalar: UInt32) -> UInt8 {
    let length = ScalarDecoding.length(of: scalar)
    switch roles[Int(categories[scalar])] {
    case .letter: return Self.letter
    // Only ASCII's digits and spaces are one byte, which is what the rules count on.
    case .digit: return length == 1 ? Self.digit : Self.hard
    case .space: return length == 1 ? UInt8(CBLOCKS_JOINING_SPACE) | Self.white : Self.hard
    case .middle(let planes): return length == 2 ? Self.hard : planes | signPlanes(scalar)
    // A line feed behind it may belong to it.
    case .carriageReturn: return Self.hard | Self.white
    case .other: return signPlanes(scalar)
    case .hard: return Self.hard
    }
  }

  /// The class byte of the character at a place of a text.
  func byte(at index: Int, in text: [UInt8]) -> UInt8 {
    let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
    guard length == 2, case .middle = roles[Int(categories[scalar])] else {
      return byte(of: scalar)
    }
    // A comma of two bytes joins nothing before a space.
    let next = index + 2 < text.count ? text[index + 2] : 0x20
    return next <= 0x20 ? signPlanes(scalar) : Self.hard
  }

  private func signPlanes(_ scalar: UInt32) -> UInt8 {
    switch SegmentKind.kind(ofFirst: scalar, sort: .other) {
    case .punctuation: Self.punctuation
    case .symbol: 0
    case .space: Self.white
    default: Self.hard
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
    set(.digit, "0")
    set(.middle(midLetter | midNumber), ".", "'")
    set(.middle(midNumber), ",")
    set(.middle(midLetter), "\u{B7}")
    set(.space, " ")
    set(.carriageReturn, "\r")
    return roles
  }
}

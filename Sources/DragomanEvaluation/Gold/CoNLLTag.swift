/// What the tag of a token says: no name, or a place in a name of a type.
///
/// The schemes need not be told apart, for none gives a letter another meaning than the others do: IOB1 has `I` where
/// IOB2 has `B` unless two names of a type touch, and BIOES and BILOU name the last token of a name, too.
enum CoNLLTag: Hashable {
  /// Where in a name a token stands.
  enum Position {
    case first, inside, last, single
  }

  case outside
  /// The type is in capitals.
  case name(Position, type: String)

  /// `nil` if the text is no tag.
  init?(_ text: some Collection<UInt8>) {
    if text.elementsEqual("O".utf8) {
      self = .outside
      return
    }
    let position: Position
    switch text.first {
    case UInt8(ascii: "B"): position = .first
    case UInt8(ascii: "I"): position = .inside
    case UInt8(ascii: "E"), UInt8(ascii: "L"): position = .last
    case UInt8(ascii: "S"), UInt8(ascii: "U"): position = .single
    default: return nil
    }
    let type = text.dropFirst(2)
    guard text.dropFirst().first == UInt8(ascii: "-"), !type.isEmpty else { return nil }
    self = .name(position, type: String(decoding: type, as: UTF8.self).uppercased())
  }

  /// The type of the name that this token is part of; `nil` if it is part of none.
  var type: String? {
    if case .name(_, let type) = self { return type }
    return nil
  }

  /// Whether a name starts here, as conlleval has it: an `I` or `E` that continues nothing starts one, too.
  func opensName(after previous: CoNLLTag) -> Bool {
    guard case .name(let position, let type) = self else { return false }
    if position == .first || position == .single { return true }
    guard case .name(let earlier, type) = previous else { return true }
    return earlier == .last || earlier == .single
  }

  /// What to write instead of a text that is no tag.
  static let remedy =
    "the last column holds O, or B, I, E, L, S or U with a hyphen and a type, as B-PER"
}

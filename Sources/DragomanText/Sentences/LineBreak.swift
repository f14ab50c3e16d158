/// What parts two stretches of text, as far as lines go.
enum LineBreak {
  /// Nothing or spaces.
  case none
  /// One line feed, carriage return, or both.
  case line
  /// An empty line, or a sign that ends a line or a paragraph for good.
  case paragraph

  /// Reads white space.
  init(in range: Range<Int>, of bytes: [UInt8]) { self.init(in: range, of: bytes.span) }

  /// Reads white space.
  init(in range: Range<Int>, of bytes: Span<UInt8>) {
    var count = 0
    for index in range {
      switch bytes[index] {
      case 0x0A:
        if index == range.lowerBound || bytes[index - 1] != 0x0D { count += 1 }
      case 0x0D: count += 1
      // NEL is C2 85, and E2 80 85 a space; line and paragraph separators are E2 80 A8 and E2 80 A9.
      case 0x85: if index > range.lowerBound, bytes[index - 1] == 0xC2 { count += 2 }
      case 0xA8, 0xA9: count += 2
      default: break
      }
    }
    self = count == 0 ? .none : count == 1 ? .line : .paragraph
  }
}

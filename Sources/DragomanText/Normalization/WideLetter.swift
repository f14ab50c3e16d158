/// How a scalar of three or four bytes goes into a search key.
enum WideLetter: UInt8 {
  /// It stays as it is.
  case itself
  /// It takes its typographic form, whatever stands beside it.
  case typographic
  /// It folds alone to something else.
  case folded
  /// It may change with its neighbours.
  case interacting

  /// The sorts from U+0800 to U+2FFF, read from ICU when the first text needs them: 10,240 code points in a quarter of
  /// a millisecond.
  private static let table = (UInt32(0x800)..<0x3000).map { sort(of: $0) }

  /// The sort of a scalar from U+0800 on.
  @inline(__always)
  init(_ scalar: UInt32) {
    self = scalar < 0x3000 ? Self.table[Int(scalar) - 0x800] : Self.sort(of: scalar)
  }

  private static func sort(of scalar: UInt32) -> WideLetter {
    if NFCQuickCheck.classOf(scalar) != NFCQuickCheck.settled { return .interacting }
    if TypographicForm.change(of: scalar) != nil { return .typographic }
    return SearchKeyFolding.cannotChange(scalar) ? .itself : .folded
  }
}

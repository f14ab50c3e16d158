/// What a scalar below U+0800 folds to, in one word: six bytes of UTF-8 from the low end on, then how many they are and
/// what a loop over text must know of the scalar.
struct FoldedLetter {
  /// The folded bytes in the low six bytes.
  let packed: UInt64

  private static let changed: UInt64 = 1 << 59
  private static let interacting: UInt64 = 1 << 60
  private static let cyrillic: UInt64 = 1 << 61
  private static let latin: UInt64 = 1 << 62
  private static let long: UInt64 = 1 << 63

  /// Letters below U+0800, built once from ICU.
  static let table: [FoldedLetter] = (0..<0x800).map { FoldedLetter(UInt32($0)) }

  private init(_ scalar: UInt32) {
    let folded = SearchKeyFolding.fold(scalar: scalar)
    var own: [UInt8] = []
    ScalarDecoding.append(scalar, to: &own)
    var packed: UInt64 = 0
    if folded.count <= 6 {
      packed = UInt64(folded.count) << 56
      for (index, byte) in folded.enumerated() { packed |= UInt64(byte) << (8 * UInt64(index)) }
    } else {
      packed = Self.long | Self.interacting
    }
    if folded != own { packed |= Self.changed }
    if NFCQuickCheck.classOf(scalar) != NFCQuickCheck.settled { packed |= Self.interacting }
    for letter in [scalar] + ScalarDecoding.scalars(in: folded, range: 0..<folded.count) {
      switch ScriptUnmixing.script(of: letter) {
      case .latin: packed |= Self.latin
      case .cyrillic: packed |= Self.cyrillic
      case .neither: break
      }
    }
    self.packed = packed
  }

  /// How many bytes the folded form has.
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: packed >> 56 & 7) }

  /// Whether the folded form is another one.
  @inline(__always)
  var isChanged: Bool { packed & Self.changed != 0 }

  /// Whether the scalar may be folded alone: it does not compose with its neighbours, and is not Cyrillic, so that
  /// no letters of its word can be of the wrong script because of it.
  @inline(__always)
  var standsAlone: Bool { packed & (Self.interacting | Self.cyrillic) == 0 }

  /// Whether the scalar may be folded alone in a word that is Cyrillic.
  @inline(__always)
  var standsAmongCyrillic: Bool { packed & (Self.interacting | Self.latin) == 0 }

  /// Whether the scalar may change with its neighbours.
  @inline(__always)
  var isInteracting: Bool { packed & Self.interacting != 0 }

  /// Whether the scalar or a part of its folded form is a Latin letter.
  @inline(__always)
  var isLatin: Bool { packed & Self.latin != 0 }

  /// Whether the scalar or a part of its folded form is a Cyrillic letter.
  @inline(__always)
  var isCyrillic: Bool { packed & Self.cyrillic != 0 }

  /// Whether the folded form is too long for six bytes and is not here.
  @inline(__always)
  var isLong: Bool { packed & Self.long != 0 }
}

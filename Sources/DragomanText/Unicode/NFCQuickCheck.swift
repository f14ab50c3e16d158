internal import CICU

/// The quick check of NFC (Unicode Standard Annex #15, "Detecting Normalization Forms"), from ICU's properties.
///
/// The tables are read from ICU when the first text needs them: below U+0800 (2,048 code points), then up to U+2FFF,
/// then the rest of the Basic Multilingual Plane; together under half a millisecond. Other planes ask ICU each time.
enum NFCQuickCheck {
  /// A scalar that NFC leaves alone and that begins a new piece: NFC_Quick_Check=Yes and
  /// Canonical_Combining_Class=0.
  static let settled: UInt8 = 0
  /// A scalar that may change: NFC_Quick_Check=No or Maybe. The classes between are combining classes.
  static let open: UInt8 = 255

  /// The classes below U+0800: the scalars of one and two bytes.
  static let twoByteClasses = classes(from: 0, to: 0x800)
  private static let lowClasses = classes(from: 0x800, to: 0x3000)
  private static let highClasses = classes(from: 0x3000, to: 0x10000)

  /// The class of a scalar.
  @inline(__always)
  static func classOf(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x800 { return twoByteClasses[Int(scalar)] }
    return wideClass(of: scalar)
  }

  private static func wideClass(of scalar: UInt32) -> UInt8 {
    if scalar < 0x3000 { return lowClasses[Int(scalar) - 0x800] }
    if scalar < 0x10000 { return highClasses[Int(scalar) - 0x3000] }
    return classes(of: scalar)
  }

  /// Lead bytes whose 64 scalars are all settled.
  private struct SettledLeads {
    /// Every byte below this one.
    let limit: UInt8
    /// And the longest run of leads of two bytes above it.
    let run: Range<UInt8>
  }

  private static let settledLeads = {
    let open = (UInt8(0xC2)...0xDF).filter { lead in
      let first = Int(lead & 0x1F) << 6
      return twoByteClasses[first..<first + 64].contains { $0 != settled }
    }
    var run: Range<UInt8> = 0xE0..<0xE0
    for (lead, next) in zip(open, open.dropFirst() + [0xE0])
    where Int(next) - Int(lead) - 1 > run.count {
      run = lead + 1..<next
    }
    return SettledLeads(limit: open.first ?? 0xE0, run: run)
  }()

  /// The first scalar that is not settled, from a scalar boundary on; the end if there is none.
  static func firstUnsettled(in bytes: [UInt8], from start: Int) -> Int {
    let leads = settledLeads
    let (limit, runStart, runEnd) = (leads.limit, leads.run.lowerBound, leads.run.upperBound)
    let table = twoByteClasses
    let classes = table.span
    let text = bytes.span
    let count = text.count
    var index = start
    while index < count {
      index = ByteBlocks.firstIndex(in: text, from: index) { block in
        ByteBlocks.from(limit, block)
          & ~(ByteBlocks.from(runStart, block) & ~ByteBlocks.from(runEnd, block))
      } passes: { byte in
        byte >= limit && !(runStart..<runEnd).contains(byte)
      }
      // Leads that the blocks stop at come in runs, so the scalars behind are looked up one by one.
      while index < count {
        let lead = text[index]
        if lead < limit { break }
        if lead < 0xE0 {
          let scalar = Int(lead & 0x1F) << 6 | Int(text[index + 1] & 0x3F)
          if classes[scalar] != settled { return index }
          index += 2
        } else {
          let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
          if wideClass(of: scalar) != settled { return index }
          index += length
        }
      }
    }
    return count
  }

  private static func classes(of scalar: UInt32) -> UInt8 {
    var result: UInt8 = 0
    unsafe cicu_nfc_classes(scalar, 1, &result)
    return result
  }

  private static func classes(from lower: UInt32, to upper: UInt32) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: Int(upper - lower))
    unsafe cicu_nfc_classes(lower, Int32(result.count), &result)
    return result
  }
}

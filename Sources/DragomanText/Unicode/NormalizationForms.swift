internal import CICU

/// ICU's normalization forms over scalars.
enum NormalizationForms {
  static func hasBoundaryBefore(_ scalar: UInt32) -> Bool {
    scalar < 0x300 || cicu_nfc_has_boundary_before(scalar)
  }

  /// Whether NFC leaves the scalar alone whatever stands beside it.
  static func isInert(_ scalar: UInt32) -> Bool { cicu_nfc_is_inert(scalar) }

  static func composed(_ scalars: [UInt32]) -> [UInt32] {
    unsafe apply(scalars) { unsafe cicu_nfc($0, $1, $2, $3) }
  }

  static func decomposed(_ scalars: [UInt32]) -> [UInt32] {
    unsafe apply(scalars) { unsafe cicu_nfd($0, $1, $2, $3) }
  }

  static func compatibilityCaseFolded(_ scalars: [UInt32]) -> [UInt32] {
    unsafe apply(scalars) { unsafe cicu_nfkc_casefold($0, $1, $2, $3) }
  }

  private static func apply(
    _ scalars: [UInt32],
    _ function: (UnsafePointer<UInt32>, Int32, UnsafeMutablePointer<UInt32>, Int32) -> Int32
  ) -> [UInt32] {
    // U+FDFA folds to 18 scalars, the longest expansion there is.
    var target = [UInt32](repeating: 0, count: scalars.count * 18 + 1)
    let length = unsafe scalars.withUnsafeBufferPointer { source -> Int32 in
      guard let base = source.baseAddress else { return 0 }
      return unsafe target.withUnsafeMutableBufferPointer { result -> Int32 in
        guard let start = result.baseAddress else { return 0 }
        return unsafe function(base, Int32(source.count), start, Int32(result.count))
      }
    }
    precondition(length >= 0 && length <= target.count, "ICU could not normalize a text")
    target.removeLast(target.count - Int(length))
    return target
  }
}

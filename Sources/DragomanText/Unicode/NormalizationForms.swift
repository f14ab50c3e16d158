internal import CICU

/// ICU's normalization forms over scalars.
enum NormalizationForms {
  static func hasBoundaryBefore(_ scalar: UInt32) -> Bool {
    scalar < 0x300 || cicu_nfc_has_boundary_before(scalar)
  }

  /// Whether neither NFKC_Casefold nor NFD maps the scalar to another text, and it is no non-spacing mark.
  static func foldsToItself(_ scalar: UInt32) -> Bool { cicu_folds_to_itself(scalar) }

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
    // Nearly every text fits in thrice its size; U+FDFA folds to 18 scalars, so the second round always does.
    var target = [UInt32](repeating: 0, count: scalars.count * 3 + 16)
    for _ in 0..<2 {
      let length = unsafe scalars.withUnsafeBufferPointer { source -> Int32 in
        guard let base = source.baseAddress else { return 0 }
        return unsafe target.withUnsafeMutableBufferPointer { result -> Int32 in
          guard let start = result.baseAddress else { return 0 }
          return unsafe function(base, Int32(source.count), start, Int32(result.count))
        }
      }
      precondition(length >= 0, "ICU could not normalize a text")
      if length <= target.count {
        target.removeLast(target.count - Int(length))
        return target
      }
      target = [UInt32](repeating: 0, count: Int(length))
    }
    preconditionFailure("ICU's normalization grew from one call to the next")
  }
}

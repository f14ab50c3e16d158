/// A month of a year, or the whole year.
public struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12; `nil` for the whole year.
  public let month: Int?

  /// Reads `YYYY` or `YYYY-MM`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 4, let year = Int(parts[0]), year > 0 else {
      return nil
    }
    self.year = year
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
        return nil
      }
      self.month = month
    } else {
      month = nil
    }
  }

  init?(packed: UInt64) {
    guard packed >= 16, packed < 160_000 else { return nil }
    year = Int(packed / 16)
    let month = Int(packed % 16)
    self.month = (1...12).contains(month) ? month : nil
  }

  var packed: Int { year * 16 + (month ?? 0) }

  /// `YYYY` or `YYYY-MM`.
  public var description: String {
    let digits = String(year + 10_000).dropFirst()
    guard let month else { return String(digits) }
    return "\(digits)-\(month < 10 ? "0" : "")\(month)"
  }

  /// Whether it is over before another begins.
  func isOver(before other: YearMonth) -> Bool {
    year != other.year ? year < other.year : (month ?? 12) < (other.month ?? 1)
  }

  /// By time; a whole year comes before its months.
  public static func < (left: YearMonth, right: YearMonth) -> Bool { left.packed < right.packed }
}

import Testing

@testable import DragomanTagging
@testable import DragomanTraining

@Suite("The image of a model of names")
struct NameModelImageTests {
  private static let curves: [(slope: Float, offset: Float)] = [(1, 0), (0.5, -1), (2, 0.25)]

  /// Hashes of which no two have one tag: by the lower half they differ, by the upper half they are found.
  private static func hashes(_ count: Int, crowded: Bool = false) -> [UInt32] {
    var random = SeededNumbers(seed: 21)
    // The tags 0 and 1 are one.
    return (0..<count).map { number in
      let place = UInt32(truncatingIfNeeded: random.next() >> 48)
      return (crowded ? 0x7A00 | place & 0xFF : place) << 16 | UInt32(number + 2)
    }
  }

  /// The weights of a hash, from -6 to 6.
  private static func weights(_ hash: UInt32) -> SIMD16<Float> {
    var random = SeededNumbers(seed: UInt64(hash))
    var row = SIMD16<Float>.zero
    for lane in 0..<16 { row[lane] = Float(Double(random.next() >> 40) / 0x1p24 - 0.5) * 12 }
    return row
  }

  /// A row as it should be in the file.
  private static func rounded(_ row: SIMD16<Float>) -> SIMD16<Int8> {
    var bytes = SIMD16<Int8>.zero
    for lane in 0..<16 {
      bytes[lane] = Int8(max(-127, min(127, (row[lane] * 24).rounded(.toNearestOrEven))))
    }
    return bytes
  }

  private static func encode(
    _ hashes: [UInt32], limit: Int = 10_000, summary: [(String, String)] = []
  ) -> [UInt8] {
    NameModelImage(hashes, rowLimit: limit, weights).encode(calibration: curves, summary: summary)
  }

  @Test(
    "has every row where it is looked for, and zeros elsewhere",
    arguments: [
      (0, false), (1, false), (6, false), (7, false), (8, false), (60, false), (2000, false),
      (150, true),
    ])
  func rows(count: Int, crowded: Bool) throws {
    let hashes = Self.hashes(count, crowded: crowded)
    let file = try ModelFile(Self.encode(hashes))
    let model = try file.open()
    for hash in hashes {
      #expect(model.table[hash] == Self.rounded(Self.weights(hash)), "\(hash)")
    }
    // Tags that no row has.
    for hash in hashes { #expect(model.table[hash | 0x8000] == .zero) }
    #expect(model.table[0] == .zero)
    #expect(model.table[.max] == .zero)
  }

  @Test("rounds weights to steps, and holds the largest at the end of the scale")
  func rounding() throws {
    let image = NameModelImage([1, 2, 3], rowLimit: 3) { hash in
      switch hash {
      case 1: SIMD16(repeating: 100)
      case 2: SIMD16(repeating: -100)
      default: SIMD16(lowHalf: SIMD8(repeating: 2.4 / 24), highHalf: SIMD8(repeating: 3.6 / 24))
      }
    }
    let file = try ModelFile(image.encode(calibration: Self.curves, summary: []))
    let model = try file.open()
    #expect(model.table[1] == SIMD16(repeating: 127))
    #expect(model.table[2] == SIMD16(repeating: -127))
    #expect(
      model.table[3] == SIMD16(lowHalf: SIMD8(repeating: 2), highHalf: SIMD8(repeating: 4)))
  }

  @Test("keeps the largest rows, and none that says next to nothing")
  func limit() throws {
    let image = NameModelImage(Array(1...100), rowLimit: 40) { hash in
      SIMD16(repeating: hash > 90 ? 0.01 : Float(hash) / 24)
    }
    #expect(image.rowCount == 40)
    let file = try ModelFile(image.encode(calibration: Self.curves, summary: []))
    let model = try file.open()
    for hash in UInt32(1)...100 {
      let isKept = (51...90).contains(hash)
      #expect(
        model.table[hash] == (isKept ? SIMD16(repeating: Int8(hash)) : .zero), "\(hash)")
    }
    #expect(NameModelImage(Array(91...100), rowLimit: 40) { _ in .zero }.rowCount == 0)
  }

  @Test("gives back curves and summary")
  func summary() throws {
    let file = try ModelFile(
      Self.encode(Self.hashes(3), summary: [("corpus a b", "3 texts"), ("on top of", "0123")]))
    let model = try file.open()
    #expect(model.summary == ["corpus a b": "3 texts", "on top of": "0123"])
    #expect(model.base == "0123")
    for (found, curve) in zip(model.calibration, Self.curves) { #expect(found == curve) }
  }

  @Test("has the same bytes for the same weights")
  func reproducible() {
    let hashes = Self.hashes(500)
    #expect(Self.encode(hashes) == Self.encode(hashes))
    #expect(Self.encode(hashes) == Self.encode(hashes.reversed()))
    #expect(Self.encode(hashes) != Self.encode(Array(hashes.dropLast())))
  }
}

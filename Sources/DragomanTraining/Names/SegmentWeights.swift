internal import DragomanTagging

/// The weights of a segment model while it learns: a row for each hash of a feature, and how far each has moved.
///
/// Lanes of a term's row: the kinds (three, and one unused) as the first term of a name, inside, as the last, as the only one.
/// A feature that has weights of its own in a domain has a second row there (Daumé III 2007, "Frustratingly easy domain
/// adaptation").
struct SegmentWeights: Sendable {
  private static let termBits: UInt32 = 20
  private static let spanBits: UInt32 = 16
  /// What the sums of squares start from: the first steps are not too large.
  private static let firstSquare: Float = 1e-2

  private(set) var terms = [SIMD16<Float>](repeating: .zero, count: 1 << termBits)
  private(set) var spans = [SIMD4<Float>](repeating: .zero, count: 1 << spanBits)
  private var termSquares = [SIMD16<Float>](
    repeating: SIMD16(repeating: firstSquare), count: 1 << termBits)
  private var spanSquares = [SIMD4<Float>](
    repeating: SIMD4(repeating: firstSquare), count: 1 << spanBits)
  let hasDomains: Bool

  init(hasDomains: Bool) { self.hasDomains = hasDomains }

  @inline(__always)
  private static func termRow(_ hash: UInt32) -> Int { Int(hash >> (32 - termBits)) }

  @inline(__always)
  private static func spanRow(_ hash: UInt32) -> Int { Int(hash >> (32 - spanBits)) }

  /// The hash of a feature in one domain.
  @inline(__always)
  private static func hash(_ hash: UInt32, _ domain: Int) -> UInt32 {
    var mixed = (hash ^ UInt32(truncatingIfNeeded: domain &+ 1) &* 0x9E37_79B9) &* 0x85EB_CA6B
    mixed ^= mixed >> 15
    return mixed &* 0xC2B2_AE35
  }

  /// The weights of a term's feature.
  @inline(__always)
  func ofTerm(_ hash: UInt32, _ domain: Int) -> SIMD16<Float> {
    let row = terms[Self.termRow(hash)]
    return hasDomains ? row + terms[Self.termRow(Self.hash(hash, domain))] : row
  }

  /// The weights of a span's feature.
  @inline(__always)
  func ofSpan(_ hash: UInt32, _ domain: Int) -> SIMD4<Float> {
    let row = spans[Self.spanRow(hash)]
    return hasDomains ? row + spans[Self.spanRow(Self.hash(hash, domain))] : row
  }

  // MARK: Means

  /// Makes the mean of some runs that of one run more.
  mutating func takeMean(with run: SegmentWeights, _ count: Int) {
    let share = 1 / Float(count + 1)
    for row in terms.indices { terms[row] += (run.terms[row] - terms[row]) * share }
    for row in spans.indices { spans[row] += (run.spans[row] - spans[row]) * share }
  }

  // MARK: Steps

  /// Moves the weights of a term's feature: each at a rate of its own (AdaGrad: Duchi, Hazan and Singer 2011).
  @inline(__always)
  mutating func moveTerm(_ hash: UInt32, _ domain: Int, _ gradient: SIMD16<Float>, _ rate: Float) {
    moveTermRow(Self.termRow(hash), gradient, rate)
    if hasDomains { moveTermRow(Self.termRow(Self.hash(hash, domain)), gradient, rate) }
  }

  /// Moves the weights of a span's feature.
  @inline(__always)
  mutating func moveSpan(_ hash: UInt32, _ domain: Int, _ gradient: SIMD4<Float>, _ rate: Float) {
    moveSpanRow(Self.spanRow(hash), gradient, rate)
    if hasDomains { moveSpanRow(Self.spanRow(Self.hash(hash, domain)), gradient, rate) }
  }

  /// What pulls all weights a little towards zero.
  private static let decay: Float = 1e-6

  @inline(__always)
  private mutating func moveTermRow(_ row: Int, _ gradient: SIMD16<Float>, _ rate: Float) {
    let gradient = gradient - Self.decay * terms[row]
    termSquares[row] += gradient * gradient
    terms[row] += rate * gradient / termSquares[row].squareRoot()
  }

  @inline(__always)
  private mutating func moveSpanRow(_ row: Int, _ gradient: SIMD4<Float>, _ rate: Float) {
    let gradient = gradient - Self.decay * spans[row]
    spanSquares[row] += gradient * gradient
    spans[row] += rate * gradient / spanSquares[row].squareRoot()
  }
}

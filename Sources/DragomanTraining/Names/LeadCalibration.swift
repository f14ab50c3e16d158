#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Fits how probable a name is by the lead of its choice: a logistic curve (Platt 1999, "Probabilistic outputs for support
/// vector machines"), by Newton's method.
struct LeadCalibration {
  /// Leads as logarithms of odds, and whether the names were right.
  private var examples: [(lead: Double, isRight: Bool)] = []

  mutating func add(lead: Float, isRight: Bool) { examples.append((Double(lead), isRight)) }

  mutating func append(_ other: LeadCalibration) { examples += other.examples }

  /// Slope and offset; those of another curve if there are few examples.
  func curve(else other: (slope: Float, offset: Float) = (1, 0)) -> (slope: Float, offset: Float) {
    guard examples.count >= 50 else { return other }
    // Targets drawn in a little, as Platt does: nothing is certain.
    let right = Double(examples.count(where: \.isRight))
    let wrong = Double(examples.count) - right
    let targets = ((right + 1) / (right + 2), 1 / (wrong + 2))
    var (slope, offset) = (1.0, 0.0)
    for _ in 0..<50 {
      var (slopeStep, offsetStep) = (0.0, 0.0)
      var (a, b, c) = (1e-6, 0.0, 1e-6)
      for (lead, isRight) in examples {
        let probability = 1 / (1 + exp(-(slope * lead + offset)))
        let error = (isRight ? targets.0 : targets.1) - probability
        let spread = probability * (1 - probability)
        slopeStep += error * lead
        offsetStep += error
        a += spread * lead * lead
        b += spread * lead
        c += spread
      }
      let determinant = a * c - b * b
      let change = (
        (c * slopeStep - b * offsetStep) / determinant,
        (a * offsetStep - b * slopeStep) / determinant
      )
      guard change.0.isFinite, change.1.isFinite else { break }
      // No step is too long where the curve is flat.
      let largest = max(1, max(abs(change.0), abs(change.1)))
      slope += change.0 / largest
      offset += change.1 / largest
      if abs(change.0) + abs(change.1) < 1e-7 { break }
    }
    return (Float(max(0.05, slope)), Float(offset))
  }
}

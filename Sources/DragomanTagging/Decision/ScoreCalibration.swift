/// What a candidate's strength means: the probability that a mention chosen with it is right in start, end and kind.
///
/// A logistic curve for each pattern (Platt 1999, "Probabilistic outputs for support vector machines"), drawn to the one of
/// all patterns where there were few examples, here as its values at seven strengths with straight lines between them.
/// Fitted by `Benchmarks/calibrate.py` on annotated releases; its record holds the reliability curve.
enum ScoreCalibration {
  /// The strengths of the values: 0.4, 0.5 … 1.
  private static let first = 0.4
  private static let step = 0.1

  /// The curve of patterns that no example was chosen of.
  private static let anyPattern = [0.179, 0.339, 0.547, 0.740, 0.870, 0.940, 0.974]

  private static let fitted: [Pattern: [Double]] = [
    // Fitted: strengths 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.
    .acronym: [0.145, 0.295, 0.508, 0.718, 0.863, 0.939, 0.975],
    .acronymOfCountry: [0.181, 0.343, 0.551, 0.743, 0.872, 0.942, 0.974],
    .ambiguousOrganization: [0.254, 0.429, 0.624, 0.785, 0.890, 0.947, 0.975],
    .ambiguousPerson: [0.187, 0.356, 0.571, 0.762, 0.885, 0.949, 0.978],
    .ambiguousPlace: [0.268, 0.457, 0.658, 0.815, 0.910, 0.959, 0.982],
    .ampersand: [0.161, 0.313, 0.519, 0.719, 0.858, 0.935, 0.972],
    .company: [0.186, 0.244, 0.314, 0.392, 0.477, 0.563, 0.645],
    .freePerson: [0.250, 0.453, 0.672, 0.836, 0.926, 0.969, 0.987],
    .headAlone: [0.315, 0.494, 0.676, 0.816, 0.904, 0.953, 0.977],
    .headFirst: [0.162, 0.296, 0.476, 0.664, 0.810, 0.903, 0.953],
    .headLast: [0.128, 0.248, 0.425, 0.624, 0.788, 0.893, 0.949],
    .initialPerson: [0.115, 0.239, 0.431, 0.646, 0.815, 0.914, 0.962],
    .knownOrganization: [0.197, 0.341, 0.522, 0.697, 0.829, 0.911, 0.955],
    .knownPerson: [0.217, 0.393, 0.601, 0.778, 0.891, 0.950, 0.978],
    .knownPlace: [0.330, 0.520, 0.705, 0.841, 0.921, 0.962, 0.983],
    .knownPlaceHead: [0.187, 0.355, 0.567, 0.758, 0.882, 0.947, 0.977],
    .placeHeadFirst: [0.152, 0.297, 0.499, 0.701, 0.847, 0.928, 0.968],
    .placeHeadLast: [0.060, 0.144, 0.308, 0.539, 0.755, 0.891, 0.955],
    .remembered: [0.028, 0.081, 0.216, 0.462, 0.728, 0.893, 0.963],
    .sharedHead: [0.181, 0.345, 0.556, 0.749, 0.877, 0.944, 0.976],
    .titledPerson: [0.063, 0.187, 0.442, 0.731, 0.903, 0.970, 0.991],
  ]

  /// By the patterns' numbers.
  private static let curves = Pattern.allCases.map { fitted[$0] ?? anyPattern }

  /// The probability that a span chosen with this strength is right, in hundredths.
  static func probability(_ strength: Double, _ pattern: Pattern) -> Double {
    let curve = curves[Int(pattern.rawValue)]
    let place = max(0, (strength - first) / step)
    let knot = min(Int(place), curve.count - 2)
    let probability = curve[knot] + (curve[knot + 1] - curve[knot]) * min(1, place - Double(knot))
    return (probability * 100).rounded() / 100
  }
}

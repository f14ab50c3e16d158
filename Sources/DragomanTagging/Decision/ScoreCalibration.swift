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
  private static let anyPattern = [0.172, 0.337, 0.555, 0.754, 0.883, 0.949, 0.978]

  private static let fitted: [Pattern: [Double]] = [
    // Fitted: strengths 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.
    .acronym: [0.140, 0.296, 0.519, 0.735, 0.877, 0.948, 0.979],
    .acronymOfCountry: [0.173, 0.340, 0.559, 0.757, 0.885, 0.950, 0.979],
    .ambiguousOrganization: [0.262, 0.445, 0.645, 0.805, 0.903, 0.955, 0.979],
    .ambiguousPerson: [0.178, 0.352, 0.576, 0.773, 0.895, 0.955, 0.982],
    .ambiguousPlace: [0.247, 0.441, 0.654, 0.820, 0.916, 0.963, 0.984],
    .ampersand: [0.152, 0.308, 0.524, 0.732, 0.871, 0.944, 0.976],
    .freePerson: [0.253, 0.459, 0.680, 0.842, 0.930, 0.971, 0.988],
    .headAlone: [0.297, 0.485, 0.678, 0.824, 0.913, 0.959, 0.981],
    .headFirst: [0.146, 0.278, 0.465, 0.662, 0.816, 0.909, 0.957],
    .headLast: [0.116, 0.234, 0.415, 0.623, 0.794, 0.900, 0.954],
    .initialPerson: [0.109, 0.234, 0.434, 0.658, 0.828, 0.924, 0.968],
    .knownOrganization: [0.331, 0.489, 0.649, 0.781, 0.873, 0.930, 0.963],
    .knownPerson: [0.204, 0.384, 0.603, 0.787, 0.900, 0.956, 0.981],
    .knownPlace: [0.324, 0.519, 0.708, 0.845, 0.924, 0.965, 0.984],
    .knownPlaceHead: [0.178, 0.350, 0.573, 0.769, 0.892, 0.954, 0.981],
    .placeHeadFirst: [0.143, 0.290, 0.501, 0.712, 0.858, 0.937, 0.973],
    .placeHeadLast: [0.060, 0.151, 0.332, 0.582, 0.795, 0.916, 0.968],
    .quotedName: [0.172, 0.338, 0.557, 0.756, 0.884, 0.949, 0.979],
    .remembered: [0.028, 0.083, 0.220, 0.469, 0.734, 0.896, 0.964],
    .sharedHead: [0.173, 0.342, 0.563, 0.762, 0.888, 0.952, 0.980],
    .titledPerson: [0.056, 0.174, 0.427, 0.725, 0.903, 0.971, 0.992],
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

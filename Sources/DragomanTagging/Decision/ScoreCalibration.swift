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
  private static let anyPattern = [0.175, 0.341, 0.558, 0.755, 0.883, 0.949, 0.978]

  private static let fitted: [Pattern: [Double]] = [
    // Fitted: strengths 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.
    .acronym: [0.141, 0.296, 0.519, 0.734, 0.876, 0.948, 0.979],
    .acronymOfCountry: [0.176, 0.344, 0.562, 0.758, 0.885, 0.950, 0.979],
    .ambiguousOrganization: [0.264, 0.447, 0.646, 0.805, 0.903, 0.955, 0.979],
    .ambiguousPerson: [0.181, 0.355, 0.579, 0.774, 0.895, 0.955, 0.982],
    .ambiguousPlace: [0.250, 0.444, 0.656, 0.820, 0.916, 0.963, 0.984],
    .ampersand: [0.155, 0.311, 0.527, 0.733, 0.871, 0.943, 0.976],
    .freePerson: [0.255, 0.460, 0.681, 0.842, 0.930, 0.971, 0.988],
    .headAlone: [0.299, 0.487, 0.679, 0.825, 0.913, 0.959, 0.981],
    .headFirst: [0.160, 0.299, 0.488, 0.680, 0.826, 0.914, 0.959],
    .headLast: [0.117, 0.235, 0.417, 0.624, 0.794, 0.899, 0.954],
    .initialPerson: [0.110, 0.236, 0.436, 0.659, 0.828, 0.923, 0.968],
    .knownOrganization: [0.345, 0.499, 0.654, 0.782, 0.871, 0.928, 0.960],
    .knownPerson: [0.208, 0.388, 0.606, 0.788, 0.900, 0.956, 0.981],
    .knownPlace: [0.328, 0.523, 0.710, 0.846, 0.925, 0.965, 0.984],
    .knownPlaceHead: [0.181, 0.354, 0.576, 0.771, 0.893, 0.954, 0.981],
    .placeHeadFirst: [0.145, 0.294, 0.504, 0.713, 0.859, 0.937, 0.973],
    .placeHeadLast: [0.061, 0.152, 0.334, 0.582, 0.795, 0.916, 0.968],
    .quotedName: [0.175, 0.342, 0.560, 0.757, 0.884, 0.949, 0.979],
    .remembered: [0.029, 0.084, 0.222, 0.470, 0.734, 0.896, 0.964],
    .sharedHead: [0.176, 0.346, 0.566, 0.763, 0.888, 0.951, 0.980],
    .titledPerson: [0.058, 0.179, 0.433, 0.729, 0.904, 0.971, 0.992],
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

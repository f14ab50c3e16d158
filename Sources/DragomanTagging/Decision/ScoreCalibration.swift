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
  private static let anyPattern = [0.185, 0.352, 0.564, 0.756, 0.881, 0.946, 0.977]

  private static let fitted: [Pattern: [Double]] = [
    // Fitted: strengths 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.
    .acronym: [0.144, 0.299, 0.518, 0.730, 0.872, 0.945, 0.977],
    .acronymOfCountry: [0.187, 0.355, 0.568, 0.759, 0.883, 0.947, 0.977],
    .ambiguousOrganization: [0.274, 0.455, 0.648, 0.803, 0.900, 0.952, 0.978],
    .ambiguousPerson: [0.192, 0.367, 0.586, 0.775, 0.893, 0.953, 0.980],
    .ambiguousPlace: [0.264, 0.456, 0.662, 0.821, 0.914, 0.961, 0.983],
    .ampersand: [0.165, 0.322, 0.533, 0.733, 0.869, 0.941, 0.975],
    .company: [0.193, 0.253, 0.324, 0.404, 0.490, 0.577, 0.659],
    .freePerson: [0.261, 0.466, 0.683, 0.842, 0.929, 0.970, 0.988],
    .headAlone: [0.312, 0.496, 0.682, 0.824, 0.910, 0.957, 0.980],
    .headFirst: [0.172, 0.313, 0.499, 0.686, 0.828, 0.913, 0.958],
    .headLast: [0.123, 0.242, 0.422, 0.625, 0.792, 0.897, 0.952],
    .initialPerson: [0.118, 0.246, 0.444, 0.660, 0.826, 0.920, 0.966],
    .knownOrganization: [0.331, 0.493, 0.656, 0.789, 0.880, 0.935, 0.966],
    .knownPerson: [0.219, 0.401, 0.615, 0.792, 0.901, 0.956, 0.981],
    .knownPlace: [0.333, 0.527, 0.713, 0.847, 0.925, 0.965, 0.984],
    .knownPlaceHead: [0.193, 0.366, 0.583, 0.771, 0.891, 0.952, 0.979],
    .placeHeadFirst: [0.155, 0.305, 0.512, 0.714, 0.856, 0.934, 0.971],
    .placeHeadLast: [0.066, 0.162, 0.345, 0.589, 0.796, 0.914, 0.966],
    .quotedName: [0.186, 0.353, 0.566, 0.757, 0.882, 0.947, 0.977],
    .remembered: [0.030, 0.088, 0.228, 0.475, 0.736, 0.895, 0.963],
    .sharedHead: [0.187, 0.357, 0.572, 0.763, 0.886, 0.949, 0.978],
    .titledPerson: [0.063, 0.187, 0.443, 0.733, 0.904, 0.970, 0.991],
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

internal import DragomanText

/// The weights of one model, or of one and of another that was trained on top of it, as the decision reads them.
final class LearnedWeights: Sendable {
  /// Keeps the mapped files.
  let models: [NameModel]
  /// The languages that the models were trained on; empty if one of them does not say.
  private let languages: Set<LanguageTag>
  private let table: WeightTable
  private let above: WeightTable?
  /// The weights of what most spans are: their lengths (``SpanLength/index(words:marks:)``), that no grammar proposes them, and
  /// that they lie beside all names of the grammars' decision.
  let lengths: [SIMD4<Int32>]
  let unproposed: SIMD4<Int32>
  let beside: SIMD4<Int32>
  /// The weights of features that have few values, by their values.
  let gazetteer: [SIMD16<Int16>]
  let elsewhere: [SIMD16<Int16>]
  let previousGrammar: [SIMD16<Int16>]
  let nextGrammar: [SIMD16<Int16>]

  /// - Parameter models: one, or two of which the second was trained on top of the first; `nil` comes of none.
  init?(_ models: [NameModel]) {
    guard let first = models.first else { return nil }
    self.models = models
    let known = models.map(\.languages)
    languages = known.contains(where: \.isEmpty) ? [] : known.reduce([]) { $0.union($1) }
    table = first.table
    above = models.count > 1 ? models[1].table : nil
    let (table, above) = (table, above)
    func sum(_ template: FeatureTemplate, _ value: UInt64) -> SIMD4<Int32> {
      let hash = template.hash(value)
      var sum = SIMD4<Int32>(truncatingIfNeeded: table[hash].lowHalf.lowHalf)
      if let above { sum &+= SIMD4<Int32>(truncatingIfNeeded: above[hash].lowHalf.lowHalf) }
      return sum
    }
    lengths = (0..<SpanLength.count).map { sum(.length, UInt64($0)) }
    unproposed = sum(.pattern, 0)
    beside = sum(.relation, 0)
    func rows(_ template: FeatureTemplate, _ count: Int) -> [SIMD16<Int16>] {
      (0..<UInt64(count)).map { value in
        let hash = template.hash(value)
        let row = SIMD16<Int16>(truncatingIfNeeded: table[hash])
        return row &+ (above.map { SIMD16<Int16>(truncatingIfNeeded: $0[hash]) } ?? .zero)
      }
    }
    gazetteer = rows(.gazetteer, PlaceFeatures.gazetteerCount)
    elsewhere = rows(.elsewhere, PlaceFeatures.elsewhereCount)
    previousGrammar = rows(.previousGrammar, PlaceFeatures.rulingCount)
    nextGrammar = rows(.nextGrammar, PlaceFeatures.rulingCount)
  }

  /// Whether they have a say in a text: not in one of a language that no text was of.
  func serve(_ language: LanguageTag) -> Bool {
    languages.isEmpty || language == .undetermined || languages.contains(language)
  }

  /// Adds the weights of a feature of a term's place, most of which have few values.
  @inline(__always)
  func addPlace(_ template: FeatureTemplate, _ value: UInt64, to sum: inout SIMD16<Int16>) {
    switch template {
    case .gazetteer: sum &+= gazetteer[Int(value)]
    case .elsewhere: sum &+= elsewhere[Int(value)]
    case .previousGrammar: sum &+= previousGrammar[Int(value)]
    case .nextGrammar: sum &+= nextGrammar[Int(value)]
    default: add(template, value, to: &sum)
    }
  }

  /// Adds the weights of a term's feature.
  @inline(__always)
  func add(_ template: FeatureTemplate, _ value: UInt64, to sum: inout SIMD16<Int16>) {
    let hash = template.hash(value)
    sum &+= SIMD16<Int16>(truncatingIfNeeded: table[hash])
    if let above { sum &+= SIMD16<Int16>(truncatingIfNeeded: above[hash]) }
  }

  /// Adds the weights of a span's feature.
  @inline(__always)
  func add(_ template: FeatureTemplate, _ value: UInt64, to sum: inout SIMD4<Int32>) {
    let hash = template.hash(value)
    sum &+= SIMD4<Int32>(truncatingIfNeeded: table[hash].lowHalf.lowHalf)
    if let above { sum &+= SIMD4<Int32>(truncatingIfNeeded: above[hash].lowHalf.lowHalf) }
  }

  /// How sure a name is whose best reading leads all others: slope and offset.
  func calibration(_ kind: MentionKind) -> (slope: Float, offset: Float) {
    // The topmost model was fitted on what the one below it says, too.
    models[models.count - 1].calibration[Int(kind.rawValue)]
  }
}

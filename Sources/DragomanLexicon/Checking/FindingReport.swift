/// Collects findings.
struct FindingReport {
  /// Where something stands: the number of the source, and the line.
  struct Place: Hashable {
    let source: Int
    let line: Int
  }

  private let sources: [LexiconSource]
  private var found: [(place: Place, finding: LexiconFinding)] = []

  init(_ sources: [LexiconSource]) { self.sources = sources }

  /// Takes a finding.
  mutating func add(
    _ code: LexiconFinding.Code, _ place: Place, _ message: String, remedy: String
  ) {
    let finding = LexiconFinding(
      path: sources[place.source].path, line: place.line, code: code, message: message,
      remedy: remedy)
    found.append((place, finding))
  }

  /// Takes what the reader says of a line.
  mutating func add(_ error: LexiconError, _ severity: LexiconFinding.Severity, source: Int) {
    var finding = LexiconFinding(error)
    finding.severity = severity
    found.append((Place(source: source, line: error.line ?? 1), finding))
  }

  /// A place as people read it.
  func name(of place: Place) -> String { "\(sources[place.source].path):\(place.line)" }

  /// All findings by source and line.
  func sorted() -> [LexiconFinding] {
    found.enumerated().sorted { left, right in
      let (one, other) = (left.element.place, right.element.place)
      return (one.source, one.line, left.offset) < (other.source, other.line, right.offset)
    }.map(\.element.finding)
  }
}

/// A text in quotation marks, with what nobody sees as `U+XXXX`.
func quoted(_ text: some StringProtocol) -> String {
  var result = "'"
  for scalar in text.unicodeScalars {
    if LetterScript.isInvisible(scalar.value) {
      result += "<\(codePoint(scalar.value))>"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}

/// `U+00A0`.
func codePoint(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

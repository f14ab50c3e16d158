public import Dragoman

/// Reads what a system said of gold's texts: JSONL of the schema `dragoman/1`, or records with `id` and `entities`.
///
/// A single element that cannot be read is passed over and told in ``remarks``; it is the system that is measured.
public struct AnswerReader: Sendable {
  /// What offsets count in records that do not say it; `nil`: code points.
  public var unit: OffsetUnit?
  /// What was passed over, one line each.
  public private(set) var remarks: [String] = []

  /// Makes a reader.
  public init() {}

  /// Reads answers to the gold documents, by their ids.
  ///
  /// - Throws: ``EvaluationError`` if a record is no JSON, stands twice, or is about another text.
  public mutating func answers(
    in bytes: [UInt8], path: String, to gold: [GoldDocument]
  ) throws(EvaluationError) -> [String: Annotation] {
    let documents = Dictionary(gold.map { ($0.id, $0) }) { first, _ in first }
    var result: [String: Annotation] = [:]
    var unknown: [String] = []
    for record in try JSONRecord.records(in: bytes, path: path) {
      guard let id = record.fields["id"] else {
        throw EvaluationError(
          path, line: record.line,
          "the record has no id; annotate with the ids of the gold")
      }
      guard let document = documents[id] else {
        unknown.append(id)
        continue
      }
      guard result[id] == nil else {
        throw EvaluationError(
          path, line: record.line,
          "document '\(id)' is answered twice; leave one out")
      }
      if record.isError {
        remarks.append(
          "\(path):\(record.line): document '\(id)' failed, and counts as empty")
        result[id] = .empty
        continue
      }
      if let text = record.fields["text"], !text.utf8.elementsEqual(document.source.bytes) {
        throw EvaluationError(
          path, line: record.line,
          "document '\(id)' is about another text than the gold's; annotate the gold's texts")
      }
      var found: [String] = []
      result[id] = try RecordAnnotation(
        record, of: document.source, unit: unit, skippedTypes: [],
        refuse: { message, place throws(EvaluationError) in
          found.append(
            "\(path):\(JSONRecord.line(of: place, in: bytes)): document '\(id)': \(message)")
        }
      ).annotation()
      remarks += found
    }
    if !unknown.isEmpty {
      remarks.append(
        "\(path): no gold for \(unknown.count) documents, as '\(unknown[0])'; they are passed over")
    }
    let missing = gold.filter { result[$0.id] == nil }
    if let first = missing.first {
      remarks.append(
        "\(path): no answer to \(missing.count) documents, as '\(first.id)'; they count as empty")
    }
    return result
  }
}

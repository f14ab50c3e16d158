internal import Dragoman
internal import DragomanText

/// What became of one record: its line of output.
struct RecordOutcome: Sendable {
  let bytes: [UInt8]
  let isFailure: Bool
}

/// Writes documents in the order they come; every call's output is out when it returns.
struct DocumentWriter {
  private let target: FileDescriptor
  private let isSingle: Bool
  private let offsetUnit: OffsetUnit
  private let parts: JSONFormat.Parts
  private var kind: AnnotateCommand.Format?
  /// Whether several documents stand in a JSON array; known with the first one.
  private var isArray = false
  private var count = 0
  /// How many records failed.
  private(set) var failures = 0

  init(
    _ target: FileDescriptor, format: AnnotateCommand.Format?, isSingle: Bool,
    offsetUnit: OffsetUnit,
    parts: JSONFormat.Parts
  ) {
    self.target = target
    kind = format
    self.isSingle = isSingle
    self.offsetUnit = offsetUnit
    self.parts = parts
    isArray = format == .json && !isSingle
  }

  /// Says what the input is written as if no format was asked for.
  mutating func settle(_ natural: AnnotateCommand.Format) {
    if kind == nil {
      kind = natural
      isArray = natural == .json && !isSingle
    } else if kind == .json, natural == .jsonl, count == 0 {
      // Records as JSON: there may be several even in a single input.
      isArray = true
    }
  }

  /// The format of single documents.
  var format: JSONFormat {
    JSONFormat(offsetUnit: offsetUnit, layout: kind == .json ? .pretty : .compact, parts: parts)
  }

  mutating func write(_ document: AnnotatedDocument) throws(CommandFailure) {
    try write([RecordOutcome(bytes: format.encode(document), isFailure: false)])
  }

  mutating func writeError(id: DocumentID?, code: String, detail: String) throws(CommandFailure) {
    try write([
      RecordOutcome(bytes: format.encodeError(id: id, code: code, detail: detail), isFailure: true)
    ])
  }

  mutating func write(_ outcomes: [RecordOutcome]) throws(CommandFailure) {
    var bytes: [UInt8] = []
    for outcome in outcomes {
      if isArray { bytes.append(contentsOf: (count == 0 ? "[\n" : ",\n").utf8) }
      bytes.append(contentsOf: outcome.bytes)
      if !isArray { bytes.append(0x0A) }
      count += 1
      if outcome.isFailure { failures += 1 }
    }
    try target.write(bytes)
  }

  /// Closes what is open.
  mutating func finish() throws(CommandFailure) {
    guard isArray else { return }
    try target.write(Array((count == 0 ? "[]\n" : "\n]\n").utf8))
  }
}

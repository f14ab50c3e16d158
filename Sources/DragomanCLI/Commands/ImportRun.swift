internal import ArgumentParser
internal import DragomanLexicon

/// A run of an import: its files, its output, and what it could not take.
struct ImportRun {
  let output: EntitySourceWriter
  private let options: ImportOptions
  private var reader: DumpReader
  private var remarks = RemarkReport()

  /// - Parameter origin: the lines of the comment at the output's head, behind the names of the files.
  init(_ options: ImportOptions, kind: String, inputs: [String], origin: [String]) throws {
    for path in inputs { try FileDescriptor.check(path: path) }
    guard inputs.count(where: { $0 == "-" }) < 2 else {
      throw CommandFailure.cannotStart("standard input can be read only once; give one '-'")
    }
    self.options = options
    reader = DumpReader(limit: options.maxLineBytes)
    let names = inputs.map {
      $0 == "-" ? "standard input" : String($0.split(separator: "/").last ?? "")
    }
    output = try Self.withoutLexiconErrors {
      try EntitySourceWriter(
        path: options.output,
        head: ["Made by 'dragoman lexicon import \(kind)' of \(names.joined(separator: ", "))."]
          + origin)
    }
  }

  /// Calls `body` for each line of a file. A malformed line is told and left out.
  mutating func forEachLine(
    of path: String, _ body: (ArraySlice<UInt8>, _ path: String, _ number: Int) throws -> Void
  ) throws {
    var remarks = remarks
    defer { self.remarks = remarks }
    let (limit, output) = (options.maxLineBytes, output)
    let name = path == "-" ? "standard input" : path
    try Self.withoutLexiconErrors {
      try reader.forEachLine(of: path) {
        "\(output.entityCount) entities"
      } refuse: { number in
        remarks.report("\(name):\(number): the line is longer than \(limit) bytes and left out")
      } _: { line, number in
        do {
          try body(line, name, number)
        } catch let error as LexiconError where error.code == .malformedLine {
          remarks.report(error.description)
        }
      }
    }
  }

  /// Writes the end, and says what was made.
  mutating func finish(leftOut: String = "") throws {
    remarks.finish()
    try Self.withoutLexiconErrors { try output.finish() }
    let lines = remarks.count == 0 ? "" : "; \(remarks.count) lines could not be read"
    DragomanCommand.report(
      "\(options.output): \(output.entityCount) entities with \(output.aliasCount) other names\(leftOut)\(lines)"
    )
  }

  /// Runs a body; its errors of lexicons end the program.
  static func withoutLexiconErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as LexiconError {
      throw CommandFailure.cannotStart(error.description)
    }
  }
}

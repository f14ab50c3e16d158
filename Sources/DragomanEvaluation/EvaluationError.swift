/// Why gold or answers cannot be read: where, what, and the remedy.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line, counted from 1; `nil` if it is about the whole file.
  public let line: Int?
  /// What is wrong and how to mend it, for people.
  public let message: String

  /// Makes an error about a file, or a line of it.
  public init(_ path: String, line: Int? = nil, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// Place and message on one line.
  public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

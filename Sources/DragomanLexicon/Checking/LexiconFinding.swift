/// Something in a source of a lexicon that is wrong, or looks so.
public struct LexiconFinding: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// It cannot be as meant: something is lost, or never found.
    case error
    /// It may be meant.
    case warning
  }

  /// What is wrong. New codes may be added in minor releases.
  public struct Code: Hashable, Sendable {
    /// The code's name, in small letters and hyphens; it does not change.
    public let name: String
    /// How bad it usually is.
    public let severity: Severity

    init(_ severity: Severity, _ name: String) {
      self.name = name
      self.severity = severity
    }
  }

  /// The file.
  public let path: String
  /// The line, counted from 1; `nil` if it is the file as a whole.
  public let line: Int?
  /// What is wrong.
  public let code: Code
  /// How bad it is: as its code says, unless the caller is stricter.
  public var severity: Severity
  /// What is wrong, for people, with the text in question.
  public let message: String
  /// How to mend it.
  public let remedy: String

  init(path: String, line: Int?, code: Code, message: String, remedy: String) {
    self.path = path
    self.line = line
    self.code = code
    severity = code.severity
    self.message = message
    self.remedy = remedy
  }

  /// What opening or reading failed for: the code is the error's in small letters and hyphens, the remedy what its
  /// message says behind the last semicolon.
  public init(_ error: LexiconError) {
    var message = error.message[...]
    var remedy = "see Lexicons/README.md"[...]
    if let semicolon = message.lastIndex(of: ";") {
      remedy = message[semicolon...].dropFirst(2)
      message = message[..<semicolon]
    }
    let name = String(error.code.name.map { $0 == " " ? "-" : $0 })
    self.init(
      path: error.path, line: error.line, code: Code(.error, name), message: String(message),
      remedy: String(remedy))
  }

  /// `file:line: severity: code: message; remedy`.
  public var description: String {
    "\(path)\(line.map { ":\($0)" } ?? ""): \(severity.rawValue): \(code.name): \(message); \(remedy)"
  }
}

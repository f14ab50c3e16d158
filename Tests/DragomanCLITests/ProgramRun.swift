import Foundation

/// A finished run of the program, or of another one.
///
/// The streams are files, not pipes: no amount of data can block the run.
struct ProgramRun {
  /// The exit code.
  let status: Int32
  /// What came on standard output.
  let output: Data
  /// What came on standard error.
  let messages: String

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of standard output. Only LF ends a line.
  var lines: [Data] {
    var lines = output.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Standard output as one record.
  func record() throws -> OutputRecord { try OutputRecord(output) }

  /// Standard output as one record a line.
  func records() throws -> [OutputRecord] { try lines.map(OutputRecord.init) }
}

extension ProgramRun {
  /// The project's folder.
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The built program: it lies beside the tests.
  static var program: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: "dragoman")
    }
  }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - environment: the whole environment; the tests' own without the program's variables if `nil`.
  ///   - folder: where to run; the project's folder if `nil`.
  static func dragoman(
    _ arguments: [String], input: Data = Data(), environment: [String: String]? = nil,
    in folder: String? = nil
  ) throws -> ProgramRun {
    try run(program, arguments, input: input, environment: environment, in: folder)
  }

  /// Runs the program with a text on standard input.
  static func dragoman(_ arguments: [String], input: String) throws -> ProgramRun {
    try dragoman(arguments, input: Data(input.utf8))
  }

  /// Runs a line of shell in which `$DRAGOMAN` is the program.
  static func shell(_ line: String) throws -> ProgramRun {
    var environment = cleanEnvironment
    environment["DRAGOMAN"] = try program.path
    return try run(URL(filePath: "/bin/sh"), ["-c", line], environment: environment)
  }

  /// Runs Python 3.
  static func python(_ arguments: [String], input: Data = Data()) throws -> ProgramRun {
    try run(URL(filePath: "/usr/bin/env"), ["python3"] + arguments, input: input)
  }

  /// The process that a test has to talk to while it runs.
  static func process(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try program
    process.arguments = arguments
    process.environment = cleanEnvironment
    return process
  }

  private static var cleanEnvironment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["DRAGOMAN_DATA"] = nil
    return environment
  }

  private static func run(
    _ executable: URL, _ arguments: [String], input: Data = Data(),
    environment: [String: String]? = nil, in folder: String? = nil
  ) throws -> ProgramRun {
    let streams = try ScratchFolder()
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment ?? cleanEnvironment
    process.currentDirectoryURL = URL(filePath: folder ?? project.path)
    process.standardInput = try FileHandle(forReadingFrom: streams.write("in", input))
    process.standardOutput = try FileHandle(forWritingTo: streams.write("out", Data()))
    process.standardError = try FileHandle(forWritingTo: streams.write("err", Data()))
    try process.run()
    process.waitUntilExit()
    // A signal must not look like an exit code.
    let status = process.terminationStatus
    return ProgramRun(
      status: process.terminationReason == .exit ? status : -status,
      output: try Data(contentsOf: streams.url("out")),
      messages: String(decoding: try Data(contentsOf: streams.url("err")), as: UTF8.self))
  }
}

/// A folder of its own that goes when the last reference to it goes.
final class ScratchFolder: Sendable {
  /// Where it is.
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dragoman-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The place of a file in the folder.
  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  /// Writes a file and tells its place.
  @discardableResult
  func write(_ name: String, _ content: Data) throws -> URL {
    try content.write(to: url(name))
    return url(name)
  }

  /// Writes a text file and tells its path.
  func write(_ name: String, _ content: String) throws -> String {
    try write(name, Data(content.utf8)).path
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Bytes that are read one portion after the other.
protocol ByteInput {
  /// Appends up to about `count` bytes; returns how many there were, 0 at the end.
  func read(upTo count: Int, appendingTo buffer: inout [UInt8]) throws(CommandFailure) -> Int
}

/// An open file, or one of the standard streams: reading and writing of bytes.
struct FileDescriptor: ByteInput {
  static let standardInput = FileDescriptor(number: 0)
  static let standardOutput = FileDescriptor(number: 1)
  static let standardError = FileDescriptor(number: 2)

  private let number: Int32

  private init(number: Int32) { self.number = number }

  /// Opens a file for reading; `-` is standard input.
  static func open(path: String) throws(CommandFailure) -> FileDescriptor {
    if path == "-" { return .standardInput }
    let number = Self.retry { unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC) }
    guard number >= 0 else {
      throw CommandFailure.cannotStart("cannot read '\(path)': \(lastError())")
    }
    return FileDescriptor(number: number)
  }

  /// Makes sure that a file can be read, without opening it: a named pipe that is opened twice loses its writer.
  static func check(path: String) throws(CommandFailure) {
    if path == "-" { return }
    guard unsafe access(path, R_OK) == 0 else {
      throw CommandFailure.cannotStart("cannot read '\(path)': \(lastError())")
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw CommandFailure.cannotStart("'\(path)' is a folder; name the files in it")
    }
  }

  /// Makes or empties a file for writing; `-` is standard output.
  ///
  /// - Parameter inputs: files that are still to be read; none of them is emptied.
  static func create(path: String, besides inputs: [String]) throws(CommandFailure)
    -> FileDescriptor
  {
    if path == "-" { return .standardOutput }
    try check(output: path, besides: inputs)
    let number = Self.retry {
      unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard number >= 0 else {
      throw CommandFailure.cannotStart("cannot write '\(path)': \(lastError())")
    }
    return FileDescriptor(number: number)
  }

  /// Refuses an output that is one of the inputs, whatever it is called.
  static func check(output path: String, besides inputs: [String]) throws(CommandFailure) {
    var old = stat()
    if unsafe stat(path, &old) == 0 {
      for input in inputs {
        var other = stat()
        guard unsafe stat(input, &other) == 0 else { continue }
        if other.st_dev == old.st_dev, other.st_ino == old.st_ino {
          throw CommandFailure.cannotStart(
            "'\(path)' is also an input; write to another file and rename it")
        }
      }
    }
  }

  /// Makes sure, before long work, that a file that is written whole at the end can be written.
  static func check(newFile path: String, besides inputs: [String]) throws(CommandFailure) {
    if path == "-" {
      throw CommandFailure.cannotStart("what this makes is no text; name a file instead of '-'")
    }
    var old = stat()
    if unsafe stat(path, &old) == 0, old.st_mode & S_IFMT != S_IFREG {
      throw CommandFailure.cannotStart("'\(path)' is a folder or a device; name a file")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      throw CommandFailure.cannotStart("cannot write '\(path)': \(folder): \(lastError())")
    }
    try check(output: path, besides: inputs)
  }

  /// Whether a person sits at the other end.
  var isTerminal: Bool { isatty(number) == 1 }

  /// Appends up to `count` bytes; returns how many there were, 0 at the end.
  func read(upTo count: Int, appendingTo buffer: inout [UInt8]) throws(CommandFailure) -> Int {
    var length = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      length = Self.retry { unsafe Glibc.read(number, bytes.baseAddress, count) }
      filled = max(length, 0)
    }
    guard length >= 0 else {
      throw CommandFailure.cannotStart("cannot read the input: \(Self.lastError())")
    }
    buffer.append(contentsOf: bytes)
    return length
  }

  /// Appends all that is left, or enough to show that there is more than `limit` bytes in all.
  func readAll(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(CommandFailure) {
    while buffer.count <= limit {
      if try read(upTo: 1 << 18, appendingTo: &buffer) == 0 { return }
    }
  }

  /// Writes all bytes. A closed pipe ends the program quietly.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    var start = 0
    while start < bytes.count {
      let length = unsafe bytes.withUnsafeBytes { buffer in
        Self.retry {
          unsafe Glibc.write(
            number, buffer.baseAddress.map { unsafe $0 + start }, bytes.count - start)
        }
      }
      if length < 0 {
        throw errno == EPIPE
          ? .closedPipe : .cannotStart("cannot write the output: \(Self.lastError())")
      }
      start += length
    }
  }

  func close() { if number > 2 { Glibc.close(number) } }

  private static func lastError() -> String { unsafe String(cString: strerror(errno)) }

  /// Calls again if a signal came between.
  private static func retry<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

/// What the program asks of its process.
enum ProcessEnvironment {
  /// A closed pipe is an error of `write`, not a signal that kills. The program's business: the library never does this.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// A variable of the environment; `nil` if it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// How many processors there are.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// Reads the lines of dumps, packed with gzip or not, and tells on a terminal how far it is.
struct DumpReader {
  private let limit: Int
  private var progress = ProgressLine()
  private(set) var byteCount = 0

  /// - Parameter limit: the longest line, in bytes.
  init(limit: Int) { self.limit = limit }

  /// Calls `body` for each line of a file, without its line feed; `-` is standard input.
  ///
  /// - Parameter refuse: called for each line above the limit, which is passed over.
  mutating func forEachLine(
    of path: String, status: () -> String, refuse: (_ number: Int) -> Void,
    _ body: (ArraySlice<UInt8>, _ number: Int) throws -> Void
  ) throws {
    let file = try FileDescriptor.open(path: path)
    defer { file.close() }
    var lines = try reader(of: file, path)
    var number = 0
    while let batch = try lines.next() {
      for line in batch {
        number += 1
        switch line {
        case .bytes(let bytes):
          byteCount += bytes.count + 1
          try body(bytes, number)
        case .tooLong: refuse(number)
        }
      }
      progress.show { "\(path): \(byteCount >> 20) MiB, \(status())" }
    }
    progress.clear()
  }

  private func reader(of file: FileDescriptor, _ path: String) throws(CommandFailure) -> LineReader
  {
    var start: [UInt8] = []
    while start.count < 3 {
      if try file.read(upTo: 1 << 16, appendingTo: &start) == 0 { break }
    }
    if GzipInput.isPacked(start) {
      return LineReader(try GzipInput(file, start: start, path: path), limit: limit)
    }
    for (magic, sort, remedy) in [
      ("BZh", "bzip2", "bzcat FILE | dragoman lexicon import … -"),
      ("PK\u{3}", "zip", "unzip -p FILE | dragoman lexicon import … -"),
    ] where start.starts(with: magic.utf8) {
      throw CommandFailure.cannotStart(
        "'\(path)' is packed with \(sort), which is not read; unpack it on the way: \(remedy)")
    }
    return LineReader(file, limit: limit, start: start)
  }
}

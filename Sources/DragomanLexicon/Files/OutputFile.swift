#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that has its name only once it is whole: it is written beside its place and then moved there.
final class OutputFile {
  let path: String
  private let partPath: String
  private var descriptor: CInt
  private var waiting: [UInt8] = []

  /// The folder of a path: where temporary files are made for the file there.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  init(path: String) throws(LexiconError) {
    self.path = path
    partPath = "\(path).\(getpid()).part"
    descriptor = unsafe open(partPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("cannot be written") }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(partPath)
  }

  /// Writes bytes behind all others.
  func append(_ bytes: some Collection<UInt8>) throws(LexiconError) {
    waiting.append(contentsOf: bytes)
    if waiting.count >= 1 << 20 { try flush() }
  }

  private func flush() throws(LexiconError) {
    guard Descriptor.writeAll(waiting, to: descriptor) else { throw failure("cannot be written") }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name.
  func finish() throws(LexiconError) {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("cannot be written") }
    guard unsafe rename(partPath, path) == 0 else { throw failure("cannot be put in its place") }
    close(descriptor)
    descriptor = -1
  }

  private func failure(_ what: String) -> LexiconError {
    LexiconError(
      .unwritableFile, path: path,
      "it \(what): \(unsafe String(cString: strerror(errno))); check the folder, its rights and its room"
    )
  }
}

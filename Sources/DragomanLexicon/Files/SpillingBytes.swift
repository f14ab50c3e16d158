#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Bytes that are written one behind the other and read again in the same order: in memory as long as they are few, then
/// in a temporary file without a name, which goes with the last reference.
final class SpillingBytes {
  /// How many bytes stay in memory.
  static let memoryLimit = 4 << 20
  private static let portion = 1 << 16

  private var memory: [UInt8] = []
  private var descriptor: CInt = -1
  /// How many bytes were written.
  private(set) var count = 0
  private let folder: String

  /// - Parameter folder: where the temporary file is made, if there is one.
  init(in folder: String) { self.folder = folder }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes behind all others.
  func append(_ bytes: some Collection<UInt8>) throws(LexiconError) {
    memory.append(contentsOf: bytes)
    count += bytes.count
    if memory.count > (descriptor < 0 ? Self.memoryLimit : Self.portion) { try spill() }
  }

  private func spill() throws(LexiconError) {
    if descriptor < 0 {
      var template = Array("\(folder)/.dragoman-XXXXXX".utf8CString)
      descriptor = unsafe mkstemp(&template)
      guard descriptor >= 0 else { throw failure("cannot make a temporary file") }
      unsafe unlink(template)
    }
    guard Descriptor.writeAll(memory, to: descriptor) else {
      throw failure("cannot write a temporary file")
    }
    memory.removeAll(keepingCapacity: true)
  }

  private func failure(_ what: String) -> LexiconError {
    LexiconError(
      .unwritableFile, path: folder,
      "\(what): \(unsafe String(cString: strerror(errno))); make room there or choose another folder"
    )
  }

  /// Reads all bytes, a portion at a time.
  func forEachPortion(_ body: ([UInt8]) throws(LexiconError) -> Void) throws(LexiconError) {
    var offset = 0
    while let portion = try portion(from: offset) {
      try body(portion)
      offset += portion.count
    }
  }

  /// Some bytes from an offset on; `nil` at the end.
  func portion(from offset: Int) throws(LexiconError) -> [UInt8]? {
    let spilled = count - memory.count
    if offset >= count { return nil }
    if offset >= spilled { return Array(memory[(offset - spilled)...].prefix(Self.portion)) }
    var bytes = [UInt8](repeating: 0, count: min(Self.portion, spilled - offset))
    var filled = 0
    while filled < bytes.count {
      let (start, missing) = (filled, bytes.count - filled)
      let got = unsafe bytes.withUnsafeMutableBytes { bytes in
        unsafe pread(
          descriptor, bytes.baseAddress.map { unsafe $0 + start }, missing, off_t(offset + start))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw failure("cannot read a temporary file") }
      filled += got
    }
    return bytes
  }
}

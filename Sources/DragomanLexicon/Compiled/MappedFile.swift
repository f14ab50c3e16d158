#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file mapped into memory, read-only, shared by all processes that map it.
///
/// `@unchecked Sendable`: the memory is never written, and unmapped only when the last reference goes.
@safe final class MappedFile: @unchecked Sendable {
  private let base: UnsafeRawPointer
  let count: Int
  let path: String

  init(path: String) throws(LexiconError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LexiconError(
        .unreadableFile, path: path,
        "\(unsafe String(cString: strerror(errno))); check the path and its rights")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw LexiconError(.unreadableFile, path: path, "it is not a regular file")
    }
    let size = Int(status.st_size)
    guard size >= LexiconLayout.headerSize else {
      throw LexiconError(
        .foreignFile, path: path,
        "it has \(size) bytes, fewer than a compiled lexicon's header; "
          + "give a file made by 'dragoman lexicon compile'")
    }
    let mapped = unsafe mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      throw LexiconError(
        .unreadableFile, path: path,
        "it cannot be mapped: \(unsafe String(cString: strerror(errno)))")
    }
    unsafe base = UnsafeRawPointer(mapped)
    count = size
    self.path = path
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }

  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func word32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 4 <= count)
    return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  func word64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= count)
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  func bytes(in range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// The checksum of everything from an offset on.
  func checksum(from start: Int) -> UInt64 {
    var sum: UInt64 = 0
    var offset = start
    while offset + 8 <= count {
      sum = LexiconHash.checksum(sum, word: word64(at: offset))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < count {
      rest = rest << 8 | UInt64(byte(at: offset))
      offset += 1
    }
    return LexiconHash.checksum(sum, word: rest)
  }
}

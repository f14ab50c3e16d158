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

  /// - Parameter format: what it should be: that has a header at least.
  init(path: String, _ format: CompiledFileFormat) throws(CompiledFileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CompiledFileError(
        .unreadable, path,
        "\(unsafe String(cString: strerror(errno))); check the path and its rights")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw CompiledFileError(
        .unreadable, path, "it is a folder or a device; give a file made by '\(format.maker)'")
    }
    let size = Int(status.st_size)
    guard size >= CompiledFile.headerSize else {
      throw CompiledFileError(
        .foreign, path,
        "it has \(size) bytes, too few for a \(format.noun); "
          + "give a file made by '\(format.maker)'")
    }
    let mapped = unsafe mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      throw CompiledFileError(
        .unreadable, path, "it cannot be mapped: \(unsafe String(cString: strerror(errno)))")
    }
    unsafe base = UnsafeRawPointer(mapped)
    count = size
    self.path = path
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }

  /// A part of the file, for as long as the file is mapped.
  ///
  /// - Precondition: it lies inside the file.
  func part(_ range: Range<Int>) -> MappedBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe MappedBytes(base: base + range.lowerBound, count: range.count)
  }

  /// The whole file.
  var whole: MappedBytes { part(0..<count) }
}

/// A part of a mapped file. Reading outside gives 0 and no bytes: what a damaged file points at is never followed.
///
/// Whoever keeps one keeps the ``MappedFile``, too.
@safe package struct MappedBytes: @unchecked Sendable {
  fileprivate let base: UnsafeRawPointer
  package let count: Int

  @inline(__always)
  package subscript(offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0 }
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The number of 16 bits at an index.
  @inline(__always)
  package func uint16(_ index: Int) -> UInt16 { number(index) }

  /// The number of 32 bits at an index.
  @inline(__always)
  package func uint32(_ index: Int) -> UInt32 { number(index) }

  /// The number of 64 bits at an index.
  @inline(__always)
  package func uint64(_ index: Int) -> UInt64 { number(index) }

  @inline(__always)
  private func number<Number: FixedWidthInteger & BitwiseCopyable>(_ index: Int) -> Number {
    let size = MemoryLayout<Number>.size
    guard index >= 0, index < count / size else { return 0 }
    return unsafe Number(
      littleEndian: base.loadUnaligned(fromByteOffset: index &* size, as: Number.self))
  }

  /// Sixteen bytes from a place on as numbers with a sign; zeros where they are not all there.
  @inline(__always)
  package func signedBytes(at offset: Int) -> SIMD16<Int8> {
    guard offset >= 0, offset <= count - 16 else { return .zero }
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int8>.self)
  }

  /// A copy of some bytes, as far as they are there.
  package func bytes(in range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Appends some bytes, as far as they are there.
  func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    let range = range.clamped(to: 0..<count)
    unsafe bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Some bytes as text, as far as they are there.
  package func string(in range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  /// Whether some bytes are the same as those of a key. Cost: one comparison of memory.
  @inline(__always)
  func hold(_ key: ArraySlice<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - key.count else { return false }
    return unsafe key.withUnsafeBytes { key in
      guard let start = key.baseAddress else { return true }
      return unsafe memcmp(base + offset, start, key.count) == 0
    }
  }
}

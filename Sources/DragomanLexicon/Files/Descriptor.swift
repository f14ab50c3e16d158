#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writing to open files.
enum Descriptor {
  /// Writes all bytes; `false` if the system refuses, which `errno` tells of.
  static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { return false }
      start += written
    }
    return true
  }
}

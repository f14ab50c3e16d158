internal import CZlib

/// The unpacked bytes of a gzip file, one member or several.
@safe final class GzipInput: ByteInput {
  private static let portion = 1 << 16
  private let input: FileDescriptor
  private let path: String
  private let inflater: OpaquePointer
  private var packed: [UInt8]
  private var used = 0
  private var isAtEnd = false
  /// Whether the last member was read to its end, so that the stream may end.
  private var isBetweenMembers = false

  /// - Parameters:
  ///   - start: packed bytes that were read before.
  ///   - path: for messages.
  init(_ input: FileDescriptor, start: [UInt8], path: String) throws(CommandFailure) {
    guard let inflater = unsafe czlib_open() else {
      throw CommandFailure.cannotStart("cannot read '\(path)': there is no memory to unpack it")
    }
    unsafe self.inflater = inflater
    self.input = input
    self.path = path
    packed = start
  }

  deinit { unsafe czlib_close(inflater) }

  /// Whether bytes are the beginning of a gzip file.
  static func isPacked(_ start: [UInt8]) -> Bool { start.starts(with: [0x1F, 0x8B]) }

  func read(upTo count: Int, appendingTo buffer: inout [UInt8]) throws(CommandFailure) -> Int {
    while true {
      if used == packed.count, !isAtEnd {
        packed.removeAll(keepingCapacity: true)
        used = 0
        isAtEnd = try input.read(upTo: Self.portion, appendingTo: &packed) == 0
      }
      if isAtEnd, used == packed.count, isBetweenMembers { return 0 }
      let (made, status) = inflate(upTo: count, appendingTo: &buffer)
      if status == czlib_damaged.rawValue {
        throw CommandFailure.cannotStart(
          "cannot unpack '\(path)': it is damaged; fetch it again, or check it with gzip -t")
      }
      isBetweenMembers = status == czlib_member_ended.rawValue
      if made > 0 { return made }
      if isAtEnd, used == packed.count, !isBetweenMembers {
        throw CommandFailure.cannotStart(
          "cannot unpack '\(path)': it ends too early; fetch it again")
      }
    }
  }

  private func inflate(
    upTo count: Int, appendingTo buffer: inout [UInt8]
  ) -> (made: Int, status: UInt32) {
    var made = 0
    var taken = 0
    var status: Int32 = 0
    let (start, left) = (used, packed.count - used)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, filled in
      unsafe packed.withUnsafeBufferPointer { input in
        status = unsafe czlib_inflate(
          inflater, input.baseAddress.map { unsafe $0 + start }, left, &taken, output.baseAddress,
          count, &made)
      }
      filled = made
    }
    used += taken
    buffer.append(contentsOf: bytes)
    return (made, UInt32(bitPattern: status))
  }
}

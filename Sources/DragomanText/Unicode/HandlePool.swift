internal import Synchronization

/// Hands out handles of ICU, so that ICU's state is opened once a thread and not once a text.
final class HandlePool<Handle: Sendable>: Sendable {
  private let open: @Sendable () throws(TextError) -> Handle
  private let idle: Mutex<[Handle]>

  /// Makes a pool and opens one handle, so that what ICU lacks is found now.
  init(_ open: @escaping @Sendable () throws(TextError) -> Handle) throws(TextError) {
    self.open = open
    idle = Mutex([try open()])
  }

  /// Runs `body` with a handle that no one else uses meanwhile.
  func withHandle(_ body: (Handle) -> Void) {
    let handle = take()
    body(handle)
    idle.withLock { $0.append(handle) }
  }

  private func take() -> Handle {
    if let handle = idle.withLock({ $0.popLast() }) { return handle }
    do {
      return try open()
    } catch {
      // The same was opened in `init`: only a lack of memory leads here.
      preconditionFailure("\(error)")
    }
  }
}

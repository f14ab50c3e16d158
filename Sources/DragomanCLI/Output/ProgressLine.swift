/// One line on standard error that says how far long work is: only if a person watches, and not in its first second.
struct ProgressLine {
  private let isWatched = FileDescriptor.standardError.isTerminal
  private let start = ContinuousClock.now
  private var isShown = false

  /// Writes the line anew.
  mutating func show(_ text: String) {
    guard isWatched, ContinuousClock.now - start > .seconds(1) else { return }
    isShown = true
    write("\r\u{1B}[Kdragoman: \(text)")
  }

  /// Takes the line away.
  mutating func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) { try? FileDescriptor.standardError.write(Array(text.utf8)) }
}

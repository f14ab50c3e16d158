/// A line on standard error that says how far a long work is, if a person sits there and it takes more than a second;
/// nothing else is written.
struct ProgressLine {
  private static let pause = Duration.milliseconds(200)
  private let isWatched = FileDescriptor.standardError.isTerminal
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// Shows a text in place of the one before, at most five times a second.
  mutating func show(_ text: () -> String) {
    guard isWatched else { return }
    let now = ContinuousClock.now
    if now - (last ?? start) < (last == nil ? .seconds(1) : Self.pause) { return }
    last = now
    write("dragoman: \(text())")
  }

  /// Takes the text away.
  mutating func clear() {
    if last != nil { write("") }
    last = nil
  }

  private func write(_ text: String) {
    try? FileDescriptor.standardError.write(Array("\r\u{1B}[K\(text)".utf8))
  }
}

internal import Synchronization

/// Hands out boundary finders, so that ICU's state is opened once a thread and not once a text.
final class BoundaryFinderPool: Sendable {
  private let idle = Mutex<[BoundaryFinder.Rules: [BoundaryFinder]]>([:])

  /// Makes a pool and opens the finders that every text needs, so that a broken ICU is found now.
  init(opening rules: [BoundaryFinder.Rules]) throws(TextError) {
    var opened: [BoundaryFinder.Rules: [BoundaryFinder]] = [:]
    for rule in rules { opened[rule] = [try BoundaryFinder(rule)] }
    idle.withLock { $0 = opened }
  }

  /// Runs `body` with a finder that no one else uses meanwhile.
  func withFinder(_ rules: BoundaryFinder.Rules, _ body: (BoundaryFinder) -> Void) {
    let finder = take(rules)
    body(finder)
    idle.withLock { $0[rules, default: []].append(finder) }
  }

  private func take(_ rules: BoundaryFinder.Rules) -> BoundaryFinder {
    if let finder = idle.withLock({ $0[rules]?.popLast() }) { return finder }
    do {
      return try BoundaryFinder(rules)
    } catch {
      // The same rules were opened or read before: only a lack of memory leads here.
      preconditionFailure("\(error)")
    }
  }
}

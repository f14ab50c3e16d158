/// Reports on standard error what could not be taken from a file: the first of it line by line, the rest as a number.
struct RemarkReport {
  private static let most = 50
  private(set) var count = 0

  /// Reports a remark.
  mutating func report(_ remark: String) {
    count += 1
    if count <= Self.most { DragomanCommand.report(remark) }
  }

  /// Reports how many remarks were not written.
  func finish() {
    if count > Self.most {
      DragomanCommand.report("\(count - Self.most) more remarks of this sort are not shown")
    }
  }
}

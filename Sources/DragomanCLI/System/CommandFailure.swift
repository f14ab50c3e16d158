/// Why a command ends early.
enum CommandFailure: Error {
  /// Nothing can be read, written or opened; exit code 2.
  case cannotStart(String)
  /// The reader of the output went away; exit code 0, quietly.
  case closedPipe
  /// Records failed and `--fail-on-error` was given; exit code 1.
  case recordsFailed(Int)
  /// Lines were too long for an output that has no error records, and came out empty; exit code 1.
  case linesEmptied(Int)
  /// A check found errors, which are told already; exit code 1.
  case checkFailed
}

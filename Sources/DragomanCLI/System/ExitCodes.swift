internal import ArgumentParser

extension ParsableCommand {
  /// Runs a command's body and turns its failures into messages and exit codes.
  static func withExitCodes(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch CommandFailure.closedPipe {
      return
    } catch CommandFailure.cannotStart(let message) {
      report("error: \(message)")
      throw ExitCode(2)
    } catch CommandFailure.recordsFailed(let count) {
      report(
        "error: \(count) \(count == 1 ? "record" : "records") failed; see the error records in the output"
      )
      throw ExitCode(1)
    } catch CommandFailure.linesEmptied(let count) {
      report("error: \(count) \(count == 1 ? "line" : "lines") came out empty")
      throw ExitCode(1)
    } catch CommandFailure.checkFailed {
      throw ExitCode(1)
    }
  }

  /// Writes a line to standard error.
  static func report(_ message: String) {
    try? FileDescriptor.standardError.write(Array("dragoman: \(message)\n".utf8))
  }
}

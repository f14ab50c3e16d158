import DragomanBenchmarks
import DragomanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One workload as a peer among other tokenizers, which `Peers/run.py` lets take turns.
///
/// The rounds and the lines are those of `Peers/C/rounds.h`: wait for a line on standard input, one
/// pass to warm up, passes until 50 ms are full, one JSON line.
struct Turns {
  private let workload: Workload

  init(_ workload: Workload) {
    self.workload = workload
  }

  func run(rounds: Int) throws {
    let text = try InputText.make(workload.input)
    let body = try workload.prepared(with: text)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      _ = readLine()
      let count = try body()
      var passes = 0
      let start = clock.now
      while start.duration(to: clock.now) < .milliseconds(50) {
        _ = try body()
        passes += 1
      }
      let seconds = start.duration(to: clock.now) / .seconds(1) / Double(passes)
      print(
        "{\"peer\": \"\(workload.name)\", \"seconds\": \(seconds), \"count\": \(count), "
          + "\"bytes\": \(text.whole.count), \"passes\": \(passes)}")
      // The driver waits at the other end of a pipe.
      fflush(nil)
    }
  }
}

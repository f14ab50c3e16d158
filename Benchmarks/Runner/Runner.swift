import Benchmark
import DragomanBenchmarks

/// The body of the running benchmark. The runner starts one benchmark at a time.
private nonisolated(unsafe) var body: (@Sendable () throws -> Int)?

/// Registers every workload with the runner; `swift package benchmark` asks for this name.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], maxDuration: .seconds(2))
  for workload in Workload.all {
    Benchmark(
      workload.name,
      closure: { benchmark in
        do {
          _ = try body?()
        } catch {
          benchmark.error("\(error)")
        }
      },
      setup: { body = try workload.prepared(with: InputText.make(workload.input)) },
      teardown: { body = nil })
  }
}

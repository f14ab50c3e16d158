import Dragoman
import DragomanBenchmarks
import DragomanLexicon
import DragomanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that a driver under `Peers/` lets take turns with others.
///
/// The rounds and the lines are those of `Peers/C/rounds.h`: wait for a line on standard input, one
/// pass to warm up, passes until 50 ms are full, one JSON line.
enum Turns {
  /// One workload as a peer among other tokenizers: `Peers/run.py`.
  static func run(_ workload: Workload, rounds: Int) throws {
    let text = try InputText.make(workload.input)
    let body = try workload.prepared(with: text)
    for _ in 0..<rounds {
      _ = readLine()
      let pass = try Pass(of: body)
      answer("\"peer\": \"\(workload.name)\", \(pass.fields), \"bytes\": \(text.whole.count)")
    }
  }

  /// One lexicon as a peer among other matchers: `Peers/lexicon.py`, which reads the memory between
  /// the steps. Texts are read, the lexicon is opened, each text is looked up.
  static func run(lexicon path: String, texts: [String]) throws {
    _ = readLine()
    let trials = try texts.map { try LexiconTrial(file: $0) }
    answer("\"step\": \"prepare\"")
    _ = readLine()
    let start = ContinuousClock.now
    let lexicon = LexiconStack([try CompiledLexicon(path: path)])
    answer("\"step\": \"load\", \"seconds\": \((.now - start) / .seconds(1))")
    var found = LexiconMatches()
    for trial in trials {
      _ = readLine()
      let pass = try Pass(of: { trial.match(in: lexicon, into: &found) })
      answer("\"step\": \"given\", \(pass.fields), \"bytes\": \(trial.byteCount)")
    }
    var tokenized = TokenizedText()
    for trial in trials {
      _ = readLine()
      let pass = try Pass(of: { trial.match(in: lexicon, tokenizingInto: &tokenized, into: &found) }
      )
      answer("\"step\": \"whole\", \(pass.fields), \"bytes\": \(trial.byteCount)")
    }
  }

  /// The whole pipeline as a peer among other finders of names: `Peers/names.py`, which reads the
  /// memory between the steps. Texts are read, the pipeline is opened, texts are annotated.
  static func run(annotating file: String) throws {
    _ = readLine()
    let trial = try AnnotationTrial(file: file)
    answer("\"step\": \"prepare\"")
    _ = readLine()
    let start = ContinuousClock.now
    let pipeline = try AnnotationPipeline()
    let seconds = (.now - start) / .seconds(1)
    let size = try AnnotationTrial.dataByteCount(of: pipeline)
    answer("\"step\": \"load\", \"seconds\": \(seconds), \"data\": \(size)")
    _ = readLine()
    let plain = try Pass(of: { trial.annotate(with: pipeline) })
    answer("\"step\": \"names\", \(plain.fields), \"bytes\": \(trial.byteCount)")
    _ = readLine()
    let encoded = try Pass(of: { try trial.encode(with: pipeline) })
    answer("\"step\": \"json\", \(encoded.fields), \"bytes\": \(trial.byteCount)")
  }

  private static func answer(_ fields: String) {
    print("{\(fields)}")
    // The driver waits at the other end of a pipe.
    fflush(nil)
  }
}

/// The time of one pass of a body, and what it counts.
private struct Pass {
  let fields: String

  init(of body: () throws -> Int) throws {
    let count = try body()
    let clock = ContinuousClock()
    var passes = 0
    let start = clock.now
    while start.duration(to: clock.now) < .milliseconds(50) {
      _ = try body()
      passes += 1
    }
    let seconds = start.duration(to: clock.now) / .seconds(1) / Double(passes)
    fields = "\"seconds\": \(seconds), \"count\": \(count), \"passes\": \(passes)"
  }
}

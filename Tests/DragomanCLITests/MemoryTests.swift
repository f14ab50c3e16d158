import Foundation
import Testing

@Suite("Memory", .serialized)
struct MemoryTests {
  /// Runs a program on 200 MB of one letter without a line end; tells the largest memory it had, in KiB.
  private static let measured = """
    import resource, subprocess, sys
    program = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)
    try:
        for _ in range(200):
            program.stdin.write(b"a" * 1_000_000)
        program.stdin.close()
    except BrokenPipeError:
        pass
    status = program.wait()
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
    sys.exit(status)
    """

  @Test(
    "stays bounded on a line of 200 MB, which gives one error record",
    arguments: [["annotate", "--input", "jsonl"], ["annotate", "--input", "text"], ["tokenize"]])
  func longLine(command: [String]) throws {
    let run = try ProgramRun.python(["-c", Self.measured, ProgramRun.program.path] + command)
    #expect(run.status == 0)
    #expect(try run.record().error?.code == "record-too-large")
    let peak = try #require(Int(run.messages.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(peak < 300 << 10)
  }

  @Test("stays bounded where the output has no error records: the line comes out empty")
  func longLineNormalized() throws {
    let run = try ProgramRun.python(["-c", Self.measured, ProgramRun.program.path, "normalize"])
    #expect(run.status == 1)
    #expect(run.text == "\n")
    #expect(
      run.messages.contains("-:1: the line is longer than 16777216 bytes; raise --max-record-bytes")
    )
    let peak = try #require(run.messages.split(separator: "\n").last.flatMap { Int($0) })
    #expect(peak < 300 << 10)
  }

  @Test("stays below 250 bytes a byte on text that is nothing but offices and names")
  func denseText() throws {
    let text = Data(String(repeating: "Dr. J. Smith, ", count: 5_000).utf8)
    let script = """
      import resource, subprocess, sys
      status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
      print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
      sys.exit(status)
      """
    let run = try ProgramRun.python(
      ["-c", script, ProgramRun.program.path, "annotate", "--language", "en"], input: text)
    #expect(run.status == 0)
    let peak = try #require(Int(run.messages.trimmingCharacters(in: .whitespacesAndNewlines)))
    // The program itself takes 48 MiB, the lexicon and the model that all processes share among it.
    #expect(peak << 10 < 48 << 20 + text.count * 250)
  }

  @Test("a raised limit lets a line through that is longer than the usual limit")
  func raisedLimit() throws {
    let line =
      Data(#"{"id":"big","padding":""#.utf8) + Data(repeating: 0x61, count: 70_000_000)
      + Data(#"","text":"He lives in Ankara."}"#.utf8)
    let run = try ProgramRun.dragoman(
      ["annotate", "--input", "jsonl", "--max-record-bytes", "100000000"], input: line)
    let record = try run.record()
    #expect(record.id == "big")
    #expect(record.mentions?.map(\.text) == ["Ankara"])
  }
}

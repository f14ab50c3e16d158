import Foundation
import Testing

@Suite("The program")
struct ProgramTests {
  @Test("tells its version")
  func version() throws {
    let run = try ProgramRun.dragoman(["--version"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("dragoman "))
    #expect(run.text.contains("schema dragoman/1"))
    #expect(run.messages.isEmpty)
  }

  @Test(
    "explains itself and every command on standard output",
    arguments: [
      [], ["annotate"], ["tokenize"], ["normalize"], ["lexicon"], ["lexicon", "compile"],
      ["lexicon", "info"],
    ])
  func help(command: [String]) throws {
    let run = try ProgramRun.dragoman(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.text.contains("USAGE: \((["dragoman"] + command).joined(separator: " "))"))
    #expect(run.messages.isEmpty)
  }

  @Test("gives help at once when nothing is named and a person sits at the keyboard")
  func helpAtTerminal() throws {
    let script = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    let run = try ProgramRun.python(["-c", script, ProgramRun.program.path, "annotate"])
    #expect(run.status == 0)
    #expect(run.text.contains("USAGE: dragoman annotate"))
  }

  @Test(
    "ends with 64 on wrong usage and says what is wrong",
    arguments: [
      ["translate"],
      ["annotate", "--colour"],
      ["annotate", "--offset-unit", "bytes"],
      ["annotate", "--input", "html5"],
      ["annotate", "--format", "yaml"],
      ["annotate", "--jobs", "0"],
      ["annotate", "--jobs", "many"],
      ["annotate", "--language", "turkish!"],
      ["annotate", "--max-record-bytes", "0"],
      ["annotate", "--max-record-bytes", "99999999999"],
      ["normalize", "--level", "nfd"],
      ["lexicon", "compile", "names.entities.tsv"],
      ["lexicon", "compile", "-o", "names.lexicon"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let run = try ProgramRun.dragoman(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix("Error: "))
  }
}

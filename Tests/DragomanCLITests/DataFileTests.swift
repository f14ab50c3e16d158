import Foundation
import Testing

/// What can be wrong with a lexicon's file.
enum Damage: String, CaseIterable {
  case missing, empty, foreign, truncated, changed, newer, folder

  /// What the message says has to be done.
  var remedy: String {
    switch self {
    case .missing: "check the path"
    case .empty, .foreign: "give a file made by 'dragoman lexicon compile'"
    case .truncated, .changed: "copy or compile it again"
    case .newer: "compile it again with this program"
    case .folder: "it is a folder or a device"
    }
  }

  /// Makes such a file of a sound lexicon.
  func make(of sound: Data, at url: URL) throws {
    var bytes = sound
    switch self {
    case .missing: return
    case .empty: bytes = Data()
    case .foreign: bytes = Data(String(repeating: "person\tNobody\n", count: 100).utf8)
    case .truncated: bytes = bytes.prefix(bytes.count / 2)
    case .changed: bytes[bytes.count / 2] ^= 1
    case .newer: bytes[8] += 1
    case .folder:
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      return
    }
    try bytes.write(to: url)
  }
}

@Suite("Data files")
struct DataFileTests {
  /// A small lexicon, compiled from a source of one line.
  private func compiled(in scratch: ScratchFolder) throws -> URL {
    let source = try scratch.write("one.entities.tsv", "place\tAnkara\tTR\t80\n")
    let url = scratch.url("sound.lexicon")
    let run = try ProgramRun.dragoman(["lexicon", "compile", source, "-o", url.path])
    #expect(run.status == 0)
    return url
  }

  private func expectFailure(_ run: ProgramRun, _ url: URL, _ remedy: String) {
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix("dragoman: error: "))
    #expect(run.messages.contains(url.path))
    #expect(run.messages.contains(remedy))
    #expect(run.messages.count { $0 == "\n" } == 1)
  }

  @Test(
    "a bad lexicon ends the run with 2; the message names file and remedy",
    arguments: Damage.allCases)
  func badLexicon(damage: Damage) throws {
    let scratch = try ScratchFolder()
    let url = scratch.url("bad.lexicon")
    try damage.make(of: Data(contentsOf: compiled(in: scratch)), at: url)
    for command in [["annotate", "--lexicon", url.path], ["lexicon", "info", url.path]] {
      expectFailure(try ProgramRun.dragoman(command, input: "Ankara"), url, damage.remedy)
    }
  }

  @Test("so does a bad default lexicon, whoever names its folder", arguments: Damage.allCases)
  func badDefault(damage: Damage) throws {
    let scratch = try ScratchFolder()
    let url = scratch.url("default.lexicon")
    try damage.make(of: Data(contentsOf: compiled(in: scratch)), at: url)
    // A missing file is the default's own message: where to put it.
    let remedy = damage == .missing ? "name its place with --data or DRAGOMAN_DATA" : damage.remedy
    let named = try ProgramRun.dragoman(["annotate", "--data", scratch.path], input: "Ankara")
    expectFailure(named, url, remedy)
    let environment = ["DRAGOMAN_DATA": scratch.path]
    for command in [["annotate"], ["lexicon", "info"]] {
      let run = try ProgramRun.dragoman(
        command, input: Data("Ankara".utf8), environment: environment)
      expectFailure(run, url, remedy)
    }
  }

  @Test("every cut of a lexicon is refused")
  func everyCut() throws {
    let scratch = try ScratchFolder()
    let sound = try Data(contentsOf: compiled(in: scratch))
    let url = scratch.url("cut.lexicon")
    for count in [1, 7, 8, 31, 32, 63, 64, 300, sound.count - 8, sound.count - 1] {
      try sound.prefix(count).write(to: url)
      let run = try ProgramRun.dragoman(["annotate", "--lexicon", url.path], input: "Ankara")
      #expect(run.status == 2, "\(count) bytes")
    }
  }

  @Test("--data outranks DRAGOMAN_DATA, and an empty variable counts as none")
  func order() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.copyItem(at: compiled(in: scratch), to: scratch.url("default.lexicon"))
    try FileManager.default.copyItem(
      at: ProgramRun.project.appending(path: "Lexicons/models/names.model"),
      to: scratch.url("names.model"))
    let text = Data("He lives in Ankara.".utf8)
    let run = try ProgramRun.dragoman(
      ["annotate", "--data", scratch.path], input: text, environment: ["DRAGOMAN_DATA": "/nowhere"])
    #expect(run.status == 0)
    #expect(try run.record().entities?.first?.country == "TR")
    let empty = try ProgramRun.dragoman(
      ["annotate"], input: text, environment: ["DRAGOMAN_DATA": ""])
    #expect(empty.status == 0)
  }

  @Test("an input that cannot be read ends the run with 2 before anything is written")
  func badInputs() throws {
    let scratch = try ScratchFolder()
    let good = try scratch.write("good.txt", "Ankara")
    // Even the superuser cannot read a link that leads to itself.
    let loop = scratch.url("loop.txt").path
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    let locked = try scratch.write("locked.txt", "Ankara")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
    var cases = [
      (scratch.url("none.txt").path, "No such file or directory"),
      (loop, "Too many levels of symbolic links"),
      (scratch.path, "is a folder; name the files in it"),
    ]
    if !FileManager.default.isReadableFile(atPath: locked) {
      cases.append((locked, "Permission denied"))
    }
    for (path, reason) in cases {
      for command in ["annotate", "tokenize", "normalize"] {
        let run = try ProgramRun.dragoman([command, good, path])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains("'\(path)'"))
        #expect(run.messages.contains(reason))
      }
    }
  }

  @Test("an output that cannot be written ends the run with 2")
  func badOutput() throws {
    let run = try ProgramRun.dragoman(["annotate", "-o", "/nowhere/out.json"], input: "Ankara")
    #expect(run.status == 2)
    #expect(run.messages.contains("'/nowhere/out.json': No such file or directory"))
  }
}

import Foundation
import Testing

/// The house's plan, held against the sources as they stand: a build that is not clean misses a wrong import.
@Suite("The floor plan")
struct FloorPlanTests {
  /// A Swift target, the targets below it that it may import, and the modules of the system that it may.
  private struct Room {
    let imports: Set<String>
    var system: Set<String> = []
  }

  /// Modules that only say hello to the operating system.
  private static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  private static let rooms: [String: Room] = [
    "DragomanText": Room(imports: ["CICU", "CBlocks"]),
    "DragomanLexicon": Room(imports: ["DragomanText"]),
    "DragomanTagging": Room(imports: ["DragomanText", "DragomanLexicon"]),
    "DragomanTopics": Room(imports: ["DragomanText", "DragomanLexicon"]),
    "Dragoman": Room(imports: [
      "DragomanText", "DragomanLexicon", "DragomanTagging", "DragomanTopics",
    ]),
    "DragomanEvaluation": Room(imports: ["Dragoman", "DragomanText", "DragomanLexicon"]),
    "DragomanTraining": Room(imports: [
      "Dragoman", "DragomanEvaluation", "DragomanTagging", "DragomanText", "DragomanLexicon",
    ]),
    "DragomanFeeds": Room(
      imports: ["Dragoman", "DragomanText"], system: ["Foundation", "FoundationEssentials"]),
    "DragomanC": Room(imports: ["Dragoman", "CDragoman"]),
    "DragomanCLI": Room(
      imports: [
        "Dragoman", "DragomanEvaluation", "DragomanTraining", "DragomanFeeds", "DragomanText",
        "DragomanLexicon", "DragomanTagging", "DragomanTopics", "CZlib",
      ],
      system: ["ArgumentParser", "FoundationEssentials"]),
    "LexiconCompilerTool": Room(imports: ["DragomanLexicon"], system: ["FoundationEssentials"]),
  ]

  /// Where `unsafe` may be spelled: folders end in a slash.
  private static let unsafePlaces = [
    "DragomanText/Unicode/", "DragomanText/Segmentation/", "DragomanLexicon/Files/",
    "Dragoman/Pipeline/DefaultData.swift",
    "Dragoman/Formats/JSONWriter.swift", "DragomanCLI/System/", "DragomanC/",
    "LexiconCompilerTool/",
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("has a room for every target")
  func targets() throws {
    for target in [
      "CICU", "DragomanText", "DragomanLexicon", "DragomanTagging", "DragomanTopics", "Dragoman",
      "DragomanEvaluation", "DragomanTraining", "DragomanCLI",
    ] {
      #expect(
        FileManager.default.fileExists(atPath: Self.root.appending(path: "Sources/\(target)").path))
    }
    for source in try Self.files(in: "Sources", ending: ".swift") {
      #expect(Self.rooms[source.target] != nil, "\(source.path) is in no room of the plan")
    }
  }

  @Test("lets every import point down")
  func imports() throws {
    for source in try Self.files(in: "Sources", ending: ".swift") {
      let room = Self.rooms[source.target] ?? Room(imports: [])
      for (number, line) in source.lines.enumerated() {
        guard let module = Self.importedModule(line) else { continue }
        #expect(
          room.imports.contains(module) || room.system.contains(module)
            || Self.system.contains(module),
          "\(source.path):\(number + 1) imports \(module)")
      }
    }
  }

  @Test(
    "reads the module of an import line, however it is written",
    arguments: [
      ("import A", "A"), ("internal import A", "A"), ("@_exported public import struct A.B", "A"),
      ("  @testable import A", "A"),
      ("import class A.B.C", "A"), ("// import A", nil), ("let x = 1 // import A", nil),
      ("importA()", nil),
    ] as [(String, String?)])
  func importLines(line: String, module: String?) {
    #expect(Self.importedModule(line[...]) == module)
  }

  @Test("spells unsafe in the rooms for it alone")
  func unsafeCode() throws {
    for source in try Self.files(in: "Sources", ending: ".swift") {
      guard !Self.unsafePlaces.contains(where: source.path.hasPrefix) else { continue }
      for (number, line) in source.lines.enumerated() {
        let words = Self.code(line).split { !$0.isLetter && $0 != "_" && $0 != "@" }
        #expect(!words.contains("unsafe"), "\(source.path):\(number + 1)")
        #expect(!words.contains("@unsafe"), "\(source.path):\(number + 1)")
      }
    }
  }

  @Test("stops on no input: no try!, no fatalError")
  func traps() throws {
    for source in try Self.files(in: "Sources", ending: ".swift")
    where source.target != "LexiconCompilerTool" {
      for (number, line) in source.lines.enumerated() {
        let code = Self.code(line)
        #expect(!code.contains("try!"), "\(source.path):\(number + 1)")
        #expect(!code.contains("fatalError"), "\(source.path):\(number + 1)")
      }
    }
  }

  @Test("includes ICU's headers in CICU alone, and in none that Swift sees")
  func headers() throws {
    for ending in [".c", ".h", ".swift", ".modulemap"] {
      for source in try Self.files(in: "Sources", ending: ending) {
        let includes = source.lines.contains { $0.contains("<unicode/") && $0.contains("include") }
        if includes {
          #expect(source.target == "CICU" && !source.path.contains("/include/"), "\(source.path)")
        }
      }
    }
  }

  @Test("has no folder for what nobody owns")
  func folders() throws {
    for source in try Self.files(in: "Sources", ending: "") {
      for folder in source.path.split(separator: "/").dropLast() {
        #expect(
          !["core", "common", "utilities", "utils", "helpers", "misc"].contains(
            folder.lowercased()), "\(source.path)")
      }
    }
  }

  @Test("has no file of more than 400 lines")
  func length() throws {
    for source in try Self.files(in: "Sources", ending: ".swift") {
      #expect(source.lines.count <= 400, "\(source.path) has \(source.lines.count) lines")
    }
  }

  @Test("mirrors the sources in the tests: every folder of tests is one of its target's")
  func mirror() throws {
    for test in try Self.files(in: "Tests", ending: ".swift") {
      let parts = test.path.split(separator: "/")
      guard parts.count > 2 else { continue }
      let target = parts[0].hasSuffix("Tests") ? String(parts[0].dropLast(5)) : String(parts[0])
      let folder = (["Sources", target] + parts[1..<parts.count - 1].map(String.init)).joined(
        separator: "/")
      #expect(
        FileManager.default.fileExists(atPath: Self.root.appending(path: folder).path),
        "\(test.path): no \(folder)")
    }
  }

  // MARK: Reading

  private struct SourceFile {
    /// The path below `Sources` or `Tests`.
    let path: String
    let lines: [Substring]
    var target: String { String(path.prefix { $0 != "/" }) }
  }

  private static func files(in folder: String, ending: String) throws -> [SourceFile] {
    let base = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
    let found = try names.filter { $0.hasSuffix(ending) && !$0.contains("/.") }.compactMap {
      name -> SourceFile? in
      let url = base.appending(path: name)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return nil
      }
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      return SourceFile(
        path: name, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
    return found
  }

  /// The module that a line imports; `nil` if it imports none.
  private static func importedModule(_ line: Substring) -> String? {
    var words = code(line).split(separator: " ")[...]
    while let word = words.first,
      word.hasPrefix("@")
        || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    {
      words = words.dropFirst()
    }
    guard words.popFirst() == "import" else { return nil }
    if let word = words.first,
      ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"].contains(
        word)
    {
      words = words.dropFirst()
    }
    return words.first.map { String($0.prefix { $0 != "." }) }
  }

  /// A line without its comment and without the texts of its string literals.
  private static func code(_ line: Substring) -> String {
    var result = ""
    var isString = false
    var last: Character = " "
    for character in line {
      if character == "\"", last != "\\" { isString.toggle() }
      if !isString {
        if character == "/", last == "/" { return String(result.dropLast()) }
        result.append(character)
      }
      last = character
    }
    return result
  }
}

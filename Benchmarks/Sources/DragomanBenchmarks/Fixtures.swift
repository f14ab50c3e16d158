import DragomanText
import FoundationEssentials

/// The project's own texts, read from the checkout that this package lies in.
enum Fixtures {
  /// The root of the checkout.
  static let root: URL = {
    var url = URL(filePath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url
  }()

  /// Some files of a folder of `Fixtures/`.
  struct Selection: CustomStringConvertible {
    /// The folder's name.
    let folder: String
    /// How the names of the files start; empty for all files.
    let prefixes: [String]

    init(_ folder: String, _ prefixes: String...) {
      self.folder = folder
      self.prefixes = prefixes
    }

    /// Folder and prefixes, for people.
    var description: String {
      "Fixtures/\(folder) " + (prefixes.isEmpty ? "all" : prefixes.joined(separator: " "))
    }
  }

  /// Where a release lies.
  static func path(_ name: String) -> String {
    root.appending(path: "Fixtures/releases/" + name).path
  }

  /// The selected texts, in the order of their names.
  static func texts(_ selection: Selection) throws -> [SourceText] {
    let folder = root.appending(path: "Fixtures/" + selection.folder)
    let prefixes = selection.prefixes.isEmpty ? [""] : selection.prefixes
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      name.hasSuffix(".txt") && prefixes.contains { name.hasPrefix($0) }
    }
    guard !names.isEmpty else { throw BenchmarkFailure("there is nothing in \(selection)") }
    return try names.sorted().map { name in
      let bytes = try Data(contentsOf: folder.appending(path: name))
      return try SourceText(decoding: Array(bytes), charset: "windows-1254")
    }
  }
}

import DragomanText
import FoundationEssentials

/// The project's own releases, read from the checkout that this package lies in.
enum Fixtures {
  /// The root of the checkout.
  static let root: URL = {
    var url = URL(filePath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url
  }()

  /// Where a release lies.
  static func path(_ name: String) -> String {
    root.appending(path: "Fixtures/releases/" + name).path
  }

  /// The releases whose file names start with one of the prefixes, in the order of their names.
  static func releases(_ prefixes: [String] = [""]) throws -> [SourceText] {
    let folder = root.appending(path: "Fixtures/releases").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
      name.hasSuffix(".txt") && prefixes.contains { name.hasPrefix($0) }
    }
    guard !names.isEmpty else { throw BenchmarkFailure("no releases in \(folder)") }
    return try names.sorted().map { name in
      let bytes = try Data(contentsOf: URL(filePath: path(name)))
      return try SourceText(decoding: Array(bytes), charset: "windows-1254")
    }
  }
}

public import FoundationEssentials

/// What each workload must count in the built-in input: `ExpectedCounts.csv`, a name and a count
/// a line.
public enum ExpectedCounts {
  /// The file, in this package's folder.
  public static let url = Fixtures.root.appending(path: "Benchmarks/ExpectedCounts.csv")

  /// The counts by the workloads' names. Empty if there is no file yet.
  static func recorded() throws -> [String: Int] {
    guard FileManager.default.fileExists(atPath: url.path) else { return [:] }
    var counts: [String: Int] = [:]
    for line in String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n") {
      let columns = line.split(separator: ",")
      if columns.count == 2, let count = Int(columns[1]) { counts[String(columns[0])] = count }
    }
    return counts
  }

  /// Replaces the file.
  public static func record(_ counts: [(name: String, count: Int)]) throws {
    let lines = counts.map { "\($0.name),\($0.count)\n" }
    try Data(lines.joined().utf8).write(to: url)
  }
}

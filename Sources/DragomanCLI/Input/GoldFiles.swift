internal import Dragoman
internal import DragomanEvaluation
internal import FoundationEssentials

/// Finds and reads gold: a file of JSON or in CoNLL form, a folder of them, or a folder with `gold/` tables and their
/// `releases/`.
struct GoldFiles {
  private static let conllEndings = [".conll", ".iob", ".iob2", ".bio", ".bioes"]
  private static let endings = [".json", ".jsonl", ".ndjson"] + conllEndings

  /// The files that were read, which no output may overwrite.
  private(set) var paths: [String] = []
  private var reader: GoldReader

  init(reader: GoldReader) { self.reader = reader }

  /// Reads all documents, in the order of the files' names.
  mutating func documents(at path: String) throws(CommandFailure) -> [GoldDocument] {
    guard Self.isFolder(path) else { return try read(path) }
    let names = try Self.names(in: path)
    var documents: [GoldDocument] = []
    for name in names where Self.endings.contains(where: name.hasSuffix) {
      documents += try read("\(path)/\(name)")
    }
    if documents.isEmpty, Self.isFolder("\(path)/gold") {
      documents = try tables(in: path)
    }
    guard !documents.isEmpty else {
      throw .cannotStart(
        "no gold in '\(path)'; it should hold .json, .jsonl or .conll files, or a folder gold of .tsv files beside a folder releases"
      )
    }
    return documents
  }

  private mutating func read(_ path: String) throws(CommandFailure) -> [GoldDocument] {
    let bytes = try Self.bytes(of: path)
    paths.append(path)
    let isCoNLL = Self.conllEndings.contains(where: path.hasSuffix)
    do throws(EvaluationError) {
      let documents =
        isCoNLL
        ? try reader.documents(conll: bytes, path: path)
        : try reader.documents(in: bytes, path: path)
      guard !documents.isEmpty else {
        let line = isCoNLL ? "token with its tag" : "JSON object"
        throw EvaluationError(path, "the file holds no document; give one \(line) a line")
      }
      return documents
    } catch {
      throw .cannotStart(error.description)
    }
  }

  private mutating func tables(in folder: String) throws(CommandFailure) -> [GoldDocument] {
    let releases =
      Self.isFolder("\(folder)/releases") ? try Self.names(in: "\(folder)/releases") : []
    var documents: [GoldDocument] = []
    for name in try Self.names(in: "\(folder)/gold") where name.hasSuffix(".tsv") {
      let path = "\(folder)/gold/\(name)"
      let stem = name.dropLast(4)
      guard let release = releases.first(where: { $0.hasPrefix("\(stem).") }) else {
        throw .cannotStart("\(path): its text is missing; put it at \(folder)/releases/\(stem).txt")
      }
      let text = try Self.bytes(of: "\(folder)/releases/\(release)")
      paths += [path, "\(folder)/releases/\(release)"]
      do throws(EvaluationError) {
        documents.append(
          try reader.document(table: try Self.bytesOfTable(path), path: path, release: text))
      } catch {
        throw .cannotStart(error.description)
      }
    }
    return documents
  }

  private static func bytesOfTable(_ path: String) throws(EvaluationError) -> [UInt8] {
    do throws(CommandFailure) {
      return try bytes(of: path)
    } catch {
      throw EvaluationError(path, "the file cannot be read; check its rights")
    }
  }

  /// All bytes of a file.
  static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    try FileDescriptor.check(path: path)
    let file = try FileDescriptor.open(path: path)
    defer { file.close() }
    var bytes: [UInt8] = []
    try file.readAll(upTo: SourceText.maximumByteCount, appendingTo: &bytes)
    guard bytes.count <= SourceText.maximumByteCount else {
      throw .cannotStart("'\(path)' has more than 2 GiB; split it")
    }
    return bytes
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func names(in folder: String) throws(CommandFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .cannotStart("cannot read the folder '\(folder)'; check its rights")
    }
  }
}

internal import DragomanText

/// Compiles source files into one memory-mapped lexicon.
///
/// The same sources in the same order give the same bytes.
///
/// ```swift
/// let bytes = try LexiconCompiler().compile([LexiconSource(path: "a.entities.tsv", bytes: …)], name: "a")
/// ```
public struct LexiconCompiler: Sendable {
  /// What is going on in a compilation.
  public enum Progress: Sendable {
    /// A source is read: its path, how many were read before, how many there are, and how many names were read so far.
    /// Told at its start and on the way.
    case reading(path: String, number: Int, of: Int, names: Int)
    /// Something of a user's table or JSONL is left out or not known; the compilation goes on.
    case remark(LexiconError)
    /// All are read: the names are sorted and written.
    case writing
  }

  private let tokenizer: Tokenizer

  /// Makes a compiler; keys are cut by the tokenizer that cuts texts.
  ///
  /// - Throws: ``DragomanText/TextError`` if ICU cannot be opened.
  public init() throws {
    tokenizer = try Tokenizer()
  }

  /// Compiles the sources into memory: for lexicons of some megabytes.
  ///
  /// - Parameters:
  ///   - name: stands in the summary.
  ///   - progress: told what is going on.
  /// - Throws: ``LexiconError`` at the first line that cannot be read.
  public func compile(
    _ sources: [LexiconSource], name: String, progress: (Progress) -> Void = { _ in }
  ) throws(LexiconError) -> [UInt8] {
    var bytes: [UInt8] = []
    try image(sources, name, folder: "/tmp", progress).serialize { piece throws(LexiconError) in
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// Compiles the sources into a file, which appears when it is whole.
  ///
  /// Memory: 16 bytes a name, 40 a word, and a fixed 200 MB at most; what is more goes to temporary files beside the
  /// output.
  ///
  /// - Parameters:
  ///   - name: stands in the summary.
  ///   - path: the file.
  ///   - progress: told what is going on.
  /// - Throws: ``LexiconError`` at the first line that cannot be read, or if the file cannot be written.
  public func compile(
    _ sources: [LexiconSource], name: String, to path: String,
    progress: (Progress) -> Void = { _ in }
  ) throws(LexiconError) {
    let image = try image(sources, name, folder: OutputFile.folder(of: path), progress)
    let output = try OutputFile(path: path)
    try image.serialize { piece throws(LexiconError) in try output.append(piece) }
    try output.finish()
  }

  private func image(
    _ sources: [LexiconSource], _ name: String, folder: String, _ progress: (Progress) -> Void
  ) throws(LexiconError) -> LexiconImage {
    var builder = LexiconBuilder(tokenizer, folder: folder)
    for (number, source) in sources.enumerated() {
      func tell(names: Int) {
        progress(.reading(path: source.path, number: number, of: sources.count, names: names))
      }
      tell(names: builder.aliasCount)
      try builder.add(source, remark: { progress(.remark($0)) }, onBatch: tell)
    }
    progress(.writing)
    return try builder.finish(name: name)
  }
}

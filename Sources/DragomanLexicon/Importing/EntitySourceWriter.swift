/// Writes a source file of entities, which appears when it is whole.
public final class EntitySourceWriter {
  private let file: OutputFile
  /// The folder of the file.
  var folder: String { OutputFile.folder(of: file.path) }
  /// How many entities were written.
  public private(set) var entityCount = 0
  /// How many spellings beside their names.
  public private(set) var aliasCount = 0

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - path: where it shall be; its name has to end in `.entities.tsv`.
  ///   - head: the lines of the comment at its head: where its content comes from.
  /// - Throws: ``LexiconError`` if it cannot be written.
  public init(path: String, head: [String]) throws(LexiconError) {
    guard path.hasSuffix(LexiconSource.Content.entities.rawValue) else {
      throw LexiconError(
        .unwritableFile, path: path, "a source of entities has a name that ends in .entities.tsv")
    }
    file = try OutputFile(path: path)
    for line in head { try file.append("# \(SourceName.cleaned(line))\n".utf8) }
  }

  func write(_ entity: ImportedEntity) throws(LexiconError) {
    try file.append(entity.lines.utf8)
    entityCount += 1
    aliasCount += entity.aliases.count
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``LexiconError`` if it cannot be written.
  public func finish() throws(LexiconError) { try file.finish() }
}

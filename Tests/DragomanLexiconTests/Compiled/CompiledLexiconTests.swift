import DragomanText
import Foundation
import Testing

@testable import DragomanLexicon

@Suite("A compiled lexicon")
struct CompiledLexiconTests {
  private static func bytes() throws -> [UInt8] {
    try LexiconFixture.compile(LexiconCompilerTests.files)
  }

  /// The code of the error that opening some bytes throws; `nil` if they open.
  private static func code(opening bytes: [UInt8]) throws -> LexiconError.Code? {
    let path = try LexiconFixture.write(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try code(openingFileAt: path)
  }

  private static func code(openingFileAt path: String) throws -> LexiconError.Code? {
    do throws(LexiconError) {
      _ = try CompiledLexicon(path: path)
      return nil
    } catch {
      #expect(error.path == path)
      #expect(error.line == nil)
      return error.code
    }
  }

  @Test(
    "is not opened where no file is, or a folder, or nothing readable",
    arguments: ["/nonexistent/x.lexicon", "/", ""])
  func missing(path: String) {
    #expect {
      try CompiledLexicon(path: path)
    } throws: { error in
      (error as? LexiconError)?.code == .unreadableFile && (error as? LexiconError)?.path == path
    }
  }

  @Test("is not opened from a foreign file")
  func foreign() throws {
    #expect(try Self.code(opening: []) == .foreignFile)
    #expect(try Self.code(opening: Array("DRAGLEX\n".utf8)) == .foreignFile)
    #expect(try Self.code(opening: [UInt8](repeating: 0x41, count: 4096)) == .foreignFile)
    #expect(try Self.code(opening: [UInt8](repeating: 0, count: 4096)) == .foreignFile)
  }

  @Test("is not opened if it ends anywhere but at its end")
  func truncated() throws {
    let bytes = try Self.bytes()
    let path = try LexiconFixture.write(bytes + [0])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try Self.code(openingFileAt: path) == .truncatedFile)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    for count in (0..<bytes.count).reversed() {
      try file.truncate(atOffset: UInt64(count))
      let expected: LexiconError.Code =
        count < CompiledFile.headerSize ? .foreignFile : .truncatedFile
      let code = try Self.code(openingFileAt: path)
      #expect(code == expected, "\(count) of \(bytes.count) bytes")
      if code != expected { return }
    }
    #expect(try Self.code(opening: bytes) == nil)
  }

  @Test("is not opened with one byte changed, wherever it stands")
  func flipped() throws {
    let bytes = try Self.bytes()
    let path = try LexiconFixture.write(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    var generator = SeededGenerator(salt: 1)
    func write(_ byte: UInt8, at index: Int) throws {
      try file.seek(toOffset: UInt64(index))
      try file.write(contentsOf: [byte])
    }
    for index in bytes.indices {
      try write(bytes[index] ^ UInt8.random(in: 1...255, using: &generator), at: index)
      let code = try Self.code(openingFileAt: path)
      #expect(code != nil, "byte \(index), seed \(SeededGenerator.seed)")
      if code == nil { return }
      try write(bytes[index], at: index)
    }
    #expect(try Self.code(openingFileAt: path) == nil)
  }

  @Test("is not opened from another format, or with keys of another folding", arguments: [8, 12])
  func newer(offset: Int) throws {
    var bytes = try Self.bytes()
    bytes[offset] &+= 1
    #expect(try Self.code(opening: bytes) == .unsupportedFormat)
  }

  @Test(
    "is not opened with a number of the other byte order",
    arguments: [
      (8..<12, LexiconError.Code.unsupportedFormat), (12..<16, .unsupportedFormat),
      (16..<24, .truncatedFile), (24..<32, .damagedFile), (32..<40, .damagedFile),
    ])
  func otherByteOrder(range: Range<Int>, code: LexiconError.Code) throws {
    var bytes = try Self.bytes()
    bytes[range].reverse()
    #expect(try Self.code(opening: bytes) == code)
  }

  @Test("opens without any source, and finds nothing")
  func empty() throws {
    let fixture = try LexiconFixture([[]])
    #expect(fixture.found(in: "Ankara, Türkiye").isEmpty)
    #expect(fixture.found(in: "").isEmpty)
    #expect(fixture.stack.lexicons[0].summary["entities"] == "0")
  }

  @Test("gives back what the source says of an entry")
  func entry() throws {
    let fixture = try LexiconFixture([LexiconCompilerTests.files])
    let text = fixture.tokenizer.tokenize(SourceText("Turkey"), language: .english)
    let match = try #require(fixture.stack.matches(in: text).matches.first)
    let posting = try #require(fixture.stack.postings(of: match, in: text).first)
    let entry = fixture.stack.entry(EntryReference(lexicon: 0, entry: posting.entry))
    #expect(entry.type == .place)
    #expect(entry.name == "Türkiye")
    #expect(entry.country == "TR")
    #expect(entry.weight == 90)
    #expect(entry.ids.map { "\($0.key)=\($0.value)" } == ["iso=TR", "wikidata=Q43"])
    #expect(entry.attribute("kind") == "country")
    #expect(entry.attribute("none") == nil)
    #expect(posting.kind == .former)
  }

  @Test("has a digest that tells it from another")
  func digest() throws {
    let first = try LexiconFixture([LexiconCompilerTests.files]).stack.lexicons[0]
    let second = try LexiconFixture([Array(LexiconCompilerTests.files.dropLast())]).stack.lexicons[
      0]
    #expect(first.digest != second.digest)
    #expect(first.digest.utf8.count == 16)
    #expect(first.byteCount > second.byteCount)
  }

  @Test("gives back words that come again and again, those that are too long for a number, too")
  func phrases() throws {
    let words = [64, 65, 66].map { String(repeating: "q", count: $0 - 1) }
    let names = (0..<20).flatMap { number in words.map { "N\(number) \($0)" } }
    let fixture = try LexiconFixture("a.entities.tsv", names.map { "place\t\($0)\n" }.joined())
    let lexicon = fixture.stack.lexicons[0]
    #expect((0..<UInt32(names.count)).map { lexicon.entry(EntryID($0)).name } == names)
  }

  @Test("gives all spellings of an entry")
  func aliases() throws {
    let fixture = try LexiconFixture([LexiconCompilerTests.files])
    let lexicon = fixture.stack.lexicons[0]
    #expect(lexicon.aliases(of: EntryID(0)) == ["Türkiye", "Turkey"])
    #expect(lexicon.aliases(of: EntryID(3)) == ["Ayşe Yılmaz"])
    #expect(lexicon.entry(EntryID(0)).ids.map(\.value) == ["TR", "Q43"])
  }
}

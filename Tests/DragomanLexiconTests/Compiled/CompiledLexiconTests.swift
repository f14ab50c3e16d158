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

  @Test("is not opened from any sixteenth of itself, nor with a byte more")
  func truncated() throws {
    let bytes = try Self.bytes()
    for part in 0..<16 {
      let count = bytes.count * part / 16
      let expected: LexiconError.Code =
        count < LexiconLayout.headerSize ? .foreignFile : .truncatedFile
      #expect(
        try Self.code(opening: Array(bytes.prefix(count))) == expected,
        "\(count) of \(bytes.count) bytes")
    }
    #expect(try Self.code(opening: Array(bytes.dropLast())) == .truncatedFile)
    #expect(try Self.code(opening: bytes + [0]) == .truncatedFile)
    #expect(try Self.code(opening: bytes) == nil)
  }

  @Test("is not opened with one byte changed, wherever it stands")
  func flipped() throws {
    let bytes = try Self.bytes()
    var generator = SeededGenerator(salt: 1)
    for index in bytes.indices where index < 512 || index % 3 == 0 {
      var damaged = bytes
      damaged[index] ^= UInt8.random(in: 1...255, using: &generator)
      #expect(try Self.code(opening: damaged) != nil, "byte \(index), seed \(SeededGenerator.seed)")
    }
  }

  @Test("is not opened from another format, or with keys of another folding", arguments: [8, 12])
  func newer(offset: Int) throws {
    var bytes = try Self.bytes()
    bytes[offset] &+= 1
    #expect(try Self.code(opening: bytes) == .unsupportedFormat)
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

  @Test("gives all spellings of an entry")
  func aliases() throws {
    let fixture = try LexiconFixture([LexiconCompilerTests.files])
    let lexicon = fixture.stack.lexicons[0]
    #expect(lexicon.aliases(of: EntryID(0)) == ["Türkiye", "Turkey"])
    #expect(lexicon.aliases(of: EntryID(3)) == ["Ayşe Yılmaz"])
    #expect(lexicon.entry(EntryID(0)).ids.map(\.value) == ["TR", "Q43"])
  }

  /// A file whose checksums are right, whatever stands in it.
  private static func signed(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    func write(_ value: UInt64, at offset: Int) {
      for byte in 0..<8 {
        result[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
      }
    }
    var content = Checksum()
    content.add(result[LexiconLayout.headerSize...])
    write(content.value, at: 24)
    var header = Checksum()
    header.add(result[..<LexiconLayout.headerChecksum])
    header.add(result[LexiconLayout.unicodeVersion..<LexiconLayout.headerSize])
    write(header.value, at: LexiconLayout.headerChecksum)
    return result
  }

  @Test("reads nothing outside its file, whatever a file with right checksums points at")
  func hostile() throws {
    let bytes = try LexiconFixture.compile(
      LexiconCompilerTests.files + [
        ("sounds.entities.tsv", "person\tKhalid Nasser\tSA\nperson\tHaydar Kassymov\tKZ\n")
      ])
    #expect(Self.signed(bytes) == bytes)
    let sounds = ["halit", "nasir", "heydar", "qasimov", "nobody"].compactMap {
      PhoneticKey(searchKey: Array($0.utf8)[...])
    }
    let tokenizer = try Tokenizer()
    let text = tokenizer.tokenize(
      SourceText("The Minister of state of the art, Ayşe Yılmaz’dan UN, Turkey, Türkiye, Ankara"),
      language: .turkish)
    var generator = SeededGenerator(salt: 9)
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0...Int.random(in: 0...8, using: &generator) {
        let place = Int.random(in: LexiconLayout.sectionTable..<damaged.count, using: &generator)
        damaged[place] =
          Bool.random(using: &generator) ? 0xFF : UInt8.random(in: 0...255, using: &generator)
      }
      let path = try LexiconFixture.write(Self.signed(damaged))
      defer { try? FileManager.default.removeItem(atPath: path) }
      // Most open, since the checksums are right; then every answer is allowed but a crash.
      guard let lexicon = try? CompiledLexicon(path: path) else { continue }
      let stack = LexiconStack([lexicon])
      let found = stack.matches(in: text)
      for match in found.matches { _ = stack.postings(of: match, in: text) }
      _ = stack.lookUp(text)
      _ = lexicon.summary
      for sound in sounds {
        lexicon.forEachTerm(soundingLike: sound) { term in
          _ = (lexicon.root(ofTerm: term), lexicon.classes(ofTerm: term))
        }
      }
      for entry in 0..<min(lexicon.entryCount, 20) { _ = lexicon.entry(EntryID(UInt32(entry))) }
    }
  }
}

import Dragoman
import Foundation
import Testing

@Suite("The annotation pipeline")
struct AnnotationPipelineTests {
  @Test("does what the README shows")
  func readme() throws {
    let pipeline = try AnnotationPipeline(language: .turkish)  // may fail: opens the lexicons
    let document = pipeline.annotate("Fatih Karahan Ankara'da konuştu.")  // cannot fail
    var found: [String] = []
    for mention in document.mentions {
      found.append("\(mention.kind) \(document.text(of: mention))")
    }
    #expect(found == ["person Fatih Karahan", "place Ankara"])
  }

  @Test("is quoted by the README as it is compiled here")
  func readmeSnippet() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let test = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let snippet = try #require(readme.components(separatedBy: "```swift\n").dropFirst().first)
      .components(separatedBy: "```").first
    for line in (snippet ?? "").split(separator: "\n") where line.hasPrefix("let") {
      #expect(test.contains(line.split(separator: "//")[0].trimmingCharacters(in: .whitespaces)))
    }
  }

  @Test("tells the language of each text if none is given")
  func language() throws {
    let pipeline = try AnnotationPipeline()
    let turkish = pipeline.annotate("Toplantı Ankara'da yapıldı ve heyet İstanbul'a geçti.")
    #expect(turkish.language == .turkish)
    #expect(pipeline.annotate("The meeting was held in Ankara.").language == .english)
  }

  @Test("takes the language of a text before its own")
  func languageOfText() throws {
    let pipeline = try AnnotationPipeline(language: .english)
    #expect(pipeline.annotate(SourceText("Ankara"), language: .turkish).language == .turkish)
  }

  @Test("says where it looked for missing data, and the remedy")
  func missingData() {
    var options = AnnotationPipeline.Options()
    options.dataDirectory = "/nowhere"
    #expect {
      _ = try AnnotationPipeline(options: options)
    } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .missingData && error.message.contains("/nowhere/default.lexicon")
        && error.message.contains("DRAGOMAN_DATA")
    }
  }

  @Test("names a lexicon that it cannot read")
  func missingLexicon() {
    var options = AnnotationPipeline.Options()
    options.lexicons = ["/nowhere/mine.lexicon"]
    #expect {
      _ = try AnnotationPipeline(options: options)
    } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .lexicon && error.message.contains("/nowhere/mine.lexicon")
    }
  }

  @Test("warns of what it had to repair")
  func warnings() throws {
    let pipeline = try AnnotationPipeline(language: .english)
    let text = "A caf\u{E9} in London, and more text in plain letters."
    let source = try SourceText(decoding: Array(text.utf8) + [0xFF])
    #expect(pipeline.annotate(source).warnings.map(\.code) == [.replacedBytes])
    #expect(pipeline.annotate("Nothing wrong.").warnings.isEmpty)
  }
}

import Dragoman
import Testing

/// A short text with the roles that it tells.
struct RoleSentence: Sendable, CustomTestStringConvertible {
  let language: LanguageTag
  let text: String
  /// Each as `person | title | of | to`, `-` for what is not told, with `| former` behind offices that were left.
  let roles: [String]

  init(_ language: LanguageTag, _ text: String, _ roles: String...) {
    self.language = language
    self.text = text
    self.roles = roles
  }

  var testDescription: String { text }

  /// The roles that the tagger reads, in the same form.
  func read() throws -> [String] {
    let document = try TaggingFixture.annotate(text, language)
    func name(_ index: Int?) -> String { index.map { document.entities[$0].name } ?? "-" }
    return document.roles.map {
      "\(name($0.person)) | \($0.title) | \(name($0.of)) | \(name($0.to))\($0.isFormer ? " | former" : "")"
    }
  }
}

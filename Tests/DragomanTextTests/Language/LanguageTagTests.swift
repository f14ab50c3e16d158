import DragomanText
import Testing

@Suite("A language tag")
struct LanguageTagTests {
  @Test(
    "keeps the primary subtag of a BCP 47 tag in lower case",
    arguments: [
      ("en", "en"), ("EN-gb", "en"), ("tr_TR", "tr"), ("uz-Latn-UZ", "uz"), ("kaz", "kaz"),
      ("und", "und"),
    ])
  func primary(tag: String, code: String) {
    #expect(LanguageTag(tag)?.code == code)
  }

  @Test(
    "is not made of anything else",
    arguments: ["", "e", "turkish", "t1", "-en", "ру", "e n", "tür", "\u{0}\u{0}"])
  func malformed(tag: String) {
    #expect(LanguageTag(tag) == nil)
  }

  @Test("is equal to the one known by name")
  func known() {
    #expect(LanguageTag("TR") == .turkish)
    #expect(LanguageTag("und") == .undetermined)
    #expect("\(LanguageTag.kazakh)" == "kk")
  }
}

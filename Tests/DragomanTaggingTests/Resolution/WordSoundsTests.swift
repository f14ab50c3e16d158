import Testing

@testable import DragomanTagging

@Suite("Cyrillic letters in Latin ones")
struct RomanizationTests {
  @Test(
    "are those of the press",
    arguments: [
      ("щербаков", "shcherbakov"), ("жапаров", "zhaparov"), ("әлиев", "aliev"),
      ("məmmədov", "mammadov"),
      ("объедков", "obedkov"), ("oneal", "oneal"), ("", ""),
    ])
  func letters(key: String, latin: String) {
    let letters = Romanization.letters(of: Array(key.utf8)[...])
    #expect(letters.map { String(decoding: $0, as: UTF8.self) } == latin)
  }

  @Test("are none of other scripts", arguments: ["σοφια", "北京", "ჯაფარი", "ж\u{301}", "שלום"])
  func otherScripts(key: String) {
    #expect(Romanization.letters(of: Array(key.utf8)[...]) == nil)
  }
}

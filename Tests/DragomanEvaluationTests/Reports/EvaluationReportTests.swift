import Dragoman
import Foundation
import Testing

@testable import DragomanEvaluation

@Suite("Reports")
struct EvaluationReportTests {
  private static let hostile =
    "<script>alert(1)</script>\u{202E}\u{0}\"'&<img src=x onerror=alert(1)>"

  private func report(hostile: Bool = false) throws -> EvaluationReport {
    let text = hostile ? Self.hostile : "It"
    let gold = MarkedNames(stringLiteral: "\(text) came to [Porto \(text)|place].")
    let document = gold.gold(
      hostile ? "</h2>\(text)" : "a", fields: ["sender": hostile ? "=1+1,\"x\"\n<b>" : "north"])
    var options = Evaluation.Options()
    options.fields = ["sender"]
    let evaluation = try Evaluation(
      [document], answers: [:], earlier: [document.id: gold.annotation()], options: options)
    return EvaluationReport(evaluation, maximumErrors: 10)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("the page holds nothing of a hostile text as markup, and fetches nothing")
  func page() throws {
    let page = text(try report(hostile: true).encodePage(title: "</title><script>x</script>"))
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("<img") && !page.contains("<b>") && !page.contains("</h2>&lt;"))
    #expect(!page.contains("\u{202E}") && !page.contains("\u{0}"))
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("url("))
    #expect(page.contains("prefers-color-scheme: dark"))
  }

  @Test("the page shows every error without script")
  func pageWithoutScript() throws {
    let page = text(try report().encodePage(title: "gold"))
    #expect(page.contains(#"<li data-kind="missed" data-types="PLACE">"#))
    #expect(page.contains(#"It came to <mark class="gold">Porto It</mark>."#))
    #expect(page.contains(#"<form id="filters" hidden>"#))
    #expect(page.contains("0 won, 1 lost"))
  }

  @Test("JSON is JSON, with figures, errors and changes")
  func json() throws {
    let bytes = try report(hostile: true).encode(.json)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["errorCount"] as? Int == 1 && object["lost"] as? Int == 1)
    let groups = try #require(object["groups"] as? [[String: Any]])
    let figures = try #require(groups[0]["figures"] as? [[String: Any]])
    #expect(figures[0]["measure"] as? String == "strict" && figures[0]["f1"] as? Double == 0)
    #expect(figures[0]["before"] as? Double == 1)
    let errors = try #require(object["errors"] as? [[String: Any]])
    #expect(errors[0]["kind"] as? String == "missed")
  }

  @Test("CSV quotes what it must, and starts no formula")
  func csv() throws {
    let csv = text(try report(hostile: true).encode(.csv))
    #expect(
      csv.hasPrefix(
        "group,value,documents,measure,type,gold,found,precision,recall,f1,low,high,before,p\nall,,1,strict,ALL,1,0,0.0000,0.0000,0.0000,,,1.0000,\n"
      ))
    #expect(csv.contains("sender,\"'=1+1,\"\"x\"\"\n<b>\",1,strict,ALL,"))
  }

  @Test("text lists figures, errors and changes, and no controls of the text")
  func lines() throws {
    let lines = text(try report().encode(.text)).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("all") && $0.contains("1      0   0.000 0.000 0.000") })
    #expect(lines.contains("lost; now: missed          a:11  PLACE 'Porto It'"))
    #expect(lines.contains("    It came to [Porto It]."))
    let hostile = text(try report(hostile: true).encode(.text))
    #expect(!hostile.contains("\u{0}") && !hostile.contains("\u{202E}"))
    #expect(hostile.contains("⟨U+202E⟩"))
  }

  @Test(
    "decimals are rounded and filled up",
    arguments: [
      (0.9375, "0.938"), (0.05, "0.050"), (1, "1.000"), (-0.0001, "0.000"), (-0.25, "-0.250"),
    ]
      as [(Double, String)])
  func decimals(value: Double, text: String) {
    #expect(FigureText.decimal(value) == text)
  }
}

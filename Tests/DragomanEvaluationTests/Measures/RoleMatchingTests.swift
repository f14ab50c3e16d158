import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("Roles and topics")
struct RoleMatchingTests {
  private static let text: MarkedNames =
    "Ambassador of [Norland|place:Norland] [Aigul Omarova|person:Aigul Omarova] met Rector [Tom Reed|person:Tom Reed]."

  private func role(_ phrase: String, _ person: Int, _ of: StatedRole.Party?) -> StatedRole {
    StatedRole(range: Self.text.range(of: phrase), person: .thing(person), of: of)
  }

  private func figures(_ gold: [StatedRole], _ found: [StatedRole]) throws -> [Double] {
    let evaluation = try Evaluation(
      [Self.text.gold("a", roles: gold)], answers: ["a": Self.text.annotation(roles: found)])
    return try [.rolePhrase, .rolePerson, .roleWhole].map { measure in
      try #require(evaluation.groups[0].figure(measure)).f1
    }
  }

  @Test("are right by phrase, by person, by body, each stricter than the one before")
  func steps() throws {
    let gold = [role("Ambassador of Norland", 1, .thing(0)), role("Rector", 2, nil)]
    #expect(try figures(gold, gold) == [1, 1, 1])
    // A shorter phrase is enough; gold says nothing about the rector's body.
    #expect(
      try figures(gold, [role("Ambassador", 1, .thing(0)), role("Rector", 2, .name("Porto"))])
        == [1, 1, 1])
    #expect(
      try figures(gold, [role("Ambassador", 1, nil), role("Rector", 2, nil)]) == [1, 1, 0.5])
    #expect(
      try figures(gold, [role("Ambassador", 2, .thing(0)), role("Rector", 2, nil)]) == [
        1, 0.5, 0.5,
      ]
    )
    #expect(try figures(gold, []) == [0, 0, 0])
  }

  @Test("know a person or body by name where gold has no mention of it")
  func names() throws {
    let gold = [
      StatedRole(
        range: Self.text.range(of: "Rector"), person: .name("TOM REED"), of: .name("Norland"))
    ]
    #expect(try figures(gold, [role("Rector", 2, .thing(0))]) == [1, 1, 1])
    #expect(try figures(gold, [role("Rector", 1, .thing(0))]) == [1, 0, 0])
  }

  @Test("topics count at the top level, and the first by itself")
  func topics() throws {
    let gold = Self.text.gold("a", topics: ["health", "sport", "football"])
    let answer = Self.text.annotation(topics: ["Sport", "weather", "chess", "sport"])
    let evaluation = try Evaluation([gold], answers: ["a": answer])
    let topics = try #require(evaluation.groups[0].figure(.topics))
    #expect((topics.gold, topics.found, topics.f1) == (2, 2, 0.5))
    #expect(evaluation.groups[0].figure(.firstTopic)?.f1 == 1)
  }
}

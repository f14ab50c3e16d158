import Dragoman
import DragomanEvaluation
import Synchronization
import Testing

@testable import DragomanTraining

@Suite("Cross-validation of names")
struct NameValidationTests {
  private static func trainer(
    _ count: Int, seed: UInt64 = 51, jobs: Int = 1
  ) async throws -> NameTrainer {
    var texts = InventedTexts(seed: seed)
    let documents = texts.documents(
      count,
      [
        "They walked to zorblat [*|place] again.", "The quimmel * was painted green.",
        "Some left zorblat [*|place] at noon.",
      ])
    var options = NameTrainer.Options()
    options.jobs = jobs
    return await NameTrainer(
      [NameCorpus(name: "invented", documents: documents)], on: try TrainingFixture.ruled.get(),
      options)
  }

  @Test("measures each text once, by a model that did not see it")
  func folds() async throws {
    let trainer = try await Self.trainer(40)
    let parts = Mutex<[Double]>([])
    let results = await trainer.validate(folds: 4) { part in parts.withLock { $0.append(part) } }
    let result = try #require(results.first)
    #expect(results.count == 1)
    #expect(result.corpus == "invented")
    #expect(result.documents == 40)
    #expect(parts.withLock { $0 } == [0.25, 0.5, 0.75, 1])
    let (grammar, learned) = (result.grammar.f1() ?? 0, result.learned.f1() ?? 0)
    #expect(learned > 0.9, "\(learned)")
    #expect(grammar < learned, "\(grammar)")
    #expect((result.lists.f1() ?? 0) <= grammar)
  }

  @Test("measures no text by a model that knows it: what only memory can tell is not found")
  func unseen() async throws {
    var texts = InventedTexts(seed: 53)
    let documents = texts.documents(
      40, ["They walked to zorblat [*|place] again.", "They walked to zorblat [*|person] again."])
    let trainer = await NameTrainer(
      [NameCorpus(name: "by heart", documents: documents)], on: try TrainingFixture.ruled.get(),
      .init())
    let learned = await trainer.validate(folds: 5) { _ in }[0].learned.f1() ?? 1
    #expect(learned < 0.75, "\(learned)")
  }

  @Test("measures the same for any number of jobs")
  func jobs() async throws {
    let alone = try await Self.trainer(12).validate(folds: 3) { _ in }[0].learned
    let together = try await Self.trainer(12, jobs: 3).validate(folds: 3) { _ in }[0].learned
    #expect(alone.f1() == together.f1())
    #expect(alone.precision == together.precision)
    #expect(alone.recall == together.recall)
  }

  @Test("measures some of the parts, and more parts than texts")
  func parts() async throws {
    let trainer = try await Self.trainer(10)
    #expect(await trainer.validate(folds: 5, limit: 2) { _ in }[0].documents == 4)
    #expect(await trainer.validate(folds: 12) { _ in }[0].documents == 10)
  }

  @Test("measures other texts by the models of all parts")
  func measured() async throws {
    let other = try await Self.trainer(6, seed: 52)
    let results = try await Self.trainer(20).validate(folds: 2, measuring: other) { _ in }
    #expect(results.map(\.documents) == [20, 12])
    #expect((results[1].learned.f1() ?? 0) > 0.9)
  }

  @Test("learns from so many of the texts, few or many, the smaller shares within the larger")
  func shares() {
    for count in [8, 40, 1000] {
      var smaller: Set<Int> = []
      for share in [0.125, 0.25, 0.5, 1] {
        let used = Set((0..<count).filter { NameTrainer.isWithin(share, $0) })
        #expect(abs(Double(used.count) - share * Double(count)) <= 2, "\(share) of \(count)")
        #expect(used.isSuperset(of: smaller))
        smaller = used
      }
      #expect(smaller.count == count)
    }
  }

  @Test("finds more with more texts")
  func curve() async throws {
    let trainer = try await Self.trainer(30)
    let few = await trainer.validate(folds: 2, share: 0.05) { _ in }[0].learned.f1() ?? 0
    let all = await trainer.validate(folds: 2) { _ in }[0].learned.f1() ?? 0
    #expect(few < all, "\(few), \(all)")
  }
}

import Dragoman
import DragomanEvaluation
import DragomanTagging
import Testing

@testable import DragomanTraining

@Suite("Training a model of names")
struct NameTrainerTests {
  /// A word that no list has says what a name behind it is; another one that it is none.
  private static let frames = [
    "They walked to zorblat [*|place] again.", "The quimmel * was painted green.",
    "Some left zorblat [*|place] at noon.", "Nobody bought a quimmel * there.",
  ]
  private static let unseen = [
    "We liked zorblat [*|place] most.", "A quimmel * stood there.",
    "Many walked to zorblat [*|place] at noon.", "They painted the quimmel * again.",
  ]

  private static func documents(_ count: Int = 60) -> [GoldDocument] {
    var texts = InventedTexts(seed: 31)
    return texts.documents(count, frames)
  }

  private static func train(
    _ corpora: [NameCorpus]? = nil, on pipeline: AnnotationPipeline? = nil,
    _ change: (inout NameTrainer.Options) -> Void = { _ in }
  ) async throws -> TrainedNames {
    var options = NameTrainer.Options()
    change(&options)
    let corpora = corpora ?? [NameCorpus(name: "invented", documents: documents())]
    let trainer = await NameTrainer(
      corpora, on: try pipeline ?? TrainingFixture.ruled.get(), options)
    return await trainer.train { _, _ in }
  }

  /// How many texts of the frames, with new names, come out with just their names.
  private static func right(
    of frames: [String], _ pipeline: AnnotationPipeline, count: Int = 20
  ) -> Int {
    var texts = InventedTexts(seed: 77)
    return (0..<count).count { index in
      let marked = texts.marked(frames[index % frames.count])
      return TrainingFixture.marked(InventedTexts.plain(marked), pipeline) == marked
    }
  }

  @Test("gives the same bytes for the same seed and any number of jobs, and others for another")
  func reproducible() async throws {
    let alone = try await Self.train()
    let together = try await Self.train { $0.jobs = 2 }
    #expect(alone.bytes == together.bytes)
    let other = try await Self.train { $0.seed = 2 }
    #expect(alone.bytes != other.bytes)
  }

  @Test("finds names by what stands beside them, where lists and grammars do not")
  func finds() async throws {
    let file = try ModelFile(try await Self.train().bytes)
    let before = Self.right(of: Self.unseen, try TrainingFixture.ruled.get())
    let after = Self.right(of: Self.unseen, try file.pipeline())
    #expect(before <= 10, "\(before) of 20")
    #expect(after >= 16, "\(after) of 20")
    let summary = try file.open().summary
    #expect(summary["corpus invented"] == "60 texts, 30 names")
    #expect(summary["epochs"] == "6" && summary["seed"] == "1")
    #expect(summary["languages"] == "en")
    #expect(summary["on top of"] == nil)
  }

  @Test("tells how far it is, and how improbable the right names still are")
  func progress() async throws {
    let corpus = NameCorpus(name: "invented", documents: Self.documents())
    let trainer = await NameTrainer([corpus], on: try TrainingFixture.ruled.get(), .init())
    var parts: [Double] = []
    var losses: [Double] = []
    _ = await trainer.train { part, loss in
      parts.append(part)
      losses.append(loss)
    }
    #expect(parts == parts.sorted())
    #expect(parts.last == 1)
    #expect(try #require(losses.last) < losses[0] / 4)
  }

  @Test("keeps so many features, and leaves kinds of them out")
  func features() async throws {
    let trained = try await Self.train {
      $0.rows = 50
      $0.leftOut = ["previous-word", "word"]
    }
    #expect(trained.rowCount == 50)
    let summary = try ModelFile(trained.bytes).open().summary
    #expect(summary["features"] == "50")
    #expect(summary["without"] == "previous-word, word")
  }

  @Test("has names of all kinds of features, each once")
  func templates() {
    #expect(Set(NameTrainer.templateNames).count == NameTrainer.templateNames.count)
    #expect(NameTrainer.templateNames.contains("previous-word"))
  }

  @Test("learns nothing of texts without names, and nothing of none")
  func nothing() async throws {
    let silent = [InventedTexts.gold("it was quiet."), InventedTexts.gold("", id: "b")]
    for documents in [silent, []] {
      let trained = try await Self.train([NameCorpus(name: "silent", documents: documents)])
      #expect(trained.rowCount == 0)
      let pipeline = try ModelFile(trained.bytes).pipeline()
      #expect(pipeline.annotate("They walked to zorblat Vomug again.").mentions.isEmpty)
    }
  }

  @Test("counts names that cut words as lost, and learns the others")
  func lost() async throws {
    let cut = InventedTexts.gold("They walked to zorblat Vo[mug|place] again.", id: "cut")
    let corpora = [
      NameCorpus(name: "cut", documents: [cut]),
      NameCorpus(name: "invented", documents: Self.documents(20)),
    ]
    let trainer = await NameTrainer(corpora, on: try TrainingFixture.ruled.get(), .init())
    #expect(trainer.lostNames == 1)
    let summary = try ModelFile(await trainer.train { _, _ in }.bytes).open().summary
    #expect(summary["corpus cut"] == "1 texts, 0 names")
    #expect(summary["corpus invented"] == "20 texts, 10 names")
  }

  // MARK: On top

  @Test("corrects the default model, and leaves what that knows as it was")
  func onTop() async throws {
    let learned = try TrainingFixture.learned.get()
    let trained = try await Self.train(on: learned) { $0.stacks = true }
    let file = try ModelFile(trained.bytes)
    let model = try file.open()
    #expect(model.summary["on top of"] == learned.nameModels.last?.digest)
    let pipeline = try file.pipeline()
    #expect(pipeline.nameModels.map(\.digest) == learned.nameModels.map(\.digest) + [model.digest])
    let after = Self.right(of: Self.unseen, pipeline)
    #expect(after >= 16, "\(after) of 20, \(Self.right(of: Self.unseen, learned)) before")
    for text in [
      "President Emmanuel Macron met Olaf Scholz in Berlin on Monday.",
      "The Ministry of Foreign Affairs of Kazakhstan and the World Bank signed a memorandum in Astana.",
    ] {
      let marked = TrainingFixture.marked(text, learned)
      #expect(marked.contains("|"))
      #expect(TrainingFixture.marked(text, pipeline) == marked)
    }
  }

  @Test("takes the default model's curves on top of it if few texts say how probable names are")
  func curves() async throws {
    let learned = try TrainingFixture.learned.get()
    let corpora = [NameCorpus(name: "few", documents: Self.documents(10))]
    let top = try ModelFile(try await Self.train(corpora, on: learned) { $0.stacks = true }.bytes)
    let alone = try ModelFile(try await Self.train(corpora).bytes)
    for kind in 0..<3 {
      #expect(try top.open().calibration[kind] == learned.models[0].calibration[kind])
      #expect(try alone.open().calibration[kind] == (1, 0))
    }
  }

  @Test("is refused on top of another model than the one it was trained on")
  func foreignBase() throws {
    let image = NameModelImage([], rowLimit: 0) { _ in .zero }
    let file = try ModelFile(
      image.encode(
        calibration: [(1, 0), (1, 0), (1, 0)], summary: [("on top of", "0123456789abcdef")]))
    let error = #expect(throws: PipelineError.self) { try file.pipeline() }
    #expect(error?.message.contains("0123456789abcdef") == true)
    #expect(error?.message.contains("train it again") == true)
  }

  // MARK: Domains

  @Test("follows the guideline of its domain", arguments: [("one", "place"), ("other", "person")])
  func domains(domain: String, kind: String) async throws {
    var texts = InventedTexts(seed: 41)
    let corpora = [("one", "place"), ("other", "person")].map { name, kind in
      let frames = Self.frames.map { $0.replacing("|place", with: "|\(kind)") }
      return NameCorpus(name: name, documents: texts.documents(60, frames), domain: name)
    }
    let trained = try await Self.train(corpora) { $0.domain = domain }
    let file = try ModelFile(trained.bytes)
    #expect(try file.open().summary["domain"] == domain)
    let unseen = Self.unseen.map { $0.replacing("|place", with: "|\(kind)") }
    let right = Self.right(of: unseen, try file.pipeline())
    #expect(right >= 18, "\(right) of 20")
  }

  @Test(
    "lets texts of greater weight win where guidelines disagree",
    arguments: ["place", "person"])
  func weights(kind: String) async throws {
    var texts = InventedTexts(seed: 43)
    let corpora = ["place", "person"].map { name in
      let frames = Self.frames.map { $0.replacing("|place", with: "|\(name)") }
      return NameCorpus(
        name: name, documents: texts.documents(40, frames), weight: name == kind ? 20 : 1)
    }
    let file = try ModelFile(try await Self.train(corpora).bytes)
    let unseen = Self.unseen.map { $0.replacing("|place", with: "|\(kind)") }
    let right = Self.right(of: unseen, try file.pipeline())
    #expect(right >= 18, "\(right) of 20")
  }
}

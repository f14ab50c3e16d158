import Dragoman
import DragomanLexicon
import Foundation
import Testing

@testable import DragomanTagging

@Suite("A model of names")
struct NameModelTests {
  /// A sound model with a few rows.
  private static let sound = ModelFile.encode(
    [7: SIMD16(repeating: 1), 1 << 31: SIMD16(repeating: -5), .max: SIMD16(repeating: 127)],
    summary: "epochs\t6\nseed\t1\n")

  /// Where the header ends.
  private static let headerSize = 512

  /// Expects that such bytes are refused, with the path and what to do.
  private func expectRefusal(
    _ bytes: [UInt8], _ code: NameModelError.Code, _ remedy: String, _ comment: Comment? = nil
  ) throws {
    try ModelFile.with(bytes) { path in
      let error = #expect(throws: NameModelError.self, comment) { try NameModel(path: path) }
      #expect(error?.code == code, comment)
      #expect(error?.path == path, comment)
      #expect(error?.message.contains(remedy) == true, "\(error?.message ?? "")")
      #expect(error?.description == "\(path): \(code.name): \(error?.message ?? "")", comment)
    }
  }

  // MARK: Files that are refused

  @Test("is refused wherever it is cut off")
  func truncated() throws {
    for count in 0..<Self.headerSize {
      try expectRefusal(
        Array(Self.sound.prefix(count)), .foreignFile, "give a file made by 'dragoman names train'",
        "\(count) bytes")
    }
    for count in Self.headerSize..<Self.sound.count {
      try expectRefusal(
        Array(Self.sound.prefix(count)), .truncatedFile, "copy or train it again", "\(count) bytes")
    }
    try expectRefusal(Self.sound + [0], .truncatedFile, "copy or train it again")
  }

  @Test("is refused whichever of its bytes is another")
  func flipped() throws {
    for index in Self.sound.indices {
      var bytes = Self.sound
      bytes[index] ^= 1 << (index % 8)
      let (code, remedy): (NameModelError.Code, String) =
        switch index {
        case 0..<8: (.foreignFile, "give a file made by 'dragoman names train'")
        case 8..<16: (.unsupportedFormat, "train it again with this program")
        case 16..<24: (.truncatedFile, "copy or train it again")
        default: (.damagedFile, "copy or train it again")
        }
      try expectRefusal(bytes, code, remedy, "byte \(index)")
    }
  }

  @Test("is refused if it is of another format")
  func otherFormat() throws {
    let newer = CompiledFileFormat(
      magic: "DRAGNAM\n", version: 99, strides: [2, 16, 4, 1], noun: "", maker: "", remedy: "")
    try expectRefusal(
      CompiledFile.encode(newer, [[], [], [], []]), .unsupportedFormat,
      "it is of format 99, this program reads format 2; train it again with this program")
  }

  @Test("is no lexicon, no text and no folder, and is there")
  func otherFiles() throws {
    let lexicon = try #require(try TaggingFixture.learned.get().lexicons.first).path
    let folder = FileManager.default.temporaryDirectory.path
    for (path, code, remedy) in [
      (lexicon, NameModelError.Code.foreignFile, "give a file made by 'dragoman names train'"),
      (#filePath, .foreignFile, "it does not start as a model of names"),
      (folder, .unreadableFile, "it is a folder or a device"),
      ("/nowhere/names.model", .unreadableFile, "check the path"),
    ] {
      let error = #expect(throws: NameModelError.self) { try NameModel(path: path) }
      #expect(error?.code == code && error?.path == path)
      #expect(error?.message.contains(remedy) == true, "\(error?.message ?? "")")
    }
    #expect(throws: LexiconError.self) {
      try ModelFile.with(Self.sound) { try CompiledLexicon(path: $0) }
    }
  }

  // MARK: Files that are read

  @Test("gives each row at its hash, and its summary")
  func sound() throws {
    let model = try ModelFile.open(Self.sound)
    #expect(model.table[7] == SIMD16(repeating: 1))
    #expect(model.table[1 << 31] == SIMD16(repeating: -5))
    #expect(model.table[.max] == SIMD16(repeating: 127))
    for hash in [2, 8, 0x8000_0009, UInt32.max - 1] { #expect(model.table[hash] == .zero) }
    #expect(model.summary == ["epochs": "6", "seed": "1"])
    #expect(model.base == nil)
    #expect(model.byteCount == Self.sound.count)
    #expect(model.calibration.allSatisfy { $0 == (1, 0) })
  }

  @Test("gives rows that found their bucket full, and goes round at the table's end")
  func fullBuckets() throws {
    // One bucket in two: all the hashes above the half have the second one.
    var rows: [UInt32: SIMD16<Int8>] = [:]
    for number in 1...14 { rows[.max - UInt32(number)] = SIMD16(repeating: Int8(number)) }
    var tags = [UInt8](repeating: 0, count: 32)
    var table = [UInt8](repeating: 0, count: 256)
    for (number, (hash, row)) in rows.sorted(by: { $0.key < $1.key }).enumerated() {
      let slot = number < 8 ? 8 + number : number - 8
      tags[2 * slot] = UInt8(truncatingIfNeeded: hash)
      tags[2 * slot + 1] = UInt8(truncatingIfNeeded: hash >> 8)
      for lane in 0..<16 { table[16 * slot + lane] = UInt8(bitPattern: row[lane]) }
    }
    let model = try ModelFile.open(
      ModelFile.encode(tags: tags, rows: table, settings: [], summary: []))
    for (hash, row) in rows { #expect(model.table[hash] == row) }
    #expect(model.table[.max - 15] == .zero)
  }

  @Test("may be empty: then nothing is found")
  func empty() throws {
    let files = [
      ModelFile.encode(), ModelFile.encode(tags: [], rows: [], settings: [], summary: []),
    ]
    for bytes in files {
      try ModelFile.with(bytes) { path in
        #expect(try NameModel(path: path).summary.isEmpty)
        for document in try annotate(model: path) {
          #expect(document.mentions.isEmpty && document.entities.isEmpty)
        }
      }
    }
  }

  /// The answers of a model to all texts.
  private func annotate(model: String) throws -> [AnnotatedDocument] {
    var options = AnnotationPipeline.Options()
    options.model = model
    let pipeline = try AnnotationPipeline(options: options)
    return Release.all.map {
      pipeline.annotate(SourceText($0.text), language: $0.language, explaining: true)
    }
  }

  /// Expects an answer, whatever it is.
  private func expectAnswers(_ bytes: [UInt8], _ comment: Comment) throws {
    try ModelFile.with(bytes) { path in
      for document in try annotate(model: path) {
        var end = 0
        for mention in document.mentions {
          #expect(mention.range.lowerBound >= end, comment)
          #expect((0...1).contains(mention.score), comment)
          end = mention.range.upperBound
        }
        #expect(end <= document.source.count, comment)
      }
    }
  }

  @Test("answers, whatever bytes its sections are full of, and however many")
  func anyBytes() throws {
    var generator = SeededGenerator(salt: 51)
    for round in 0..<20 {
      func bytes(_ most: Int) -> [UInt8] {
        let fill: UInt8? = [nil, nil, 0, 1, 0x80, 0xFF].randomElement(using: &generator) ?? nil
        return (0..<Int.random(in: 0...most, using: &generator)).map { _ in
          fill ?? .random(in: 0...255, using: &generator)
        }
      }
      let file = ModelFile.encode(
        tags: bytes(5000), rows: bytes(40_000), settings: bytes(40), summary: bytes(200))
      try expectAnswers(file, "seed \(SeededGenerator.seed), round \(round)")
    }
  }

  @Test("answers, with the largest weights for every feature, and numbers that are none")
  func largestWeights() throws {
    let fixture = try LearnedFixture.opened.get()
    var features = Set<UInt32>()
    for release in Release.all {
      features.formUnion(try fixture.read(release, [fixture.model]).text.features)
    }
    for weight in [Int8.min, .max] {
      let rows = Dictionary(
        uniqueKeysWithValues: features.map { ($0, SIMD16<Int8>(repeating: weight)) })
      for slope in [1, -1, Float.greatestFiniteMagnitude, .infinity, .nan] {
        try expectAnswers(ModelFile.encode(rows, slope: slope), "\(weight), \(slope)")
      }
    }
  }

  // MARK: The pipeline

  /// Opens a pipeline that must not open.
  private func refusal(_ options: AnnotationPipeline.Options) -> PipelineError? {
    #expect(throws: PipelineError.self) { try AnnotationPipeline(options: options) }
  }

  @Test("is missed by a pipeline whose data have none, which says where to put it")
  func missing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lexicon = try #require(try TaggingFixture.learned.get().lexicons.first).path
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "default.lexicon").path, withDestinationPath: lexicon)
    var options = AnnotationPipeline.Options()
    options.dataDirectory = folder.path
    let error = refusal(options)
    #expect(error?.code == .missingData)
    #expect(
      error?.message == "no default model of names at \(folder.path)/names.model; put the folder "
        + "'dragoman-data' beside the program, or name its place with --data or DRAGOMAN_DATA")

    // Whoever does not want it, or has one that stands alone, does not miss it.
    options.usesLearned = false
    #expect(try AnnotationPipeline(options: options).nameModels.isEmpty)
    options.usesLearned = true
    try ModelFile.with(Self.sound) { path in
      options.model = path
      let pipeline = try AnnotationPipeline(options: options)
      #expect(pipeline.nameModels.map(\.path) == [path])
    }
  }

  @Test("has no say in languages that it was not trained on")
  func languages() throws {
    func serving(_ summaries: [String]) throws -> [Bool] {
      var models: [NameModel] = []
      for summary in summaries {
        try ModelFile.with(ModelFile.encode(summary: summary)) {
          models.append(try NameModel(path: $0))
        }
      }
      let weights = try #require(LearnedWeights(models))
      return [.english, .turkish, .uzbek, .undetermined].map(weights.serve)
    }
    #expect(try serving(["languages\taz en\n"]) == [true, false, false, true])
    #expect(try serving(["languages\taz en\n", "languages\tuz\n"]) == [true, false, true, true])
    #expect(try serving(["epochs\t6\n"]) == [true, true, true, true])
    #expect(try serving(["languages\taz en\n", ""]) == [true, true, true, true])

    // The default model was not trained on Uzbek.
    let text = SourceText("Orvelin Taskareva Toshkentga keldi, Brenholm Zostava vakili dedi.")
    let (learned, ruled) = (
      try TaggingFixture.learned.get(), try TaggingFixture.pipeline.get()
    )
    #expect(
      learned.annotate(text, language: .uzbek).mentions
        == ruled.annotate(text, language: .uzbek).mentions)
    #expect(
      learned.annotate(text, language: .english).mentions
        != ruled.annotate(text, language: .english).mentions)
  }

  @Test("is used on top of the model that it was trained on, and of no other")
  func onTop() throws {
    let standard = try #require(try TaggingFixture.learned.get().nameModels.first)
    var options = AnnotationPipeline.Options()
    try ModelFile.with(ModelFile.encode(summary: "on top of\t\(standard.digest)\n")) { path in
      options.model = path
      let pipeline = try AnnotationPipeline(options: options)
      #expect(pipeline.nameModels.map(\.path) == [standard.path, path])
    }
    try ModelFile.with(ModelFile.encode(summary: "on top of\t0123456789abcdef\n")) { path in
      options.model = path
      let error = refusal(options)
      #expect(error?.code == .model)
      for part in [path, "0123456789abcdef", standard.digest, "train it again"] {
        #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
      }
    }
  }

  @Test("that is damaged stops a pipeline with the model's own message")
  func damaged() throws {
    var bytes = Self.sound
    bytes[600] ^= 1
    try ModelFile.with(bytes) { path in
      var options = AnnotationPipeline.Options()
      options.model = path
      let error = refusal(options)
      #expect(error?.code == .model)
      #expect(
        error?.message
          == "\(path): damaged model: its checksum is wrong; copy or train it again")
    }
  }
}

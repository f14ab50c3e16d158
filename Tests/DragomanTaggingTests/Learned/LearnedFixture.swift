import Dragoman
import DragomanLexicon
import DragomanText
import Foundation
import Testing

@testable import DragomanTagging

/// The stages below the pipeline, opened once for all tests.
struct LearnedFixture {
  let tokenizer: Tokenizer
  let lexicons: LexiconStack
  /// The default model.
  let model: NameModel

  static let opened = Result { try LearnedFixture() }

  private init() throws {
    let pipeline = try TaggingFixture.learned.get()
    tokenizer = try Tokenizer()
    lexicons = LexiconStack(try pipeline.lexicons.map { try CompiledLexicon(path: $0.path) })
    model = try NameModel(path: try #require(pipeline.nameModels.first).path)
  }

  /// What decides of a text with some models, and what a learner sees of it.
  func read(
    _ release: Release, _ models: [NameModel], _ own: LexiconStack? = nil
  ) throws -> (decision: LearnedDecision, text: LearningText) {
    let lexicons = own ?? lexicons
    let text = tokenizer.tokenize(SourceText(release.text), language: release.language)
    let matches = lexicons.matches(in: text)
    let tagger = Tagger(lexicons: lexicons)
    let reading = tagger.read(text, matches, keepsAll: true)
    let decision = LearnedDecision(
      reading.context, reading.candidates, ruled: reading.ruled,
      try #require(LearnedWeights(models)))
    return (decision, tagger.learningText(text, matches, without: [], on: []))
  }
}

/// A short text in one of the languages.
struct Release: Sendable, CustomTestStringConvertible {
  let language: LanguageTag
  let text: String

  var testDescription: String { language.code }

  static let all = [
    Release(
      language: .english,
      text: """
        NORTHFIELD, March 3 — The Velmira Trust opened a clinic in Tarnholt on Monday. Its director, Dr. Maren Osk, thanked \
        Quillon and the town of Brask.

        "We waited nine years," said Osk. Workers from Halden & Sons built it for $4.5 million. A second site, in Ostrava, \
        follows in May.
        """),
    Release(
      language: .turkish,
      text: """
        KAYSERİ - Velmira Vakfı, Tarnholt'ta yeni bir klinik açtı. Vakıf Başkanı Maren Osk, "Dokuz yıl bekledik" dedi. Törene \
        Kayseri Valisi Selim Aktuna ve Brask Belediyesi'nden Derin Ulusoy katıldı.

        İnşaatı Halden İnşaat A.Ş. 4,5 milyon liraya yaptı.
        """),
    Release(
      language: .kazakh,
      text: """
        Қостанайда «Велмира» қоры жаңа емхана ашты. Қор төрағасы Ерлан Тоқсанбайұлы: «Тоғыз жыл күттік», – деді. Рәсімге облыс \
        әкімі Сәуле Бекжанова мен «Тарнхольт» ЖШС өкілдері қатысты.

        Екінші емхана Рудныйда мамыр айында ашылады.
        """),
    Release(
      language: .azerbaijani,
      text: """
        “Velmira” fondu Şəkidə yeni klinika açıb. Fondun sədri Elnur Qasımzadə bildirib ki, tikinti doqquz il çəkib. Mərasimdə \
        Səhiyyə Nazirliyinin nümayəndələri və Tarnholtdan gəlmiş Maren Osk iştirak edib.

        İkinci klinika may ayında Qaxda açılacaq.
        """),
    Release(
      language: .russian,
      text: """
        КОСТРОМА. Фонд «Велмира» открыл клинику в Тарнхольте. Директор фонда Марен Оск поблагодарила жителей Браска и ООО \
        «Халден-Строй». «Мы ждали девять лет», — сказала Оск.

        В церемонии участвовали губернатор Павел Ровнин и представители Минздрава России. Вторая клиника откроется в мае.
        """),
    Release(language: .english, text: "MAREN OSK MEETS VELMIRA TRUST\n\nU.N. in Brask"),
    Release(language: .english, text: "Brask"),
    Release(language: .english, text: "nothing to see here."),
    Release(language: .english, text: ""),
  ]
}

/// Files of models that tests make.
enum ModelFile {
  /// The bytes of a model with some rows: in wide buckets, so that each row has room.
  static func encode(
    _ rows: [UInt32: SIMD16<Int8>] = [:], slope: Float = 1, summary: String = ""
  ) -> [UInt8] {
    let size = WeightTable.bucketSize
    let count = max(1, rows.count / 2)
    var tags = [UInt16](repeating: 0, count: count * size)
    var table = [SIMD16<Int8>](repeating: .zero, count: count * size)
    for (hash, weights) in rows.sorted(by: { $0.key < $1.key }) {
      var slot = WeightTable.bucket(of: hash, count: count) * size
      while tags[slot] != 0 { slot = (slot + 1) % tags.count }
      tags[slot] = WeightTable.tag(of: hash)
      table[slot] = weights
    }
    return encode(
      tags: tags.flatMap { bytes(of: $0) },
      rows: table.flatMap { row in row.indices.map { UInt8(bitPattern: row[$0]) } },
      settings: (0..<3).flatMap { _ in bytes(of: slope.bitPattern) + [0, 0, 0, 0] },
      summary: Array(summary.utf8))
  }

  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    stride(from: 0, to: number.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The bytes of a model with such sections, whatever stands in them; their checksums are right.
  static func encode(
    tags: [UInt8], rows: [UInt8], settings: [UInt8], summary: [UInt8]
  ) -> [UInt8] {
    CompiledFile.encode(NameModel.format, [tags, rows, settings, summary])
  }

  /// Runs `body` with the path of a file of such bytes.
  static func with<Result>(
    _ bytes: [UInt8], _ body: (String) throws -> Result
  ) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).model")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }

  /// Opens such bytes as a model: it stays mapped when its file is gone.
  static func open(_ bytes: [UInt8]) throws -> NameModel {
    try with(bytes) { try NameModel(path: $0) }
  }
}

/// A lexicon of a user's own.
enum OwnLexicon {
  /// Runs `body` with the path of a lexicon of some entities, one a line.
  static func with<Result>(
    _ entities: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "\(UUID().uuidString).lexicon"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let source = LexiconSource(path: "own.entities.tsv", bytes: Array(entities.utf8))
    try LexiconCompiler().compile([source], name: "own", to: path)
    return try body(path)
  }
}

import Dragoman
import Testing

@Suite("The topic classifier")
struct TopicClassifierTests {
  private func document(_ text: String, _ language: LanguageTag) throws -> AnnotatedDocument {
    try AnnotationPipeline(language: language).annotate(text)
  }

  @Test(
    "names the main topic in each language",
    arguments: [
      (
        "The central bank raised its interest rate as inflation and exports grew.",
        LanguageTag.english, "medtop:04000000"
      ),
      (
        "Merkez bankası politika faizini artırdı; enflasyon ve ihracat yükseldi.", .turkish,
        "medtop:04000000"
      ),
      ("Dışişleri Bakanı ikili ilişkileri ve dış politikayı görüştü.", .turkish, "medtop:11000000"),
      ("Сыртқы істер министрі екіжақты қарым-қатынасты талқылады.", .kazakh, "medtop:11000000"),
      (
        "Xarici işlər naziri ikitərəfli münasibətləri müzakirə edib.", .azerbaijani,
        "medtop:11000000"
      ),
      ("Министр иностранных дел обсудил двусторонние отношения.", .russian, "medtop:11000000"),
      (
        "The team won the football championship and two gold medals.", .english, "medtop:15000000"
      ),
    ])
  func main(text: String, language: LanguageTag, id: String) throws {
    #expect(try document(text, language).topics.first?.id == id)
  }

  @Test("gives reasons that stand in the text and add up to the score")
  func evidence() throws {
    let document = try document(
      "The central bank raised its interest rate as inflation and exports grew.", .english)
    let topic = try #require(document.topics.first)
    #expect(!topic.evidence.isEmpty)
    var previous = 0
    for evidence in topic.evidence {
      #expect(evidence.range.lowerBound >= previous)
      previous = evidence.range.upperBound
      #expect(!document.source.text(in: evidence.range).isEmpty)
    }
    // The log-odds are the weights and a constant that is the same for every topic and text.
    let sum = topic.evidence.reduce(0) { $0 + $1.weight }
    let logOdds = -2.6 + sum
    let odds = topic.score / (1 - topic.score)
    var power = 1.0
    for step in 1...60 { power = 1 + power * logOdds / Double(61 - step) }
    #expect(abs(odds - power) < 0.01 * power)
  }

  @Test("finds no topic where nothing speaks for one")
  func none() throws {
    for text in ["", "🎉", "Lorem ipsum dolor sit amet."] {
      #expect(try document(text, .english).topics.isEmpty)
    }
  }

  @Test("gives several topics to a text about several things")
  func several() throws {
    let document = try document(
      """
      Minister and rector open a university hospital
      The foreign minister and the ambassador discussed bilateral relations. The university, its students and teachers
      welcomed scholarships and the new curriculum. Doctors at the hospital treat patients and vaccinate against the virus.
      """, .english)
    #expect(document.topics.count >= 2)
  }
}

import Dragoman
import Testing

@Suite("The grammar of organizations")
struct OrganizationGrammarTests {
  @Test(
    "takes the longest name",
    arguments: [
      "The [Ministry of Tourism and Culture of the Republic of Kazakhstan|organization] agreed.",
      "The [Lake Van Research Institute|organization] and [Tolunay Media Group|organization] met.",
      "A note went to the [Embassy of Peru in Japan|organization] today.",
      "The [State Water Inspection Service of Ukraine|organization] replied.",
      "It was built by [Corvane Materials plc|organization] and [Tessaly Robotics, Inc.|organization] together.",
      "The [MFA of the Republic of Uzbekistan|organization] said so.",
    ] as [MarkedText])
  func english(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads heads that stand last, with their endings",
    arguments: [
      "Karar [Slovenya Dış ve Avrupa İşleri Bakanlığı|organization]'na iletildi.",
      "Açıklama [Enerji ve Tabii Kaynaklar Bakanlığından|organization] geldi.",
      "Proje [Gökçedal Teknik Üniversitesi|organization] ile yürütülüyor.",
    ] as [MarkedText])
  func turkish(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .turkish)
    #expect(found == expected)
  }

  @Test("does not count a number before a head as part of the name")
  func counts() throws {
    let document = try TaggingFixture.annotate("the 7th National Kurultai met.", .english)
    #expect(document.mentions.map(document.text(of:)) == ["National Kurultai"])
  }

  @Test("joins an acronym in brackets to the name before it, wherever it stands afterwards")
  func acronym() throws {
    let document = try TaggingFixture.annotate(
      "The Lowland Rivers Observation Institute (LROI) was founded. LROI has 20 members.", .english)
    #expect(
      document.mentions.map(document.text(of:)) == [
        "Lowland Rivers Observation Institute", "LROI", "LROI",
      ])
    #expect(Set(document.mentions.map(\.entity)).count == 1)
  }

  @Test("takes a short name in capitals only where the text writes it so")
  func smallAcronym() throws {
    let expected: MarkedText =
      "The Rt Hon [Gareth Penrose|person] spoke to [RT|organization] staff."
    let document = try TaggingFixture.annotate(expected.plain, .english)
    #expect(!document.mentions.map(document.text(of:)).contains("Rt"))
  }

  @Test("takes no government by its country's adjective")
  func government() throws {
    let expected: MarkedText =
      "The Turkish Government and the [Government of Peru|organization] agreed."
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads names that share a head, and parts those that do not",
    arguments: [
      "The [Ankara and Istanbul Universities|organization] met.",
      "The [Ministries of Health and of Agriculture|organization] met.",
      "The [Ministry of Youth and Sport|organization] and the [Development Bank of Armenia|organization] met.",
      "Banks and Institutes must report.",
    ] as [MarkedText])
  func coordination(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads names right behind their heads",
    arguments: [
      "The [Marwick Herald|organization] and [Radio Almenara|organization] wrote.",
      "[Team Kazakhstan|organization] beat [Romania|place]; the Team’s coach left.",
    ] as [MarkedText])
  func namesBehindHeads(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "takes a country and its ministry for one name, short forms for none",
    arguments: [
      "[Kazakistan Cumhuriyeti Dışişleri Bakanlığı|organization] konuştu.",
      "[Ankara ve İstanbul Üniversiteleri|organization] anlaştı.",
      "Şirket, Banka ve Vakıf açıklama yaptı.",
    ] as [MarkedText])
  func turkishChains(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .turkish)
    #expect(found == expected)
  }

  @Test(
    "takes social networks for the companies only where these act",
    arguments: [
      "Follow us on Facebook, YouTube and Telegram.",
      "[Facebook|organization] said so.",
    ] as [MarkedText])
  func channels(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }
}

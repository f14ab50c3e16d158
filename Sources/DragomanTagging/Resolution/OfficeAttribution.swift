internal import DragomanLexicon
internal import DragomanText

/// Finds the people beside offices.
struct OfficeAttribution {
  /// An office with those who hold it.
  struct Office {
    /// The office, by index.
    let title: Int
    /// By index of the chosen candidates.
    let people: [Int]
    /// Other offices that the same people are said to hold in one breath.
    var joined: [Int] = []
  }

  private let context: TaggingContext
  private let titles: [TitlePhrase]
  private let spans: NamedSpans
  /// Offices by their first term.
  private let starting: [Int: Int]
  /// How many offices and words of respect may stand between an office and its person.
  private static let maximumChain = 4
  /// How many words may stand between a person and the office behind: `Name, who has recently been named the new`.
  private static let maximumLink = 8

  init(_ context: TaggingContext, titles: [TitlePhrase], spans: NamedSpans) {
    self.context = context
    self.titles = titles
    self.spans = spans
    starting = Dictionary(titles.indices.map { (titles[$0].terms.lowerBound, $0) }) { first, _ in
      first
    }
  }

  /// The offices that somebody holds, in text order.
  func offices() -> [Office] {
    var result: [Office] = []
    /// The offices that stand behind their people, by the term behind them, by index of the result.
    var appositions: [Int: Int] = [:]
    for (index, title) in titles.enumerated() where !title.isHonorific {
      // An office inside a name (Ali Khan) is none.
      if title.cue.contains(where: { spans.isInsidePerson($0) }) || isRank(index) { continue }
      // `the Prime Minister’s Envoy` is another one.
      if context.language == .english, context.isGenitiveSuffix(title.terms.upperBound) { continue }
      if let person = personSettingOff(title) {
        appositions[title.terms.upperBound] = result.count
        result.append(Office(title: index, people: [person]))
      } else if let behind = peopleBehind(title) {
        result.append(Office(title: index, people: behind.people, joined: behind.joined))
      } else if let person = personBefore(title) {
        appositions[title.terms.upperBound] = result.count
        result.append(Office(title: index, people: [person]))
      } else if let known = apposition(before: title, among: appositions) {
        appositions[title.terms.upperBound] = result.count
        result.append(
          Office(title: index, people: result[known].people, joined: [result[known].title]))
        result[known].joined.append(index)
      }
    }
    return joined(result)
  }

  /// Offices that share their person in a chain know of each other: the later ones of the earlier, too.
  private func joined(_ offices: [Office]) -> [Office] {
    var result = offices
    let places = Dictionary(offices.indices.map { (offices[$0].title, $0) }) { first, _ in first }
    for office in offices {
      for neighbour in office.joined {
        guard let place = places[neighbour], result[place].people == office.people,
          !result[place].joined.contains(office.title)
        else { continue }
        result[place].joined.append(office.title)
      }
    }
    return result
  }

  /// Whether an envoy's bare title right behind an office is how its holder is addressed: `Special Envoy for Peru Ambassador
  /// Name`.
  private func isRank(_ index: Int) -> Bool {
    let title = titles[index]
    guard index > 0, title.modifier == nil, title.complement.isEmpty, title.cue.count == 1,
      context[title.cue.lowerBound].contains(.envoy)
    else { return false }
    let before = titles[index - 1]
    return !before.isHonorific && before.terms.upperBound == title.terms.lowerBound
      && before.terms != before.cue && !context[title.terms.lowerBound].contains(.afterLineBreak)
  }

  // MARK: The person behind

  /// `Foreign Minister H.E. Mr. Name`, `Presidents Name and Name`, `Deputy Prime Minister - Minister of Trade Name`.
  private func peopleBehind(_ title: TitlePhrase) -> (people: [Int], joined: [Int])? {
    var next = title.terms.upperBound
    var joined: [Int] = []
    let isJoint = title.cue.contains { context[$0].contains(.jointOffice) }
    if isJoint { next = partiesEnd(from: next) }
    let isWhole = !title.complement.isEmpty || title.modifier != nil
    if isWhole, context.isMark(next, ",") {
      next += 1
    } else if let place = spans.placeBetween(next) {
      next = place.terms.upperBound
      if context.isMark(next, ",") { next += 1 }
    }
    for _ in 0..<Self.maximumChain {
      let isChained = context.isMark(next, "-") || context[next].contains(.conjunction)
      let start = isChained && context[next + 1].contains(.article) ? next + 2 : next + 1
      guard let further = starting[isChained ? start : next],
        !isChained || !titles[further].isHonorific, !context[next].contains(.afterLineBreak)
      else { break }
      if !titles[further].isHonorific, !isRank(further) { joined.append(further) }
      next = titles[further].terms.upperBound
      if context.isMark(next, "."), context.isAttached(next) { next += 1 }
    }
    guard let person = spans.person(startingAt: next), !context[next].contains(.afterLineBreak)
    else { return nil }
    if !isJoint { return ([person], joined) }
    // `Leaders` is not one person's office: `в поздравлении лидерам Имя выразил …`.
    let end = spans.terms(of: person).upperBound
    guard context.isMark(end, ",") || context[end].contains(.conjunction) || context.isSuffix(end)
    else { return nil }
    return (people(from: person), joined)
  }

  /// Over further countries and bodies: `of Peru and Chile`.
  private func partiesEnd(from start: Int) -> Int {
    var end = start
    while context[end].contains(.conjunction) || context.isMark(end, ",") {
      let next = context[end + 1].contains(.article) ? end + 2 : end + 1
      guard let party = spans.party(startingAt: next, within: next..<context.count) else { break }
      end = party.terms.upperBound
    }
    return end
  }

  /// A person and those who follow, over commas and `and`.
  private func people(from first: Int) -> [Int] {
    var result = [first]
    var end = spans.terms(of: first).upperBound
    while true {
      if context.isSuffix(end) { end += 2 }
      guard context.isMark(end, ",") || context[end].contains(.conjunction) else { return result }
      end += context.isMark(end, ",") && context[end + 1].contains(.conjunction) ? 2 : 1
      guard let next = spans.person(startingAt: end) else { return result }
      result.append(next)
      end = spans.terms(of: next).upperBound
    }
  }

  // MARK: The person before

  /// `Name, Foreign Minister of X, …`: set off by commas, the office belongs to the name before it.
  private func personSettingOff(_ title: TitlePhrase) -> Int? {
    guard context.isMark(title.terms.upperBound, ",") else { return nil }
    let before = linkStart(title.terms.lowerBound)
    guard context.isMark(before.start - 1, ",") else { return nil }
    return spans.person(endingAt: before.start - 1)
  }

  /// `Name, Foreign Minister of X`, `Name (Minister)`, `Name, who has been named Minister`, `Name Genel Sekreter olarak`.
  private func personBefore(_ title: TitlePhrase) -> Int? {
    let link = linkStart(title.terms.lowerBound)
    let isLinkedBehind = context.language != .english && isLink(behind: title.terms.upperBound)
    if let person = spans.person(endingAt: link.start) {
      let isBeside =
        link.hasLink || isLinkedBehind
        || link.start < title.terms.lowerBound && (link.hasArticle || !link.hasAdjective)
        || isSignature(person, title)
      return isBeside ? person : nil
    }
    let mark = link.start - 1
    let isApposition =
      context.isMark(mark, ",") || context.isMark(mark, "(")
      || context.isMark(mark, "-") && !context.isAttached(mark)
    guard isApposition, isEndOpen(title) || isLinkedBehind || link.hasLink else { return nil }
    return spans.person(endingAt: mark)
  }

  /// Another office of those who hold the one before it: `Name, President and CEO`, `Name, until now Ambassador to X, has
  /// been named Minister`.
  private func apposition(before title: TitlePhrase, among known: [Int: Int]) -> Int? {
    let link = linkStart(title.terms.lowerBound)
    if context[link.start - 1].contains(.conjunction) || context.isMark(link.start - 1, "-") {
      return known[link.start - 1]
    }
    guard link.hasLink || isEndOpen(title), context.isMark(link.start - 1, ",") else { return nil }
    return known[link.start - 1]
  }

  private struct Link {
    var start: Int
    var hasLink = false
    var hasArticle = false
    var hasAdjective = false
  }

  /// The start of the words between a person and an office: articles, `who has been named`, `former`, `newly elected`.
  private func linkStart(_ title: Int) -> Link {
    var link = Link(start: title)
    while title - link.start < Self.maximumLink, link.start > 0,
      !context[link.start].contains(.afterLineBreak), spans.person(endingAt: link.start) == nil
    {
      let facts = context[link.start - 1]
      let isOf = facts.contains(.of) && context[link.start - 2].contains(.officeLink)
      if facts.contains(.officeLink) {
        link.hasLink = true
      } else if isOf || facts.contains(.toPreposition) && link.hasLink {
        // `elected to the post of`
        link.start -= 1
        continue
      } else if facts.contains(.article) {
        link.hasArticle = true
      } else if facts.isSuperset(of: [.word, .capitalized]),
        !facts.isDisjoint(with: [.ordinary, .demonym]),
        facts.isDisjoint(with: [.title, .opener, .knownName, .firstName])
      {
        link.hasAdjective = true
      } else if facts.isDisjoint(with: .former),
        !context.isMark(link.start - 1, "-") || !context[link.start - 2].contains(.former)
      {
        break
      }
      link.start -= 1
    }
    return link
  }

  /// Whether behind an office a word says that somebody holds it: `Başkanı olarak`, `baş katibi seçilməsi`.
  private func isLink(behind end: Int) -> Bool {
    let word = context.isSuffix(end) ? end + 2 : end
    return context[word].contains(.officeLink) && !context[word].contains(.afterLineBreak)
  }

  /// Whether what stands behind a phrase does not speak against its being put behind a name: in languages whose verb stands
  /// last, what goes on is another part of the sentence (`Fidan, Genel Sekreter'i kabul etti`).
  private func isEndOpen(_ title: TitlePhrase) -> Bool {
    let end = title.terms.upperBound
    if context.language == .english || end >= context.count { return true }
    if context[end].contains(.afterLineBreak) { return true }
    if context[end].contains(.conjunction) { return starting[end + 1] != nil }
    return !context[end].contains(.word) && !context.isSuffix(end)
  }

  /// Whether a name has a line of its own and the office the next: the end of a letter.
  private func isSignature(_ person: Int, _ title: TitlePhrase) -> Bool {
    guard context[title.terms.lowerBound].contains(.afterLineBreak) else { return false }
    var start = spans.terms(of: person).lowerBound
    while start > 0, !context[start].contains(.afterLineBreak),
      context[start - 1].contains(.title) || context.isMark(start - 1, ".")
    {
      start -= 1
    }
    let end = title.terms.upperBound
    return (start == 0 || context[start].contains(.afterLineBreak))
      && (end >= context.count || context[end].contains(.afterLineBreak)
        || context.isMark(end, ","))
  }
}

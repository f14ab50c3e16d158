internal import DragomanLexicon
internal import DragomanText

/// Reads who holds which office: offices are given to the people beside them (``OfficeAttribution``), and get what they are
/// of from the words around them (``RoleParties``), else from what the lexicon knows of the person (``OfficeHoldings``).
struct RoleReader {
  /// The roles, and the countries that they are of without a name in the text: `Turkish President`.
  struct Reading {
    let roles: [Role]
    /// Entities behind those of the document, in order.
    let unnamedCountries: [EntryReference]
  }

  private let context: TaggingContext
  private let titles: [TitlePhrase]
  private let spans: NamedSpans
  private var parties: RoleParties
  private let holdings: OfficeHoldings
  /// The document's bodies.
  private lazy var bodies = spans.organizations().map { party in
    Body(
      party: party, words: KeyWords(party.terms, in: context),
      known: party.entry.map(holdings.name))
  }

  /// - Parameters:
  ///   - titles: the offices of the text, in order.
  ///   - spans: who and what is named in it.
  ///   - entityCount: how many entities it has.
  ///   - holdings: what the lexicons say of offices.
  init(
    _ context: TaggingContext, titles: [TitlePhrase], spans: NamedSpans, entityCount: Int,
    holdings: OfficeHoldings
  ) {
    self.context = context
    self.titles = titles
    self.spans = spans
    parties = RoleParties(context, spans, entityCount: entityCount)
    self.holdings = holdings
  }

  /// A body with the words of its name in the text, and of the one that the lexicon has for it.
  private struct Body {
    let party: NamedSpans.Party
    let words: KeyWords
    let known: KeyWords?

    /// Whether its name stands in that of an office.
    func isNamed(in owner: OfficeHoldings.Owner) -> Bool {
      owner.spellings.contains {
        words.standTogether(in: $0) || known?.standTogether(in: $0) ?? false
      }
    }
  }

  /// A role while it is read.
  private struct Draft {
    let person: Int
    /// The office's own words.
    let office: Range<Int>
    let words: KeyWords
    var of: Int?
    var to: Int?
    let isFormer: Bool
    /// Whether it only says that another one holds the same office.
    let isCounterpart: Bool
    let terms: Range<Int>
  }

  consuming func read() -> Reading {
    var drafts: [Draft] = []
    var unheld = Set(titles.indices.filter { !titles[$0].isHonorific })
    for found in OfficeAttribution(context, titles: titles, spans: spans).offices() {
      drafts += self.drafts(of: found)
      unheld.remove(found.title)
    }
    drafts += headships()
    drafts += heldElsewhere(unheld.sorted(), beside: drafts)
    drafts = withoutRepetitions(drafts)
    let others = Dictionary(grouping: drafts.filter { !$0.isCounterpart }, by: \.person)
    drafts.removeAll { $0.isCounterpart && others[$0.person] != nil }
    for index in drafts.indices where drafts[index].of == nil {
      drafts[index].of = owner(of: drafts[index])
    }
    let roles = drafts.map { draft in
      Role(
        person: draft.person, title: context.text.string(ofTerms: draft.office), of: draft.of,
        to: draft.to,
        isFormer: draft.isFormer,
        range: context.text.sourceRange(of: context.text.range(ofTerms: draft.terms)))
    }
    return Reading(roles: roles, unnamedCountries: parties.unnamed)
  }

  // MARK: From the text

  private mutating func drafts(of found: OfficeAttribution.Office) -> [Draft] {
    let title = titles[found.title]
    var reading = parties.parties(of: title)
    if found.people.count > 1 { parties.extend(&reading, of: title) }
    // `Deputy Prime Minister - Minister of Trade of Peru`: both are of it.
    if reading.of.isEmpty, !title.complement.contains(where: { context[$0].contains(.head) }) {
      for neighbour in found.joined where reading.of.isEmpty {
        reading.of = Array(parties.parties(of: titles[neighbour]).of.prefix(1))
      }
    }
    let office = office(of: title)
    let former = formerStart(reading.terms.lowerBound)
    let isFormer =
      former != nil
      || (reading.terms.lowerBound..<title.cue.upperBound).contains {
        context[$0].contains(.former)
      }
    let terms = (former ?? reading.terms.lowerBound)..<reading.terms.upperBound
    let words = KeyWords(office, in: context)
    let isRespective = reading.of.count == found.people.count
    return found.people.enumerated().map { index, person in
      let of =
        isRespective
        ? reading.of[index]
        : reading.of.count == 1 ? reading.of.first : parties.countryBehind(spans.terms(of: person))
      return Draft(
        person: spans.entity(of: person), office: office,
        words: words, of: of, to: reading.to, isFormer: isFormer,
        isCounterpart: office.contains { context[$0].contains(.counterpart) }, terms: terms)
    }
  }

  /// Who is said to head a body.
  private func headships() -> [Draft] {
    HeadshipReader(context, titles: titles, spans: spans).headships().map { found in
      Draft(
        person: spans.entity(of: found.person), office: found.words,
        words: KeyWords(found.words, in: context), of: found.body, to: nil, isFormer: false,
        isCounterpart: false, terms: found.terms)
    }
  }

  /// Where a word for what was before a phrase stands right before it: `former`, `ex-`.
  private func formerStart(_ start: Int) -> Int? {
    let word = context.isMark(start - 1, "-") ? start - 2 : start - 1
    return context[word].contains(.former) ? word : nil
  }

  /// The office with the complements that name no country or body: `Minister of Foreign Affairs`. `Former` is none of it.
  private func office(of title: TitlePhrase) -> Range<Int> {
    var start = title.cue.lowerBound
    while start < title.cue.upperBound - 1, context[start].contains(.former) { start += 1 }
    var end = title.cue.upperBound
    var index = end
    while index < title.complement.upperBound {
      if spans.party(startingAt: index, within: title.complement) != nil { break }
      let isConnector = !context[index].isDisjoint(with: [.complement, .seat, .article])
      index += 1
      if !isConnector { end = index }
    }
    return start..<end
  }

  /// Each office of a person once: the fullest phrase counts, and a later or shorter form of it tells nothing new.
  private func withoutRepetitions(_ drafts: [Draft]) -> [Draft] {
    var result: [Draft] = []
    var byPerson: [Int: [Int]] = [:]
    for draft in drafts {
      let same = byPerson[draft.person, default: []].first { index in
        let known = result[index]
        return draft.isFormer == known.isFormer
          && (draft.words.beginWords(of: known.words) || known.words.beginWords(of: draft.words))
          && (known.of == draft.of || known.of == nil || draft.of == nil)
      }
      guard let same else {
        byPerson[draft.person, default: []].append(result.count)
        result.append(draft)
        continue
      }
      let known = result[same]
      if known.of == nil && draft.of != nil
        || known.of == draft.of && length(of: draft.office) > length(of: known.office)
      {
        result[same] = draft
      }
    }
    return result.sorted { $0.terms.lowerBound < $1.terms.lowerBound }
  }

  /// In bytes; of two spellings the one with small letters is the longer one where letter case changes the length.
  private func length(of office: Range<Int>) -> Int {
    context.text.range(ofTerms: office).count
  }

  // MARK: From the lexicon

  /// Offices of those whom the text names apart from them: `The President of Norland received the guests. Name said …`, if
  /// the lexicon has that one of the named people holds the office, and the text tells no other of that person.
  private mutating func heldElsewhere(_ unheld: [Int], beside drafts: [Draft]) -> [Draft] {
    if unheld.isEmpty { return [] }
    let busy = Set(drafts.map(\.person))
    let people = spans.knownPeople().filter { !busy.contains($0.entity) }
    if people.isEmpty { return [] }
    var result: [Draft] = []
    for index in unheld {
      let office = office(of: titles[index])
      let words = KeyWords(office, in: context)
      let holders = people.filter { person in
        let owner = holdings.owner(
          of: words, heldBy: person.entry, isOfState: false, isFormer: false)
        guard let owner, owner.isRunning else { return false }
        let of = parties.parties(of: titles[index]).of
        if let country = owner.country { return of == parties.country(country).map { [$0] } }
        return bodies.contains { of == [$0.party.entity] && $0.isNamed(in: owner) }
      }
      guard holders.count == 1 else { continue }
      result += self.drafts(
        of: OfficeAttribution.Office(title: index, people: [holders[0].person]))
    }
    return result
  }

  /// What an office is of that the text does not say.
  private mutating func owner(of draft: Draft) -> Int? {
    let isOfState = draft.office.contains { context[$0].contains(.stateOffice) }
    if let person = spans.entry(ofEntity: draft.person) {
      let owner = holdings.owner(
        of: draft.words, heldBy: person, isOfState: isOfState, isFormer: draft.isFormer)
      guard let owner else {
        return countryOfNamedOffice(draft.terms).flatMap { parties.country($0) }
      }
      // A minister is of a country, whatever the ministry is called.
      let body =
        isOfState || owner.spellings.isEmpty
        ? nil
        : bodies.lazy.filter { $0.isNamed(in: owner) }.map(\.party)
          .max { $0.terms.count < $1.terms.count }
      return body?.entity ?? owner.country.flatMap { parties.country($0) }
    }
    if let country = countryOfNamedOffice(draft.terms) { return parties.country(country) }
    // Releases leave out the country of their own officials.
    return isOfState && draft.to == nil ? homeCountry.flatMap { parties.country($0) } : nil
  }

  /// The country of an office that the lexicon knows under its bare name: `White House Press Secretary`.
  private func countryOfNamedOffice(_ terms: Range<Int>) -> String? {
    var countries: Set<String?> = []
    for start in terms {
      for office in context.offices(startingAt: start)
      where office.terms.upperBound <= terms.upperBound && office.terms.count > 1 {
        countries.insert(context.stack.country(of: office.entry))
      }
    }
    return countries.count == 1 ? countries.first ?? nil : nil
  }

  /// The country whose officials a text in its language means if it names none.
  private var homeCountry: String? {
    switch context.language {
    case .turkish: "TR"
    case .azerbaijani: "AZ"
    case .kazakh: "KZ"
    default: nil
    }
  }
}

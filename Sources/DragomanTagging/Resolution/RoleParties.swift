internal import DragomanLexicon
internal import DragomanText

/// Reads which country or body an office is of, and which it is sent to, from what stands around it.
struct RoleParties {
  /// What an office is of and sent to, and the terms that say all of it.
  struct Reading {
    var of: [Int] = []
    var to: Int?
    var terms: Range<Int>
  }

  private let context: TaggingContext
  private let spans: NamedSpans
  /// How many words may stand between a possessor and the office: `Norland's newly elected President`.
  private static let maximumGap = 3
  /// The entities of countries by their code, as far as they were asked for.
  private var countries: [String: Int] = [:]
  /// Countries that no name of the document stands for, in the order of their entities.
  private(set) var unnamed: [EntryReference] = []
  private let entityCount: Int

  /// - Parameter entityCount: how many entities the document has; further ones are numbered from here.
  init(_ context: TaggingContext, _ spans: NamedSpans, entityCount: Int) {
    self.context = context
    self.spans = spans
    self.entityCount = entityCount
  }

  mutating func parties(of title: TitlePhrase) -> Reading {
    var reading = Reading(terms: title.terms)
    readModifier(of: title, &reading)
    readComplement(of: title, &reading)
    if reading.of.isEmpty { readCue(of: title, &reading) }
    if reading.of.isEmpty { readPossessor(of: title, &reading) }
    if reading.of.isEmpty, reading.to == nil { readFollowing(&reading) }
    return reading
  }

  /// The document's entity of a country; a new one if no name stands for it.
  mutating func country(_ code: String) -> Int? {
    if let known = countries[code] { return known }
    guard let entry = context.stack.country(code) else { return nil }
    let entity: Int
    if let named = spans.entity(of: entry) {
      entity = named
    } else {
      entity = entityCount + unnamed.count
      unnamed.append(entry)
    }
    countries[code] = entity
    return entity
  }

  // MARK: Before the office

  /// `Kazakistan'ın Ankara Büyükelçisi`, `UNDP Resident Representative`, `Turkish Foreign Minister`.
  private mutating func readModifier(of title: TitlePhrase, _ reading: inout Reading) {
    guard let modifier = title.modifier else { return }
    var parties: [NamedSpans.Party] = []
    var index = modifier.lowerBound
    while index < modifier.upperBound {
      if let party = spans.party(startingAt: index, within: modifier) {
        parties.append(party)
        index = party.terms.upperBound
      } else if let people = demonym(startingAt: index, before: modifier.upperBound) {
        if reading.of.isEmpty, let country = country(people.code) { reading.of = [country] }
        index = people.end
      } else {
        index += 1
      }
    }
    assign(parties, of: title, &reading)
  }

  private func assign(
    _ parties: [NamedSpans.Party], of title: TitlePhrase, _ reading: inout Reading
  ) {
    guard title.cue.contains(where: { context[$0].contains(.envoy) }) else {
      // Of several names the nearest, but a body before a place.
      let nearest = parties.last { $0.kind == .organization } ?? parties.last
      if let nearest { reading.of = [nearest.entity] }
      return
    }
    for party in parties {
      if party.kind == .organization || reading.of.isEmpty && isCountry(party) {
        if reading.of.isEmpty { reading.of = [party.entity] }
      } else {
        reading.to = party.entity
      }
    }
  }

  private func isCountry(_ party: NamedSpans.Party) -> Bool {
    guard let entry = party.entry else { return false }
    return context.stack.attribute("kind", of: entry) == "country"
  }

  private func demonym(startingAt term: Int, before end: Int) -> (code: String, end: Int)? {
    let name = context.names(startingAt: term).filter {
      $0.type == .demonym && $0.terms.upperBound <= end
    }.max { $0.terms.count < $1.terms.count }
    guard let name, let code = context.stack.country(of: name.entry) else {
      return nil
    }
    return (code, name.terms.upperBound)
  }

  /// `Norland's newly elected President`, `Orven Energy CEO`, `Qazaqstanning sobiq prezidenti`.
  private mutating func readPossessor(of title: TitlePhrase, _ reading: inout Reading) {
    var end = reading.terms.lowerBound
    for gap in 0...Self.maximumGap where end > 0 && !context[end].contains(.afterLineBreak) {
      // The envoy's seat: `Norveç'in Türkiye'deki Büyükelçisi`, `Норвегияның Қазақстандағы елшісі`.
      if context.language != .english, context.endsInLocative(end - 1) {
        let seat = context.isSuffix(end - 2) ? end - 2 : end
        let place = spans.party(endingAt: seat)
        reading.to = reading.to ?? place?.entity
        end = place?.terms.lowerBound ?? seat - 1
        continue
      }
      let hasSuffix = context.isGenitiveSuffix(end - 2)
      let name = hasSuffix ? end - 2 : end
      if let party = spans.party(endingAt: name) {
        let isPossessor =
          hasSuffix || context.language != .english && context.endsInGenitive(name - 1)
        let isBeside =
          (gap == 0 || party.kind == .organization && isSubject(end..<title.terms.lowerBound))
          && !party.isInflected && context.language != .russian
          && !context[party.terms.lowerBound - 1].contains(.placePreposition)
        guard isPossessor || isBeside else { return }
        if isPossessor { reading.of = [party.entity] } else { assign([party], of: title, &reading) }
        reading.terms = party.terms.lowerBound..<reading.terms.upperBound
        return
      }
      if let people = demonym(endingAt: end), let country = country(people.code) {
        reading.of = [country]
        reading.terms = people.start..<reading.terms.upperBound
        return
      }
      let mayStandBetween: TermFacts = [.officeLink, .former, .ordinary]
      guard !context[end - 1].isDisjoint(with: mayStandBetween),
        context[end - 1].isDisjoint(with: [.conjunction, .of, .article, .speechVerb, .title])
      else { return }
      end -= 1
    }
  }

  /// One or two nouns in small letters between a body and an office: `[Home Office] crime prevention minister`.
  private func isSubject(_ terms: Range<Int>) -> Bool {
    context.language == .english && terms.count <= 2
      && (terms.lowerBound...terms.upperBound).allSatisfy { index in
        context[index].contains(.word)
          && context[index].isDisjoint(with: [
            .capitalized, .former, .officeLink, .against, .complement, .seat, .placePreposition,
          ])
      }
  }

  private func demonym(endingAt end: Int) -> (code: String, start: Int)? {
    for start in max(0, end - 3)..<end {
      if let found = demonym(startingAt: start, before: end), found.end == end {
        return (found.code, start)
      }
    }
    return nil
  }

  // MARK: Behind the office

  /// `of Kazakhstan to Türkiye`, `for the Ministry of Trade`, `at Orven Energy`.
  private func readComplement(of title: TitlePhrase, _ reading: inout Reading) {
    var index = title.complement.lowerBound
    var preposition: TermFacts = []
    while index < title.complement.upperBound {
      let found = context[index].intersection([.complement, .seat])
      if !found.isEmpty { preposition = found }
      guard let party = spans.party(startingAt: index, within: title.complement) else {
        index += 1
        continue
      }
      index = party.terms.upperBound
      if preposition.contains(.toPreposition) {
        reading.to = reading.to ?? party.entity
      } else if preposition.isEmpty || preposition.contains(.of) || party.kind == .organization {
        if reading.of.isEmpty { reading.of = [party.entity] }
      } else if preposition.contains(.inPreposition) {
        reading.to = reading.to ?? party.entity
      }
    }
  }

  /// `TİKA Başkanı`, where the grammar has the whole as an office.
  private func readCue(of title: TitlePhrase, _ reading: inout Reading) {
    let body = title.cue.lazy.compactMap { spans.party(startingAt: $0, within: title.cue) }
      .first { $0.kind == .organization }
    if let body { reading.of = [body.entity] }
  }

  /// The country behind a person's name: `President Name of Norland`.
  func countryBehind(_ person: Range<Int>) -> Int? {
    let end = person.upperBound
    guard context[end].contains(.of), !context[end].contains(.afterLineBreak) else { return nil }
    let start = context[end + 1].contains(.article) ? end + 2 : end + 1
    let party = spans.party(startingAt: start, within: start..<context.count)
    return party.flatMap { isCountry($0) ? $0.entity : nil }
  }

  /// `Chairman, Orven Energy` and, below each other in a signature, office and body; `Chief Minister Punjab, Name`.
  private func readFollowing(_ reading: inout Reading) {
    let end = reading.terms.upperBound
    if let place = spans.placeBetween(end) {
      reading.of = [place.entity]
      reading.terms = reading.terms.lowerBound..<place.terms.upperBound
      return
    }
    let start = context.isMark(end, ",") ? end + 1 : end
    guard start > end || context[start].contains(.afterLineBreak),
      let body = spans.party(startingAt: start, within: start..<context.count),
      body.kind == .organization
    else { return }
    let next = body.terms.upperBound
    let isWhole =
      next >= context.count || context[next].contains(.afterLineBreak)
      || start > end && !context[next].contains(.word) && !context.isMark(next, "'")
    guard isWhole else { return }
    reading.of = [body.entity]
  }

  // MARK: Several countries

  /// The further countries or bodies of an office that several people hold: `of Peru and Chile`, `Peru ve Şili
  /// Cumhurbaşkanları`.
  func extend(_ reading: inout Reading, of title: TitlePhrase) {
    if reading.of.isEmpty { return }
    var before = reading.terms.lowerBound
    while before < title.cue.lowerBound,
      let party = spans.party(endingAt: skippedSeparator(before: before))
    {
      reading.of.insert(party.entity, at: 0)
      before = party.terms.lowerBound
    }
    var behind = reading.terms.upperBound
    while behind > title.cue.upperBound,
      let party = spans.party(
        startingAt: skippedSeparator(behind: behind), within: behind..<context.count)
    {
      reading.of.append(party.entity)
      behind = party.terms.upperBound
    }
    reading.terms = before..<behind
  }

  /// The end of what a comma or conjunction is put behind; -1 if none is.
  private func skippedSeparator(before term: Int) -> Int {
    isSeparator(term - 1) ? term - 1 : -1
  }

  private func skippedSeparator(behind term: Int) -> Int {
    guard isSeparator(term) else { return context.count }
    let next = context.isMark(term, ",") && context[term + 1].contains(.conjunction) ? 2 : 1
    return context[term + next].contains(.article) ? term + next + 1 : term + next
  }

  private func isSeparator(_ term: Int) -> Bool {
    context[term].contains(.conjunction) || context.isMark(term, ",")
  }
}

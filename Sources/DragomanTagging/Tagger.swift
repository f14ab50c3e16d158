public import DragomanLexicon
public import DragomanText

/// Finds people, organizations and places in a tokenized text, joins their mentions and reads their offices.
///
/// Evidence is collected first, as candidates that may overlap: from the lexicons, from the grammar of titles and heads, and,
/// in a second round, from what the document itself has named. Then one decision chooses the best set of spans. One tagger
/// serves all threads.
///
/// ```swift
/// let tagger = Tagger(lexicons: stack)
/// let tagged = tagger.tag(text, stack.matches(in: text))
/// ```
public struct Tagger: Sendable {
  private let stack: LexiconStack
  private let holdings: OfficeHoldings
  private let weights: LearnedWeights?

  /// Makes a tagger over a stack of lexicons.
  ///
  /// - Parameter models: what was learned from annotated texts, each on top of those before it; none: lists and grammars
  ///   decide alone.
  public init(lexicons: LexiconStack, models: [NameModel] = []) {
    stack = lexicons
    weights = LearnedWeights(models)
    holdings = OfficeHoldings(lexicons)
  }

  /// Tags a text with memory of its own.
  public func tag(
    _ text: TokenizedText, _ matches: LexiconMatches, explaining: Bool = false
  ) -> TaggedText {
    var scratch = TaggingScratch()
    return tag(text, matches, explaining: explaining, using: &scratch)
  }

  /// Tags a text. Cost: a few passes over its terms, whatever the size of the lexicons.
  ///
  /// - Parameters:
  ///   - matches: what the same stack found in the text.
  ///   - scratch: memory of other texts, to be used again: changes no answer.
  ///   - explaining: whether to say of all spans that were considered why they won or lost, and of names that several
  ///     entries have why they mean one and not another. Changes nothing else.
  public func tag(
    _ text: TokenizedText, _ matches: LexiconMatches, explaining: Bool = false,
    using scratch: inout TaggingScratch
  ) -> TaggedText {
    let weights = weights.flatMap { $0.serve(text.language) ? $0 : nil }
    let reading = read(text, matches, keepsAll: explaining || weights != nil)
    let learned = weights.map { weights in
      LearnedDecision(reading.context, reading.candidates, ruled: reading.ruled, weights)
    }
    let chosen = learned?.best(using: &scratch.learned) ?? reading.ruled
    return assemble(
      reading.context, reading.titles, reading.candidates.prefix(reading.proposed), chosen,
      considered: explaining ? reading.candidates : nil, learned)
  }

  /// What the grammars and the document say of a text, and decide by themselves.
  struct Reading {
    let context: TaggingContext
    let titles: [TitlePhrase]
    let candidates: [Candidate]
    /// How many of the candidates the grammars proposed, not the document.
    let proposed: Int
    let ruled: [Candidate]
  }

  func read(_ text: TokenizedText, _ matches: LexiconMatches, keepsAll: Bool) -> Reading {
    let context = TaggingContext(text, matches, stack)
    let titles = TitleReader(context).phrases()
    var lattice = Lattice(keepsAll: keepsAll)
    GazetteerGrammar(context).propose(to: &lattice)
    OrganizationGrammar(context).propose(to: &lattice)
    AcronymGrammar(context).propose(to: &lattice)
    CompanyGrammar(context).propose(to: &lattice)
    QuotedNameGrammar(context).propose(to: &lattice)
    PlaceGrammar(context).propose(to: &lattice)
    PersonGrammar(context, titles: titles).propose(to: &lattice)
    let selection = SpanSelection(context)
    let first = selection.best(of: lattice.candidates)
    let proposed = lattice.candidates.count
    DocumentMemory(context, chosen: first).propose(to: &lattice)
    return Reading(
      context: context, titles: titles, candidates: lattice.candidates, proposed: proposed,
      ruled: selection.best(of: lattice.candidates))
  }

  // MARK: Assembling

  /// - Parameter considered: what is to be explained; `nil` if nothing is.
  private func assemble(
    _ context: TaggingContext, _ titles: [TitlePhrase], _ candidates: ArraySlice<Candidate>,
    _ chosen: [Candidate], considered: [Candidate]?, _ learned: LearnedDecision?
  ) -> TaggedText {
    let inner = innerCandidates(of: candidates, chosen, context)
    let all = chosen + inner.map(\.candidate)
    var resolver = EntityResolver(context, all, visible: chosen.count, titles: titles)
    let (entities, groups) = resolver.resolve()
    let mentions = chosen.indices.map { mention(chosen[$0], entity: groups[$0], context) }
    let nested = inner.indices.map { index in
      NestedMention(
        mention: mention(inner[index].candidate, entity: groups[chosen.count + index], context),
        parent: inner[index].parent)
    }
    let spans = NamedSpans(
      context, chosen: chosen, entities: Array(groups.prefix(chosen.count)),
      nested: inner.indices.map { (inner[$0].candidate, groups[chosen.count + $0]) })
    let reading = RoleReader(
      context, titles: titles, spans: spans, entityCount: entities.count, holdings: holdings
    ).read()
    let unnamed = reading.unnamedCountries.map { country in
      let entry = stack.entry(country, upTo: .ids)
      return TaggedEntity(
        kind: .place, name: entry.name, country: entry.country, ids: entry.ids, alternatives: [],
        mentions: [])
    }
    return TaggedText(
      mentions: mentions, nested: nested, entities: entities + unnamed, roles: reading.roles,
      considered: considered.map {
        DecisionReport(context, chosen: chosen, learned: learned).spans(of: $0)
      } ?? [],
      disambiguations: considered == nil ? [] : resolver.disambiguations(groups))
  }

  /// The best names inside each chosen span, without overlap.
  private func innerCandidates(
    of candidates: ArraySlice<Candidate>, _ chosen: [Candidate], _ context: TaggingContext
  ) -> [(candidate: Candidate, parent: Int)] {
    // By the terms that they start at.
    var starting = NumberLists(count: context.count)
    for index in candidates.indices
    where candidates[index].entry != nil && candidates[index].score >= 0.6 {
      starting.append(index, to: candidates[index].terms.lowerBound)
    }
    var result: [(Candidate, Int)] = []
    for parent in chosen.indices where chosen[parent].terms.count > 1 {
      let outer = chosen[parent].terms
      var term = outer.lowerBound
      while term < outer.upperBound {
        var longest: Int?
        starting.forEach(in: term) { index in
          let terms = candidates[index].terms
          if terms.upperBound > outer.upperBound || terms == outer { return }
          let isLonger =
            longest.map {
              (candidates[$0].terms.upperBound, candidates[$0].score)
                < (terms.upperBound, candidates[index].score)
            } ?? true
          if isLonger { longest = index }
        }
        if let longest { result.append((candidates[longest], parent)) }
        term = longest.map { candidates[$0].terms.upperBound } ?? term + 1
      }
    }
    return result
  }

  private func mention(_ candidate: Candidate, entity: Int, _ context: TaggingContext) -> Mention {
    Mention(
      range: context.text.sourceRange(of: context.text.range(ofTerms: candidate.terms)),
      kind: candidate.kind, entity: entity,
      score: candidate.probability
        ?? ScoreCalibration.probability(candidate.score, candidate.pattern),
      evidence: Array(candidate.evidence.proposing),
      suffix: suffix(behind: candidate.terms.upperBound, context))
  }

  /// `'nin` and `’s`: an apostrophe and the letters behind it.
  private func suffix(behind end: Int, _ context: TaggingContext) -> TextRange? {
    guard context.isMark(end, "'"), context.isAttached(end), context.isAttached(end + 1),
      context[end + 1].contains(.word),
      !context[end + 1].contains(.capitalized)
        || context[end + 1].contains(.inCapitalLine)
    else { return nil }
    // From the mention's own end: invisible characters may stand between.
    let terms = context.text.range(ofTerms: end - 1..<end + 2)
    let name = context.text.range(ofTerms: end - 1..<end)
    let source = context.text.sourceRange(of: terms)
    return TextRange(context.text.sourceRange(of: name).upperBound, source.upperBound)
  }
}

/// Memory that tagging a text needs, to be used again for the next one by the same tagger.
public struct TaggingScratch: Sendable {
  var learned = LearnedScratch()

  /// No memory yet.
  public init() {}
}

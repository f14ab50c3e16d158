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

  /// Makes a tagger over a stack of lexicons.
  public init(lexicons: LexiconStack) {
    stack = lexicons
  }

  /// Tags a text. Cost: a few passes over its terms, whatever the size of the lexicons.
  ///
  /// - Parameters:
  ///   - matches: what the same stack found in the text.
  ///   - explaining: whether to say of all spans that were considered why they won or lost. Changes nothing else.
  public func tag(
    _ text: TokenizedText, _ matches: LexiconMatches, explaining: Bool = false
  ) -> TaggedText {
    let context = TaggingContext(text, matches, stack)
    let titles = TitleReader(context).phrases()
    var lattice = Lattice(keepsAll: explaining)
    GazetteerGrammar(context).propose(to: &lattice)
    OrganizationGrammar(context).propose(to: &lattice)
    AcronymGrammar(context).propose(to: &lattice)
    CompanyGrammar(context).propose(to: &lattice)
    QuotedNameGrammar(context).propose(to: &lattice)
    PlaceGrammar(context).propose(to: &lattice)
    PersonGrammar(context, titles: titles).propose(to: &lattice)
    let selection = SpanSelection(context)
    let first = selection.best(of: lattice.candidates)
    let proposed = lattice.candidates
    DocumentMemory(context, chosen: first).propose(to: &lattice)
    let chosen = selection.best(of: lattice.candidates)
    let considered =
      explaining ? DecisionReport(context, chosen: chosen).spans(of: lattice.candidates) : []
    return assemble(context, titles, proposed, chosen, considered)
  }

  // MARK: Assembling

  private func assemble(
    _ context: TaggingContext, _ titles: [TitlePhrase], _ candidates: [Candidate],
    _ chosen: [Candidate], _ considered: [ConsideredSpan]
  ) -> TaggedText {
    let inner = innerCandidates(of: candidates, chosen)
    let all = chosen + inner.map(\.candidate)
    let groups = EntityResolver(context, chosen: all).groups()
    let mentions = chosen.indices.map { mention(chosen[$0], entity: groups[$0], context) }
    let nested = inner.indices.map { index in
      NestedMention(
        mention: mention(inner[index].candidate, entity: groups[chosen.count + index], context),
        parent: inner[index].parent)
    }
    let roles = RoleReader(
      context, titles: titles, chosen: chosen, entities: Array(groups.prefix(chosen.count)),
      nested: inner.indices.map {
        (inner[$0].candidate.terms, inner[$0].candidate.kind, groups[chosen.count + $0])
      }
    ).roles()
    var members = [[Int]](repeating: [], count: groups.max().map { $0 + 1 } ?? 0)
    for (index, group) in groups.enumerated() { members[group].append(index) }
    let entities = members.map { entity($0, all, visible: chosen.count, context) }
    return TaggedText(
      mentions: mentions, nested: nested, entities: entities, roles: roles, considered: considered)
  }

  /// The best names inside each chosen span, without overlap.
  private func innerCandidates(
    of candidates: [Candidate], _ chosen: [Candidate]
  ) -> [(candidate: Candidate, parent: Int)] {
    var result: [(Candidate, Int)] = []
    let known = candidates.filter { $0.entry != nil && $0.score >= 0.6 }
    let starting = Dictionary(grouping: known, by: \.terms.lowerBound)
    for (parent, outer) in chosen.enumerated() where outer.terms.count > 1 {
      var term = outer.terms.lowerBound
      while term < outer.terms.upperBound {
        let longest = (starting[term] ?? []).filter {
          $0.terms.upperBound <= outer.terms.upperBound && $0.terms != outer.terms
        }.max { ($0.terms.upperBound, $0.score) < ($1.terms.upperBound, $1.score) }
        if let longest { result.append((longest, parent)) }
        term = longest?.terms.upperBound ?? term + 1
      }
    }
    return result
  }

  private func mention(_ candidate: Candidate, entity: Int, _ context: TaggingContext) -> Mention {
    let text = context.text
    let range = text.range(ofTerms: candidate.terms)
    return Mention(
      range: text.sourceRange(of: range), kind: candidate.kind, entity: entity,
      score: candidate.score,
      evidence: candidate.evidence.filter(\.proposes),
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

  private func entity(
    _ members: [Int], _ all: [Candidate], visible: Int, _ context: TaggingContext
  ) -> TaggedEntity {
    let kind = all[members[0]].kind
    let mentions = members.filter { $0 < visible }
    if let reference = members.lazy.compactMap({ all[$0].entry }).first {
      let entry = stack.entry(reference, withOffices: false)
      return TaggedEntity(
        kind: kind, name: entry.name, country: entry.country, ids: entry.ids, mentions: mentions)
    }
    // The fullest form; of equally long ones the first.
    var name = ""
    for member in members {
      let text = context.text.string(ofTerms: all[member].terms)
      if text.unicodeScalars.count > name.unicodeScalars.count { name = text }
    }
    let country = members.lazy.compactMap { self.country(inside: all[$0].terms, kind, context) }
      .first
    return TaggedEntity(kind: kind, name: name, country: country, ids: [], mentions: mentions)
  }

  /// The country that an organization's own name tells: `Kazakh Embassy`, `Ministry … of the Republic of Kazakhstan`.
  private func country(inside terms: Range<Int>, _ kind: MentionKind, _ context: TaggingContext)
    -> String?
  {
    guard kind == .organization else { return nil }
    for index in terms {
      for name in context.names(startingAt: index) where name.terms.upperBound <= terms.upperBound {
        guard name.type == .demonym || name.type == .place && name.weight >= 80 else { continue }
        let entry = stack.entry(name.entry)
        if name.type == .demonym || entry.attribute("kind") == "country" { return entry.country }
      }
    }
    return nil
  }
}

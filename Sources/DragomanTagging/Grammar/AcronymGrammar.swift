internal import DragomanLexicon
internal import DragomanText

/// Candidates from capitals that stand for a body's name: `TCMB`, `KazAID`.
struct AcronymGrammar {
  private let context: TaggingContext
  private let complements: ComplementReader

  init(_ context: TaggingContext) {
    self.context = context
    complements = ComplementReader(context)
  }

  /// Capitals that stand for a name: in brackets behind one, or on their own.
  func propose(to lattice: inout Lattice) {
    for (index, facts) in context.facts.enumerated()
    where !facts.isDisjoint(with: [.allCapitals, .innerCapital]) {
      guard facts.contains(.word), !facts.contains(.inCapitalLine) else { continue }
      let isAcronym = facts.contains(.allCapitals) && facts.isDisjoint(with: [.title, .demonym])
      let isCamel = facts.contains(.innerCapital) && !facts.contains(.allCapitals)
      guard isAcronym || isCamel, !facts.contains(.channel), !isModel(index) else { continue }
      let length = context.text.terms[index].upperBound - context.text.terms[index].lowerBound
      guard length <= 10, !isRomanNumeral(index) else { continue }
      // Capitals joined by a hyphen or beside other capitals are a surname or a heading.
      let besideName =
        context[index + 1].isSuperset(of: [.word, .capitalized])
        && !context[index + 1].contains(.allCapitals)
        && !context[index + 1].contains(.ordinary) && context[index + 1].contains(.firstName)
      if besideName { continue }
      if facts.contains(.ordinary) || length < 3 { continue }
      var acronym = Candidate(index..<index + 1, .organization, .acronym, [.acronym])
      if let reason = isCamel ? .camelCase : neighbour(of: index) { acronym.add(reason) }
      lattice.add(acronym)
      // `MFA of the Republic of Uzbekistan`
      let end = complements.end(from: index + 1, prepositions: .of)
      if isAcronym, end > index + 1, endsInCountry(index + 1..<end) {
        lattice.add(Candidate(index..<end, .organization, .acronymOfCountry, [.acronym]))
      }
    }
  }

  /// Capitals that no list knows stand for a body in half of the cases; more often with an article or an office beside them,
  /// and in languages that abbreviate little else.
  private func neighbour(of index: Int) -> Evidence? {
    if context.language != .english { return .acronymLanguage }
    // In brackets they stand for what is before them, and so does the document's memory take them.
    if context.isMark(index - 1, "(") { return nil }
    let hasArticle =
      context[index - 1].contains(.article) && !context[index + 1].contains(.ordinary)
    let hasOffice = context.hasCue(.title, startingAt: index + 1)
    return hasArticle || hasOffice || context[index + 1].contains(.speechVerb) ? .actor : nil
  }

  private func endsInCountry(_ terms: Range<Int>) -> Bool {
    terms.contains { start in
      context.names(startingAt: start).contains {
        $0.type == .place && $0.terms.upperBound == terms.upperBound && $0.weight >= 80
      }
    }
  }

  /// `Boeing B737`, `Togg T10X`: letters with digits behind their maker.
  private func isModel(_ index: Int) -> Bool {
    context[index].contains(.hasDigit)
      && (max(0, index - 4)..<index).contains { start in
        context.names(startingAt: start).contains {
          $0.type == .organization && $0.terms.upperBound == index
        }
      }
  }

  private func isRomanNumeral(_ index: Int) -> Bool {
    context.key(index).allSatisfy { "ivxlcdm".utf8.contains($0) }
  }
}

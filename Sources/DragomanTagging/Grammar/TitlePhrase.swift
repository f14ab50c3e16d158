internal import DragomanLexicon
internal import DragomanText

/// An office as the text writes it, with what stands before and behind: `Consul General of the Republic of Kazakhstan
/// in Istanbul`, `Kazakistan Dışişleri Bakanı`.
struct TitlePhrase {
  /// The whole phrase.
  let terms: Range<Int>
  /// The office alone.
  let cue: Range<Int>
  /// What stands before the cue: a country, its adjective, a body.
  let modifier: Range<Int>?
  /// What stands behind the cue, with its prepositions.
  let complement: Range<Int>
  /// Words of respect; no office.
  let isHonorific: Bool
  /// A territory behind the person's name belongs to it.
  let hasTerritory: Bool
  /// Any capitalized word behind it is somebody's name.
  let takesAnyName: Bool
}

/// Finds offices with their complements.
struct TitleReader {
  private let context: TaggingContext
  private let complements: ComplementReader

  init(_ context: TaggingContext) {
    self.context = context
    complements = ComplementReader(context)
  }

  /// The phrases in text order; of cues that overlap the longest counts.
  func phrases() -> [TitlePhrase] {
    var result: [TitlePhrase] = []
    var index = 0
    while index < context.count {
      guard context[index].contains(.startsCue),
        let cue = context.cues(startingAt: index).first(where: {
          ($0.type == .title || $0.type == .honorific) && !cutsName($0)
        })
      else {
        index += 1
        continue
      }
      let end = cue.type == .honorific ? cue.terms.upperBound : complementEnd(of: cue)
      // Not what the office before it is of: `Special Envoy for Peru Ambassador Name`.
      let modifier =
        cue.type == .honorific
        ? nil
        : modifier(
          before: cue.terms.lowerBound, from: result.last?.terms.upperBound ?? 0)
      result.append(
        TitlePhrase(
          terms: (modifier?.lowerBound ?? cue.terms.lowerBound)..<end, cue: cue.terms,
          modifier: modifier,
          complement: cue.terms.upperBound..<end, isHonorific: cue.type == .honorific,
          hasTerritory: cue.traits.contains(.territory),
          takesAnyName: cue.traits.contains(.anyName)))
      index = cue.terms.upperBound
    }
    return result
  }

  /// Whether a place's or body's name starts inside a cue and goes on behind it: `President of the Republic` before
  /// `Republic of Kazakhstan`.
  private func cutsName(_ cue: TaggingContext.Cue) -> Bool {
    cue.terms.dropFirst().contains { start in
      context.names(startingAt: start).contains {
        ($0.type == .place || $0.type == .organization)
          && $0.terms.upperBound > cue.terms.upperBound
      }
    }
  }

  private func complementEnd(of cue: TaggingContext.Cue) -> Int {
    let start = cue.terms.upperBound
    switch context.language {
    case .russian: return genitiveEnd(from: start)
    case .turkish, .kazakh, .azerbaijani, .uzbek: return start
    default:
      return complements.end(from: start, prepositions: [.complement, .seat])
    }
  }

  /// Russian: the country or body in the genitive, and `в` or `при` with another.
  private func genitiveEnd(from start: Int) -> Int {
    var end = start
    // Behind the country a person's name may follow that is a place's, too.
    var hasPlace = false
    while end < context.count, !context[end].contains(.afterLineBreak) {
      if !hasPlace, let place = context.longestName(.place, from: end),
        !startsLongerPerson(place.terms)
      {
        end = place.terms.upperBound
        hasPlace = true
      } else if !hasPlace, let body = context.longestName(.organization, from: end) {
        end = body.terms.upperBound
      } else if context[end].contains(.toPreposition),
        let place = context.longestName(.place, from: end + 1)
      {
        end = place.terms.upperBound
      } else {
        break
      }
    }
    return end
  }

  /// Whether a place's name is the beginning of a person's: `президента Масуда Пезешкиана`.
  private func startsLongerPerson(_ place: Range<Int>) -> Bool {
    context.longestName(.person, from: place.lowerBound).map {
      $0.terms.upperBound > place.upperBound
    } ?? false
  }

  /// The country, adjective or body right before an office, through a possessive: `Kazakhstan's ambassador`,
  /// `Türkiye Cumhuriyeti'nin Astana Büyükelçisi`.
  private func modifier(before start: Int, from first: Int) -> Range<Int>? {
    var lower = start
    while lower > first, !context[lower].contains(.afterLineBreak) {
      let end = possessorEnd(before: lower)
      guard let name = nameEnding(at: end), name.lowerBound >= first else { break }
      lower = name.lowerBound
    }
    // `Department Spokesperson`: a common noun of the office itself, behind a comma.
    if lower == start, start > 1, isCommonNoun(start - 1), context.isMark(start - 2, ",") {
      lower = start - 1
    }
    return lower < start ? lower..<start : nil
  }

  private func isCommonNoun(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized, .ordinary])
      && context[index].isDisjoint(with: [.opener, .title])
  }

  /// The end of a possessor whose suffix ends before a term: over `'s` and `'nin`.
  private func possessorEnd(before term: Int) -> Int {
    context.isGenitiveSuffix(term - 2) ? term - 2 : term
  }

  private func nameEnding(at end: Int) -> Range<Int>? {
    var best: Range<Int>?
    for start in stride(from: end - 1, through: max(0, end - 8), by: -1) {
      for name in context.names(startingAt: start)
      where name.terms.upperBound == end && name.type != .person
        && context[start].contains(.capitalized)
      {
        let isStrong = name.type != .place || name.weight >= 50 || name.terms.count > 1
        if isStrong, mayPossess(name) { best = name.terms }
      }
    }
    return best
  }

  /// Whether a name right before an office may say what it is of. In Russian that stands behind the office; in languages
  /// that set off no suffix a place with an ending is one only in the genitive (`Bakıda prezident` is not).
  private func mayPossess(_ name: TaggingContext.Name) -> Bool {
    guard name.type == .place else { return true }
    switch context.language {
    case .russian: return false
    case .kazakh, .azerbaijani, .uzbek:
      return name.quality != .endingCut || context.endsInGenitive(name.terms.upperBound - 1)
    default: return true
    }
  }
}

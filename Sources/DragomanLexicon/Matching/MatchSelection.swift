public import DragomanText

/// Which of the matches that overlap are kept.
///
/// Whatever the selection, all aliases of a kept place are kept: which of them is meant is for the caller to say.
public enum MatchSelection: String, CaseIterable, Sendable {
  /// Every match, overlapping ones too.
  case all
  /// From the left, at each place the longest, and on behind it: *leftmost-longest*.
  case longest
  /// The match of the highest lexicon of the stack first, then the most prominent, the longest, the leftmost; those that
  /// overlap a kept one fall.
  case priority
}

extension LexiconStack {
  /// A place of a text with the aliases there that count.
  public struct Selected: Sendable {
    /// The terms.
    public let terms: Range<Int>
    /// The aliases, those of later lexicons first, else the most prominent entry first.
    public let alternatives: [(entry: EntryReference, posting: Posting)]
  }

  /// The places of a text where aliases count, by start and then by end.
  ///
  /// - Parameter isIncluded: which entries are asked for.
  public func select(
    _ selection: MatchSelection, of matches: LexiconMatches, in text: TokenizedText,
    where isIncluded: (EntryReference) -> Bool = { _ in true }
  ) -> [Selected] {
    let all = places(of: matches, in: text, where: isIncluded)
    switch selection {
    case .all: return all
    case .longest:
      return withoutOverlaps(
        all.sorted {
          ($0.terms.lowerBound, $1.terms.upperBound) < ($1.terms.lowerBound, $0.terms.upperBound)
        })
    case .priority:
      return withoutOverlaps(all.sorted { rank($0).lexicographicallyPrecedes(rank($1)) })
    }
  }

  private func places(
    of matches: LexiconMatches, in text: TokenizedText, where isIncluded: (EntryReference) -> Bool
  ) -> [Selected] {
    var result: [Selected] = []
    var index = 0
    while index < matches.matches.count {
      let terms = matches.matches[index].terms
      var found: [(entry: EntryReference, posting: Posting)] = []
      while index < matches.matches.count, matches.matches[index].terms == terms {
        let match = matches.matches[index]
        forEachPosting(of: match, in: text) { posting in
          let entry = EntryReference(lexicon: match.lexicon, entry: posting.entry)
          if isIncluded(entry) { found.append((entry, posting)) }
        }
        index += 1
      }
      if found.isEmpty { continue }
      found.sort {
        ($1.entry.lexicon, weight(of: $1.entry)) < ($0.entry.lexicon, weight(of: $0.entry))
      }
      result.append(Selected(terms: terms, alternatives: found))
    }
    return result
  }

  /// What comes first in `priority`, as numbers of which the smaller comes first.
  private func rank(_ place: Selected) -> [Int] {
    let best = place.alternatives[0].entry
    return [-best.lexicon, -weight(of: best), -place.terms.count, place.terms.lowerBound]
  }

  /// Those that overlap none before them, by start.
  private func withoutOverlaps(_ ranked: [Selected]) -> [Selected] {
    var kept: [Selected] = []
    for place in ranked {
      // Where the one stands that starts behind this.
      var (low, high) = (0, kept.count)
      while low < high {
        let middle = (low + high) / 2
        if kept[middle].terms.lowerBound < place.terms.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      let isFree =
        (low == 0 || kept[low - 1].terms.upperBound <= place.terms.lowerBound)
        && (low == kept.count || place.terms.upperBound <= kept[low].terms.lowerBound)
      if isFree { kept.insert(place, at: low) }
    }
    return kept
  }
}

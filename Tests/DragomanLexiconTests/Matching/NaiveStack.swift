import DragomanText

@testable import DragomanLexicon

/// A stack of lexicons that is searched without any index: every alias at every place of a text, word by word.
///
/// It is written after the documentation of rules, endings, overriding and selections, and shares with the stack only the
/// tokenizer's terms and search keys.
struct NaiveStack {
  /// An entry of a lexicon.
  struct Entry {
    let type: EntryType
    var weight = 30
    var overrides = false
    /// The only type that a forbidding entry forbids.
    var forbids: EntryType?
  }

  /// An alias as its source writes it.
  struct Alias {
    let entry: Int
    /// Without the `*` of a topic's term.
    let text: String
    var rule = AliasRule.any
    var languages = Languages.any
    var weight: Int8 = 0
    var isPrefix = false
  }

  /// A grammatical ending.
  struct CutEnding {
    let languages: Languages
    let suffix: String
    let replacement: String
    let isEach: Bool
  }

  /// Spellings of an entry that fold alike: the first stands for all.
  struct Name {
    let alias: Alias
    let keys: [String]
    var languages: Languages
    let isAllCapitals: Bool
    let endsInCapital: Bool
  }

  struct Lexicon {
    let entries: [Entry]
    let names: [Name]
    let endings: [CutEnding]
  }

  /// An alias at a place of a text.
  struct Found: Hashable, Comparable, CustomStringConvertible {
    let start: Int
    let end: Int
    let lexicon: Int
    let entry: Int
    var rule: AliasRule = .any
    var weight: Int8 = 0

    private var order: [Int] {
      [start, end, lexicon, entry, Int(rule.rawValue), Int(weight)]
    }
    static func < (left: Found, right: Found) -> Bool {
      left.order.lexicographicallyPrecedes(right.order)
    }
    var description: String { "\(start)..<\(end) \(lexicon)#\(entry) \(rule) \(weight)" }
  }

  let lexicons: [Lexicon]

  // MARK: Searching

  /// Every alias at every place, whether it counts or not.
  func all(in text: TokenizedText) -> Set<Found> {
    var result: Set<Found> = []
    forEach(in: text) { found, _, _ in
      result.insert(
        Found(start: found.start, end: found.end, lexicon: found.lexicon, entry: found.entry))
    }
    return result
  }

  /// The aliases that count.
  func counting(in text: TokenizedText) -> Set<Found> {
    var kept: [Range<Int>: [Found]] = [:]
    forEach(in: text) { found, name, isByKey in
      let lexicon = lexicons[found.lexicon]
      let language = Languages(text.language)
      guard isKept(name, found.start..<found.end, isByKey: isByKey, in: text) else { return }
      guard
        lexicon.entries[found.entry].type.rawValue < 16 || name.languages.contains(.any)
          || language == .any || !name.languages.isDisjoint(with: language)
      else { return }
      kept[found.start..<found.end, default: []].append(found)
    }
    var result: Set<Found> = []
    for place in kept.values {
      var hidden: Set<EntryType> = []
      for number in lexicons.indices.reversed() {
        let entries = lexicons[number].entries
        let shown = place.filter {
          $0.lexicon == number && !hidden.contains(entries[$0.entry].type)
        }
        result.formUnion(shown)
        for found in shown {
          let entry = entries[found.entry]
          if entry.type == .forbid {
            hidden.formUnion(entry.forbids.map { [$0] } ?? EntryType.allCases.filter(\.isEntity))
          } else if entry.overrides {
            hidden.insert(entry.type)
          }
        }
      }
    }
    return result
  }

  private func forEach(
    in text: TokenizedText, _ body: (Found, Name, _ isByKey: Bool) -> Void
  ) {
    let keys = text.terms.indices.map { String(decoding: text.key(ofTerm: $0), as: UTF8.self) }
    for (number, lexicon) in lexicons.enumerated() {
      let forms = keys.indices.map { term in
        [false, true].map { isLast in
          // The endings of each lexicon serve the names of all.
          lexicons.flatMap {
            $0.forms(of: keys[term], text.terms[term].kind, text.language, isLast: isLast)
          }
        }
      }
      for name in lexicon.names {
        for start in keys.indices where start + name.keys.count <= keys.count {
          var isByKey = true
          let isMet = name.keys.indices.allSatisfy { index in
            let isLast = index == name.keys.count - 1
            let (key, wanted) = (keys[start + index], name.keys[index])
            if isLast, name.alias.isPrefix {
              isByKey = false
              return text.terms[start + index].kind == .word && wanted.utf8.count >= 2
                && key.utf8.starts(with: wanted.utf8)
            }
            if key.utf8.elementsEqual(wanted.utf8) { return true }
            isByKey = false
            return forms[start + index][isLast ? 1 : 0].contains(wanted)
          }
          if isMet {
            body(
              Found(
                start: start, end: start + name.keys.count, lexicon: number,
                entry: name.alias.entry, rule: name.alias.rule, weight: name.alias.weight), name,
              isByKey)
          }
        }
      }
    }
  }

  // MARK: Rules

  private func isKept(
    _ name: Name, _ terms: Range<Int>, isByKey: Bool, in text: TokenizedText
  ) -> Bool {
    switch name.alias.rule {
    case .any: return true
    case .exact:
      let written = text.string(ofTerms: terms)
      return isByKey ? written == name.alias.text : written.hasPrefix(name.alias.text)
    case .capital, .context:
      let first = text.terms[terms.lowerBound]
      if name.isAllCapitals, terms.count == 1, (2...5).contains(first.keyRange.count),
        !first.shape.contains(.allCapitals)
      {
        return false
      }
      return startsAsName(terms.lowerBound, in: text)
        && (!name.endsInCapital || startsAsName(terms.upperBound - 1, in: text))
    }
  }

  /// Whether a term starts with a capital or digit, or with a letter of a script without case.
  private func startsAsName(_ term: Int, in text: TokenizedText) -> Bool {
    let written = text.string(ofTerms: term..<term + 1)
    guard let first = written.unicodeScalars.first(where: \.properties.isAlphabetic) else {
      return written.contains(where: \.isNumber)
    }
    return written.contains(where: \.isNumber) || first.properties.isUppercase
      || !first.properties.isLowercase
  }

  // MARK: Selecting

  /// A place with what counts there.
  struct Place: Equatable, CustomStringConvertible {
    let terms: Range<Int>
    let found: Set<Found>
    var description: String { "\(terms): \(found.sorted())" }
  }

  /// The places that a selection keeps, by start and then by end.
  func select(_ selection: MatchSelection, of counting: Set<Found>) -> [Place] {
    let groups = Dictionary(grouping: counting) { $0.start..<$0.end }
    let places = groups.map { Place(terms: $0.key, found: Set($0.value)) }.sorted {
      ($0.terms.lowerBound, $0.terms.upperBound) < ($1.terms.lowerBound, $1.terms.upperBound)
    }
    var kept: [Place] = []
    switch selection {
    case .all: return places
    case .longest:
      var end = 0
      while let start = places.first(where: { $0.terms.lowerBound >= end })?.terms.lowerBound,
        let longest = places.last(where: { $0.terms.lowerBound == start })
      {
        kept.append(longest)
        end = longest.terms.upperBound
      }
    case .priority:
      var rest = places
      while let best = rest.max(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) {
        kept.append(best)
        rest.removeAll { $0.terms.overlaps(best.terms) }
      }
      kept.sort { $0.terms.lowerBound < $1.terms.lowerBound }
    }
    return kept
  }

  private func rank(_ place: Place) -> [Int] {
    let lexicon = place.found.map(\.lexicon).max() ?? 0
    let weight =
      place.found.filter { $0.lexicon == lexicon }.map {
        lexicons[lexicon].entries[$0.entry].weight
      }
      .max() ?? 0
    return [lexicon, weight, place.terms.count, -place.terms.lowerBound]
  }
}

extension NaiveStack.Lexicon {
  /// Cuts the aliases, and takes those of an entry together that fold alike.
  init(
    _ entries: [NaiveStack.Entry], _ aliases: [NaiveStack.Alias], _ endings: [NaiveStack.CutEnding],
    _ tokenizer: Tokenizer
  ) {
    self.entries = entries
    self.endings = endings
    var names: [NaiveStack.Name] = []
    for alias in aliases {
      let cut = tokenizer.terms(of: Array(alias.text.utf8))
      let keys = cut.terms.map { String(decoding: cut.keys[$0.keyRange], as: UTF8.self) }
      if keys.isEmpty { continue }
      // Texts write е for ё as they like.
      let plain = keys.map { String($0.map { $0 == "ё" ? "е" : $0 }) }
      let type = entries[alias.entry].type
      let parts = alias.text.unicodeScalars.split(omittingEmptySubsequences: false) {
        !$0.properties.isAlphabetic && $0 != "\u{307}"
      }
      for keys in plain == keys ? [keys] : [keys, plain] {
        let name = NaiveStack.Name(
          alias: alias, keys: keys, languages: alias.languages,
          isAllCapitals: type.isEntity
            && alias.text.unicodeScalars.allSatisfy(\.properties.isUppercase),
          endsInCapital: type == .organization && parts.count > 1
            && parts.last?.first?.properties.isUppercase == true)
        let known = names.firstIndex {
          $0.keys == keys && $0.alias.entry == alias.entry && alias.rule != .exact
            && $0.alias.rule == alias.rule && $0.alias.weight == alias.weight
            && $0.alias.isPrefix == alias.isPrefix && $0.isAllCapitals == name.isAllCapitals
        }
        if let known {
          names[known].languages.formUnion(alias.languages)
        } else {
          names.append(name)
        }
      }
    }
    self.names = names
  }

  /// A word's key without each ending that it may have.
  fileprivate func forms(
    of key: String, _ kind: TokenKind, _ language: LanguageTag, isLast: Bool
  ) -> [String] {
    guard kind == .word else { return [] }
    return endings.compactMap { ending in
      guard isLast || ending.isEach, ending.languages.suits(Languages(language)),
        key.unicodeScalars.reversed().starts(with: ending.suffix.unicodeScalars.reversed())
      else { return nil }
      let stem = key.unicodeScalars.dropLast(ending.suffix.unicodeScalars.count)
      let shortest = ending.isEach && !ending.replacement.isEmpty ? 2 : 3
      return stem.count >= shortest
        ? String(String.UnicodeScalarView(stem)) + ending.replacement : nil
    }
  }
}

internal import DragomanLexicon
internal import DragomanText

/// What the lexicon says of the offices that people held, held against those that a text says they have.
struct OfficeHoldings {
  /// What an office belongs to, as the lexicon has it.
  struct Owner {
    /// ISO 3166-1 alpha-2; `nil` of an international office.
    let country: String?
    /// The search keys of the office's spellings; empty if only the country is known.
    let spellings: [String]
    /// Whether the person still has it.
    let isRunning: Bool
  }

  private struct Holding {
    let office: Entry.Office
    let country: String?
    let spellings: [String]
  }

  private struct Person {
    let country: String?
    let holdings: [Holding]
  }

  private let stack: LexiconStack
  private let keys = Normalizer(level: .searchKey)
  /// Shorter beginnings of words do not stand for the words.
  private static let shortestStem = 4
  /// The people who were asked for.
  private var people: [EntryReference: Person] = [:]

  init(_ stack: LexiconStack) { self.stack = stack }

  /// What an office belongs to that a known person has or had.
  ///
  /// The office is the one of those that the lexicon has whose name holds the title's words, the running or latest one
  /// before others. If none does, one of state is of the country that all of them are of, else of the person's own.
  ///
  /// - Parameters:
  ///   - title: the office as the text writes it.
  ///   - isOfState: whether states alone have it.
  ///   - isFormer: whether the person has left it.
  mutating func owner(
    of title: String, heldBy reference: EntryReference, isOfState: Bool, isFormer: Bool
  ) -> Owner? {
    let person = person(reference)
    let words = key(title).split(separator: " ")
    let named = person.holdings.filter { holding in
      holding.spellings.contains { isNamed(words, in: $0) }
    }
    if let best = named.max(by: { isLess($0.office, $1.office, isFormer: isFormer) }) {
      return Owner(
        country: best.country, spellings: best.spellings, isRunning: best.office.to == nil)
    }
    guard isOfState else { return nil }
    let countries = Set(person.holdings.map(\.country))
    let country = countries.count == 1 ? countries.first ?? nil : person.country
    return country.map { Owner(country: $0, spellings: [], isRunning: false) }
  }

  private mutating func person(_ reference: EntryReference) -> Person {
    if let known = people[reference] { return known }
    let entry = stack.entry(reference)
    let holdings = entry.offices.map { office in
      let place = EntryReference(lexicon: reference.lexicon, entry: office.office)
      return Holding(
        office: office, country: stack.country(of: place),
        spellings: stack.spellings(of: office, heldBy: reference).map(key))
    }
    let person = Person(country: entry.country, holdings: holdings)
    people[reference] = person
    return person
  }

  /// Whether a name stands in one of an office's spellings: `OSCE` in `Secretary General of the OSCE`.
  func isNamed(_ name: String, in owner: Owner) -> Bool {
    let words = key(name).split(separator: " ")
    guard let first = words.first else { return false }
    return owner.spellings.contains { spelling in
      let all = spelling.split(separator: " ")
      return all.indices.contains { start in
        all[start] == first && all.count - start >= words.count
          && zip(all[start...], words).dropLast().allSatisfy { $0 == $1 }
          && all[start + words.count - 1].hasPrefix(words[words.count - 1])
      }
    }
  }

  private func key(_ text: String) -> String { keys.normalize(SourceText(text)).text }

  /// Whether all words of a title stand in a spelling; of inflected ones the beginning.
  private func isNamed(_ title: [Substring], in spelling: String) -> Bool {
    let words = spelling.split(separator: " ")
    return title.allSatisfy { word in
      words.contains { other in
        let stem = zip(word, other).prefix { $0 == $1 }.count
        // Without the endings of `Cumhurbaşkanı` and `Cumhurbaşkanları`, `Президенту` and `президент`.
        return word == other
          || stem >= max(Self.shortestStem, min(word.count, other.count) - 1)
      }
    }
  }

  private func isLess(
    _ one: Entry.Office, _ other: Entry.Office, isFormer: Bool
  ) -> Bool {
    let fits = ((one.to != nil) == isFormer, (other.to != nil) == isFormer)
    if fits.0 != fits.1 { return fits.1 }
    guard let later = other.from else { return false }
    return one.from.map { $0 < later } ?? true
  }
}

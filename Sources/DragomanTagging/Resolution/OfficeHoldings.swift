internal import DragomanLexicon
internal import DragomanText
internal import Synchronization

/// What the lexicons say of the offices that people held, held against those that texts say they have.
///
/// What was looked up is remembered for the next texts; shared by all threads.
final class OfficeHoldings: Sendable {
  /// What an office belongs to, as a lexicon has it.
  struct Owner {
    /// ISO 3166-1 alpha-2; `nil` of an international office.
    let country: String?
    /// The office's spellings; empty if only the country is known.
    let spellings: [KeyWords]
    /// Whether the person still has it.
    let isRunning: Bool
  }

  private struct Holding {
    let office: Entry.Office
    let country: String?
    let spellings: [KeyWords]
  }

  private struct Person {
    let country: String?
    let holdings: [Holding]
  }

  private struct Memory {
    var people: [EntryReference: Person] = [:]
    var names: [EntryReference: KeyWords] = [:]
  }

  private let stack: LexiconStack
  private let normalizer = Normalizer(level: .searchKey)
  private let memory = Mutex(Memory())
  /// As many are remembered at most; then all are forgotten.
  private static let capacity = 4096

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
  func owner(
    of title: KeyWords, heldBy reference: EntryReference, isOfState: Bool, isFormer: Bool
  ) -> Owner? {
    let person = person(reference)
    let named = person.holdings.filter { $0.spellings.contains(where: title.areIn) }
    if let best = named.max(by: { isLess($0.office, $1.office, isFormer: isFormer) }) {
      return Owner(
        country: best.country, spellings: best.spellings, isRunning: best.office.to == nil)
    }
    guard isOfState else { return nil }
    let countries = Set(person.holdings.map(\.country))
    let country = countries.count == 1 ? countries.first ?? nil : person.country
    return country.map { Owner(country: $0, spellings: [], isRunning: false) }
  }

  /// The words of an entry's name.
  func name(_ reference: EntryReference) -> KeyWords {
    if let known = memory.withLock({ $0.names[reference] }) { return known }
    let name = KeyWords(stack.entry(reference, upTo: .name).name, normalizer)
    memory.withLock { memory in
      if memory.names.count == Self.capacity { memory.names.removeAll() }
      memory.names[reference] = name
    }
    return name
  }

  private func person(_ reference: EntryReference) -> Person {
    if let known = memory.withLock({ $0.people[reference] }) { return known }
    let entry = stack.entry(reference)
    let holdings = entry.offices.map { office in
      let place = EntryReference(lexicon: reference.lexicon, entry: office.office)
      return Holding(
        office: office, country: stack.country(of: place),
        spellings: stack.spellings(of: office, heldBy: reference).map {
          KeyWords($0, normalizer)
        })
    }
    let person = Person(country: entry.country, holdings: holdings)
    memory.withLock { memory in
      if memory.people.count == Self.capacity { memory.people.removeAll() }
      memory.people[reference] = person
    }
    return person
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

internal import DragomanLexicon
internal import DragomanText

/// Which countries a document speaks of, told by names that mean one thing only.
struct CountryEvidence {
  private struct Count {
    let country: String
    var isNamed = false
    var others = 0
  }

  /// Few: found by going over them.
  private var counts: [Count] = []
  private var counted = HashNumbers()

  /// Counts an entry once, however often it is mentioned.
  mutating func add(_ reference: EntryReference, isCountry: Bool, of country: String?) {
    guard let country, counted.insert(reference.hash).isNew else { return }
    let index = index(of: country)
    if isCountry { counts[index].isNamed = true } else { counts[index].others += 1 }
  }

  private mutating func index(of country: String) -> Int {
    if let index = counts.firstIndex(where: { $0.country == country }) { return index }
    counts.append(Count(country: country))
    return counts.count - 1
  }

  /// Whether an entry is named by a name of its own.
  func holds(_ reference: EntryReference) -> Bool { counted.contains(reference.hash) }

  /// Whether the document names a country, or its people's adjective.
  func names(_ country: String) -> Bool {
    counts.contains { $0.country == country && $0.isNamed }
  }

  /// How many others of a country the document names.
  func others(of country: String) -> Int {
    counts.first { $0.country == country }?.others ?? 0
  }

  /// Whether it speaks of this country and names no other.
  func isAbout(_ country: String) -> Bool {
    counts.contains { $0.country == country }
      && counts.allSatisfy { $0.country == country || !$0.isNamed }
  }

  /// Whether it names countries, and none of this one.
  func isAboutOthers(than country: String) -> Bool {
    !counts.contains { $0.country == country } && counts.contains { $0.isNamed }
  }
}

internal import Dragoman

/// Pairs the roles of gold with those that were found.
struct RoleMatching {
  let gold: Annotation
  let found: Annotation
  let source: SourceText
  let language: LanguageTag?

  /// How many pairs of roles share a byte of their phrases and are alike in what is asked for.
  func count(samePerson: Bool, sameBody: Bool) -> Int {
    SpanMatching.pairs(gold.roles ?? [], found.roles ?? [], range: \.range) { one, other in
      (!samePerson || isSame(one.person, other.person))
        && (!sameBody || isSameBody(one.of, other.of))
    }.count
  }

  /// A body that gold does not name is not asked for.
  private func isSameBody(_ one: StatedRole.Party?, _ other: StatedRole.Party?) -> Bool {
    guard let one else { return true }
    return other.map { isSame(one, $0) } ?? false
  }

  /// Two parties are the same if they have a type and a byte of a mention in common, or else a name.
  private func isSame(_ one: StatedRole.Party, _ other: StatedRole.Party) -> Bool {
    if case .thing(let first) = one, case .thing(let second) = other,
      let a = gold.things?[first], let b = found.things?[second], a.kind == b.kind
    {
      let mentions = b.mentions + b.nested
      if (a.mentions + a.nested).contains(where: { mention in
        mentions.contains { $0.overlaps(mention) }
      }) {
        return true
      }
    }
    return !names(of: one, in: gold).isDisjoint(with: names(of: other, in: found))
  }

  private func names(of party: StatedRole.Party, in annotation: Annotation) -> Set<String> {
    switch party {
    case .name(let name): return [NameKey.of(name, language: language)]
    case .thing(let number):
      return annotation.things.map {
        ThingNames.keys(of: $0[number], in: source, language: language)
      } ?? []
    }
  }
}

/// The names that a document knows a thing under.
enum ThingNames {
  /// The keys of its canonical name and of all its mentions.
  static func keys(
    of thing: NamedThing, in source: SourceText, language: LanguageTag?
  ) -> Set<String> {
    var keys = Set(
      (thing.mentions + thing.nested).map {
        NameKey.of(source.text(in: $0), language: language)
      })
    if !thing.name.isEmpty { keys.insert(NameKey.of(thing.name, language: language)) }
    return keys
  }
}

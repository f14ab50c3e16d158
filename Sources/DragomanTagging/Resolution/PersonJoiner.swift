internal import DragomanLexicon
internal import DragomanText

/// Joins the mentions of people: full names with their shorter forms, surnames and initials.
///
/// Where several people of the document have a surname, it is the one with the office beside it, else the one named last
/// before it. If that does not tell, the surname stays apart and may be any of them.
struct PersonJoiner {
  /// A mention of a person.
  private struct Mention {
    let candidate: Int
    let words: [Int]
    let isFull: Bool
  }

  /// What mentions of people are joined to.
  struct Result {
    /// Surnames that may be several people's, with a mention of each of these.
    var open: [Int: [Int]] = [:]
    /// Surnames that belong to somebody of the document, not to whom the lexicon knows by them.
    var withoutEntry: [Int] = []
  }

  private let context: TaggingContext
  private let candidates: [Candidate]
  private let titles: [TitlePhrase]
  private let spelled: SpelledWords
  private let mentions: [Mention]

  init(_ context: TaggingContext, _ candidates: [Candidate], _ titles: [TitlePhrase]) {
    self.context = context
    self.candidates = candidates
    self.titles = titles
    let spelled = SpelledWords(context)
    self.spelled = spelled
    mentions = candidates.indices.lazy.filter { candidates[$0].kind == .person }.map { index in
      let words = spelled.words(candidates[index].terms)
      return Mention(
        candidate: index, words: words, isFull: words.count > 1 && !spelled.isInitial(words[0]))
    }.sorted {
      candidates[$0.candidate].terms.lowerBound < candidates[$1.candidate].terms.lowerBound
    }
  }

  func join(_ union: inout UnionFind) -> Result {
    joinFullNames(&union)
    var result = Result()
    for (position, mention) in mentions.enumerated() where !mention.isFull {
      resolve(position, &union, &result)
    }
    return result
  }

  // MARK: Full names

  private func joinFullNames(_ union: inout UnionFind) {
    var different: [Mention] = []
    for mention in mentions where mention.isFull {
      func isSame(_ known: Mention, _ least: SpelledWords.Agreement) -> Bool {
        areAgreed(mention, known)
          && (isForm(mention.words, of: known.words, least) != nil
            || isForm(known.words, of: mention.words, least) != nil)
      }
      let same =
        different.first { isSame($0, .stem) }
        ?? (candidates[mention.candidate].entry == nil
          ? different.first { isSame($0, .sound) } : nil)
      guard let same else {
        different.append(mention)
        continue
      }
      union.join(same.candidate, mention.candidate)
      // The fullest name is what further ones are compared with.
      if mention.words.count > same.words.count { different.append(mention) }
    }
  }

  /// Whether the lexicon does not hold two mentions for two people.
  private func areAgreed(_ one: Mention, _ other: Mention) -> Bool {
    guard let entry = candidates[one.candidate].entry, let known = candidates[other.candidate].entry
    else { return true }
    return entry == known
  }

  /// How the words of a shorter or equal name agree with those of a full one: its surname, and before it some of the
  /// others or their initials, in order.
  private func isForm(
    _ name: [Int], of full: [Int], _ least: SpelledWords.Agreement
  ) -> SpelledWords.Agreement? {
    guard name.count <= full.count, let surname = name.last, let last = full.last else {
      return nil
    }
    guard var worst = spelled.agreement(surname, last, atLeast: least) else {
      return isTurned(name, full) ? .written : nil
    }
    var next = 0
    for word in name.dropLast() {
      var found: SpelledWords.Agreement?
      while found == nil, next < full.count - 1 {
        let isInitial =
          spelled.isInitial(word, of: full[next]) || spelled.isInitial(full[next], of: word)
        found = isInitial ? .written : spelled.agreement(word, full[next], atLeast: least)
        next += 1
      }
      guard let found else { return nil }
      worst = max(worst, found)
    }
    return worst
  }

  /// `HAYASHI Yoshimasa`, `Yoshimasa Hayashi`; or a family name that stands first, alone.
  private func isTurned(_ name: [Int], _ full: [Int]) -> Bool {
    if name.count == 1 {
      let facts = context[full[0]]
      let standsFirst =
        facts.contains(.familyNameFirst)
        || facts.contains(.allCapitals) && !context[full[full.count - 1]].contains(.allCapitals)
        || full.count == 2 && context[full[1]].contains(.nameSuffix)
      return standsFirst && spelled.hash(name[0]) == spelled.hash(full[0])
    }
    return name.count == 2 && full.count == 2 && spelled.hash(name[0]) == spelled.hash(full[1])
      && spelled.hash(name[1]) == spelled.hash(full[0])
  }

  // MARK: Surnames

  private func resolve(_ position: Int, _ union: inout UnionFind, _ result: inout Result) {
    let mention = mentions[position]
    let entry = candidates[mention.candidate].entry
    var roots = people(mention, atLeast: .stem, &union)
    if roots.isEmpty, entry == nil { roots = people(mention, atLeast: .sound, &union) }
    if roots.isEmpty {
      joinAlike(position, &union)
      return
    }
    if isKnownByOffice(mention, roots, &union) { return }
    let chosen =
      roots.count == 1
      ? roots[0] : byOffice(mention, roots, &union) ?? byPlace(position, roots, &union)
    guard let chosen else {
      result.open[mention.candidate] = roots
      return
    }
    union.join(chosen, mention.candidate)
    if let entry, !holds(chosen, entry, &union) {
      result.withoutEntry.append(mention.candidate)
    }
  }

  /// The people whose full names a surname or initials fit best.
  private func people(
    _ mention: Mention, atLeast least: SpelledWords.Agreement, _ union: inout UnionFind
  ) -> [Int] {
    var roots: [Int] = []
    var best = SpelledWords.Agreement.sound
    for full in mentions where full.isFull {
      guard let agreement = isForm(mention.words, of: full.words, least), agreement <= best else {
        continue
      }
      if agreement < best { roots.removeAll() }
      best = agreement
      let root = union.root(full.candidate)
      if !roots.contains(root) { roots.append(root) }
    }
    return roots
  }

  /// Joins a surname that no full name goes with to an earlier one of its kind.
  private func joinAlike(_ position: Int, _ union: inout UnionFind) {
    let mention = mentions[position]
    let same = mentions[..<position].first { known in
      !known.isFull && areAgreed(mention, known)
        && (isForm(mention.words, of: known.words, .stem) != nil
          || isForm(known.words, of: mention.words, .stem) != nil)
    }
    if let same { union.join(same.candidate, mention.candidate) }
  }

  /// Whether a full name of a person has an entry.
  private func holds(_ root: Int, _ entry: EntryReference, _ union: inout UnionFind) -> Bool {
    mentions.contains {
      $0.isFull && candidates[$0.candidate].entry == entry && union.root($0.candidate) == root
    }
  }

  /// Whether a surname that the lexicon knows stands behind an office that none of the document's people of that name has:
  /// `President Aliyev` beside `Director Vugar Aliyev`.
  private func isKnownByOffice(_ mention: Mention, _ roots: [Int], _ union: inout UnionFind) -> Bool
  {
    guard let entry = candidates[mention.candidate].entry,
      let title = title(beside: mention), !title.isHonorific
    else { return false }
    for root in roots {
      if holds(root, entry, &union) || sharedWords(title, root, &union) > 0 { return false }
    }
    return mentions.contains { other in
      other.isFull && roots.contains(union.root(other.candidate))
        && self.title(beside: other).map { !$0.isHonorific } ?? false
    }
  }

  /// The only person whose office shares most words with the one beside a surname.
  private func byOffice(_ mention: Mention, _ roots: [Int], _ union: inout UnionFind) -> Int? {
    guard let title = title(beside: mention) else { return nil }
    var counts: [Int] = []
    for root in roots { counts.append(sharedWords(title, root, &union)) }
    guard let most = counts.max(), most > 0, counts.count(where: { $0 == most }) == 1 else {
      return nil
    }
    return counts.firstIndex(of: most).map { roots[$0] }
  }

  private func sharedWords(_ title: TitlePhrase, _ root: Int, _ union: inout UnionFind) -> Int {
    var most = 0
    for other in mentions where other.isFull && union.root(other.candidate) == root {
      guard let known = self.title(beside: other) else { continue }
      let shared = title.terms.count { term in
        context[term].contains(.word)
          && context[term].isDisjoint(with: [.of, .article, .conjunction])
          && known.terms.contains { spelled.hash($0) == spelled.hash(term) }
      }
      most = max(most, shared)
    }
    return most
  }

  /// The office or word of respect right before a name, or behind it and a comma.
  private func title(beside mention: Mention) -> TitlePhrase? {
    let terms = candidates[mention.candidate].terms
    return titles.last { $0.terms.upperBound == terms.lowerBound }
      ?? titles.first {
        $0.terms.lowerBound > terms.upperBound && context.isMark(terms.upperBound, ",")
          && (terms.upperBound + 1..<$0.terms.lowerBound).allSatisfy {
            context[$0].contains(.article)
          }
      }
  }

  /// The person named last before a surname; `nil` if two were named in one sentence, or none was.
  private func byPlace(_ position: Int, _ roots: [Int], _ union: inout UnionFind) -> Int? {
    var last: (root: Int, sentence: Int)?
    for other in mentions[..<position].reversed() {
      let root = union.root(other.candidate)
      guard roots.contains(root) else { continue }
      let sentence = sentence(of: candidates[other.candidate].terms.lowerBound)
      guard let known = last else {
        last = (root, sentence)
        continue
      }
      if sentence != known.sentence { break }
      if root != known.root { return nil }
    }
    return last?.root
  }

  private func sentence(of term: Int) -> Int {
    let start = context.text.terms[term].lowerBound
    return context.text.sentences.count { $0.lowerBound <= start }
  }
}

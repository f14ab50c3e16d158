internal import DragomanLexicon
internal import DragomanText

/// Joins the mentions of people: full names with their shorter forms, surnames and initials.
///
/// Where several people of the document have a surname, it is the one with the office beside it, else the one named last
/// before it. If that does not tell, the surname stays apart and may be any of them. Cost: names are compared with those
/// that share a surname only.
struct PersonJoiner {
  /// What mentions of people are joined to.
  struct Result {
    /// Surnames that may be several people's, with a mention of each of these.
    var open: [Int: [Int]] = [:]
    /// Surnames that belong to somebody of the document, not to whom the lexicon knows by them.
    var withoutEntry: [Int] = []
  }

  /// Somebody whom the document names.
  private struct Person {
    /// The first mention that is no surname alone.
    let candidate: Int
    /// Whether a full name is known.
    let isFull: Bool
    /// The different ways in which the name is written.
    var forms: [[Int]]
    var entry: EntryReference?
    /// The terms of its first mentions, where offices may stand beside it.
    var places: [Range<Int>] = []
    /// The sentence of the last mention so far.
    var sentence: Int?
  }

  /// How many forms and mentions of a person are kept to be compared.
  private static let mostKept = 8

  private let context: TaggingContext
  private let candidates: [Candidate]
  /// Read only if a surname is several people's.
  private lazy var titles = TitlesBesideNames(context, phrases)
  private let phrases: [TitlePhrase]
  private let spelled: SpelledWords
  private var people: [Person] = []
  private var bySurname = NameIndex()
  private var bySound = NameIndex()
  /// The person of each candidate that is one.
  private var persons: [Int?]

  init(_ context: TaggingContext, _ candidates: [Candidate], _ titles: [TitlePhrase]) {
    self.context = context
    self.candidates = candidates
    phrases = titles
    spelled = SpelledWords(context)
    persons = Array(repeating: nil, count: candidates.count)
  }

  mutating func join(_ union: inout UnionFind) -> Result {
    let mentions = candidates.indices.filter { candidates[$0].kind == .person }
      .map { (candidate: $0, words: spelled.words(candidates[$0].terms)) }
      .sorted {
        candidates[$0.candidate].terms.lowerBound < candidates[$1.candidate].terms.lowerBound
      }
    for mention in mentions where isFull(mention.words) {
      let person = knownPerson(mention.candidate, mention.words)
      add(mention.candidate, mention.words, to: person, isFull: true, &union)
    }
    var result = Result()
    var sentences = SentenceWalk(context)
    for mention in mentions {
      let sentence = sentences.sentence(of: candidates[mention.candidate].terms.lowerBound)
      if persons[mention.candidate] == nil {
        resolve(mention.candidate, mention.words, &union, &result)
      }
      if let person = persons[mention.candidate] { people[person].sentence = sentence }
    }
    return result
  }

  private func isFull(_ words: [Int]) -> Bool { words.count > 1 && !spelled.isInitial(words[0]) }

  // MARK: People

  private mutating func add(
    _ candidate: Int, _ words: [Int], to known: Int?, isFull: Bool, _ union: inout UnionFind
  ) {
    let person = known ?? people.count
    if known == nil {
      people.append(Person(candidate: candidate, isFull: isFull, forms: []))
    }
    union.join(people[person].candidate, candidate)
    persons[candidate] = person
    people[person].entry = people[person].entry ?? candidates[candidate].entry
    if people[person].places.count < Self.mostKept {
      people[person].places.append(candidates[candidate].terms)
    }
    guard people[person].forms.count < Self.mostKept else { return }
    let isKnown = people[person].forms.contains { form in
      form.count == words.count
        && zip(form, words).allSatisfy { spelled.hash($0) == spelled.hash($1) }
    }
    if isKnown { return }
    people[person].forms.append(words)
    guard let first = words.first, let last = words.last else { return }
    spelled.forEachStem(of: last) { bySurname.insert(person, under: $0) }
    bySurname.insert(person, under: spelled.hash(first))
    if let sound = spelled.sound(of: last) {
      bySound.insert(person, under: SearchKeyHash.of(sound.letters[...]))
    }
  }

  /// The person whose full name is another form of a full name.
  private func knownPerson(_ candidate: Int, _ words: [Int]) -> Int? {
    func isSame(_ person: Int, _ least: SpelledWords.Agreement) -> Bool {
      areAgreed(candidate, person)
        && people[person].forms.contains {
          isForm(words, of: $0, least) != nil || isForm($0, of: words, least) != nil
        }
    }
    if let person = namesakes(of: words).first(where: { isSame($0, .stem) }) { return person }
    guard candidates[candidate].entry == nil else { return nil }
    return soundingAlike(words).first { isSame($0, .sound) }
  }

  /// Whether the lexicon does not hold a mention and a person for two people.
  private func areAgreed(_ candidate: Int, _ person: Int) -> Bool {
    guard let entry = candidates[candidate].entry, let known = people[person].entry else {
      return true
    }
    return entry == known
  }

  /// Those with the last word of a name for a surname.
  private func namesakes(of words: [Int]) -> [Int] {
    guard let last = words.last else { return [] }
    var result: [Int] = []
    spelled.forEachStem(of: last) { stem in
      bySurname.forEach(under: stem) { person in
        if !result.contains(person) { result.append(person) }
      }
    }
    return result
  }

  private func soundingAlike(_ words: [Int]) -> [Int] {
    guard let last = words.last, let sound = spelled.sound(of: last) else { return [] }
    var result: [Int] = []
    bySound.forEach(under: SearchKeyHash.of(sound.letters[...])) { result.append($0) }
    return result
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

  private mutating func resolve(
    _ candidate: Int, _ words: [Int], _ union: inout UnionFind, _ result: inout Result
  ) {
    let entry = candidates[candidate].entry
    var found = owners(of: words, among: namesakes(of: words), .stem)
    if found.isEmpty, entry == nil {
      found = owners(of: words, among: soundingAlike(words), .sound)
    }
    if found.isEmpty || isKnownByOffice(candidate, found) {
      // Nobody's full name: with others of its kind.
      let same = namesakes(of: words).first { person in
        !people[person].isFull && areAgreed(candidate, person)
          && people[person].forms.contains {
            isForm(words, of: $0, .stem) != nil || isForm($0, of: words, .stem) != nil
          }
      }
      add(candidate, words, to: same, isFull: false, &union)
      return
    }
    let chosen =
      found.count == 1
      ? found[0]
      : byOffice(candidate, found) ?? byPlace(found)
        ?? found.first { entry != nil && people[$0].entry == entry }
    guard let chosen else {
      result.open[candidate] = found.map { people[$0].candidate }
      return
    }
    union.join(people[chosen].candidate, candidate)
    persons[candidate] = chosen
    if entry != nil, people[chosen].entry != entry { result.withoutEntry.append(candidate) }
  }

  /// The people whose full names a surname or initials fit best.
  private func owners(
    of words: [Int], among namesakes: [Int], _ least: SpelledWords.Agreement
  ) -> [Int] {
    var result: [Int] = []
    var best = SpelledWords.Agreement.sound
    for person in namesakes where people[person].isFull {
      let agreement = people[person].forms.lazy.compactMap { isForm(words, of: $0, least) }.min()
      guard let agreement, agreement <= best else { continue }
      if agreement < best { result.removeAll() }
      best = agreement
      result.append(person)
    }
    return result
  }

  /// Whether a surname that the lexicon knows stands behind an office that none of the document's people of that name has:
  /// `President Aliyev` beside `Director Vugar Aliyev`.
  private mutating func isKnownByOffice(_ candidate: Int, _ found: [Int]) -> Bool {
    guard let entry = candidates[candidate].entry,
      let title = titles.title(beside: candidates[candidate].terms), !title.isHonorific
    else { return false }
    var isOfOthers = false
    for person in found {
      let offices = titles.titles(beside: people[person].places)
      if people[person].entry == entry || titles.sharedWords(title, offices) > 0 { return false }
      isOfOthers = isOfOthers || offices.contains { !$0.isHonorific }
    }
    return isOfOthers
  }

  /// The only person whose office shares most words with the one beside a surname.
  private mutating func byOffice(_ candidate: Int, _ found: [Int]) -> Int? {
    guard let title = titles.title(beside: candidates[candidate].terms) else { return nil }
    var counts: [Int] = []
    for person in found {
      counts.append(titles.sharedWords(title, titles.titles(beside: people[person].places)))
    }
    guard let most = counts.max(), most > 0, counts.count(where: { $0 == most }) == 1 else {
      return nil
    }
    return counts.firstIndex(of: most).map { found[$0] }
  }

  /// The person named last so far; `nil` if two were named in one sentence, or none was.
  private func byPlace(_ found: [Int]) -> Int? {
    guard let last = found.compactMap({ people[$0].sentence }).max() else { return nil }
    let latest = found.filter { people[$0].sentence == last }
    return latest.count == 1 ? latest[0] : nil
  }
}

/// Which sentence terms stand in, asked for in text order.
private struct SentenceWalk {
  private let context: TaggingContext
  private var next = 0

  init(_ context: TaggingContext) { self.context = context }

  mutating func sentence(of term: Int) -> Int {
    let start = context.text.terms[term].lowerBound
    let sentences = context.text.sentences
    while next < sentences.count, sentences[next].lowerBound <= start { next += 1 }
    return next
  }
}

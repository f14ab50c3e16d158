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
    var entry: EntryReference?
    /// How many different ways in which the name is written are kept.
    var formCount = 0
    /// How many mentions are kept.
    var mentionCount = 0
    /// The sentence of the last mention so far.
    var sentence: Int?
  }

  /// How many forms and mentions of a person are kept to be compared.
  private static let mostKept = 8

  /// With how many people of a surname, or of its sound, names are compared: the first ones.
  private static let mostNamesakes: Int32 = 32

  private let context: TaggingContext
  private let candidates: [Candidate]
  /// Read only if a surname is several people's.
  private lazy var titles = TitlesBesideNames(context, phrases)
  private let phrases: [TitlePhrase]
  private let spelled: SpelledWords
  private let sounds: WordSounds
  private var people: [Person] = []
  /// Of each person a candidate for each way in which the name is written.
  private var forms = NumberLists()
  /// The first candidates of each person: offices may stand beside them.
  private var mentions = NumberLists()
  /// People by the first and last words of their names, the latter without endings, too.
  private var bySurname: NumberLists
  /// People by the sounds of the last words.
  private var bySound = NumberLists(longest: mostNamesakes)
  /// The person of each candidate that is one.
  private var persons: [Int?]

  init(
    _ context: TaggingContext, _ candidates: [Candidate], _ titles: [TitlePhrase],
    _ spelled: SpelledWords
  ) {
    self.context = context
    self.candidates = candidates
    phrases = titles
    self.spelled = spelled
    bySurname = NumberLists(
      count: spelled.stemCount, capacity: candidates.count, longest: Self.mostNamesakes)
    sounds = WordSounds(context, wordCount: spelled.wordCount)
    persons = Array(repeating: nil, count: candidates.count)
  }

  /// - Parameter order: the candidates in text order.
  mutating func join(_ union: inout UnionFind, order: [Int]) -> Result {
    let order = order.filter { candidates[$0].kind == .person }
    for candidate in order where isFull(spelled.name(candidate)) {
      add(candidate, to: knownPerson(candidate), isFull: true, &union)
    }
    var result = Result()
    var sentences = SentenceWalk(context)
    for candidate in order {
      let sentence = sentences.sentence(of: candidates[candidate].terms.lowerBound)
      if persons[candidate] == nil { resolve(candidate, &union, &result) }
      if let person = persons[candidate] { people[person].sentence = sentence }
    }
    return result
  }

  private func isFull(_ name: Range<Int>) -> Bool {
    name.count > 1 && !spelled.isInitial(spelled[name.lowerBound])
  }

  // MARK: People

  private mutating func add(
    _ candidate: Int, to known: Int?, isFull: Bool, _ union: inout UnionFind
  ) {
    let person = known ?? people.count
    if known == nil { people.append(Person(candidate: candidate, isFull: isFull)) }
    union.join(people[person].candidate, candidate)
    persons[candidate] = person
    people[person].entry = people[person].entry ?? candidates[candidate].entry
    if people[person].mentionCount < Self.mostKept {
      people[person].mentionCount += 1
      mentions.append(candidate, to: person)
    }
    let name = spelled.name(candidate)
    guard people[person].formCount < Self.mostKept,
      forms.first(in: person, where: { spelled.areSame(spelled.name($0), name) }) == nil
    else { return }
    people[person].formCount += 1
    forms.append(candidate, to: person)
    guard let surname = spelled.last(of: name) else { return }
    spelled.append(person, underStemsOf: surname, to: &bySurname)
    bySurname.append(person, to: spelled[name.lowerBound].number)
    if let sound = sounds.sound(of: surname) { bySound.append(person, to: sound) }
  }

  /// The person whose full name is another form of a full name.
  private func knownPerson(_ candidate: Int) -> Int? {
    if let person = firstNamesake(of: candidate, where: { isSame(candidate, $0, .stem) }) {
      return person
    }
    guard candidates[candidate].entry == nil, let sound = sound(of: candidate) else { return nil }
    return bySound.first(in: sound) { isSame(candidate, $0, .sound) }
  }

  /// Whether a name is a form of a person's, or that is one of it.
  private func isSame(_ candidate: Int, _ person: Int, _ least: SpelledWords.Agreement) -> Bool {
    let name = spelled.name(candidate)
    return areAgreed(candidate, person)
      && forms.first(in: person) { form in
        let form = spelled.name(form)
        return isForm(name, of: form, least) != nil || isForm(form, of: name, least) != nil
      } != nil
  }

  /// Whether the lexicon does not hold a mention and a person for two people.
  private func areAgreed(_ candidate: Int, _ person: Int) -> Bool {
    guard let entry = candidates[candidate].entry, let known = people[person].entry else {
      return true
    }
    return entry == known
  }

  /// The first person of whom something holds, of those with the last word of a name for a surname. Some are asked about
  /// several times.
  private func firstNamesake(of candidate: Int, where holds: (Int) -> Bool) -> Int? {
    guard let surname = spelled.last(of: spelled.name(candidate)) else { return nil }
    var found: Int?
    spelled.forEachStem(of: surname) { stem in
      if found == nil { found = bySurname.first(in: stem, where: holds) }
    }
    return found
  }

  private func sound(of candidate: Int) -> Int? {
    spelled.last(of: spelled.name(candidate)).flatMap(sounds.sound)
  }

  /// How the words of a shorter or equal name agree with those of a full one: its surname, and before it some of the
  /// others or their initials, in order.
  private func isForm(
    _ name: Range<Int>, of full: Range<Int>, _ least: SpelledWords.Agreement
  ) -> SpelledWords.Agreement? {
    guard name.count <= full.count, let surname = spelled.last(of: name),
      let last = spelled.last(of: full)
    else { return nil }
    guard var worst = agreement(surname, last, least) else {
      return isTurned(name, full) ? .written : nil
    }
    var next = full.lowerBound
    for place in name.dropLast() {
      let word = spelled[place]
      var found: SpelledWords.Agreement?
      while found == nil, next < full.upperBound - 1 {
        let other = spelled[next]
        let isInitial = spelled.isInitial(word, of: other) || spelled.isInitial(other, of: word)
        found = isInitial ? .written : agreement(word, other, least)
        next += 1
      }
      guard let found else { return nil }
      worst = max(worst, found)
    }
    return worst
  }

  /// How two words agree; `nil` if they are different words, or agree less than asked for.
  private func agreement(
    _ one: SpelledWords.Word, _ other: SpelledWords.Word, _ least: SpelledWords.Agreement
  ) -> SpelledWords.Agreement? {
    if let agreement = spelled.agreement(one, other) { return agreement }
    guard least == .sound, let sound = sounds.sound(of: one) else { return nil }
    return sound == sounds.sound(of: other) ? .sound : nil
  }

  /// `HAYASHI Yoshimasa`, `Yoshimasa Hayashi`; or a family name that stands first, alone.
  private func isTurned(_ name: Range<Int>, _ full: Range<Int>) -> Bool {
    let (first, last) = (spelled[full.lowerBound], spelled[full.upperBound - 1])
    let isFirst = spelled[name.upperBound - 1].number == first.number
    if name.count > 1 || !isFirst {
      return name.count == 2 && full.count == 2 && isFirst
        && spelled[name.lowerBound].number == last.number
    }
    let facts = context[first.term]
    return facts.contains(.familyNameFirst)
      || facts.contains(.allCapitals) && !context[last.term].contains(.allCapitals)
      || full.count == 2 && context[last.term].contains(.nameSuffix)
  }

  // MARK: Surnames

  private mutating func resolve(
    _ candidate: Int, _ union: inout UnionFind, _ result: inout Result
  ) {
    let entry = candidates[candidate].entry
    var owners = Owners()
    _ = firstNamesake(of: candidate) { person in
      note(person, asOwnerOf: candidate, .stem, &owners)
      return false
    }
    if owners.people.isEmpty, entry == nil, let sound = sound(of: candidate) {
      bySound.forEach(in: sound) { note($0, asOwnerOf: candidate, .sound, &owners) }
    }
    let found = owners.people
    if found.isEmpty || isKnownByOffice(candidate, found) {
      // Nobody's full name: with others of its kind.
      let same = firstNamesake(of: candidate) {
        !people[$0].isFull && isSame(candidate, $0, .stem)
      }
      add(candidate, to: same, isFull: false, &union)
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
  private struct Owners {
    var people: [Int] = []
    var agreement = SpelledWords.Agreement.sound
  }

  private func note(
    _ person: Int, asOwnerOf candidate: Int, _ least: SpelledWords.Agreement,
    _ owners: inout Owners
  ) {
    guard people[person].isFull, !owners.people.contains(person) else { return }
    let name = spelled.name(candidate)
    var best: SpelledWords.Agreement?
    forms.forEach(in: person) { form in
      guard let agreement = isForm(name, of: spelled.name(form), least) else { return }
      best = min(best ?? agreement, agreement)
    }
    guard let best, best <= owners.agreement else { return }
    if best < owners.agreement { owners.people.removeAll() }
    owners.agreement = best
    owners.people.append(person)
  }

  /// Whether a surname that the lexicon knows stands behind an office that none of the document's people of that name has:
  /// `President Aliyev` beside `Director Vugar Aliyev`.
  private mutating func isKnownByOffice(_ candidate: Int, _ found: [Int]) -> Bool {
    guard let entry = candidates[candidate].entry,
      let title = titles.title(beside: candidates[candidate].terms), !title.isHonorific
    else { return false }
    var isOfOthers = false
    for person in found {
      let offices = offices(of: person)
      if people[person].entry == entry || titles.sharedWords(title, offices) > 0 { return false }
      isOfOthers = isOfOthers || offices.contains { !$0.isHonorific }
    }
    return isOfOthers
  }

  /// The offices beside the first mentions of a person.
  private mutating func offices(of person: Int) -> [TitlePhrase] {
    var offices: [TitlePhrase] = []
    let titles = titles
    mentions.forEach(in: person) {
      if let office = titles.title(beside: candidates[$0].terms) { offices.append(office) }
    }
    return offices
  }

  /// The only person whose office shares most words with the one beside a surname.
  private mutating func byOffice(_ candidate: Int, _ found: [Int]) -> Int? {
    guard let title = titles.title(beside: candidates[candidate].terms) else { return nil }
    var counts: [Int] = []
    for person in found {
      counts.append(titles.sharedWords(title, offices(of: person)))
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

/// Decides whether a sentence ends at a stop, from the word before it and what follows.
struct SentenceRules {
  let bytes: [UInt8]
  let language: SentenceLanguage

  /// Whether the sentence that starts at `start` ends at `end`, where a stop or no stop stands, with `next` behind it.
  ///
  /// - Parameters:
  ///   - start: The first byte of the sentence, white space left out.
  ///   - end: The end of what stands before the place in question, white space left out.
  ///   - next: The first byte behind it that is no white space.
  func ends(from start: Int, at end: Int, before next: Int) -> Bool {
    let following = FollowingText(at: next, in: bytes)
    if following.sort == .small || following.sort == .slash { return false }
    let stop = SentenceStop(endingAt: end, from: start, in: bytes)
    if following.sort == .dash { return endsBeforeDash(stop, following, start) }
    switch stop.sort {
    case .none: return true
    case .ellipsis(let isBracketed): return !isBracketed
    case .strong: return !(stop.isQuoted && isSpeaker(following))
    case .fullStop:
      return ends(stop, following, start) && !isDateline(from: start, to: end, next: next)
    }
  }

  /// Dialogue: `– Да. – Нет.` A quotation's speaker, a date and a dateline go on behind the dash.
  private func endsBeforeDash(
    _ stop: SentenceStop, _ following: FollowingText, _ start: Int
  ) -> Bool {
    guard !stop.isQuoted, FollowingText(behindDash: following, in: bytes)?.sort == .capital else {
      return false
    }
    switch stop.sort {
    case .none: return false
    case .ellipsis(let isBracketed): return !isBracketed
    case .strong: return true
    case .fullStop:
      let isPlain =
        !stop.word.isEmpty && abbreviation(stop.word, start).isEmpty && !isNumber(stop.word)
        && !isInitial(stop.word)
      return isPlain && !startsInCapitals(start)
    }
  }

  private func ends(_ stop: SentenceStop, _ following: FollowingText, _ start: Int) -> Bool {
    if stop.word.isEmpty { return true }
    let roles = abbreviation(stop.word, start)
    if !roles.isEmpty { return ends(in: roles, stop, following, start) }
    if isNumber(stop.word) { return ends(inNumber: stop, following, start) }
    if language.hasDottedOrdinals, isRomanNumber(stop.word, atLeast: 2) {
      return stop.isQuoted || stop.isBracketed || following.opensSentence(language, in: bytes)
    }
    if isInitial(stop.word) {
      if stop.isBracketed { return false }
      return stop.isQuoted || following.sort != .capital
        || following.opensSentence(language, in: bytes)
    }
    return true
  }

  // MARK: Abbreviations

  private func ends(
    in roles: WordRoles, _ stop: SentenceStop, _ following: FollowingText, _ start: Int
  ) -> Bool {
    // `(Acme Inc.) Chief`: the full stop is the abbreviation's.
    if stop.isBracketed { return false }
    if stop.isQuoted { return !roles.contains(.neverEnds) }
    let previous = wordBefore(stop.word, start)
    if roles.contains(.closesList) {
      // `və s. Nazir` against `s. 14`.
      let others = roles.subtracting(.closesList)
      if others.isEmpty || isConnective(previous) { return !following.isBracketed }
    }
    if roles.contains(.neverEnds) || following.isBracketed { return false }
    if roles.contains(.beforeNumber), following.sort == .digit { return false }
    if !roles.isDisjoint(with: [.year, .unit]), isNumeral(previous, start) {
      if roles.contains(.unit) {
        return !language.words.roles(of: following.word, in: bytes).contains(.currency)
      }
      if language.isVerbFinal { return following.opensSentence(language, in: bytes) }
      return !isDate(from: start, to: previous.lowerBound)
    }
    return ends(inName: roles, stop, following, start)
  }

  /// What is left when neither numbers nor lists decide: abbreviations in and behind names.
  private func ends(
    inName roles: WordRoles, _ stop: SentenceStop, _ following: FollowingText, _ start: Int
  ) -> Bool {
    if following.opensSentence(language, in: bytes) { return true }
    let nextRoles = language.words.roles(of: following.word, in: bytes)
    if roles.contains(.mostlyGoesOn) { return false }
    if roles.contains(.closesPlace) {
      return following.sort != .digit && !nextRoles.contains(.office)
    }
    if roles.contains(.timeOfDay) {
      let second = language.words.roles(of: following.nextWord(in: bytes), in: bytes)
      return !nextRoles.contains(.clock) && !second.contains(.clock)
    }
    if roles.contains(.closesName) {
      if following.sort == .digit || nextRoles.contains(.office) || language.isVerbFinal {
        return false
      }
      let second = following.nextWord(in: bytes)
      return second.isEmpty || FollowingText(at: second.lowerBound, in: bytes).sort != .capital
    }
    // `Flight No. KC 901`, but not the answer `No. UN experts …`.
    if roles.contains(.beforeNumber), stop.word.lowerBound > start {
      return FollowingText.capitals(in: following.word, of: bytes, only: true) < 2
    }
    return true
  }

  /// The roles of an abbreviation that may be written with a space: `т. п.`, `U. S.`
  private func abbreviation(_ word: Range<Int>, _ start: Int) -> WordRoles {
    var word = word
    // A hyphen or a bracket that opens is no part of it.
    while let first = bytes[word].first, first == 0x2D { word = word.dropFirst() }
    if let roles = pair(word, start) { return roles }
    return language.words.roles(of: word, in: bytes).intersection(.abbreviation)
  }

  private func pair(_ word: Range<Int>, _ start: Int) -> WordRoles? {
    guard isOneSign(word) else { return nil }
    let before = wordBefore(word, start)
    guard let last = before.last, bytes[last] == 0x2E, isOneSign(before.dropLast()) else {
      return nil
    }
    let roles = language.words.roles(of: before, and: word, in: bytes)
    return roles.isDisjoint(with: .abbreviation) ? nil : roles.intersection(.abbreviation)
  }

  // MARK: Numbers

  /// A list's number goes on, and so do ordinals where a full stop makes them.
  private func ends(inNumber stop: SentenceStop, _ following: FollowingText, _ start: Int) -> Bool {
    if stop.isQuoted || stop.isBracketed { return true }
    if stop.word.lowerBound == start, stop.word.count <= 5 { return false }
    guard language.hasDottedOrdinals, stop.word.count <= 3,
      bytes[stop.word].allSatisfy({ (0x30...0x39).contains($0) })
    else { return true }
    let before = wordBefore(stop.word, start)
    if let last = before.last, bytes[last] == 0x2E || bytes[last] == 0x3A {
      // `No. 12. Telefon`, `No: 12.`
      let name = before.dropLast()
      if language.words.roles(of: name, in: bytes).contains(.beforeNumber) { return true }
    }
    return following.sort == .other || following.opensSentence(language, in: bytes)
  }

  /// Digits, with points and the like between them.
  private func isNumber(_ word: Range<Int>) -> Bool {
    guard let first = bytes[word].first, (0x30...0x39).contains(first) else { return false }
    return bytes[word].allSatisfy { (0x2C...0x3A).contains($0) }
  }

  /// Whether what stands before a unit is its number: digits, a Roman number, or a unit itself (`5 тыс. руб.`).
  private func isNumeral(_ word: Range<Int>, _ start: Int) -> Bool {
    guard let last = bytes[word].last else { return false }
    if (0x30...0x39).contains(last) || isRomanNumber(word, atLeast: 1) { return true }
    let name = last == 0x2E ? word.dropLast() : word
    return language.words.roles(of: name, in: bytes).contains(.unit)
  }

  private func isRomanNumber(_ word: Range<Int>, atLeast count: Int) -> Bool {
    let body = bytes[word].prefix { $0 < 0x80 }
    guard body.count >= count, body.count == word.count else { return false }
    // I V X L C
    return body.allSatisfy { [0x49, 0x56, 0x58, 0x4C, 0x43].contains($0) }
  }

  /// Whether a stretch holds nothing but a date's words and numbers: `В`, `12 мая`.
  private func isDate(from start: Int, to end: Int) -> Bool {
    var end = end
    while true {
      let trimmed = SentenceSigns.trimmed(start..<end, in: bytes)
      if trimmed.isEmpty { return true }
      let word =
        SentenceStop.wordStart(
          before: trimmed.upperBound, from: start, in: bytes)..<trimmed.upperBound
      guard !word.isEmpty else { return false }
      let isPart =
        bytes[word].allSatisfy { (0x2D...0x39).contains($0) }
        || language.words.roles(of: lowercased(word), in: bytes).contains(.date)
      guard isPart else { return false }
      end = word.lowerBound
    }
  }

  /// The table knows small words with a capital as well.
  private func lowercased(_ word: Range<Int>) -> Range<Int> {
    bytes[word].last == 0x2E ? word.dropLast() : word
  }

  // MARK: Names

  /// One capital, or several parted by points and hyphens: `K`, `J.R.R`, `K.-J`.
  private func isInitial(_ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    var isExpected = true
    while index < word.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if isExpected {
        if scalar != 0x2D {
          guard ScalarProperties.isUppercase(scalar) else { return false }
          isExpected = false
        }
      } else if scalar == SentenceSigns.fullStop || scalar == 0x2D {
        isExpected = true
      } else if !ScalarProperties.GeneralCategory(scalar).isMark {
        return false
      }
      index += length
    }
    return !isExpected
  }

  private func isOneSign(_ word: Range<Int>) -> Bool {
    guard let first = word.first else { return false }
    let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: first)
    return length == word.count && ScalarProperties.GeneralCategory(scalar).isLetter
  }

  private func isConnective(_ word: Range<Int>) -> Bool {
    language.words.roles(of: word, in: bytes).contains(.connective)
  }

  /// The word before another, with the stop it may carry; empty at the start of the sentence.
  private func wordBefore(_ word: Range<Int>, _ start: Int) -> Range<Int> {
    let before = SentenceSigns.trimmed(start..<word.lowerBound, in: bytes)
    if before.isEmpty { return start..<start }
    let end = before.upperBound
    return SentenceStop.wordStart(before: end, from: start, in: bytes)..<end
  }

  /// Whether a quotation's speaker follows: up to three names, then a verb of saying.
  private func isSpeaker(_ following: FollowingText) -> Bool {
    guard following.sort == .capital, following.word.count > 0 else { return false }
    var word = following.word
    for _ in 0..<4 {
      word = FollowingText.word(behind: word.upperBound, in: bytes)
      if word.isEmpty { return false }
      if language.words.roles(of: word, in: bytes).contains(.speech) { return true }
      if FollowingText(at: word.lowerBound, in: bytes).sort != .capital { return false }
    }
    return false
  }

  // MARK: Datelines

  /// Whether a sentence's first word is in capitals, as a dateline's place is.
  private func startsInCapitals(_ start: Int) -> Bool {
    let place = start..<FollowingText.wordEnd(from: start, in: bytes)
    return FollowingText.capitals(in: place, of: bytes, only: true) > 1
  }

  /// In bytes: how far a dateline's dash may be.
  private static let longestDateline = 80

  /// `ASTANA. KAZINFORM – The …`: a place in capitals, and an agency in capitals before a dash.
  private func isDateline(from start: Int, to end: Int, next: Int) -> Bool {
    guard end - start <= Self.longestDateline, startsInCapitals(start) else { return false }
    var index = next
    var last = next..<next
    var lastIsNumber = false
    // A month's name stands beside a number.
    var isMonthWanted = false
    while index < min(bytes.count, next + Self.longestDateline) {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if SentenceSigns.isDash(scalar), index > next, bytes[index - 1] == 0x20 {
        return FollowingText.capitals(in: last, of: bytes, only: false) > 1
      }
      if ScalarProperties.isWordLike(scalar) {
        last = index..<FollowingText.wordEnd(from: index, in: bytes)
        let isNumber = (0x30...0x39).contains(bytes[index])
        if isMonthWanted, !isNumber { return false }
        let isName = FollowingText.capitals(in: last, of: bytes, only: false) > 1
        isMonthWanted = !isNumber && !isName && !lastIsNumber
        lastIsNumber = isNumber
        index = last.upperBound
      } else {
        // Spaces, commas, points, slashes and brackets part a dateline's words.
        guard [0x20, 0x2C, 0x2E, 0x2F, 0x28, 0x29].contains(scalar) else { return false }
        index += length
      }
    }
    return false
  }
}

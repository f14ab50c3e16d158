internal import DragomanText

/// Looks at the names of an entity, or the terms of a topic: which are never found, and which stand twice.
struct AliasCheck {
  private let tokenizer: Tokenizer

  init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  private struct Key: Hashable {
    let key: TermKey
    let rule: AliasRule
    /// What else makes two aliases of one key different ones.
    let detail: String
  }

  /// Reports what is wrong with the names of a group.
  ///
  /// - Parameter keys: those of the aliases, in their order.
  func check(
    _ entry: EntryDraft, _ keys: ArraySlice<TermKey>, at place: FindingReport.Place,
    _ report: inout FindingReport
  ) {
    var seen: [Key: [AliasDraft]] = [:]
    var isReachable = false
    // The name comes last if no line repeats it, and stands first in the file.
    for (alias, key) in zip(entry.aliases, keys).sorted(by: { $0.0.line < $1.0.line }) {
      let place = FindingReport.Place(source: place.source, line: alias.line)
      guard isFindable(alias, key, entry.type, at: place, &report) else { continue }
      isReachable = true
      let identity = Self.identity(of: alias, key, entry.type)
      let first = seen[identity]?.first { Self.isSame(alias, as: $0, entry.type) }
      seen[identity, default: []].append(alias)
      guard let first else { continue }
      report.add(
        .duplicateAlias, place,
        "\(quoted(alias.text)) is found by the same key as \(quoted(first.text)) in line \(first.line)",
        remedy: first.weight == alias.weight
          ? "keep one of them, with the languages of both"
          : "keep one of them: only the weightier one counts")
    }
    if !isReachable {
      report.add(
        .unreachableEntity, place, "no name of \(quoted(entry.name)) can be found in a text",
        remedy: "give it a name that can")
    }
  }

  /// Whether one of two aliases of the same key says nothing that the other does not.
  private static func isSame(
    _ alias: AliasDraft, as other: AliasDraft, _ type: EntryType
  ) -> Bool {
    // A term may weigh something else in each language, and nobody sees how it is written.
    if type == .topic { return alias.languages.overlaps(other.languages) }
    // A language may have its own spelling beside that of any other.
    return alias.text == other.text || !alias.languages.isDisjoint(with: other.languages)
  }

  private static func identity(of alias: AliasDraft, _ key: TermKey, _ type: EntryType) -> Key {
    if type == .topic {
      return Key(key: key, rule: .any, detail: alias.text.hasSuffix("*") ? "*" : "")
    }
    // Letter for letter each spelling is one of its own; short names in capitals are met by capitals only.
    let isAllCapitals = alias.text.unicodeScalars.allSatisfy(\.properties.isUppercase)
    let detail = alias.rule == .exact ? alias.text : isAllCapitals ? "capitals" : ""
    return Key(key: key, rule: alias.rule, detail: detail)
  }

  /// Whether a text can hold the name.
  private func isFindable(
    _ alias: AliasDraft, _ key: TermKey, _ type: EntryType, at place: FindingReport.Place,
    _ report: inout FindingReport
  ) -> Bool {
    if key.termCount == 0 {
      report.add(
        .emptyKey, place, "\(quoted(alias.text)) has nothing to be found by",
        remedy: "write letters or digits, or remove it")
      return false
    }
    if let limit = key.brokenLimit {
      report.add(
        .longName, place, "\(quoted(alias.text.prefix(40) + "…")) has \(limit)",
        remedy: "shorten it")
      return false
    }
    if isAddress(alias.text) {
      report.add(
        .addressName, place,
        "\(quoted(alias.text)) is read as one address, hashtag or handle, which no name is looked up in",
        remedy: "write the name without it, or remove it")
      return false
    }
    if key.isNumeric, type != .topic {
      report.add(
        .numericName, place, "\(quoted(alias.text)) has no letter: any such number would be it",
        remedy: "add a word, or remove it")
    }
    if alias.rule == .exact { checkSpelling(alias.text, at: place, &report) }
    return true
  }

  /// Whether texts are cut so that a name is, or holds, a token without a key.
  private func isAddress(_ name: String) -> Bool {
    guard name.utf8.contains(where: { $0 == 0x40 || $0 == 0x23 || $0 == 0x2F || $0 == 0x2E }) else {
      return false
    }
    return tokenizer.tokenize(SourceText(name), language: .english).terms.contains { term in
      switch term.kind {
      case .url, .email, .hashtag, .handle: true
      default: false
      }
    }
  }

  /// Texts write other apostrophes, hyphens and spaces as they like, and are set right where they were read in a wrong
  /// code page.
  private func checkSpelling(
    _ name: String, at place: FindingReport.Place, _ report: inout FindingReport
  ) {
    for level in [NormalizationLevel.repair, .typographic] {
      let normalized = Normalizer(level: level).normalize(SourceText(name))
      guard !normalized.bytes.elementsEqual(name.utf8) else { continue }
      report.add(
        .unlikelySpelling, place,
        "\(quoted(name)) must be met letter for letter, and many texts write \(quoted(normalized.text))",
        remedy: "use the rule capital or any")
      return
    }
  }
}

extension Languages {
  /// Whether a text may be of a language of both.
  func overlaps(_ other: Languages) -> Bool {
    contains(.any) || other.contains(.any) || !isDisjoint(with: other)
  }
}

extension TermKey {
  /// Which limit of the compiler a name breaks; `nil` if it breaks none.
  var brokenLimit: String? {
    if termCount > LexiconBuilder.longestName {
      return "\(termCount) terms, more than \(LexiconBuilder.longestName)"
    }
    if longestTerm >= LexiconLayout.longestKey {
      return "a word of \(longestTerm) bytes, more than \(LexiconLayout.longestKey - 1)"
    }
    return nil
  }
}

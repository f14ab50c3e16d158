internal import DragomanText

/// Looks at how the lines of a source are written: normal form, spaces, characters nobody sees, apostrophes, scripts.
///
/// Tables and JSONL of users are cleaned when they are read: nothing is said of them.
struct TextCheck {
  /// Where a line has the text of a name, the languages of that, and its kind.
  private struct Columns {
    let text: Int
    var languages: Int?
    var kind: Int?
  }

  private let source: LexiconSource
  private let number: Int
  private let normalizer = Normalizer(level: .canonical)

  /// - Parameter number: the source's number in the report.
  init(_ source: LexiconSource, number: Int) {
    self.source = source
    self.number = number
  }

  /// Reports what is wrong. Cost: a pass over the bytes, and one over the scalars of each column.
  func run(_ report: inout FindingReport) {
    guard source.isOwnFormat else { return }
    if let first = source.bytes.firstIndex(of: 0x0D) {
      let line = source.bytes[..<first].count { $0 == 0x0A } + 1
      report.add(
        .carriageReturn, FindingReport.Place(source: number, line: line),
        "a carriage return stands in the line", remedy: "save the file with lines that end in LF")
    }
    func look(_ line: SourceLine) throws(LexiconError) {
      let place = FindingReport.Place(source: number, line: line.number)
      let columns = columns(of: line)
      for column in 0..<line.count where !line.bytes(column).isEmpty {
        lookAt(line, column, isText: column == columns.text, columns, place, &report)
      }
    }
    // Lines that are not UTF-8 are told by whoever reads their content.
    try? SourceLine.forEach(in: source, look, refuse: { _ in })
  }

  private func columns(of line: SourceLine) -> Columns {
    switch source.content {
    case .entities where !line.bytes(0).isEmpty: Columns(text: 1)
    case .entities where line.isOffice: Columns(text: 2)
    case .entities: Columns(text: 1, languages: 2, kind: 3)
    case .words: Columns(text: 0, languages: 2)
    case .cues: Columns(text: 1, languages: 2)
    case .endings: Columns(text: 1, languages: 0)
    case .topics where line[0] == "topic": Columns(text: 2)
    case .topics: Columns(text: 2, languages: 0)
    default: Columns(text: -1)
    }
  }

  private func lookAt(
    _ line: SourceLine, _ column: Int, isText: Bool, _ columns: Columns,
    _ place: FindingReport.Place, _ report: inout FindingReport
  ) {
    let text = line[column]
    let traits = TextTraits(text)
    if traits.mayCompose {
      let composed = normalizer.normalize(SourceText(text))
      if !composed.bytes.elementsEqual(text.utf8) {
        report.add(
          .notNFC, place, "\(quoted(text)) is not in Unicode's normal form NFC",
          remedy: "write '\(composed.text)', as 'dragoman normalize' does")
      }
    }
    if traits.hasStraySpace {
      report.add(
        .straySpace, place, "\(quoted(text)) has a space at its edge, or two in a row",
        remedy: "remove it")
    }
    if let scalar = traits.invisible {
      report.add(
        .invisibleCharacter, place, "\(quoted(text)) holds \(codePoint(scalar)), which nobody sees",
        remedy: "remove it, or write a plain space")
    }
    if traits.isLossy {
      report.add(
        .lostCharacter, place, "\(quoted(text)) holds U+FFFD: a letter was lost",
        remedy: "take the text from its source again")
    }
    guard isText else { return }
    let tags = columns.languages.map { line[$0].split(separator: ",") } ?? []
    if let scalar = traits.oddApostrophe, !Self.isLetter(scalar, in: tags) {
      report.add(
        .oddApostrophe, place, "\(quoted(text)) holds \(codePoint(scalar)) for an apostrophe",
        remedy: "write ’, or ʻ in Uzbek")
    }
    if let word = traits.mixedWord {
      report.add(
        .mixedScripts, place, "Latin and Cyrillic letters stand in one word, \(quoted(word))",
        remedy: "write it in one script")
    } else if columns.kind.map({ line[$0] }) != AliasKind.transliterated.name {
      checkScript(of: text, traits, tags, place, &report)
    }
  }

  /// Whether a scalar is a letter of a language, not an apostrophe: `Oʻzbekiston`.
  private static func isLetter(_ scalar: UInt32, in tags: [Substring]) -> Bool {
    guard scalar == 0x2BB || scalar == 0x2BC else { return false }
    return tags.isEmpty || tags.contains { $0 == "*" || $0.hasPrefix("uz") }
  }

  private func checkScript(
    of text: String, _ traits: TextTraits, _ tags: [Substring], _ place: FindingReport.Place,
    _ report: inout FindingReport
  ) {
    guard let written = traits.onlyScript else { return }
    for tag in tags {
      guard let usual = LetterScript(tag: tag), usual != written else { continue }
      let language = tag.prefix { $0 != "-" }
      report.add(
        .foreignScript, place,
        "\(quoted(text)) is of '\(tag)', which has \(usual.rawValue) letters, and is written in \(written.rawValue) ones",
        remedy: "write '\(language)-\(written.subtag)', or leave the language out")
    }
  }
}

/// What one pass over a text's scalars tells.
struct TextTraits {
  /// Whether normal form has to be looked at.
  private(set) var mayCompose = false
  private(set) var hasStraySpace = false
  /// The first character that nobody sees.
  private(set) var invisible: UInt32?
  private(set) var isLossy = false
  /// The first apostrophe that is neither `'` nor `’`.
  private(set) var oddApostrophe: UInt32?
  /// The first word of Latin and Cyrillic letters.
  private(set) var mixedWord: Substring?
  private var hasLatin = false
  private var hasCyrillic = false

  /// The script of all letters that are Latin or Cyrillic; `nil` if there are both, or none.
  var onlyScript: LetterScript? {
    hasLatin == hasCyrillic ? nil : hasLatin ? .latin : .cyrillic
  }

  init(_ text: String) {
    var last: UInt32 = 0x20
    var word = (start: text.startIndex, latin: false, cyrillic: false)
    func endWord(at end: String.Index) {
      if word.latin, word.cyrillic, mixedWord == nil { mixedWord = text[word.start..<end] }
      hasLatin = hasLatin || word.latin
      hasCyrillic = hasCyrillic || word.cyrillic
    }
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index].value
      if scalar == 0x20, last == 0x20 { hasStraySpace = true }
      last = scalar
      let script = LetterScript(scalar)
      // A mark goes on in the word of its letter.
      if script != nil || (0x300...0x36F).contains(scalar) {
        if !word.latin, !word.cyrillic { word.start = index }
        if script == .latin { word.latin = true }
        if script == .cyrillic { word.cyrillic = true }
      } else {
        endWord(at: index)
        word = (index, false, false)
      }
      if scalar >= 0x300 { mayCompose = true }
      if scalar == 0xFFFD { isLossy = true }
      if script == nil {
        if invisible == nil, LetterScript.isInvisible(scalar) { invisible = scalar }
        if oddApostrophe == nil, Self.isOddApostrophe(scalar) { oddApostrophe = scalar }
      }
    }
    endWord(at: text.endIndex)
    if last == 0x20 { hasStraySpace = true }
  }

  /// What the typographic level makes an apostrophe of, but for `’`.
  private static func isOddApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2C8, 0x2018, 0x201B, 0x2032, 0xFF07: true
    default: false
    }
  }
}

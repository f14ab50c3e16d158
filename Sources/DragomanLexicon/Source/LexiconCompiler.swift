internal import DragomanText

/// Compiles source files into the bytes of one memory-mapped lexicon.
///
/// The same sources in the same order give the same bytes.
///
/// ```swift
/// let bytes = try LexiconCompiler().compile([LexiconSource(path: "a.entities.tsv", bytes: …)], name: "a")
/// ```
public struct LexiconCompiler: Sendable {
  private let tokenizer: Tokenizer

  /// Makes a compiler; keys are cut by the tokenizer that cuts texts.
  ///
  /// - Throws: ``DragomanText/TextError`` if ICU cannot be opened.
  public init() throws {
    tokenizer = try Tokenizer()
  }

  /// Compiles the sources. Memory: about ten times the sources.
  ///
  /// - Parameter name: stands in the summary.
  /// - Throws: ``LexiconError`` at the first line that cannot be read.
  public func compile(_ sources: [LexiconSource], name: String) throws(LexiconError) -> [UInt8] {
    var draft = LexiconDraft()
    for source in sources { try draft.add(source) }
    var image = LexiconImage()
    let strings = StringTable()
    addTerms(of: draft, to: &image, strings)
    for entry in draft.entries { image.addEntry(entry, strings) }
    image.strings = strings.bytes
    guard image.strings.count < Int(UInt32.max), image.keys.count < Int(UInt32.max) else {
      throw LexiconError(.tooLarge, path: name, "the names take more than 4 GiB; split the lexicon")
    }
    image.endings = Self.encode(draft.endings)
    let counts = Dictionary(draft.entries.map { ($0.type.name, 1) }, uniquingKeysWith: +)
    image.summary = Self.encode(
      [
        ("name", name), ("entities", "\(draft.entries.filter(\.type.isEntity).count)"),
        ("aliases", "\(draft.aliases.count)"), ("words", "\(draft.words.count)"),
        ("endings", "\(draft.endings.count)"), ("terms", "\(image.termClasses.count)"),
        ("icu", ICU.version), ("unicode", ICU.unicodeVersion),
      ] + EntryType.allCases.map { ("type:\($0.name)", "\(counts[$0.name] ?? 0)") })
    return image.serialized()
  }

  /// Cuts all aliases and words into terms, in one go, and adds them to the trie.
  private func addTerms(
    of draft: LexiconDraft, to image: inout LexiconImage, _ strings: StringTable
  ) {
    var text: [UInt8] = []
    var ends: [Int] = []
    for alias in draft.aliases {
      let isPrefix = alias.isPrefix(in: draft)
      text.append(contentsOf: isPrefix ? alias.text.utf8.dropLast(1) : alias.text.utf8[...])
      ends.append(text.count)
      text.append(0x0A)
    }
    for word in draft.words {
      text.append(contentsOf: word.text.utf8)
      ends.append(text.count)
      text.append(0x0A)
    }
    let cut = tokenizer.terms(of: text)
    var next = 0
    for (line, end) in ends.enumerated() {
      let start = next
      while next < cut.terms.count, cut.terms[next].lowerBound < end { next += 1 }
      let keys = cut.terms[start..<next].map { Array(cut.keys[$0.keyRange]) }
      if line < draft.aliases.count {
        let alias = draft.aliases[line]
        image.addAlias(alias, keys: keys, isPrefix: alias.isPrefix(in: draft), strings)
      } else if keys.count == 1 {
        let word = draft.words[line - draft.aliases.count]
        image.addClasses(word.classes, key: keys[0])
      }
    }
  }

  private static func encode(_ endings: [Ending]) -> [UInt8] {
    var result: [UInt8] = []
    let tags: [(Languages, String)] = [
      (.english, "en"), (.turkish, "tr"), (.kazakh, "kk"), (.azerbaijani, "az"), (.russian, "ru"),
      (.uzbek, "uz"),
    ]
    for ending in endings.sorted(by: { $0.suffix.count > $1.suffix.count }) {
      let languages = tags.filter { ending.languages.contains($0.0) }.map(\.1)
      result.append(contentsOf: (languages.isEmpty ? "*" : languages.joined(separator: ",")).utf8)
      result.append(0x09)
      result.append(contentsOf: ending.suffix)
      result.append(0x09)
      result.append(contentsOf: ending.replacement)
      result.append(contentsOf: (ending.scope == .each ? "\teach\n" : "\tlast\n").utf8)
    }
    return result
  }

  private static func encode(_ pairs: [(String, String)]) -> [UInt8] {
    Array(pairs.map { "\($0)\t\($1)\n" }.joined().utf8)
  }
}

extension LexiconDraft.Alias {
  /// Whether the alias is a topic's term that ends in `*`.
  fileprivate func isPrefix(in draft: LexiconDraft) -> Bool {
    draft.entries[entry].type == .topic && text.utf8.last == 0x2A
  }
}

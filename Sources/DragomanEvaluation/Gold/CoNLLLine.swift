/// A line of a file in CoNLL form.
///
/// A line with a tab is cut at tabs alone, so its token may hold spaces; any other one is cut at runs of spaces. Lines are
/// read as bytes, for a space before a combining mark is no `Character` of its own.
enum CoNLLLine {
  /// Nothing but spaces.
  case empty
  /// The start of a document, with the id that it is given.
  case document(id: String?)
  /// `# key = value`.
  case field(key: String, value: String)
  /// Any other line that begins with `# ` and does not end with a tag.
  case remark
  /// A token with its columns: it stands in the first, and its tag in the last.
  case token([ArraySlice<UInt8>])

  init(_ line: ArraySlice<UInt8>) {
    let text = Self.trimmed(line, keepsFront: true)
    let columns = Self.columns(of: text)
    if columns.allSatisfy(\.isEmpty) {
      self = .empty
    } else if columns[0].elementsEqual("-DOCSTART-".utf8) {
      self = .document(id: nil)
    } else if let comment = Self.comment(text) {
      self = comment
    } else {
      let isRemark = Self.isComment(text) && columns.last.flatMap(CoNLLTag.init) == nil
      self = isRemark ? .remark : .token(columns)
    }
  }

  // MARK: Comments

  private static func isComment(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "# ".utf8) || text.elementsEqual("#".utf8)
  }

  /// The comment that a line is for sure, whatever it ends with; `nil` if it may be a token `#`.
  private static func comment(_ text: ArraySlice<UInt8>) -> CoNLLLine? {
    guard isComment(text) else { return nil }
    let content = trimmed(text.dropFirst())
    if content.elementsEqual("newdoc".utf8) { return .document(id: nil) }
    guard let sign = content.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let words = content[..<sign].split(separator: space)
    let key = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    let value = String(decoding: trimmed(content[content.index(after: sign)...]), as: UTF8.self)
    if key == "id" || key == "newdoc id" { return .document(id: value) }
    // The token # may have a column like SpaceAfter=No: in a comment the sign has spaces around it.
    let behind = content[content.index(after: sign)...].first
    let isAlone = content[..<sign].last == space && (behind == nil || behind == space)
    guard (1...2).contains(words.count), isAlone else { return nil }
    return .field(key: key, value: value)
  }

  // MARK: Columns

  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")

  private static func columns(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard text.contains(tab) else { return text.split(separator: space) }
    return text.split(separator: tab, omittingEmptySubsequences: false).map { trimmed($0) }
  }

  private static func trimmed(
    _ text: ArraySlice<UInt8>, keepsFront: Bool = false
  ) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == space || byte == tab || byte == 0x0D }
    var text = keepsFront ? text : text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return text
  }
}

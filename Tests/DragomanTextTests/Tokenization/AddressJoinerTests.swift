import Testing

@testable import DragomanText

@Suite("The address joiner")
struct AddressJoinerTests {
  private static let cases: [String] = [
    "See [https://www.mfa.gov.tr/default.tr.mfa|url].",
    "([https://mfa.gov.kz|url])", "([https://a.example/b_(c)|url]).", "<[http://x.example|url]>",
    "“[www.aa.com.tr|url]”",
    "«[https://x.example/a?b=c&d=e#f|url]»", "[https://x.example/ı/ş|url]!",
    "[http://x.example|url]…", "[HTTP://X.EXAMPLE/A|url];",
    "[ftp://x.example/a.txt|url], [www.x.example|url]: yes", "https:// alone", "www. alone",
    "'[https://x.example|url]'",
    "[https://x.example|url]\u{A0}a", "a [https://x.example/%C5%9F|url]\nb",
    "Write to [info@mfa.gov.kz|email].",
    "[first.last@x.example|email], [press-office@x.example|email]",
    "[a+b@x.example|email]", "[press_office+tr-1@x.co.example|email];", "([a@x.example|email])",
    "[a1@x-y.example|email]’da",
    "[5@x.example|email]", "şube-[a@x.example|email]",
    "5@3", "a@b", "@", "@@", "a@", "a @ b", "2@x.",
    "[@mfa_tr|handle] and [@KazMFA|handle].", "([@a1|handle])", "[@Dışişleri|handle]'nin", "a@b@c",
    "@1",
    "[#Türkiye|hashtag] [#ışık|hashtag], [#şehir2024|hashtag].", "[#KazAID|hashtag]!", "#1", "#",
    "# a", "C#", "a#b",
    "([#COP29|hashtag])", "[#Қазақстан|hashtag] [#a_b|hashtag]-c", "##", "[#x|hashtag]#y",
  ]

  @Test("joins addresses, hashtags and handles, and nothing else", arguments: cases)
  func addresses(marked: String) throws {
    #expect(try Self.marked(Self.plain(marked)) == marked)
  }

  @Test(
    "joins an address where letters of other scripts or marks lead up to it",
    arguments: [
      ("şx@x.example", "ş[x@x.example|email]"), ("_x@x.example", "_[x@x.example|email]"),
      ("ış_info-x@x.example", "ış_info-[x@x.example|email]"),
      ("-x@x.example", "-[x@x.example|email]"),
    ])
  func leadingLetters(text: String, expected: String) throws {
    #expect(try Self.marked(text) == expected)
  }

  @Test("ends a web address before an apostrophe and a Turkish suffix")
  func suffix() throws {
    #expect(try Self.marked("www.mfa.gov.tr’de") == "[www.mfa.gov.tr|url]’de")
    #expect(try Self.marked("www.mfa.gov.tr'de") == "[www.mfa.gov.tr|url]'de")
  }

  private static func marked(_ text: String) throws -> String {
    let source = SourceText(text)
    let tokens = try Tokenizer().tokenize(source, language: .english).tokens
    return tokens.map { token in
      let part = source.text(in: token.range)
      return [.url, .email, .hashtag, .handle].contains(token.kind)
        ? "[\(part)|\(token.kind.name)]" : part
    }.joined()
  }

  /// The text without its marks.
  private static func plain(_ marked: String) -> String {
    var text = marked
    for kind in ["url", "email", "hashtag", "handle"] {
      while let end = text.range(of: "|\(kind)]"),
        let start = text[..<end.lowerBound].lastIndex(of: "[")
      {
        text.removeSubrange(end)
        text.remove(at: start)
      }
    }
    return text
  }
}

extension String {
  /// The first place of a string, compared scalar by scalar.
  fileprivate func range(of part: String) -> Range<Index>? {
    let needle = Array(part.unicodeScalars)
    var index = startIndex
    while index < endIndex {
      let rest = unicodeScalars[index...]
      if rest.starts(with: needle) {
        return index..<(unicodeScalars.index(index, offsetBy: needle.count))
      }
      index = unicodeScalars.index(after: index)
    }
    return nil
  }
}

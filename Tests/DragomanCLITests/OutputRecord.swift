import Foundation

/// What the tests look at in a line of the program's output: a document, an error or a tokenized line.
struct OutputRecord: Decodable {
  enum ID: Hashable {
    case string(String)
    case integer(Int64)
  }

  struct Failure: Decodable {
    let code: String
    let detail: String
  }

  struct Span: Decodable {
    let start: Int
    let end: Int
    let text: String?
    let kind: String?
    let type: String?
    let entity: String?
    let suffix: String?
    let parent: Int?
  }

  struct Entity: Decodable {
    let id: String
    let name: String
    let country: String?
    let ids: [String: String]?
  }

  struct Warning: Decodable {
    let code: String
    let count: Int
    let detail: String
  }

  let id: ID?
  let error: Failure?
  let language: String?
  let offsets: String?
  let text: String?
  let sentences: [Span]?
  let tokens: [Span]?
  let segments: [Span]?
  let mentions: [Span]?
  let nested: [Span]?
  let entities: [Entity]?
  let warnings: [Warning]?

  init(_ json: Data) throws { self = try JSONDecoder().decode(OutputRecord.self, from: json) }
}

extension OutputRecord.ID: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      self = .integer(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }
}

extension OutputRecord.ID: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int64) { self = .integer(number) }
}

extension OutputRecord {
  /// A string of JSON with everything but ASCII escaped: safe in any record.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return result + "\""
  }
}

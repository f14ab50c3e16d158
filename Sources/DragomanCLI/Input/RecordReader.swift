internal import Dragoman
internal import DragomanText
internal import FoundationEssentials

/// A record of a JSONL stream, ready to be annotated.
struct Record {
  let id: DocumentID?
  let text: SourceText
  let language: LanguageTag?
}

/// Why a record cannot be annotated: what its error record says.
struct RecordError: Error {
  let id: DocumentID?
  let code: String
  let detail: String
}

/// Reads records from lines of JSON.
struct RecordReader {
  let textField: String
  let idField: String

  /// Reads one line.
  func record(from line: ArraySlice<UInt8>) throws(RecordError) -> Record {
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      throw RecordError(
        id: nil, code: "blank-line", detail: "the line is empty; a record is one JSON object")
    }
    // Invalid UTF-8 inside the JSON is repaired and counted, not refused.
    let repaired: SourceText
    do throws(TextError) {
      repaired = try SourceText(decoding: Array(line), charset: "utf-8")
    } catch {
      throw RecordError(id: nil, code: "record-too-large", detail: error.message)
    }
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(repaired.bytes))
    } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
      throw RecordError(id: nil, code: "not-an-object", detail: "the line is JSON, but no object")
    } catch {
      throw RecordError(
        id: nil, code: "not-json", detail: "the line is no valid JSON, or nested too deeply")
    }
    let id = try identifier(in: fields)
    switch fields.values[textField] {
    case .string(let text):
      let language: LanguageTag?
      if case .string(let tag) = fields.values["language"] {
        language = LanguageTag(tag)
      } else {
        language = nil
      }
      return Record(
        id: id, text: SourceText(text, replacements: repaired.decoding.replacements),
        language: language)
    case nil:
      throw RecordError(
        id: id, code: "missing-text",
        detail: "the record has no field '\(textField)'; name the field with --text-field")
    case .unreadable:
      throw RecordError(
        id: id, code: "text-unreadable",
        detail:
          "the field '\(textField)' holds a raw control character or half of a surrogate pair; escape what JSON escapes"
      )
    default:
      throw RecordError(
        id: id, code: "text-not-string", detail: "the field '\(textField)' is no string")
    }
  }

  private func identifier(in fields: Fields) throws(RecordError) -> DocumentID? {
    switch fields.values[idField] {
    case .string(let text): .string(text)
    case .integer(let number): .integer(number)
    case nil, .null: nil
    case .other, .unreadable:
      throw RecordError(
        id: nil, code: "bad-id",
        detail: "the field '\(idField)' is neither a string nor a whole number")
    }
  }

  /// The fields of an object at its top level, as far as they are strings or whole numbers.
  private struct Fields: Decodable {
    enum Value {
      case string(String)
      case integer(Int64)
      case null
      /// A string that breaks the rules of JSON.
      case unreadable
      case other
    }

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    var values: [String: Value] = [:]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      for key in container.allKeys {
        do {
          values[key.stringValue] = .string(try container.decode(String.self, forKey: key))
          continue
        } catch is DecodingError {
          // No string; what it is instead is found below.
        } catch {
          values[key.stringValue] = .unreadable
          continue
        }
        if let number = try? container.decode(Int64.self, forKey: key) {
          values[key.stringValue] = .integer(number)
        } else if (try? container.decodeNil(forKey: key)) == true {
          values[key.stringValue] = .null
        } else {
          values[key.stringValue] = .other
        }
      }
    }
  }
}

/// The id of a document: a string or a whole number, as it came in.
public enum DocumentID: Hashable, Sendable {
  /// A string.
  case string(String)
  /// A whole number.
  case integer(Int64)
}

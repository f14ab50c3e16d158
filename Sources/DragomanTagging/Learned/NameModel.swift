package import DragomanLexicon
package import DragomanText

/// The learned evidence: weights of features, found by their hashes, in one memory-mapped file.
///
/// A row has sixteen weights of one byte. Of a term's feature: for each kind (person, organization, place; one is unused) as
/// the first term of a name, inside, as its last and as its only term. Of a span's feature: for each kind, in the first four.
/// A model serves all threads.
///
/// ```swift
/// let model = try NameModel(path: "names.model")
/// model.summary["trained on"]
/// ```
public final class NameModel: Sendable {
  package static let format = CompiledFileFormat(
    magic: "DRAGNAM\n", version: 2, strides: [2, 16, 4, 1], noun: "model of names",
    maker: "dragoman names train", remedy: "train it again")

  /// What one step of a weight is worth, as a logarithm of odds.
  package static let step: Float = 1 / 24

  private let file: CompiledFile
  let table: WeightTable
  /// By kind: how sure a name is whose best reading leads all others by some log-odds (Platt 1999): slope and offset.
  package let calibration: [(slope: Float, offset: Float)]

  /// Opens a model, and reads it once to compare its checksum. Cost: about a millisecond.
  ///
  /// - Throws: ``NameModelError`` if the file is missing, truncated, damaged, foreign or of another format.
  public init(path: String) throws(NameModelError) {
    do throws(CompiledFileError) {
      file = try CompiledFile(path: path, Self.format)
      try file.verify()
    } catch {
      throw NameModelError(error)
    }
    table = WeightTable(tags: file.sections[0], rows: file.sections[1])
    let settings = file.sections[2]
    func number(_ index: Int) -> Float {
      let number = Float(bitPattern: settings.uint32(index))
      return number.isFinite ? number : 0
    }
    calibration = (0..<3).map { (number(2 * $0), number(1 + 2 * $0)) }
  }

  /// The path that the model was opened from.
  public var path: String { file.path }

  /// The checksum, as 16 hexadecimal digits: tells one model from another.
  public var digest: String { file.digest }

  /// The size of the file in bytes.
  public var byteCount: Int { file.byteCount }

  /// The digest of the model that this one was trained on top of; `nil` if it stands alone.
  package var base: String? { summary["on top of"] }

  /// The languages of the texts that it was trained on; empty if it does not say.
  package var languages: Set<LanguageTag> {
    let line = summary["languages"] ?? ""
    return Set(line.split(separator: " ").compactMap { LanguageTag(String($0)) })
  }

  /// What the model was trained on, and how, by name.
  public var summary: [String: String] {
    let summary = file.sections[3]
    var result: [String: String] = [:]
    for line in summary.string(in: 0..<summary.count).split(separator: "\n") {
      let columns = line.split(separator: "\t", maxSplits: 1)
      if columns.count == 2 { result[String(columns[0])] = String(columns[1]) }
    }
    return result
  }

  /// Writes the bytes of a model to a file.
  package static func write(_ bytes: [UInt8], to path: String) throws(NameModelError) {
    do throws(CompiledFileError) {
      try CompiledFile.write(bytes, to: path)
    } catch {
      throw NameModelError(error)
    }
  }
}

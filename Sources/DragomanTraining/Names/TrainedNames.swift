public import DragomanTagging
internal import DragomanLexicon

/// A trained model of names, before it is a file.
public struct TrainedNames: Sendable {
  /// The bytes of its file.
  public let bytes: [UInt8]
  /// How many features have weights.
  public let rowCount: Int

  init(
    _ image: NameModelImage, calibration: [(slope: Float, offset: Float)],
    summary: [(String, String)]
  ) {
    rowCount = image.rowCount
    bytes = image.encode(
      calibration: calibration, summary: summary + [("features", "\(image.rowCount)")])
  }

  /// Writes the model: the file has its name only once it is whole.
  ///
  /// - Throws: ``NameModelError`` if the file cannot be written.
  public func write(to path: String) throws(NameModelError) {
    try NameModel.write(bytes, to: path)
  }
}

import DragomanText

extension Workload {
  /// Each level over a text in one piece, and the search key of a text that is its own.
  static func normalize(_ input: InputText.Name) -> [Workload] {
    normalizeLevels(input) + [
      Workload("normalize/own-key-\(input.rawValue)", input, counting: "bytes") { text in
        let normalizer = Normalizer(level: .searchKey)
        let key = SourceText(normalizer.normalize(text.whole).text)
        return { normalizer.normalize(key).bytes.count }
      }
    ]
  }

  private static func normalizeLevels(_ input: InputText.Name) -> [Workload] {
    NormalizationLevel.allCases.map { level in
      Workload("normalize/\(level.rawValue)-\(input.rawValue)", input, counting: "bytes") { text in
        let normalizer = Normalizer(level: level)
        return { normalizer.normalize(text.whole).bytes.count }
      }
    }
  }

  /// Search keys of documents: the level that does most.
  static let normalizeOverview = [
    Workload("normalize/overview", .releases, counting: "bytes") { text in
      let normalizer = Normalizer(level: .searchKey)
      return { text.documents.reduce(0) { $0 + normalizer.normalize($1).bytes.count } }
    }
  ]
}

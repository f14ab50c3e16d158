/// Reads a user's table: CSV after RFC 4180, or columns between tabs, with a header line.
struct TableReader {
  private let source: LexiconSource
  private let remark: (LexiconError) -> Void
  private var records: DelimitedRecords?
  private var columns: [String] = []
  /// What the columns say; `nil` for an attribute.
  private var fields: [EntityFields.Field?] = []

  /// Calls `body` for each record, with the line where it starts.
  ///
  /// - Parameter remark: told of columns and records that cannot be taken; reading goes on.
  /// - Throws: ``LexiconError`` if the header lacks `name` or `type` or a quote is not closed, and what `body` throws.
  static func forEach(
    in source: LexiconSource, remark: (LexiconError) -> Void,
    _ body: (SourceItem, Int) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    try withoutActuallyEscaping(remark) { remark throws(LexiconError) in
      var reader = TableReader(source: source, remark: remark)
      try source.forEachLine { line, number throws(LexiconError) in
        guard let (draft, start) = try reader.read(line, number) else { return }
        try body(.entry(draft), start)
      }
      try reader.finish()
    }
  }

  private init(source: LexiconSource, remark: @escaping (LexiconError) -> Void) {
    self.source = source
    self.remark = remark
  }

  /// The entity that a line completes; `nil` if it completes none.
  private mutating func read(
    _ line: ArraySlice<UInt8>, _ number: Int
  ) throws(LexiconError) -> (EntryDraft, line: Int)? {
    if records == nil {
      let isTabbed = source.content == .table
      records = DelimitedRecords(isTabbed ? .tabs : DelimitedRecords.quotedStyle(ofHeader: line))
    }
    do throws(SourceFault) {
      guard let fields = try records?.add(line, number: number) else { return nil }
      if columns.isEmpty {
        columns = try names(fields)
        self.fields = columns.map(EntityFields.Field.init(rawValue:))
        remarkUnknown(number)
        return nil
      }
      if fields.allSatisfy(\.isEmpty) { return nil }
      let start = records?.startLine ?? number
      return (try entity(fields, line: start), start)
    } catch {
      let start = records?.startLine ?? number
      let failure = source.error(error.message, line: start)
      if columns.isEmpty { throw failure }
      remark(failure)
      return nil
    }
  }

  private func finish() throws(LexiconError) {
    if let fault = records?.complaintAtEnd() {
      throw source.error(fault.message, line: records?.startLine ?? 1)
    }
    if columns.isEmpty {
      throw source.error("the table is empty; it starts with a header", line: 1)
    }
  }

  private func names(_ fields: [String]) throws(SourceFault) -> [String] {
    let names = fields.map { SourceName.cleaned($0).lowercased() }
    for wanted in [EntityFields.Field.name, .type] where !names.contains(wanted.rawValue) {
      throw SourceFault(
        "the header has no column '\(wanted.rawValue)'; the first line names the columns, at least name and type"
      )
    }
    if let twice = names.first(where: { name in
      !name.isEmpty && names.count { $0 == name } > 1
    }) {
      throw SourceFault("the header has the column '\(twice)' twice")
    }
    return names
  }

  private func remarkUnknown(_ line: Int) {
    for (name, field) in zip(columns, fields) where !name.isEmpty && field == nil {
      remark(EntityFields.unknown(name, source, line))
    }
  }

  private func entity(_ texts: [String], line: Int) throws(SourceFault) -> EntryDraft {
    guard texts.count <= columns.count else {
      throw SourceFault(
        "the record has \(texts.count) fields, the header \(columns.count); put fields with separators in quotes"
      )
    }
    var entity = EntityFields()
    for (index, text) in texts.enumerated() where !columns[index].isEmpty {
      entity.set(columns[index], fields[index], text)
    }
    return try entity.draft(line: line)
  }
}

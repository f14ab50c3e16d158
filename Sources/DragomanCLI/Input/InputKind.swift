internal import ArgumentParser

/// What an input holds.
enum InputKind: String, CaseIterable, ExpressibleByArgument {
  /// One text.
  case text
  /// One JSON object a line.
  case jsonl
  /// Whichever it looks like.
  case auto

  /// What an input of kind `auto` is, from its name and its first bytes: JSONL if the name ends in `.jsonl` or `.ndjson`,
  /// or if the first line is a JSON object; else text.
  static func detect(path: String, start: [UInt8]) -> InputKind {
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return .jsonl }
    let body = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    let line = body.prefix { $0 != 0x0A }
    guard line.first(where: { $0 > 0x20 }) == 0x7B else { return .text }
    let isWhole = line.count < body.count
    let reader = RecordReader(textField: "text", idField: "id")
    do throws(RecordError) {
      _ = try reader.record(from: line)
      return .jsonl
    } catch {
      // A long first line is not whole yet: what starts like an object is taken for one.
      return error.code != "not-json" || !isWhole && line.prefix(200).contains(0x22)
        ? .jsonl : .text
    }
  }
}

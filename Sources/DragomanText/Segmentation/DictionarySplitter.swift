/// Cuts the scripts whose words a dictionary tells apart (Thai, Lao, Khmer, Burmese, Chinese, Japanese).
///
/// The rules mark their characters, and those of some scripts for which ICU has no dictionary: Korean is as the rules
/// cut it. What ICU's dictionaries do within one segment of the rules depends on that segment alone. So what is left to
/// ICU is gathered: many segments are set one behind the other, parted by line feeds, and ICU walks them in one go.
struct DictionarySplitter: Sendable {
  /// How many bytes are gathered for ICU at a time.
  private static let batch = 4096

  private let pool: HandlePool<BoundaryFinder>
  /// Which classes to go by, if not those of the linked ICU.
  private let replacement: DictionaryClasses?

  /// Makes a splitter that leaves some scripts to ICU in any case.
  init(leaving scripts: Set<DictionaryScript> = []) throws(TextError) {
    pool = try HandlePool { () throws(TextError) in try BoundaryFinder() }
    replacement = scripts.isEmpty ? nil : DictionaryClasses(leaving: scripts)
  }

  private var classes: DictionaryClasses { replacement ?? .linked }

  /// A segment that the rules found: its end, and what they say of it.
  private struct Piece {
    let match: RuleAutomaton.Match
    /// The end of its units, for pieces that a dictionary cuts.
    let unitEnd: Int
  }

  /// Cuts from a boundary on, as long as the next one is in doubt.
  ///
  /// - Parameter match: the segment that starts there.
  /// - Returns: the next boundary.
  func split(
    _ text: [UInt8], from start: Int, _ match: RuleAutomaton.Match, _ automaton: RuleAutomaton,
    into segments: inout Tokens, _ doubts: Doubts
  ) -> Int {
    let classes = classes
    var place = start
    var match = match
    var last = RuleAutomaton.Lookahead()
    while true {
      let isCut =
        !match.isForDictionary
        || findBreaks(text, place..<match.end, automaton, classes, &segments.scratch)
      if isCut {
        append(text, place, match, to: &segments)
        if match.isForDictionary {
          for index in 0..<segments.scratch.breaks.count {
            append(text, Int(segments.scratch.breaks[index]), match, to: &segments)
          }
        }
        place = match.end
      } else {
        place = splitByICU(text, from: place, automaton, classes, into: &segments, doubts)
      }
      if !doubts.include(place) { break }
      match = automaton.match(in: text, from: place, &last)
    }
    return place
  }

  @inline(__always)
  private func append(
    _ text: [UInt8], _ start: Int, _ match: RuleAutomaton.Match, to segments: inout Tokens
  ) {
    switch match.sort {
    case .letter, .kana, .ideograph:
      segments.append(start: start, kind: .word)
    case .number, .other:
      let first = ScalarDecoding.scalar(in: text, at: start).value
      segments.append(start: start, kind: SegmentKind.kind(ofFirst: first, sort: match.sort))
    }
  }

  /// Finds the boundaries inside a segment: each run of characters that one engine takes is cut by itself
  /// (`populateDictionary` in ICU's `rbbi_cache.cpp`).
  ///
  /// - Returns: whether all are found; if not, there is a character that is left to ICU.
  private func findBreaks(
    _ text: [UInt8], _ range: Range<Int>, _ automaton: RuleAutomaton, _ classes: DictionaryClasses,
    _ scratch: inout DictionaryScratch
  ) -> Bool {
    scratch.breaks.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
      let found = classes[scalar]
      let script = found & DictionaryClasses.script
      if script == DictionaryClasses.left { return false }
      // Most of what no engine takes stands for itself.
      guard found != 0, automaton.isForDictionary(scalar) else {
        index += length
        continue
      }
      let end = range.upperBound
      switch DictionaryScript(rawValue: script) {
      case .ideographs:
        guard let cutter = IdeographCutter.linked else { return false }
        index = cutter.cutRun(text, from: index, to: end, classes, &scratch)
      case .some(let script):
        guard let cutter = LookAheadCutter.linked(script) else { return false }
        index = cutter.cutRun(text, from: index, to: end, classes, &scratch)
      case .none:
        // What has no engine and no script takes those behind it along, even if they have one.
        while index < range.upperBound {
          let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
          if classes[scalar] & DictionaryClasses.common == 0 { break }
          index += length
        }
      }
    }
    return true
  }

  /// Whether there is a character among them that is left to ICU.
  private static func isLeft(
    _ text: [UInt8], _ range: Range<Int>, _ classes: DictionaryClasses
  ) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
      if classes[scalar] & DictionaryClasses.script == DictionaryClasses.left { return true }
      index += length
    }
    return false
  }

  /// Lets ICU cut the segment at `start` and those behind it, up to one that is cut here.
  ///
  /// - Returns: the next boundary.
  private func splitByICU(
    _ text: [UInt8], from start: Int, _ automaton: RuleAutomaton, _ classes: DictionaryClasses,
    into segments: inout Tokens, _ doubts: Doubts
  ) -> Int {
    var pieces: [Piece] = []
    var units: [UInt16] = []
    units.reserveCapacity(Self.batch / 2)
    var place = start
    var last = RuleAutomaton.Lookahead()
    repeat {
      let match = automaton.match(in: text, from: place, &last)
      if match.isForDictionary {
        if place != start, !Self.isLeft(text, place..<match.end, classes) { break }
        append(text, place..<match.end, to: &units)
        pieces.append(Piece(match: match, unitEnd: units.count))
        units.append(0x0A)
      } else {
        pieces.append(Piece(match: match, unitEnd: 0))
      }
      place = match.end
    } while place - start < Self.batch && doubts.include(place)
    pool.withHandle { finder in
      var writer = Writer(text: text, start: start, pieces: pieces[...])
      writer.addPlain(to: &segments)
      finder.forEachEnd(in: units) { end, sort in
        writer.add(end, sort, to: &segments)
      }
    }
    return place
  }

  private func append(_ text: [UInt8], _ range: Range<Int>, to units: inout [UInt16]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
      if scalar < 0x10000 {
        units.append(UInt16(scalar))
      } else {
        units.append(UInt16(0xD7C0 + (scalar >> 10)))
        units.append(UInt16(0xDC00 | scalar & 0x3FF))
      }
      index += length
    }
  }

  /// Leads ends in units back to the text, and puts the pieces without a dictionary between them.
  private struct Writer {
    let text: [UInt8]
    /// Where the next segment starts, in the text and in units.
    var start: Int
    var unit = 0
    var pieces: ArraySlice<Piece>

    /// Takes the next end that ICU found.
    mutating func add(_ unitEnd: Int, _ sort: SegmentSort, to segments: inout Tokens) {
      if unitEnd == unit + 1, pieces.first.map({ unit == $0.unitEnd }) ?? false {
        // The line feed between two pieces.
        unit = unitEnd
        pieces.removeFirst()
        addPlain(to: &segments)
        return
      }
      append(sort, to: &segments)
      while unit < unitEnd {
        let (scalar, length) = ScalarDecoding.scalar(in: text, at: start)
        unit += scalar < 0x10000 ? 1 : 2
        start += length
      }
    }

    /// Writes the pieces that need no dictionary, up to the next that does.
    mutating func addPlain(to segments: inout Tokens) {
      while let piece = pieces.first, !piece.match.isForDictionary {
        append(piece.match.sort, to: &segments)
        start = piece.match.end
        pieces.removeFirst()
      }
    }

    private func append(_ sort: SegmentSort, to segments: inout Tokens) {
      let first = ScalarDecoding.scalar(in: text, at: start).value
      segments.append(start: start, kind: SegmentKind.kind(ofFirst: first, sort: sort))
    }
  }
}

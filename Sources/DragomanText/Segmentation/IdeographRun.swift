internal import CICU

extension IdeographCutter {
  /// Cuts the run of Han, Hiragana and Katakana that starts at an offset of a text.
  ///
  /// - Returns: the end of the run; at most `end`.
  func cutRun(
    _ text: [UInt8], from start: Int, to end: Int, _ classes: DictionaryClasses,
    _ scratch: inout DictionaryScratch
  ) -> Int {
    scratch.reserve((end - start) / 3 + 1)
    let (index, count, seen) = read(text, from: start, to: end, classes, &scratch)
    var length = count
    scratch.places.removeAll(keepingCapacity: true)
    if seen & (DictionaryClasses.changes | DictionaryClasses.mayChange) != 0 {
      let isChanged = seen & DictionaryClasses.changes != 0
      if isChanged || !Self.isNormalized(text, start..<index) {
        length = normalize(text, start..<index, classes, &scratch)
      }
    }
    if index - start > 3 * count, scratch.places.isEmpty {
      notePlaces(text, start..<index, &scratch)
    }
    cut(from: start, count: length, &scratch)
    return index
  }

  /// Reads the units of a run.
  ///
  /// - Returns: where it ends, how many there are, and what their classes say.
  private func read(
    _ text: [UInt8], from start: Int, to end: Int, _ classes: DictionaryClasses,
    _ scratch: inout DictionaryScratch
  ) -> (end: Int, count: Int, seen: UInt8) {
    var index = start
    var count = 0
    var seen: UInt8 = 0
    unsafe scratch.units.withUnsafeMutableBufferPointer { units in
      while index < end {
        let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
        let found = classes[scalar]
        guard found & DictionaryClasses.script == DictionaryScript.ideographs.rawValue else {
          break
        }
        seen |= found
        unsafe units[count] =
          length == 4 ? Self.supplementary : UInt16(truncatingIfNeeded: scalar)
        count += 1
        index += length
      }
    }
    return (index, count, seen)
  }

  private func notePlaces(
    _ text: [UInt8], _ range: Range<Int>, _ scratch: inout DictionaryScratch
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      scratch.places.append(UInt32(index))
      index += ScalarDecoding.scalar(in: text, at: index).length
    }
    scratch.places.append(UInt32(index))
  }

  private static func isNormalized(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let source = ScalarDecoding.scalars(in: text, range: range)
    return normalized(source[...]).elementsEqual(source)
  }

  private static func normalized(_ source: ArraySlice<UInt32>) -> [UInt32] {
    var target = [UInt32](repeating: 0, count: 2 * source.count + 8)
    while true {
      let count = unsafe source.withUnsafeBufferPointer { source in
        unsafe cicu_nfkc(source.baseAddress, Int32(source.count), &target, Int32(target.count))
      }
      precondition(count >= 0, "ICU cannot normalize \(source.count) scalars")
      if count <= target.count {
        target.removeLast(target.count - Int(count))
        return target
      }
      target = [UInt32](repeating: 0, count: Int(count))
    }
  }

  /// Brings the units of a run to NFKC and notes where they come from: each from the start of the piece that was
  /// normalized with it.
  ///
  /// - Returns: how many there are.
  private func normalize(
    _ text: [UInt8], _ range: Range<Int>, _ classes: DictionaryClasses,
    _ scratch: inout DictionaryScratch
  ) -> Int {
    let touched = DictionaryClasses.changes | DictionaryClasses.mayChange
    var piece: [UInt32] = []
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let place = UInt32(index)
      var seen: UInt8 = 0
      piece.removeAll(keepingCapacity: true)
      repeat {
        let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
        let found = classes[scalar]
        if !piece.isEmpty, found & touched == 0 || cicu_nfkc_has_boundary_before(scalar) { break }
        seen |= found
        piece.append(scalar)
        index += length
      } while index < range.upperBound
      if seen & touched != 0 { piece = Self.normalized(piece[...]) }
      scratch.reserve(count + piece.count + (range.upperBound - index) / 3 + 1)
      for scalar in piece {
        scratch.units[count] = scalar < 0x10000 ? UInt16(scalar) : Self.supplementary
        scratch.places.append(place)
        count += 1
      }
    }
    scratch.places.append(UInt32(range.upperBound))
    return count
  }
}

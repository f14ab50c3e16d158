import DragomanTagging
import Testing

@Suite("The kinds of features")
struct FeatureTemplateTests {
  @Test("have each a name of their own, as reports and options write names")
  func names() throws {
    let names = FeatureTemplate.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      let match = try /[a-z]+[0-9]?(-[a-z]+)*/.wholeMatch(in: name)
      #expect(match != nil, "\(name)")
    }
  }

  @Test("have each a hash of their own for the same value", arguments: [0, 1, 7, 1 << 40, .max])
  func hashes(value: UInt64) {
    let hashes = FeatureTemplate.allCases.map { $0.hash(value) }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test("spread the hashes of values that lie close together")
  func spread() {
    for template in FeatureTemplate.allCases {
      let hashes = (0..<2000).map { template.hash($0) }
      #expect(Set(hashes).count >= 1998, "\(template)")
      // Each sixteenth of the table has its share: 125.
      var parts = [Int](repeating: 0, count: 16)
      for hash in hashes { parts[Int(hash >> 28)] += 1 }
      #expect(parts.allSatisfy { (60...200).contains($0) }, "\(template): \(parts)")
    }
  }
}

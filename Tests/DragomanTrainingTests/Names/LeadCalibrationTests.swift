import Foundation
import Testing

@testable import DragomanTraining

@Suite("The calibration of leads")
struct LeadCalibrationTests {
  /// Leads from `range`, right as often as a logistic curve says.
  private static func samples(
    _ count: Int, slope: Double, offset: Double, in range: ClosedRange<Double> = 0...8
  ) -> LeadCalibration {
    var random = SeededNumbers(seed: 5)
    let number = { (random: inout SeededNumbers) in Double(random.next() >> 11) / 0x1p53 }
    var calibration = LeadCalibration()
    for _ in 0..<count {
      let lead = range.lowerBound + number(&random) * (range.upperBound - range.lowerBound)
      let probability = 1 / (1 + exp(-(slope * lead + offset)))
      calibration.add(lead: Float(lead), isRight: number(&random) < probability)
    }
    return calibration
  }

  @Test(
    "finds the curve that right and wrong names follow",
    arguments: [(1, 0, 8), (0.6, -0.5, 8), (1.8, -1.5, 8), (0.3, 0.4, 20), (0.15, -1, 60)])
  func curve(slope: Double, offset: Double, end: Double) {
    let found = Self.samples(6000, slope: slope, offset: offset, in: 0...end).curve()
    #expect(abs(Double(found.slope) / slope - 1) < 0.15, "\(found)")
    #expect(abs(Double(found.offset) - offset) < 0.2, "\(found)")
  }

  @Test("says nothing of few names")
  func few() {
    let found = Self.samples(49, slope: 0.3, offset: -2).curve()
    #expect(found == (1, 0))
    #expect(LeadCalibration().curve() == (1, 0))
    #expect(LeadCalibration().curve(else: (0.5, -1)) == (0.5, -1))
    #expect(Self.samples(50, slope: 0.3, offset: -2).curve() != (1, 0))
  }

  @Test("joins what two found")
  func joined() {
    var joined = Self.samples(30, slope: 0.3, offset: -2)
    joined.append(Self.samples(30, slope: 0.3, offset: -2))
    #expect(joined.curve() != (1, 0))
  }

  @Test("never falls with the lead, and is finite, whatever the names are")
  func hostile() {
    let leads: [Float] = [0, 1, 1e-30, 50, 1e6, 1e30, .infinity, .greatestFiniteMagnitude]
    for (name, isRight) in [
      ("all right", { _ in true }), ("all wrong", { _ in false }),
      ("apart", { $0 % 2 == 0 }), ("upside down", { $0 % 8 < 2 }),
    ] as [(String, (Int) -> Bool)] {
      for largest in 1...leads.count {
        var calibration = LeadCalibration()
        for index in 0..<80 {
          calibration.add(lead: leads[index % 8 % largest], isRight: isRight(index))
        }
        let (slope, offset) = calibration.curve()
        #expect(slope.isFinite && offset.isFinite, "\(name), \(largest): \(slope), \(offset)")
        #expect(slope > 0, "\(name), \(largest): \(slope)")
      }
    }
  }

  @Test("is nearly sure of leads that were always right, and never quite")
  func always() {
    var calibration = LeadCalibration()
    for index in 0..<200 { calibration.add(lead: Float(index % 10), isRight: true) }
    let (slope, offset) = calibration.curve()
    let probability = 1 / (1 + exp(-(slope * 5 + offset)))
    #expect(probability > 0.95 && probability < 1)
  }
}

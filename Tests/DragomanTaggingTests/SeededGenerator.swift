import Foundation

/// Random numbers that a seed determines (SplitMix64), so that a failure can be run again.
///
/// `DRAGOMAN_TEST_SEED` replaces the seed; every failure of a property names the one it ran with.
struct SeededGenerator: RandomNumberGenerator {
  /// The seed of this run.
  static let seed =
    ProcessInfo.processInfo.environment["DRAGOMAN_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_122

  private var state: UInt64

  /// Makes the generator of one property; `salt` parts it from the others.
  init(salt: UInt64) { state = Self.seed &+ salt &* 0x9e37_79b9_7f4a_7c15 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

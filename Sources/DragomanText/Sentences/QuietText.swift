/// What a sentence automaton does between stops and line ends: which characters to jump over, and the state behind them.
///
/// A *quiet* character leads from every *calm* state to a calm one, and all calm states accept. So nothing ends in quiet
/// text, and its last character decides the state, but for those of Extend and Format, which keep it (SB5). All others
/// are *loud*. If ICU's rules should not be so, no state is calm; the walk is then slow and still right.
struct QuietText: Sendable {
  /// What the characters of a category do in a calm state.
  private enum Effect: Equatable {
    case loud, keeps, leads(to: UInt8)
  }

  private let categories: CategoryTable
  private let effects: [Effect]
  /// By state.
  private let calm: [Bool]

  init(_ automaton: RuleAutomaton) {
    categories = automaton.categories
    effects = Self.effects(automaton)
    var calm = [Bool](repeating: false, count: 256)
    for case .leads(let state) in effects { calm[Int(state)] = true }
    self.calm = calm
  }

  /// Whether there is anything to jump over.
  var hasCalmStates: Bool { calm.contains(true) }

  @inline(__always)
  func isCalm(_ state: Int) -> Bool { calm[state] }

  /// Where loud characters may start in a block of 64 bytes, a bit for each byte.
  func marks(ofBlock block: Int, in bytes: [UInt8]) -> UInt64 {
    let base = block << 6
    if bytes.count - base >= 64 {
      let marked = Self.marked(bytes.span.block(at: base))
      return marked.hasMark ? ByteBlocks.bits(of: marked) : 0
    }
    var tail = InlineArray<64, UInt8>(repeating: 0)
    for index in base..<bytes.count { tail[index - base] = bytes[index] }
    return ByteBlocks.bits(of: Self.marked(tail.span.block(at: 0)))
  }

  @inline(__always)
  func isLoud(at index: Int, in bytes: [UInt8]) -> Bool {
    effects[Int(categories[ScalarDecoding.scalar(in: bytes, at: index).value])] == .loud
  }

  /// The state behind quiet text that was entered in a calm state.
  @inline(__always)
  func state(behind quiet: Range<Int>, enteredIn state: Int, of bytes: [UInt8]) -> Int {
    var index = quiet.upperBound
    while index > quiet.lowerBound {
      index -= 1
      while bytes[index] & 0xC0 == 0x80 { index -= 1 }
      let scalar = ScalarDecoding.scalar(in: bytes, at: index).value
      if case .leads(let next) = effects[Int(categories[scalar])] { return Int(next) }
    }
    return state
  }
}

extension QuietText {
  /// Marks the bytes that start loud characters, and some that start few others: ASCII from backspace to SI and
  /// `! . / > ?`; C2, and what is behind Cyrillic but for E4 to E9 (Han).
  @inline(__always)
  private static func marked(_ block: ByteBlocks.Block) -> ByteBlocks.Block {
    ByteBlocks.equal(0x08, block & ByteBlocks.splat(0xF8)) | ByteBlocks.equal(0x21, block)
      | ByteBlocks.equal(0x3F, block | ByteBlocks.splat(0x11)) | ByteBlocks.equal(0xC2, block)
      | ByteBlocks.from(0xD4, block) ^ ByteBlocks.from(0xE4, block) ^ ByteBlocks.from(0xEA, block)
  }

  /// By category; nothing but loud ones if the rules are not as they should be.
  private static func effects(_ automaton: RuleAutomaton) -> [Effect] {
    let allLoud = [Effect](repeating: .loud, count: 32)
    // Stops and line ends: a category is known by a character that has it in every version of Unicode.
    let loud = ([".", "!", "\n", "\r", "\u{85}"] as [Unicode.Scalar]).map {
      automaton.categories[$0.value]
    }
    let quiet = automaton.categoriesOfCharacters.filter { !loud.contains($0) }
    let calm = states(reachedBy: quiet, automaton)
    guard calm.allSatisfy({ automaton.accepts($0) }) else { return allLoud }
    var effects = allLoud
    for category in quiet {
      let next = Set(calm.map { automaton.state(after: $0, category) })
      if next.count == 1, let state = next.first {
        effects[Int(category)] = .leads(to: UInt8(state))
      } else if calm.allSatisfy({ automaton.state(after: $0, category) == $0 }) {
        effects[Int(category)] = .keeps
      } else {
        return allLoud
      }
    }
    let marksAll = (UInt8.min...UInt8.max).allSatisfy { byte in
      marked(ByteBlocks.Block(repeating: ByteBlocks.splat(byte))) != .zero
        || scalars(startingWith: byte).allSatisfy {
          effects[Int(automaton.categories[$0])] != .loud
        }
    }
    return marksAll ? effects : allLoud
  }

  /// The states that texts of some categories lead to.
  private static func states(reachedBy categories: [UInt8], _ automaton: RuleAutomaton) -> Set<Int>
  {
    var reached: Set<Int> = []
    var added: Set<Int> = [automaton.startState]
    while !added.isEmpty {
      added = Set(added.flatMap { state in categories.map { automaton.state(after: state, $0) } })
        .subtracting(reached)
      reached.formUnion(added)
    }
    return reached
  }

  /// The characters whose UTF-8 starts with a byte.
  private static func scalars(startingWith byte: UInt8) -> Range<UInt32> {
    let bits = UInt32(byte)
    switch byte {
    case ..<0x80: return bits..<bits + 1
    case 0xC2..<0xE0: return (bits & 0x1F) << 6..<(bits & 0x1F + 1) << 6
    case 0xE0: return 0x800..<0x1000
    case 0xE1..<0xF0: return (bits & 0x0F) << 12..<(bits & 0x0F + 1) << 12
    case 0xF0: return 0x10000..<0x40000
    case 0xF1...0xF4: return (bits & 7) << 18..<min((bits & 7 + 1) << 18, 0x110000)
    default: return 0..<0
    }
  }
}

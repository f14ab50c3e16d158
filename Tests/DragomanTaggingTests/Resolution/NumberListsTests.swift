import Testing

@testable import DragomanTagging

@Suite("Lists of numbers")
struct NumberListsTests {
  @Test("keep the order in which numbers come, each once in a row")
  func order() {
    var lists = NumberLists(count: 1)
    for (number, list) in [(3, 0), (3, 0), (5, 2), (1, 0), (3, 0)] {
      lists.append(number, to: list)
    }
    #expect(numbers(in: 0, of: lists) == [3, 1, 3])
    #expect(numbers(in: 1, of: lists) == [])
    #expect(numbers(in: 2, of: lists) == [5])
    #expect(numbers(in: 9, of: lists) == [])
    #expect(lists.holds(onlyNumber: 5, in: 2))
    #expect(!lists.holds(onlyNumber: 3, in: 0))
    #expect(lists.first(in: 0) { $0 < 3 } == 1)
  }

  @Test("take no more numbers than they may, and keep the first")
  func longest() {
    var lists = NumberLists(longest: 2)
    for number in 0..<5 { lists.append(number, to: number % 2) }
    #expect(numbers(in: 0, of: lists) == [0, 2])
    #expect(numbers(in: 1, of: lists) == [1, 3])
  }

  private func numbers(in list: Int, of lists: NumberLists) -> [Int] {
    var result: [Int] = []
    lists.forEach(in: list) { result.append($0) }
    return result
  }
}

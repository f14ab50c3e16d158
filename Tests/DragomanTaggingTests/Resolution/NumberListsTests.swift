import Testing

@testable import DragomanTagging

@Suite("Lists of numbers")
struct NumberListsTests {
  @Test("keep the order in which numbers are added, each list for itself")
  func order() {
    var lists = NumberLists(count: 2)
    for number in [3, 1, 4, 1, 5] {
      lists.append(number, to: 0)
      lists.append(10 * number, to: 7)
    }
    #expect(numbers(lists, 0) == [3, 1, 4, 1, 5])
    #expect(numbers(lists, 7) == [30, 10, 40, 10, 50])
    #expect(numbers(lists, 1) == [])
    #expect(numbers(lists, 100) == [])
  }

  @Test("take a number that is added twice in a row once")
  func repetition() {
    var lists = NumberLists()
    for number in [2, 2, 6, 6, 2] { lists.append(number, to: 0) }
    #expect(numbers(lists, 0) == [2, 6, 2])
  }

  @Test("find the first number of which something holds")
  func search() {
    var lists = NumberLists()
    for number in [2, 7, 9] { lists.append(number, to: 1) }
    #expect(lists.first(in: 1) { $0 > 2 } == 7)
    #expect(lists.first(in: 1) { $0 > 9 } == nil)
    #expect(lists.first(in: 0) { _ in true } == nil)
  }

  @Test("take no more numbers than they may, and keep the first")
  func longest() {
    var lists = NumberLists(longest: 2)
    for number in 0..<6 { lists.append(number, to: number % 2) }
    #expect(numbers(lists, 0) == [0, 2])
    #expect(numbers(lists, 1) == [1, 3])
  }

  private func numbers(_ lists: NumberLists, _ list: Int) -> [Int] {
    var numbers: [Int] = []
    lists.forEach(in: list) { numbers.append($0) }
    return numbers
  }
}

/// The best one-to-one pairing of rows and columns (Kuhn 1955, Munkres 1957; here with shortest augmenting paths).
enum Assignment {
  /// The largest sum of values with at most one of each row and column. No value is negative. Cost: O(n³).
  static func best(_ values: [[Double]]) -> Double {
    let rows = values.count
    let columns = values.first?.count ?? 0
    guard rows > 0, columns > 0 else { return 0 }
    if rows > columns {
      return best((0..<columns).map { column in values.map { $0[column] } })
    }
    // Potentials and matched rows are counted from 1; 0 is the free row or column.
    var rowPotential = [Double](repeating: 0, count: rows + 1)
    var columnPotential = [Double](repeating: 0, count: columns + 1)
    var rowOfColumn = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      rowOfColumn[0] = row
      var column = 0
      var slack = [Double](repeating: .infinity, count: columns + 1)
      var before = [Int](repeating: 0, count: columns + 1)
      var isUsed = [Bool](repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = rowOfColumn[column]
        var step = Double.infinity
        var next = 0
        for other in 1...columns where !isUsed[other] {
          let cost =
            -values[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
          if cost < slack[other] { (slack[other], before[other]) = (cost, column) }
          if slack[other] < step { (step, next) = (slack[other], other) }
        }
        for other in 0...columns {
          if isUsed[other] {
            rowPotential[rowOfColumn[other]] += step
            columnPotential[other] -= step
          } else {
            slack[other] -= step
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      while column != 0 {
        rowOfColumn[column] = rowOfColumn[before[column]]
        column = before[column]
      }
    }
    return (1...columns).reduce(0) { sum, column in
      rowOfColumn[column] == 0 ? sum : sum + values[rowOfColumn[column] - 1][column - 1]
    }
  }
}

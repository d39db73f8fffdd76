/// Dividing whole numbers so that nothing is lost: the parts add up to the whole.
enum Apportionment {
  /// Divides a whole over parts by weight; what rounding leaves goes to the largest remainders.
  ///
  /// Every part gets at least the minimum, for which the whole must be large enough.
  static func divide(_ whole: Int64, by weights: [Int64], minimum: Int64 = 0) -> [Int64] {
    precondition(!weights.isEmpty && whole >= minimum * Int64(weights.count))
    let rest = whole - minimum * Int64(weights.count)
    let sum = max(1, weights.reduce(0, +))
    var parts: [Int64] = []
    var remainders: [(remainder: Int64, index: Int)] = []
    for (index, weight) in weights.enumerated() {
      let product = rest.multipliedFullWidth(by: weight)
      let share = sum.dividingFullWidth(product)
      parts.append(minimum + share.quotient)
      remainders.append((share.remainder, index))
    }
    var left = Int(whole - parts.reduce(0, +))
    remainders.sort { ($0.remainder, $1.index) > ($1.remainder, $0.index) }
    var next = 0
    while left > 0 {
      parts[remainders[next % remainders.count].index] += 1
      next += 1
      left -= 1
    }
    return parts
  }

  /// A table of counts with the given sums of rows and columns, every cell at least one.
  ///
  /// Row by row in proportion to what the columns still have to give, so that the last row fits
  /// by itself.
  ///
  /// - Returns: nil when the sums do not agree or are too small for one in every cell.
  static func table(rows: [Int], columns: [Int]) -> [[Int]]? {
    guard rows.reduce(0, +) == columns.reduce(0, +),
      rows.allSatisfy({ $0 >= columns.count }), columns.allSatisfy({ $0 >= rows.count })
    else { return nil }
    var left = columns.map { Int64($0 - rows.count) }
    return rows.map { row in
      var cells = divide(Int64(row - columns.count), by: left)
      // Rounding up may ask a nearly empty column for more than it has: move it to the fullest.
      for column in cells.indices where cells[column] > left[column] {
        var excess = cells[column] - left[column]
        cells[column] = left[column]
        while excess > 0 {
          let target = left.indices.max { left[$0] - cells[$0] < left[$1] - cells[$1] }
          cells[target ?? 0] += 1
          excess -= 1
        }
      }
      for column in cells.indices { left[column] -= cells[column] }
      return cells.map { Int($0) + 1 }
    }
  }
}

import Columns
package import Quantities

extension LineTable {
  /// The number of the product code of a line; the same code has the same number.
  ///
  /// Sums over all lines compare numbers, because a text per line costs more than the sum.
  package func productNumber(of row: Int) -> Int { Int(numbers[row].product) }

  /// The product code with a number; nil for a number that no line has.
  package func product(numbered number: Int) -> ProductCode? {
    guard number >= 0, number < codes.count else { return nil }
    return ProductCode(codes.text(Int32(number)))
  }
}

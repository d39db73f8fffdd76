import Columns
package import Quantities

extension LineTable {
  /// From when a line is and what it comes to, without making the rest of it.
  ///
  /// Sums go over all lines of a region, and a whole row costs its texts.
  package func delivery(of row: Int) -> (first: CivilDate, amount: Cents) {
    let line = numbers[row]
    return (CivilDate(dayNumber: line.first), Cents(line.amount))
  }

  /// Whether a line is a debit that was approved and stands: neither a credit nor credited.
  package func stands(_ row: Int) -> Bool {
    let flags = flags(of: row)
    return flags.contains(.approved) && flags.isDisjoint(with: [.credit, .credited, .annulled])
  }

  /// Whether a line was judged and refused.
  package func isRefused(_ row: Int) -> Bool {
    flags(of: row).isDisjoint(with: [.approved, .awaiting, .annulled])
  }
}

import Columns
package import Quantities

/// Which lines of the ledger are meant; what is nil does not matter.
package struct LineFilter: Hashable, Sendable {
  package var municipalities: Set<MunicipalityCode>?
  package var providers: Set<ProviderCode>?
  /// The first day of the month in which support was delivered.
  package var month: CivilDate?
  package var standing: Standing?
  /// The row of a claim.
  package var claim: Int32?
  /// Slots of allocations.
  package var allocations: Set<Int32>?
  /// The letters with which the reference begins.
  package var reference: String?

  /// How it stands with a line.
  package enum Standing: String, CaseIterable, Hashable, Sendable {
    case awarded, refused, credited, credit, waiting, annulled

    /// How it stands with a line that has these flags.
    package init(_ flags: LineTable.Flags) {
      self =
        if flags.contains(.annulled) {
          .annulled
        } else if flags.contains(.awaiting) {
          .waiting
        } else if !flags.contains(.approved) {
          .refused
        } else if flags.contains(.credit) {
          .credit
        } else if flags.contains(.credited) { .credited } else { .awarded }
    }
  }

  package init() {}

  /// Whether it lets every line through.
  package var isAll: Bool { self == LineFilter() }
}

extension ClaimLedger {
  /// The lines that a filter lets through, from old to new.
  ///
  /// Looks at each claim once and at the lines of those that may be meant, column by column.
  package func rows(_ filter: LineFilter) -> [Int32] {
    var found: [Int32] = []
    for (place, claim) in claims.enumerated() {
      if let wanted = filter.claim, place != Int(wanted) { continue }
      if let codes = filter.municipalities, !codes.contains(claim.municipality) { continue }
      if let codes = filter.providers, !codes.contains(claim.provider) { continue }
      for row in claim.rows where lines.matches(filter, row) {
        found.append(Int32(truncatingIfNeeded: row))
      }
    }
    return found
  }

  /// The same rows by their amounts, from low to high; a credit takes its amount away.
  package func byAmount(_ rows: [Int32]) -> [Int32] {
    let keyed = rows.map { row in
      let line = lines.numbers[Int(row)]
      let isCredit = LineTable.Flags(rawValue: line.flags).contains(.credit)
      return (amount: isCredit ? 0 &- line.amount : line.amount, row: row)
    }
    return keyed.sorted { ($0.amount, $0.row) < ($1.amount, $1.row) }.map(\.row)
  }

  /// The same rows by the first day of their period, from early to late.
  package func byDay(_ rows: [Int32]) -> [Int32] {
    let keyed = rows.map { (day: lines.numbers[Int($0)].first, row: $0) }
    return keyed.sorted { ($0.day, $0.row) < ($1.day, $1.row) }.map(\.row)
  }
}

extension LineTable {
  /// Whether a filter lets a line through, its claim aside.
  fileprivate func matches(_ filter: LineFilter, _ row: Int) -> Bool {
    let line = numbers[row]
    if let wanted = filter.standing, LineFilter.Standing(Flags(rawValue: line.flags)) != wanted {
      return false
    }
    if let month = filter.month {
      guard line.first >= month.dayNumber, line.first <= month.lastOfMonth.dayNumber else {
        return false
      }
    }
    if let slots = filter.allocations, !slots.contains(line.allocation) { return false }
    guard let reference = filter.reference else { return true }
    return texts.begins(with: reference, at: row)
  }

  /// Whether a debit stands for the allocation, the month and the product of a line.
  func hasStandingDebit(like row: Int) -> Bool {
    let line = numbers[row]
    guard let code = ProductCode(codes.text(line.product)) else { return false }
    return standingDebit(
      allocation: line.allocation,
      first: CivilDate(dayNumber: line.first),
      category: ProductCategory(uncheckedNumber: UInt32(line.category)),
      code: code,
      except: []
    ) != nil
  }
}

package import Journal
import Quantities

/// The bulk of a table of deliveries that a claim by message does not have.
///
/// A released layout is never changed, only followed by a next version; golden bytes in the tests
/// hold it.
package enum TableColumns {
  package static let layout = Layout("claim-table", version: 1)

  /// Writes what only a table has, in the order of the lines.
  package static func write(_ facts: [TableLineFact]) -> [UInt8] {
    var writer = BinaryWriter(capacity: facts.count * 8 + 64)
    writer.column(facts.map(\.row), .delta)
    writer.column(facts.map { UInt8($0.namesAllocation ? 1 : 0) })
    writer.column(facts.map(\.fittingAllocations), .delta)
    writer.column(facts.map(\.sameDelivery), .delta)
    writer.column(facts.map(\.ceiling), .delta)
    writer.column(facts.map(\.awardedBefore.rawValue), .delta)
    return writer.bytes
  }

  /// Reads it back; anything that `write` cannot have written is a failure.
  package static func facts(_ bytes: [UInt8]) throws(BinaryFailure) -> [TableLineFact] {
    var reader = BinaryReader(bytes)
    let rows = try reader.column(of: Int32.self)
    let named = try reader.column(of: UInt8.self)
    let fitting = try reader.column(of: Int32.self)
    let same = try reader.column(of: Int32.self)
    let ceilings = try reader.column(of: Int32.self)
    let awarded = try reader.column(of: Int64.self)
    try reader.finish()
    let counts = [named.count, fitting.count, same.count, ceilings.count, awarded.count]
    guard counts.allSatisfy({ $0 == rows.count }) else { throw reader.failure(.outOfRange) }
    var facts: [TableLineFact] = []
    facts.reserveCapacity(rows.count)
    for place in rows.indices {
      guard rows[place] > 0, named[place] <= 1, fitting[place] >= 0, same[place] >= -2,
        ceilings[place] >= -1
      else { throw reader.failure(.outOfRange) }
      facts.append(
        TableLineFact(
          row: rows[place],
          namesAllocation: named[place] == 1,
          fittingAllocations: fitting[place],
          sameDelivery: same[place],
          ceiling: ceilings[place],
          awardedBefore: Cents(awarded[place])
        )
      )
    }
    return facts
  }
}

import Quantities
import Synthetic
import Testing

@Suite("The deliveries of Noord-Limburg for Participation and Youth")
struct NoordLimburgDeliveryTests {
  @Test("The same seed gives the same tables, in order of time")
  func determinism() throws {
    let tables = try Regions.noordLimburg(seed: 5).deliveries
    #expect(try Regions.noordLimburg(seed: 5).deliveries.map(\.bytes) == tables.map(\.bytes))
    #expect(try Regions.noordLimburg(seed: 6).deliveries.map(\.bytes) != tables.map(\.bytes))
    #expect(zip(tables, tables.dropFirst()).allSatisfy { $0.day < $1.day && $0.name < $1.name })
  }

  @Test(
    "Each row is written once, in one month, with a reference of its own",
    arguments: [1, 2, 3]
  )
  func rows(seed: UInt64) throws {
    let tables = try Regions.noordLimburg(seed: seed).deliveries
    var references: Set<Int> = []
    for table in tables {
      let lines = table.bytes.split(separator: UInt8(ascii: "\n"))
      #expect(lines.count == table.rows.count + 1)
      #expect(lines.allSatisfy { $0.count { $0 == UInt8(ascii: "\t") } == 11 })
      for row in table.rows {
        #expect(references.insert(row.reference).inserted)
        #expect(row.period.first.firstOfMonth == row.period.last.firstOfMonth)
        let isOver = row.period.last <= table.day
        #expect(isOver == (row.fault != .tooEarly), "seed \(seed), \(row.reference)")
      }
    }
  }

  @Test("Every fault occurs, and a credit takes back a row of an earlier month", arguments: [1, 2])
  func faults(seed: UInt64) throws {
    let rows = try Regions.noordLimburg(seed: seed).deliveries.flatMap(\.rows)
    #expect(Set(rows.compactMap(\.fault)) == Set(DeliveryFault.allCases))
    for credit in rows where credit.isCredit {
      let debit = try #require(rows.first { $0.reference == credit.previous })
      #expect(debit.cents == credit.cents && debit.round < credit.round)
      #expect(debit.fault == .mistaken)
    }
  }

  @Test("What remains is the plan: one accepted row for each client and month")
  func totals() throws {
    let region = try Regions.noordLimburg(seed: 9)
    var months: Set<[Int]> = []
    var cents: Int64 = 0
    for row in region.deliveries.flatMap(\.rows) where row.fault?.rule == nil {
      cents += row.acceptedCents
      if row.fault == nil {
        #expect(months.insert([row.client, row.period.first.month]).inserted)
      }
    }
    #expect(region.deliveryFigures.reduce(0) { $0 + $1.cost.rawValue } == cents)
    #expect(region.deliveryFigures.allSatisfy { $0.clients > 0 })
  }
}

package import Access
import Columns
import People
package import Quantities

/// What was awarded and stands, per municipality and month of delivery, and to how many clients.
///
/// Approved lines less those that were credited since, in the month in which support was delivered.
/// Made once for a state: one pass over the lines.
package struct AwardedFigures: Sendable {
  /// A month of a municipality.
  package struct Month: Hashable, Sendable {
    package let municipality: MunicipalityCode
    /// The first day of it.
    package let first: CivilDate

    package init(municipality: MunicipalityCode, first: CivilDate) {
      self.municipality = municipality
      self.first = first
    }
  }

  /// A year of a municipality.
  package struct Year: Hashable, Sendable {
    package let municipality: MunicipalityCode
    package let year: Int

    package init(municipality: MunicipalityCode, year: Int) {
      self.municipality = municipality
      self.year = year
    }
  }

  package struct Sum: Hashable, Sendable {
    package internal(set) var amount = Cents.zero
    package internal(set) var lines = 0

    mutating func add(_ cents: Int64) {
      amount = Cents(amount.rawValue &+ cents)
      lines += 1
    }
  }

  package private(set) var months: [Month: Sum] = [:]
  /// Different persons; each counts once per municipality and law.
  package private(set) var clients: [Year: Int] = [:]
  /// What each provider was awarded.
  package private(set) var providers: [Year: [ProviderCode: Cents]] = [:]

  /// Adds up what stands; `providers` are those whose lines count, nil for all.
  package init(
    _ ledger: ClaimLedger,
    _ allocations: AllocationBook,
    of providers: Set<ProviderCode>? = nil
  ) {
    var people: [Year: Set<ClientKey>] = [:]
    /// Years of an allocation that were counted, so that a person is looked up once for each.
    var counted = Set<SlotYear>()
    for claim in ledger.claims {
      if let providers, !providers.contains(claim.provider) { continue }
      for row in claim.rows {
        let line = ledger.lines.numbers[row]
        guard LineFilter.Standing(LineTable.Flags(rawValue: line.flags)) == .awarded else {
          continue
        }
        let first = CivilDate(dayNumber: line.first).firstOfMonth
        let month = Month(municipality: claim.municipality, first: first)
        months[month, default: Sum()].add(line.amount)
        let year = Year(municipality: claim.municipality, year: first.year)
        let sum = self.providers[year]?[claim.provider]?.rawValue ?? 0
        self.providers[year, default: [:]][claim.provider] = Cents(sum &+ line.amount)
        if line.allocation >= 0 {
          let slot = SlotYear(slot: line.allocation, year: Int32(year.year))
          guard counted.insert(slot).inserted, Int(line.allocation) < allocations.slotCount else {
            continue
          }
          let client = allocations[AllocationID(slot: line.allocation)].client
          people[year, default: []].insert(client)
        } else if let client = ledger.client(ofUnallocated: Int32(truncatingIfNeeded: row)) {
          people[year, default: []].insert(client)
        }
      }
    }
    clients = people.mapValues(\.count)
  }

  private struct SlotYear: Hashable {
    let slot: Int32
    let year: Int32
  }
}

extension AwardedFigures {
  /// The years of which there are figures, oldest first.
  package var years: [Int] { Set(months.keys.map(\.first.year)).sorted() }

  /// The municipalities with figures, by code.
  package var municipalities: [MunicipalityCode] {
    Set(months.keys.map(\.municipality)).sorted()
  }

  /// What was awarded in a year.
  package func sum(_ municipality: MunicipalityCode, year: Int) -> Sum {
    var total = Sum()
    for month in 1...12 {
      guard let first = CivilDate(year: year, month: month, day: 1),
        let sum = months[Month(municipality: municipality, first: first)]
      else { continue }
      total.amount = Cents(total.amount.rawValue &+ sum.amount.rawValue)
      total.lines += sum.lines
    }
    return total
  }
}

import Access
import Claims
import Columns
import Commissioning
import People
package import Quantities

/// What was claimed by and awarded to one provider, month by month.
///
/// - Dutch term: cijfers van een aanbieder
package struct ProviderFigures: Hashable, Sendable {
  /// In order of the months in which support was delivered.
  package let months: [Month]
  /// Distinct clients with support that was awarded in the year of the question.
  package let clients: Int

  /// What was delivered in one month.
  package struct Month: Hashable, Sendable {
    /// Its first day.
    package let first: CivilDate
    /// Approved and not taken back.
    package internal(set) var awarded: Cents
    package internal(set) var lines: Int
    package internal(set) var refused: Int
  }

  package init(months: [Month], clients: Int) {
    self.months = months
    self.clients = clients
  }
}

extension ProviderFigures {
  package var awarded: Cents { Cents(months.reduce(0) { $0 &+ $1.awarded.rawValue }) }
  package var lines: Int { months.reduce(0) { $0 + $1.lines } }
  package var refused: Int { months.reduce(0) { $0 + $1.refused } }

  /// The months of a year.
  package func year(_ year: Int) -> ProviderFigures {
    ProviderFigures(months: months.filter { $0.first.year == year }, clients: clients)
  }
}

extension RegionState {
  /// What was claimed under some claim codes and awarded.
  ///
  /// One pass over the claims of those codes; clients are counted over one year, each once.
  package func providerFigures(
    of codes: Set<ProviderCode>,
    clientsIn year: Int
  ) -> ProviderFigures {
    var months: [CivilDate: ProviderFigures.Month] = [:]
    var clients: Set<ClientKey> = []
    for claim in ledger.claims where codes.contains(claim.provider) && !claim.isAnnulled {
      for row in claim.rows where !ledger.lines.flags(of: row).contains(.awaiting) {
        let (day, amount) = ledger.lines.delivery(of: row)
        let stands = ledger.lines.stands(row)
        let first = day.firstOfMonth
        var month =
          months[first]
          ?? ProviderFigures.Month(first: first, awarded: .zero, lines: 0, refused: 0)
        month.lines += 1
        if stands { month.awarded = Cents(month.awarded.rawValue &+ amount.rawValue) }
        if ledger.lines.isRefused(row) { month.refused += 1 }
        months[first] = month
        if stands, day.year == year, let client = client(ofLine: row) { clients.insert(client) }
      }
    }
    return ProviderFigures(
      months: months.values.sorted { $0.first < $1.first },
      clients: clients.count
    )
  }

  /// What was awarded in a year, by claim code, in one pass over all lines.
  package func awardedByProvider(in year: Int) -> [ProviderCode: Cents] {
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let days = Period(from: first, through: first.adding(months: 12).adding(days: -1))
    else { return [:] }
    var sums: [ProviderCode: Int64] = [:]
    for claim in ledger.claims where !claim.isAnnulled {
      var sum: Int64 = 0
      for row in claim.rows where ledger.lines.stands(row) {
        let (day, amount) = ledger.lines.delivery(of: row)
        if days.contains(day) { sum &+= amount.rawValue }
      }
      sums[claim.provider, default: 0] &+= sum
    }
    return sums.mapValues { Cents($0) }
  }

  private func client(ofLine row: Int) -> ClientKey? {
    if let slot = ledger.lines.allocation(of: row), Int(slot) < access.allocations.slotCount {
      return access.allocations[AllocationID(slot: slot)].client
    }
    return ledger.client(ofUnallocated: Int32(row))
  }
  /// The codes under which somebody claims or that stand in the price list that was imported.
  package var knownClaimCodes: Set<ProviderCode> {
    var codes: Set<ProviderCode> = []
    for claim in ledger.claims { codes.insert(claim.provider) }
    for line in prices.lines { if let code = line.row.provider { codes.insert(code) } }
    return codes
  }

  /// Where the claims with a refused line in a year stand in the journal, each command once.
  package func refusedClaims(of codes: Set<ProviderCode>, in year: Int) -> [Int64] {
    var positions: Set<Int64> = []
    for claim in ledger.claims where codes.contains(claim.provider) && !claim.isAnnulled {
      let isMeant = claim.rows.contains { row in
        ledger.lines.isRefused(row) && ledger.lines.delivery(of: row).first.year == year
      }
      if isMeant { positions.insert(claim.position) }
    }
    return positions.sorted()
  }
}

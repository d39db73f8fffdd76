import Access
import Claims
import People
import Quantities
import Region
import Synthetic

/// What the region's own books say after the year: every euro and client from approved lines.
struct DemoFigures {
  /// Approved debits less approved credits, per municipality and provider.
  private var cost: [Cell: Int64] = [:]
  /// The clients with approved support that stands, per municipality and provider.
  private var clients: [Cell: Set<ClientKey>] = [:]

  private struct Cell: Hashable {
    let municipality: MunicipalityCode
    let provider: ProviderCode
  }

  /// Adds up all approved lines of a region.
  init(_ state: RegionState) {
    for claim in state.ledger.claims {
      let cell = Cell(municipality: claim.municipality, provider: claim.provider)
      for row in claim.firstLine..<claim.firstLine + claim.lineCount {
        let flags = state.ledger.lines.flags(of: row)
        guard flags.contains(.approved) else { continue }
        let amount = state.ledger.lines[row].amount.rawValue
        cost[cell, default: 0] += flags.contains(.credit) ? -amount : amount
        guard flags.isDisjoint(with: [.credit, .credited]),
          let slot = state.ledger.lines.allocation(of: row)
        else { continue }
        clients[cell, default: []].insert(
          state.access.allocations[AllocationID(slot: slot)].client
        )
      }
    }
  }

  /// Clients and cost of a municipality.
  func municipality(_ code: MunicipalityCode) -> (clients: Int, cost: Cents) {
    var keys: Set<ClientKey> = []
    var total: Int64 = 0
    for (cell, amount) in cost where cell.municipality == code { total += amount }
    for (cell, known) in clients where cell.municipality == code { keys.formUnion(known) }
    return (keys.count, Cents(total))
  }

  /// Cost and clients of every provider over some municipalities, in any order.
  func providers(in view: Set<MunicipalityCode>) -> [ProviderFigure] {
    var totals: [ProviderCode: Int64] = [:]
    var keys: [ProviderCode: Set<ClientKey>] = [:]
    for (cell, amount) in cost where view.contains(cell.municipality) {
      totals[cell.provider, default: 0] += amount
    }
    for (cell, known) in clients where view.contains(cell.municipality) {
      keys[cell.provider, default: []].formUnion(known)
    }
    return totals.map { provider, amount in
      ProviderFigure(
        provider: provider,
        clients: keys[provider]?.count ?? 0,
        cost: Cents(amount)
      )
    }
  }
}

import Access
import Claims
import Commissioning
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

  /// Approved debits less approved credits of deliveries that came by table, per municipality.
  private var delivered: [MunicipalityCode: Int64] = [:]
  /// How many contracts run on a day, by lot.
  private var contracts: [String: Int] = [:]

  private struct Cell: Hashable {
    let municipality: MunicipalityCode
    let provider: ProviderCode
  }

  /// Adds up all approved lines of a region, and counts the contracts that run on a day.
  init(_ state: RegionState, on day: CivilDate) {
    for contract in state.contracts.contracts.values
    where contract.period?.contains(day) == true {
      contracts[contract.draft.lot?.description ?? "-", default: 0] += 1
    }
    for claim in state.ledger.claims {
      guard !claim.isTable else {
        addDeliveries(claim, state)
        continue
      }
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

  private mutating func addDeliveries(_ claim: ClaimRecord, _ state: RegionState) {
    for row in claim.rows {
      let flags = state.ledger.lines.flags(of: row)
      guard flags.contains(.approved) else { continue }
      let amount = state.ledger.lines[row].amount.rawValue
      delivered[claim.municipality, default: 0] += flags.contains(.credit) ? -amount : amount
    }
  }

  /// The cost of a municipality's deliveries that came by table.
  func deliveries(_ code: MunicipalityCode) -> Cents { Cents(delivered[code] ?? 0) }

  /// The contracts that run, by lot in order of its name.
  var contractsByLot: [(lot: String, count: Int)] {
    contracts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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

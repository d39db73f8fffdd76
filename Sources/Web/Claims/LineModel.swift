import Access
import Claims
import Columns
import Commissioning
import Journal
import Quantities
import Region
import Rules

/// One claim line with everything it was judged by, made again from its receipt.
struct LineModel {
  let row: Int
  let line: LineRow
  let claim: ClaimRecord
  let explanation: Explanation
  let allocation: Allocation?
  /// The version of the allocation that the rules saw.
  let version: AllocationVersion?
  let price: PriceRow?
  let contract: ContractCode?

  /// Who judged it: this region, or the municipality that our own claim went to.
  enum Explanation {
    case judged(LineExplanation)
    case own(OwnLineExplanation)
    /// The receipt names something that this region does not know.
    case unreadable
  }

  /// - Throws: `Trouble.notFound` for a line that is not there or not within reach.
  init(_ text: String, _ visit: Visit) async throws {
    let state = visit.state
    guard let row = Int(text), row >= 0, row < state.ledger.lines.count else {
      throw Trouble.notFound
    }
    let line = state.ledger.lines[row]
    let claim = state.ledger.claims[Int(line.claim)]
    guard visit.reaches(claim.municipality, claim.provider) else { throw Trouble.notFound }
    self.row = row
    self.line = line
    self.claim = claim
    let entries = try await visit.region.journal.command(at: Position(claim.position))
    let place = row - claim.firstLine
    explanation = try Self.explanation(entries, claim, line, place, state)
    allocation = visit.allocation(line.allocation)
    contract = Self.contract(claim, line, state)
    guard case .judged(let judged) = explanation else {
      version = allocation?.current
      price = nil
      return
    }
    let receipt = judged.claim.verdict.receipts[judged.row]
    version = allocation?.version(broughtBy: receipt.allocationPosition)
    let list = judged.claim.basis.priceList - 1
    let isKnown =
      receipt.priceRow >= 0 && state.priceLists.indices.contains(list)
      && Int(receipt.priceRow) < state.priceLists[list].count
    price = isKnown ? state.priceLists[list].lines[Int(receipt.priceRow)].row : nil
  }

  /// The explanation from the entry that brought the claim; several groups of one table may stand
  /// in one command, so the line is held against what the ledger says of it.
  private static func explanation(
    _ entries: [Entry],
    _ claim: ClaimRecord,
    _ line: LineRow,
    _ place: Int,
    _ state: RegionState
  ) throws -> Explanation {
    func isMeant(_ notice: ClaimNotice) -> Bool {
      notice.provider == claim.provider && notice.municipality == claim.municipality
        && notice.lines.indices.contains(place) && notice.lines[place].reference == line.reference
    }
    for entry in entries {
      guard case .claim(let event) = try EventTable.event(of: entry) else { continue }
      switch event {
      case .judged(let judged) where isMeant(judged.notice):
        return state.explanation(of: judged, row: place).map { .judged($0) } ?? .unreadable
      case .tableJudged(let table) where isMeant(table.claim.notice):
        return state.explanation(of: table, row: place).map { .judged($0) } ?? .unreadable
      case .submitted(let own) where isMeant(own.notice):
        let first = Position(claim.position)
        return state.explanation(of: own, broughtBy: first, row: place).map { .own($0) }
          ?? .unreadable
      default: continue
      }
    }
    return .unreadable
  }

  /// The contract under which the line falls: of the provider, for the municipality, on the day.
  private static func contract(
    _ claim: ClaimRecord,
    _ line: LineRow,
    _ state: RegionState
  ) -> ContractCode? {
    state.contracts.contracts.values
      .filter { contract in
        contract.draft.claimCodes.contains(claim.provider)
          && contract.draft.municipalities.contains(claim.municipality)
          && contract.period?.contains(line.period.first) == true
      }
      .sorted { left, right in
        let (a, b) = (
          left.draft.products.contains(line.code), right.draft.products.contains(line.code)
        )
        return a == b ? left.draft.code < right.draft.code : a
      }
      .first?.draft.code
  }
}

extension LineModel {
  var standing: LineFilter.Standing { LineFilter.Standing(line.flags) }

  /// The amount with its sign.
  var amount: Cents {
    line.flags.contains(.credit) ? Cents(-line.amount.rawValue) : line.amount
  }

  /// The lines that this one was held against, each with why.
  var others: [(name: BilingualText, row: Int)] {
    guard case .judged(let judged) = explanation else { return [] }
    let receipt = judged.claim.verdict.receipts[judged.row]
    let found = [
      (
        BilingualText("Eerdere regel met hetzelfde nummer", "Earlier line of the same number"),
        receipt.sameReference
      ),
      (BilingualText("Regel die wordt gecrediteerd", "Line that is credited"), receipt.debitLine),
      (
        BilingualText("Toegekende regel voor dezelfde levering", "Awarded line, same delivery"),
        receipt.standingDebit
      ),
    ]
    return found.filter { $0.1 >= 0 }.map { (name: $0.0, row: Int($0.1)) }
  }
}

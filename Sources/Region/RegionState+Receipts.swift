import Access
package import Claims
import Columns
package import Commissioning
package import Journal
import Quantities
import Rules

extension RegionState {
  /// What the rules saw of a line, made again from its receipt.
  ///
  /// - Returns: nil for a line that was not judged, or when the receipt names something that this
  ///   region does not know.
  package func lineCase(of claim: ClaimJudged, row: Int) -> LineCase? {
    guard claim.notice.lines.indices.contains(row), claim.verdict.receipts.indices.contains(row)
    else { return nil }
    let line = claim.notice.lines[row]
    let receipt = claim.verdict.receipts[row]
    guard receipt.isAssessed else { return nil }
    var allocation: AllocationVersion?
    if receipt.allocation >= 0 {
      let id = AllocationID(slot: receipt.allocation)
      guard id.slot < access.allocations.slotCount,
        let version = access.allocations[id].version(broughtBy: receipt.allocationPosition)
      else { return nil }
      allocation = version
    }
    var price: PriceRow?
    if receipt.priceRow >= 0 {
      let version = claim.basis.priceList - 1
      guard priceLists.indices.contains(version),
        Int(receipt.priceRow) < priceLists[version].count
      else { return nil }
      price = priceLists[version].lines[Int(receipt.priceRow)].row
    }
    return LineCase(
      line: line,
      claimPeriod: claim.notice.period,
      allocation: allocation,
      price: price,
      usedVolume: receipt.usedVolume,
      usedAmount: receipt.usedAmount,
      referenceUsed: receipt.sameReference >= 0,
      debit: receipt.debit,
      standingDebit: receipt.standingDebit != -1,
      settings: claimSettings(version: claim.basis.settings)
    )
  }

  /// The contract that the price of a judged line followed from; nil when there was no price, or it
  /// came from an imported list.
  package func agreement(of claim: ClaimJudged, row: Int) -> PriceSource? {
    let place =
      claim.verdict.receipts.indices.contains(row)
      ? Int(claim.verdict.receipts[row].priceRow) : -1
    let version = claim.basis.priceList - 1
    guard priceLists.indices.contains(version), priceLists[version].lines.indices.contains(place)
    else { return nil }
    return priceLists[version].lines[place].source
  }

  /// The explanation of a line; nil when its claim or its receipt is not of this region.
  package func explanation(of claim: ClaimJudged, row: Int) -> LineExplanation? {
    guard claim.notice.lines.indices.contains(row) else { return nil }
    let line = claim.notice.lines[row]
    let client = claim.verdict.clients[Int(line.clientIndex)]
    guard claim.verdict.receipts[row].isAssessed else {
      return LineExplanation(claim: claim, row: row, refusedClient: client)
    }
    guard let subject = lineCase(of: claim, row: row) else { return nil }
    return LineExplanation(
      claim: claim,
      row: row,
      subject: subject,
      opening: ledger.opening(of: claim.verdict.receipts[row].allocation),
      agreement: agreement(of: claim, row: row)
    )
  }

  /// The explanation of a line of a table; nil when the table or its receipt is not of this region.
  package func explanation(of table: TableJudged, row: Int) -> LineExplanation? {
    guard let subject = lineCase(of: table.claim, row: row), table.facts.indices.contains(row)
    else { return nil }
    return LineExplanation(
      table: table,
      row: row,
      subject: subject,
      opening: ledger.opening(of: table.claim.verdict.receipts[row].allocation),
      agreement: agreement(of: table.claim, row: row)
    )
  }

  /// How it stands with a line of a claim of our own; nil when there is no such line here.
  package func explanation(
    of claim: ClaimSubmitted,
    broughtBy first: Position,
    row: Int
  ) -> OwnLineExplanation? {
    guard let record = ledger.claim(broughtBy: first.rawValue).map({ ledger.claims[$0] }),
      claim.notice.lines.indices.contains(row), row < record.lineCount
    else { return nil }
    let flags = ledger.lines.flags(of: record.firstLine + row)
    return OwnLineExplanation(claim: claim, row: row, standing: OwnLineExplanation.Standing(flags))
  }
}

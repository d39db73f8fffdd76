import Access
import Claims
import Commissioning
import Quantities
import Rules

/// A line that was judged in a scene, explained from the case that was judged.
struct Explained {
  let explanation: LineExplanation

  init?(_ scene: ClaimScene, _ line: ClaimLine, month: String = "2025-01") {
    let notice = scene.notice([line], month)
    let verdict = scene.verdict(notice)
    guard verdict.claim.passes else { return nil }
    let claim = ClaimJudged(
      notice: notice,
      verdict: verdict,
      basis: ClaimBasis(
        day: ClaimScene.today,
        ruleSets: ClaimBasis.currentRuleSets,
        priceList: 1,
        settings: 0
      )
    )
    guard verdict.receipts[0].isAssessed else {
      explanation = LineExplanation(
        claim: claim,
        row: 0,
        refusedClient: verdict.clients[Int(line.clientIndex)]
      )
      return
    }
    explanation = LineExplanation(claim: claim, row: 0, subject: scene.subject(of: claim, row: 0))
  }

  var dutch: String { explanation.text(in: .dutch) }
  var english: String { explanation.text(in: .english) }
  var codes: [String] { explanation.failures.compactMap { $0.code?.description } }
}

extension ClaimScene {
  /// What the rules saw of a line, made again from its receipt.
  func subject(of claim: ClaimJudged, row: Int) -> LineCase {
    let receipt = claim.verdict.receipts[row]
    return LineCase(
      line: claim.notice.lines[row],
      claimPeriod: claim.notice.period,
      allocation: receipt.allocation < 0
        ? nil
        : allocations[AllocationID(slot: receipt.allocation)]
          .version(broughtBy: receipt.allocationPosition),
      price: receipt.priceRow < 0 ? nil : prices.lines[Int(receipt.priceRow)].row,
      usedVolume: receipt.usedVolume,
      usedAmount: receipt.usedAmount,
      referenceUsed: receipt.sameReference >= 0,
      debit: receipt.debit,
      standingDebit: receipt.standingDebit != -1,
      settings: ClaimSettings(contract: settings)
    )
  }
}

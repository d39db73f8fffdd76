import Access
import Claims
import Quantities
import Rules

extension RegionState {
  /// Judges a claim that a municipality received.
  func judge(_ notice: ClaimNotice, on today: CivilDate) -> RoomDecision {
    let settings = claimSettings(version: settingsVersion)
    let judge = ClaimJudge(
      allocations: access.allocations, ledger: ledger, prices: prices, settings: settings)
    let verdict = judge.judge(notice, on: today)
    guard verdict.claim.passes else {
      let subject = judge.claimCase(notice)
      let findings = ClaimRules.set.findings(verdict.claim, of: subject, row: 0)
      return RoomDecision(
        outcome: .rejectClaim, findings: findings.map { ClaimTexts.told($0) })
    }
    let basis = ClaimBasis(
      day: today, ruleSets: ClaimBasis.currentRuleSets, priceList: priceLists.count,
      settings: settingsVersion)
    let outcome: Outcome =
      if verdict.clients.contains(where: { !$0.passes }) {
        .rejectClient
      } else if verdict.isWhole { .accept } else { .rejectLine }
    return RoomDecision(
      outcome: outcome,
      events: [.claim(.judged(ClaimJudged(notice: notice, verdict: verdict, basis: basis)))])
  }

  /// The version of the choices that hold now.
  var settingsVersion: Int { settings.count - 1 }

  /// Takes over a claim that the provider whose records these are sent itself.
  func submit(_ notice: ClaimNotice) -> RoomDecision {
    let slots = notice.lines.map { line -> Int32 in
      let found = access.allocations.find(
        number: line.allocationNumber, municipality: notice.municipality)
      guard let found,
        access.allocations[found].belongs(
          to: notice.clients[Int(line.clientIndex)].key, at: notice.provider)
      else { return -1 }
      return found.slot
    }
    return RoomDecision(
      outcome: .accept,
      events: [.claim(.submitted(ClaimSubmitted(notice: notice, allocations: slots)))])
  }
}

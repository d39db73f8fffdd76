import Access
import Claims
import Columns
import Commissioning
import Landscape
import Quantities

extension RegionState {
  /// What an event names that does not stand in the journal before it; nil when all of it does.
  ///
  /// A journal is outside data when it is read: a slot or a row beyond its table would make us
  /// claim memory for what is not there, or count with what is not meant.
  func fault(in event: RegionEvent) -> String? {
    switch event {
    case .claim(.judged(let claim)): fault(in: claim)
    case .claim(.submitted(let claim)):
      claim.allocations.allSatisfy(isSlot) ? nil : Self.unknownAllocation
    case .claim(.answered(let answer)):
      ledger.claim(broughtBy: answer.message).map { ledger.claims[$0] }
        .map { claim in answer.refused.allSatisfy { $0 >= 0 && $0 < claim.lineCount } } == true
        ? nil : "het antwoord noemt een declaratie of regel die er niet is"
    case .claim(.annulled(let message)):
      ledger.claim(broughtBy: message) == nil
        ? "de intrekking noemt een declaratie die er niet is" : nil
    case .claim(.tableJudged(let table)): fault(in: table)
    case .claim(.balanceTakenOver(let balance)):
      access.allocations.find(number: balance.number, municipality: balance.municipality) == nil
        ? "de beginstand noemt een toewijzing die er niet is" : nil
    case .contract(let event): fault(in: event)
    case .procedure(.prepared(let plan)):
      procedures.procedures[plan.code] == nil ? nil : "deze procedure staat er al"
    case .procedure(.happened(let code, _)):
      procedures.procedures[code] == nil ? "de gebeurtenis noemt een onbekende procedure" : nil
    case .programme(.adopted(let plan)):
      programmes.programmes[plan.code] == nil ? nil : "dit programma staat er al"
    case .programme(.happened(let code, _)):
      programmes.programmes[code] == nil ? "de gebeurtenis noemt een onbekend programma" : nil
    case .supplier(.evaluated(let evaluation)):
      contracts.contracts[evaluation.contract] == nil
        ? "de evaluatie noemt een onbekend contract" : nil
    case .supplier(.tested(let test)):
      suppliers.demands[test.requirement] == nil ? "de toets noemt een onbekende eis" : nil
    case .opened, .pricesImported, .pricesDerived, .settingsChanged, .message, .access, .delivery,
      .strategy, .coverage, .transition, .supplier, .table:
      nil
    }
  }

  private func fault(in event: ContractEvent) -> String? {
    switch event {
    case .concluded(let draft):
      contracts.contracts[draft.code] == nil ? nil : "dit contract staat er al"
    case .happened(let code, _):
      contracts.contracts[code] == nil ? "de gebeurtenis noemt een onbekend contract" : nil
    case .tariffAgreed(let key, let version):
      contracts.tariffs.conflict(with: version, for: key) == nil
        ? nil : "op een van deze dagen geldt al een ander tarief"
    case .providerRecorded: nil
    }
  }

  private static let unknownAllocation = "een declaratieregel noemt een toewijzing die er niet is"

  private func fault(in table: TableJudged) -> String? {
    if let fault = fault(in: table.claim) { return fault }
    let lines = ledger.lines.count
    return table.facts.allSatisfy { $0.sameDelivery < lines }
      ? nil : "een regel van een tabel noemt een eerdere regel die er niet is"
  }

  private func fault(in claim: ClaimJudged) -> String? {
    guard settings.indices.contains(claim.basis.settings),
      claim.basis.priceList <= priceLists.count
    else { return "het oordeel noemt instellingen of tarieven die er niet zijn" }
    let prices = claim.basis.priceList > 0 ? priceLists[claim.basis.priceList - 1].count : 0
    let lines = ledger.lines.count
    for receipt in claim.verdict.receipts {
      guard isSlot(receipt.allocation) else { return Self.unknownAllocation }
      guard receipt.priceRow < prices else {
        return "een declaratieregel noemt een tarief dat er niet is"
      }
      // A line is held only against lines of earlier messages.
      guard receipt.debitLine < lines, receipt.sameReference < lines, receipt.standingDebit < lines
      else { return "een declaratieregel noemt een eerdere regel die er niet is" }
    }
    return nil
  }

  /// Whether a number is the slot of an allocation, or -1 for none.
  private func isSlot(_ slot: Int32) -> Bool { slot >= -1 && slot < access.allocations.slotCount }
}

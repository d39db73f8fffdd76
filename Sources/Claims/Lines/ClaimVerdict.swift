package import Commissioning
package import Quantities
package import Rules

/// The choices of a region that judging claims needs.
package struct ClaimSettings: Sendable {
  package let contract: ContractSettings

  package init(contract: ContractSettings) { self.contract = contract }
}

/// What was decided on a claim: as a whole, per client, and per line.
package struct ClaimVerdict: Sendable {
  /// The rules that the claim as a whole breaks; when there are any nothing else was judged.
  package let claim: Assessment
  /// Per client of the claim, in their order.
  package let clients: [Assessment]
  /// Per line of the claim, in their order.
  package let receipts: [LineReceipt]
  /// The sum of the approved lines: debits less credits.
  package let awarded: Cents

  package init(
    claim: Assessment,
    clients: [Assessment],
    receipts: [LineReceipt],
    awarded: Cents
  ) {
    self.claim = claim
    self.clients = clients
    self.receipts = receipts
    self.awarded = awarded
  }

  /// Whether every line was approved.
  package var isWhole: Bool {
    claim.passes && clients.allSatisfy(\.passes) && receipts.allSatisfy(\.isApproved)
  }
}

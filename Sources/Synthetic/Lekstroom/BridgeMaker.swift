import Commissioning
import Quantities

/// Bridges the year after contracts that may not be extended any more, because the source
/// knows no successors for them; all of it is ours (aanname).
struct BridgeMaker {
  private static let day = Calendar2025.day(2025, 11, 24)

  /// A contract of one year for each that ends on the last day of 2025, on the same conditions.
  func write(to script: inout CommissioningScript) throws(ShapeFault) {
    let ending = script.contracts.contracts.values.filter { $0.lastDay == Calendar2025.last }
      .map(\.draft).sorted { $0.code < $1.code }
    guard let pattern = TermPattern(baseYears: 1) else { return }
    for draft in ending {
      let bridge = ContractDraft(
        code: try .made("\(draft.code)-2026"),
        provider: draft.provider,
        claimCodes: draft.claimCodes,
        lot: draft.lot,
        municipalities: draft.municipalities,
        products: draft.products,
        form: draft.form,
        variant: draft.variant,
        start: Calendar2025.last.adding(days: 1),
        pattern: pattern
      )
      try script.contract(.conclude(bridge), on: Self.day)
    }
  }
}

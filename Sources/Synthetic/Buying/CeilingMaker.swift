import Commissioning
import Quantities

/// Brings in the ceilings of the regional lots, and lets two of them come near.
///
/// What is used is what the year of messages comes to; the amounts are ours (aanname).
struct CeilingMaker {
  let parties: BuyingParties
  let support: SyntheticRegion

  private typealias Days = BuyingDays

  /// Every contract with a ceiling, the one that is used most first.
  func write(to script: inout CommissioningScript) throws(ShapeFault) {
    let contracts = script.contracts.contracts.values.filter(\.draft.mayBringInCeiling)
      .map(\.draft)
      .sorted { left, right in
        (used(under: right), left.code) < (used(under: left), right.code)
      }
    for (place, draft) in contracts.enumerated() {
      switch place {
      case 0: try overrun(draft, to: &script)
      case 1: try warn(draft, to: &script)
      default:
        try bringIn(draft, Self.wide, to: &script)
        try renew(draft, to: &script)
      }
    }
  }

  /// Wide enough that the year does not come near it.
  private static let wide = Cents(60_000_000)

  /// What is delivered under a contract until a day, in cents.
  private func used(
    under draft: ContractDraft,
    through day: CivilDate = Calendar2025.last
  ) -> Int64 {
    let products = Set(draft.products.map(\.description))
    guard let place = parties.providers.firstIndex(where: { $0.chamber == draft.provider }) else {
      return 0
    }
    return support.lines.reduce(0) { total, line in
      guard support.allocations[line.allocation].provider == place,
        products.contains(line.content.product.code), line.content.period.last <= day
      else { return total }
      return total + line.acceptedCents
    }
  }

  private func bringIn(
    _ draft: ContractDraft,
    _ amount: Cents,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    func act(_ action: ContractAction, _ day: CivilDate) throws(ShapeFault) {
      try script.contract(.act(draft.code, action), on: day)
    }
    try act(.announceCeiling(from: Calendar2025.first), Days.ceilingAnnounced)
    try act(.decideCeiling(amount: amount, through: Calendar2025.last), Days.ceilingDecided)
    try act(.agreeCeilingPlan, Days.ceilingPlan)
  }

  /// The ceiling of the next year, with a little more room.
  private func renew(
    _ draft: ContractDraft,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    func act(_ action: ContractAction, _ day: CivilDate) throws(ShapeFault) {
      try script.contract(.act(draft.code, action), on: day)
    }
    let amount = Cents(Self.wide.rawValue * 103 / 100)
    let last = Calendar2025.day(2026, 12, 31)
    try act(.announceCeiling(from: Calendar2025.last.adding(days: 1)), Days.nextCeilingAnnounced)
    try act(.decideCeiling(amount: amount, through: last), Days.nextCeilingDecided)
    try act(.agreeCeilingPlan, Days.nextCeilingPlan)
  }

  /// Passes 70 % in the autumn: notice, talk, and a higher amount.
  private func overrun(
    _ draft: ContractDraft,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let reached = used(under: draft, through: Calendar2025.day(2025, 9, 30))
    guard reached > 0 else { return try bringIn(draft, Self.wide, to: &script) }
    let amount = reached * 100 / 74
    try bringIn(draft, Cents(amount), to: &script)
    func act(_ action: ContractAction, _ day: CivilDate) throws(ShapeFault) {
      try script.contract(.act(draft.code, action), on: day)
    }
    let notice = ContractAction.warnOfCeiling(used: Cents(reached), isOverrunExpected: true)
    try act(notice, Calendar2025.day(2025, 10, 13))
    try act(.talkAboutCeiling, Calendar2025.day(2025, 10, 23))
    let higher = max(used(under: draft) * 105 / 100, amount * 110 / 100)
    try act(.settleCeiling(amount: Cents(higher)), Calendar2025.day(2025, 11, 3))
  }

  /// Passes 70 % late in the year: the notice is out and the talk is still to come.
  private func warn(
    _ draft: ContractDraft,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let reached = used(under: draft, through: Calendar2025.day(2025, 11, 30))
    guard reached > 0 else { return try bringIn(draft, Self.wide, to: &script) }
    try bringIn(draft, Cents(reached * 100 / 72), to: &script)
    try script.contract(
      .act(draft.code, .warnOfCeiling(used: Cents(reached), isOverrunExpected: false)),
      on: Calendar2025.day(2025, 12, 22)
    )
  }
}

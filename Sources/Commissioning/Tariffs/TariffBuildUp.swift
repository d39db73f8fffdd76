package import Quantities

/// How a tariff per productive hour was put together.
///
/// A part that nobody named is nil, which is not the same as nothing: a real price says of all six
/// elements what they cost, also when that is zero.
///
/// - Dutch term: tariefopbouw, kostprijsopbouw (`definitions.md` B.17)
package struct TariffBuildUp: Hashable, Sendable {
  /// What an hour of the professional costs, social charges included (a).
  package let hourlyCost: Cents
  /// On top of the cost of a productive hour (b).
  package let overhead: Rate?
  /// Which share of the paid hours is productive (c).
  package let productivity: Rate?
  /// Per productive hour (d).
  package let travelAndTraining: Cents?
  /// On top of all else (e).
  package let indexation: Rate?
  /// Per productive hour (f).
  package let otherDemands: Cents?
  package let basis: Basis

  package init(
    hourlyCost: Cents,
    overhead: Rate?,
    productivity: Rate?,
    travelAndTraining: Cents? = nil,
    indexation: Rate? = nil,
    otherDemands: Cents? = nil,
    basis: Basis
  ) {
    self.hourlyCost = hourlyCost
    self.overhead = overhead
    self.productivity = productivity
    self.travelAndTraining = travelAndTraining
    self.indexation = indexation
    self.otherDemands = otherDemands
    self.basis = basis
  }
}

extension TariffBuildUp {
  /// The elements of which the build-up says nothing.
  package var missing: [CostElement] {
    var elements: [CostElement] = []
    if hourlyCost <= .zero { elements.append(.professional) }
    if overhead == nil { elements.append(.overhead) }
    if productivity == nil { elements.append(.nonProductiveHours) }
    if travelAndTraining == nil { elements.append(.travelAndTraining) }
    if indexation == nil { elements.append(.indexation) }
    if otherDemands == nil { elements.append(.otherDemands) }
    return elements
  }

  /// The cost of a productive hour, rounded once; nil when it is no number or does not fit.
  package var costPrice: Cents? { running?.last?.total }

  /// What each element adds to the cost price; the amounts add up to it exactly.
  ///
  /// Each amount is the difference of two rounded running totals, so no cent is lost or made.
  package var amounts: [(element: CostElement, amount: Cents)]? {
    guard let running else { return nil }
    var before = Cents.zero
    var amounts: [(element: CostElement, amount: Cents)] = []
    for step in running {
      guard let amount = step.total.subtracting(before) else { return nil }
      amounts.append((step.element, amount))
      before = step.total
    }
    return amounts
  }

  /// The cost after each element, from (a) on; all of them exact until they are rounded.
  private var running: [(element: CostElement, total: Cents)]? {
    let whole = Int128(Rate.whole.millionths)
    let productive = Int128((productivity ?? .whole).millionths)
    let hourly = Int128(hourlyCost.rawValue)
    // Far beyond any tariff, and small enough that no product below overflows.
    let limit = Int128(1) << 40
    let parts = [overhead ?? .zero, indexation ?? .zero].map { Int128($0.millionths) }
    let amounts = [travelAndTraining ?? .zero, otherDemands ?? .zero].map { Int128($0.rawValue) }
    guard productive > 0, productive <= whole, hourly >= 0, hourly < limit,
      parts.allSatisfy({ $0 > -whole && $0 <= 10 * whole }),
      amounts.allSatisfy({ $0 >= 0 && $0 < limit })
    else { return nil }
    // All totals over the one denominator productive × whole.
    let scale = productive * whole
    let afterHours = hourly * whole * whole
    let afterOverhead = hourly * whole * (whole + parts[0])
    let afterTravel = afterOverhead + amounts[0] * scale
    let afterDemands = afterTravel + amounts[1] * scale
    let steps: [(CostElement, Int128, Int128)] = [
      (.professional, hourly * scale, scale),
      (.nonProductiveHours, afterHours, scale),
      (.overhead, afterOverhead, scale),
      (.travelAndTraining, afterTravel, scale),
      (.otherDemands, afterDemands, scale),
      (.indexation, afterDemands * (whole + parts[1]), scale * whole),
    ]
    var totals: [(element: CostElement, total: Cents)] = []
    for (element, numerator, denominator) in steps {
      guard let total = Rounding.halfUp(numerator, over: denominator) else { return nil }
      totals.append((element, Cents(total)))
    }
    return totals
  }
}

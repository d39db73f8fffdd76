package import Access
package import Commissioning
package import Quantities

/// Everything the rules see when they judge one line: the line, and what the region knew of it.
///
/// A case can be made in two ways, while judging and from a receipt; both give the same value, so
/// that running a receipt again gives the same verdict.
package struct LineCase: Sendable {
  package let line: ClaimLine
  /// The month of the claim in which the line stands.
  package let claimPeriod: Period
  /// The version of the allocation the verdict names; nil when the line is not tied to one.
  package let allocation: AllocationVersion?
  /// The row of the price list that holds on the first day of the product period.
  package let price: PriceRow?
  /// Approved and not taken back on the allocation before this line, in `VolumeMeasure` units.
  package let usedVolume: Int64
  /// Approved and not taken back on the allocation before this line.
  package let usedAmount: Cents
  /// Whether a line with the same reference was delivered before.
  package let referenceUsed: Bool
  /// What was found under the reference that a credit takes back.
  package let debit: DebitMatch
  /// Whether an approved debit for the same period, product and allocation still stands.
  package let standingDebit: Bool
  package let settings: ClaimSettings

  package init(
    line: ClaimLine,
    claimPeriod: Period,
    allocation: AllocationVersion?,
    price: PriceRow?,
    usedVolume: Int64,
    usedAmount: Cents,
    referenceUsed: Bool,
    debit: DebitMatch,
    standingDebit: Bool,
    settings: ClaimSettings
  ) {
    self.line = line
    self.claimPeriod = claimPeriod
    self.allocation = allocation
    self.price = price
    self.usedVolume = usedVolume
    self.usedAmount = usedAmount
    self.referenceUsed = referenceUsed
    self.debit = debit
    self.standingDebit = standingDebit
    self.settings = settings
  }
}

/// What was found under the reference that a credit line takes back.
package enum DebitMatch: UInt8, Sendable {
  /// The line is no credit.
  case notAsked
  /// No approved debit with that reference and the same contents.
  case none
  /// An approved debit that still stands.
  case standing
  /// An approved debit that was credited before.
  case credited
}

extension LineCase {
  /// The days of the allocation, as far as an end is known.
  package var allocationPeriod: OpenPeriod? {
    allocation.flatMap { OpenPeriod(from: $0.from, through: $0.through) }
  }

  /// The unit the allocation or else the contract prescribes; nil when neither does.
  package var prescribedUnit: ClaimUnit? { allocation?.volume?.unit ?? price?.unit }

  /// How much the line may hold at most, in the allocated unit; nil when there is no volume to hold
  /// it against.
  package var allocatedLineLimit: VolumeLimit? {
    guard let volume = allocation?.volume, let period = allocationPeriod else { return nil }
    return VolumeLimits.perLine(
      volume: volume,
      category: allocation?.category,
      productPeriod: line.period,
      allocationPeriod: period,
      settings: settings.contract
    )
  }

  /// How much the allocation holds over its whole duration, in the allocated unit; nil when there
  /// is no volume to hold a line against.
  package var allocatedTotalLimit: VolumeLimit? {
    guard let volume = allocation?.volume, let period = allocationPeriod else { return nil }
    return VolumeLimits.overAllocation(
      volume: volume,
      allocationPeriod: period,
      settings: settings.contract
    )
  }

  /// How much the line may hold at most, in counted units.
  package var lineLimit: VolumeLimit? {
    allocatedLineLimit?.converted(to: VolumeMeasure.countedUnit(line.unit))
  }

  /// How much the allocation holds over its whole duration, in counted units.
  package var totalLimit: VolumeLimit? {
    allocatedTotalLimit?.converted(to: VolumeMeasure.countedUnit(line.unit))
  }

  /// What the line takes of a budget: its amount, or its volume as the rule says literally.
  package var countedBudget: Cents {
    switch settings.contract.budgetCounting {
    case .amounts: line.amount
    case .volumes: Cents(line.volume)
    }
  }

  /// The volume of the line in the units in which limits and use are counted.
  package var countedVolume: Int64? {
    VolumeMeasure.counted(line.volume, line.unit)
  }

  /// The tariff the contract sets for one unit of this line; nil when no price is known for it.
  package var contractTariff: Cents? {
    guard let price,
      case .tariff(let tariff) = ClaimAmounts.tariff(for: line.unit, under: price)
    else { return nil }
    return tariff
  }
}

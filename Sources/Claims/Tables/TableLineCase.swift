package import People
package import Quantities

/// What the rules see of one line of a table: the line as the message rules see it, and what only a
/// table has.
package struct TableLineCase: Sendable {
  package let line: LineCase
  package let law: SupportLaw
  /// The day on which the table was judged.
  package let day: CivilDate
  /// Whether the provider named an allocation; else it was looked for.
  package let namesAllocation: Bool
  /// How many allocations of the client fit a line that names none.
  package let fittingAllocations: Int
  /// Whether support without an allocation was approved for the same client, product and days.
  package let sameDelivery: Bool
  /// The ceiling of the contract, when there is one for the product on the day.
  package let ceiling: CeilingUse?

  package init(
    line: LineCase,
    law: SupportLaw,
    day: CivilDate,
    namesAllocation: Bool,
    fittingAllocations: Int,
    sameDelivery: Bool,
    ceiling: CeilingUse?
  ) {
    self.line = line
    self.law = law
    self.day = day
    self.namesAllocation = namesAllocation
    self.fittingAllocations = fittingAllocations
    self.sameDelivery = sameDelivery
    self.ceiling = ceiling
  }
}

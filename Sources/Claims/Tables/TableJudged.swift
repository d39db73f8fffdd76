package import People
package import Quantities

/// A group of a table of deliveries and the verdict on it, as they stand in the journal.
package struct TableJudged: Sendable {
  /// The lines as a claim, with their receipts: what later claims are compared with.
  package let claim: ClaimJudged
  package let law: SupportLaw
  /// The ceilings that lines were held against.
  package let ceilings: [TableCeiling]
  /// What only a table has, line by line.
  package let facts: [TableLineFact]

  package init(
    claim: ClaimJudged,
    law: SupportLaw,
    ceilings: [TableCeiling],
    facts: [TableLineFact]
  ) {
    self.claim = claim
    self.law = law
    self.ceilings = ceilings
    self.facts = facts
  }
}

/// What the receipt of a line of a table holds beside that of a claim line.
package struct TableLineFact: Hashable, Sendable {
  /// The line in the file, counted from one.
  package let row: Int32
  /// Whether the provider named the allocation; else it was looked for.
  package let namesAllocation: Bool
  /// How many allocations of the client fitted a line that named none.
  package let fittingAllocations: Int32
  /// The earlier line without an allocation for the same client, product and days; -1 for none and
  /// -2 for one in the same table.
  package let sameDelivery: Int32
  /// The place of the ceiling among those of the group; -1 for none.
  package let ceiling: Int32
  /// What was awarded under the ceiling before the line.
  package let awardedBefore: Cents

  package init(
    row: Int32,
    namesAllocation: Bool,
    fittingAllocations: Int32,
    sameDelivery: Int32,
    ceiling: Int32,
    awardedBefore: Cents
  ) {
    self.row = row
    self.namesAllocation = namesAllocation
    self.fittingAllocations = fittingAllocations
    self.sameDelivery = sameDelivery
    self.ceiling = ceiling
    self.awardedBefore = awardedBefore
  }
}

extension TableJudged {
  /// What the rules of tables saw of a line, given what the rules of messages saw of it.
  package func lineCase(_ line: LineCase, row: Int) -> TableLineCase {
    let fact = facts[row]
    var use: CeilingUse?
    if fact.ceiling >= 0, ceilings.indices.contains(Int(fact.ceiling)) {
      let ceiling = ceilings[Int(fact.ceiling)]
      use = CeilingUse(
        contract: ceiling.contract,
        period: ceiling.period,
        amount: ceiling.amount,
        awardedBefore: fact.awardedBefore
      )
    }
    return TableLineCase(
      line: line,
      law: law,
      day: claim.basis.day,
      namesAllocation: fact.namesAllocation,
      fittingAllocations: Int(fact.fittingAllocations),
      sameDelivery: fact.sameDelivery != -1,
      ceiling: use
    )
  }
}

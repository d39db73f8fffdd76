package import Commissioning
package import Quantities

/// An alert with the contract that it is about.
///
/// - Dutch term: signaal bij een contract
package struct ContractAttention: Hashable, Sendable {
  package let contract: Contract
  package let alert: ContractAlert
}

/// How much of a ceiling was used.
///
/// - Dutch term: benutting van een plafond
package struct CeilingUse: Hashable, Sendable {
  package let contract: Contract
  package let ceiling: BudgetCeiling
  package let period: Period
  package let amount: Cents
  package let used: Cents
}

extension CeilingUse {
  /// The share that was used, in thousandths; never below zero and at most a hundred times.
  package var permille: Int {
    guard amount > .zero, used > .zero else { return 0 }
    return Int(min(Int128(used.rawValue) * 1_000 / Int128(amount.rawValue), 100_000))
  }

  /// Whether the provider has to give notice (70 %).
  package var callsForWarning: Bool { ceiling.callsForWarning(used: used) }
}

extension RegionState {
  /// The contracts that a condition names and that have not ended on a day, in order of code.
  package func contracts(
    notEndedOn day: CivilDate,
    where isMeant: (Contract) -> Bool
  ) -> [Contract] {
    contracts.contracts.values.filter { $0.lastDay >= day && isMeant($0) }
      .sorted { $0.draft.code < $1.draft.code }
  }

  /// What asks for attention about contracts on a day, by the clauses, the most urgent first.
  ///
  /// The facts are what is known of the delivery under each (`deliveryFacts`).
  package func attention(
    to asked: [Contract],
    facts: [ContractCode: ContractFacts],
    on today: CivilDate,
    at now: Instant
  ) -> [ContractAttention] {
    let found = asked.flatMap { contract in
      ContractDuties(
        contract,
        facts: facts[contract.draft.code] ?? ContractFacts(),
        today: today,
        now: now
      ).alerts.map { ContractAttention(contract: contract, alert: $0) }
    }
    // Within one urgency the order of the contracts stays.
    return ContractAlert.Urgency.allCases.reversed().flatMap { urgency in
      found.filter { $0.alert.urgency == urgency }
    }
  }

  /// The ceilings of contracts with an amount and a period, the fullest first.
  package func ceilingUses(
    of asked: [Contract],
    facts: [ContractCode: ContractFacts]
  ) -> [CeilingUse] {
    let uses = asked.compactMap { contract -> CeilingUse? in
      guard let ceiling = contract.ceiling, let period = ceiling.period, let amount = ceiling.amount
      else { return nil }
      return CeilingUse(
        contract: contract,
        ceiling: ceiling,
        period: period,
        amount: amount,
        used: facts[contract.draft.code]?.paid ?? .zero
      )
    }
    return uses.sorted { left, right in
      left.permille == right.permille
        ? left.contract.draft.code < right.contract.draft.code : left.permille > right.permille
    }
  }
}

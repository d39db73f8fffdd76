package import Quantities

/// All contracts of a region and what was agreed on prices.
///
/// - Dutch term: contractregister
package struct ContractBook: Hashable, Sendable {
  package private(set) var contracts: [ContractCode: Contract] = [:]
  package private(set) var tariffs = TariffBook()
  package private(set) var providers: [ChamberNumber: ProviderRecord] = [:]
  /// Everyone who has or had a contract, by claim code and municipality, with their contracts.
  private var parties: [Party: [ContractCode]] = [:]
  /// The municipalities that have or had a contract.
  private var municipalities: Set<MunicipalityCode> = []

  package init() {}
}

extension ContractBook {
  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  ///
  /// An event about a contract that is not there changes nothing.
  package mutating func evolve(_ event: ContractEvent) {
    switch event {
    case .concluded(let draft):
      if contracts[draft.code] == nil {
        contracts[draft.code] = Contract(draft)
        note(draft)
      }
    case .tariffAgreed(let key, let version): tariffs.add(version, for: key)
    case .providerRecorded(let record):
      providers[record.chamber] = record
      // In an order of their own, so that the same events always make an equal book.
      let own = contracts.values.filter { $0.draft.provider == record.chamber }
      for contract in own.sorted(by: { $0.draft.code < $1.draft.code }) { note(contract.draft) }
    case .happened(let code, let change): contracts[code]?.evolve(change)
    }
  }

  /// Whether a provider has or had a contract with a municipality, under a code that it claims by.
  ///
  /// From then on only contracts say what its prices are.
  package func hasContract(
    of provider: ProviderCode,
    with municipality: MunicipalityCode
  ) -> Bool {
    parties[Party(provider: provider, municipality: municipality)] != nil
  }

  /// Whether a municipality has or had a contract with anybody.
  package func hasContracts(of municipality: MunicipalityCode) -> Bool {
    municipalities.contains(municipality)
  }

  /// The contracts that a provider has or had with a municipality, in order of their names.
  package func contracts(
    of provider: ProviderCode,
    with municipality: MunicipalityCode
  ) -> [Contract] {
    (parties[Party(provider: provider, municipality: municipality)] ?? [])
      .compactMap { contracts[$0] }.sorted { $0.draft.code < $1.draft.code }
  }

  private mutating func note(_ draft: ContractDraft) {
    municipalities.formUnion(draft.municipalities)
    let recorded = providers[draft.provider]?.claimCodes.map(\.code) ?? []
    for provider in draft.claimCodes + recorded {
      for municipality in draft.municipalities {
        let party = Party(provider: provider, municipality: municipality)
        if parties[party]?.contains(draft.code) != true {
          parties[party, default: []].append(draft.code)
        }
      }
    }
  }

  /// The contracts of a provider that hold on a day, in order of their names.
  package func contracts(of provider: ChamberNumber, on date: CivilDate) -> [Contract] {
    contracts.values.filter {
      $0.draft.provider == provider && $0.period?.contains(date) == true
    }.sorted { $0.draft.code < $1.draft.code }
  }
}

/// The two sides of a contract, as a claim names them.
private struct Party: Hashable, Sendable {
  let provider: ProviderCode
  let municipality: MunicipalityCode
}

extension Contract {
  /// Takes in what happened to the contract; total.
  package mutating func evolve(_ change: ContractChange) {
    switch change {
    case .extended(let end): term.extend(through: end)
    case .reviewed(let year, let isGood, let end):
      term.note(year: year, isGood: isGood)
      if let end { term.extend(through: end) }
    case .partAdded(let part): parts.append(part)
    case .amended(let amendment): amendments.append(amendment)
    case .terminated(let termination): self.termination = termination
    case .intakeStopAsked(let stop): intakeStops.append(stop)
    case .intakeStopAnswered(let answer):
      if let last = intakeStops.indices.last { intakeStops[last].answer = answer }
    case .intakeStopLifted(let date):
      if let last = intakeStops.indices.last { intakeStops[last].lifted = date }
    case .ceiling(let step): evolve(step)
    case .continuityAssessed(let assessment): continuity.append(assessment)
    }
  }

  private mutating func evolve(_ step: CeilingStep) {
    switch step {
    case .announced(let from, let on): ceiling = BudgetCeiling(from: from, announced: on)
    case .decided(let decision): ceiling?.decision = decision
    case .planAgreed(let on): ceiling?.planAgreed = on
    case .warned(let on, let used):
      ceiling?.warnings.append(BudgetCeiling.Warning(on: on, used: used))
    case .talked(let on):
      if let last = ceiling?.warnings.indices.last { ceiling?.warnings[last].talk = on }
    case .settled(let outcome):
      if let last = ceiling?.warnings.indices.last { ceiling?.warnings[last].outcome = outcome }
    }
  }
}

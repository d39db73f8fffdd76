package import Commissioning
package import Journal
package import Landscape
package import Quantities
package import Rules

/// What a strategy would do to the contracts that run, before it is adopted.
///
/// - Dutch term: gevolgen van een strategie voor lopende contracten
package struct StrategyImpact: Sendable {
  /// What differs from the strategy that it takes the place of; nil when there is none.
  package let comparison: StrategyComparison?
  /// Every contract that feels the change, in order of contract.
  package let contracts: [Touched]
  /// How many contracts run or are still to begin for the municipalities of the strategy.
  package let runningCount: Int

  /// A contract that feels the change.
  package struct Touched: Hashable, Sendable {
    package let contract: ContractCode
    package let provider: ChamberNumber
    /// The last day of the contract as agreed now.
    package let lastDay: CivilDate
    /// Where it stands in the strategy that holds.
    package let place: BilingualText
    /// What becomes different, one sentence each; never empty.
    package let changes: [BilingualText]
  }
}

extension StrategyImpact {
  /// Compares a strategy with those that it takes the place of, and holds the contracts that run
  /// on a day, or begin after it, against both.
  package init(
    of strategy: Strategy,
    on today: CivilDate,
    strategies: StrategyBook,
    contracts: ContractBook
  ) {
    let earlier =
      strategies.current(strategy.code).map { [$0.strategy] }
      ?? strategy.succeeds.compactMap { strategies.current($0)?.strategy }
    comparison = earlier.last.map { StrategyComparison(from: $0, to: strategy) }
    let running = contracts.contracts.values.filter { contract in
      contract.lastDay >= today
        && !strategy.municipalities.isDisjoint(with: contract.draft.municipalities)
    }.sorted { $0.draft.code < $1.draft.code }
    runningCount = running.count
    self.contracts = running.compactMap { contract in
      earlier.compactMap { Self.touched(contract, from: $0, to: strategy) }.first
    }
  }

  /// How a contract feels the step from one strategy to the next; nil when it does not.
  private static func touched(
    _ contract: Contract,
    from old: Strategy,
    to new: Strategy
  ) -> Touched? {
    let draft = contract.draft
    guard
      let place = old.place(
        lot: draft.lot?.description,
        products: Set(draft.products.map(\.description))
      )
    else { return nil }
    let changes: [BilingualText]
    if let next = new.successor(of: place) {
      let before = ContractChoices(place.segment, lot: place.lot)
      changes = before.changes(to: ContractChoices(next.segment, lot: next.lot))
    } else if place.lot != nil, new.successor(of: place.whole) != nil {
      changes = [BilingualText("het perceel vervalt", "the lot is removed")]
    } else {
      changes = [BilingualText("het segment vervalt", "the segment is removed")]
    }
    guard !changes.isEmpty else { return nil }
    return Touched(
      contract: draft.code,
      provider: draft.provider,
      lastDay: contract.lastDay,
      place: place.text,
      changes: changes
    )
  }
}

extension StrategyPlace {
  fileprivate var whole: StrategyPlace { StrategyPlace(segment: segment, lot: nil) }
}

extension StrategyImpact {
  /// Whether somebody has to say yes before the strategy is adopted.
  package var needsConsent: Bool { !contracts.isEmpty }

  /// The impact for a terminal.
  package func lines(in language: Language = .dutch) -> [String] {
    var lines = comparison?.lines(in: language) ?? [Self.noEarlier[language]]
    lines.append("")
    lines.append(BilingualText("Lopende contracten", "Running contracts")[language])
    if contracts.isEmpty { lines.append(untouched[language]) }
    return lines + contracts.map { $0.line[language] }
  }

  private static let noEarlier = BilingualText(
    "Er is geen eerdere strategie om mee te vergelijken.",
    "There is no earlier strategy to compare with."
  )

  private var untouched: BilingualText {
    runningCount == 0
      ? BilingualText("- er lopen geen contracten", "- no contracts run")
      : BilingualText(
        "- voor de lopende contracten (\(runningCount)) verandert niets",
        "- nothing changes for the running contracts (\(runningCount))"
      )
  }

  /// The fields of the impact for a larger object.
  package func write(to json: inout JSONWriter, in language: Language = .dutch) {
    if let comparison {
      json.object("comparison") { json in comparison.write(to: &json, in: language) }
    }
    json.field("running", Int64(runningCount))
    json.array("contracts") { json in
      for touched in contracts {
        json.object { json in
          json.field("contract", touched.contract.description)
          json.field("provider", touched.provider.description)
          json.field("lastDay", touched.lastDay.description)
          json.field("place", touched.place[language])
          json.array("changes") { json in
            for change in touched.changes { json.string(change[language]) }
          }
        }
      }
    }
  }
}

extension StrategyImpact.Touched {
  /// The contract with all that becomes different for it.
  fileprivate var line: BilingualText {
    "- \(contract) (KvK \(provider), " + place
      + BilingualText(
        ", loopt tot en met \(lastDay.dutchText)): ",
        ", runs through \(lastDay)): "
      ) + changes.joined(separator: "; ")
  }
}

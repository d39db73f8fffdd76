import Quantities

extension StrategyRules {
  /// Errors: dates that cannot all be true.
  static let dates: [StrategyRule] = [
    StrategyRule(
      id: "SE01",
      severity: .error,
      message: "Een einddatum ligt voor de begindatum.",
      explanation: "Draai de datums om, of verbeter een van beide.",
      source: "vorm van het bestand",
      check: reversed
    ),
    StrategyRule(
      id: "SE02",
      severity: .error,
      message: "Een gemeente is op dezelfde dag twee keer lid.",
      explanation: "Laat het ene lidmaatschap eindigen voor het andere begint.",
      source: "vorm van het bestand",
      check: doubleMembership
    ),
    StrategyRule(
      id: "SE03",
      severity: .error,
      message: "Twee fasen van het programma overlappen.",
      explanation: "Laat een fase eindigen voor de volgende begint.",
      source: "vorm van het bestand",
      check: overlappingPhases
    ),
    StrategyRule(
      id: "SE04",
      severity: .error,
      message: "Mijlpalen wachten in een kring op elkaar.",
      explanation: "Haal een van de verwijzingen onder na weg.",
      source: "vorm van het bestand",
      check: circularMilestones
    ),
  ]

  private static func isReversed(_ from: Known<PolicyDate>?, _ through: Known<PolicyDate>?) -> Bool
  {
    guard let from = from?.value, let through = through?.value else { return false }
    return through.latest < from.earliest
  }

  private static func reversed(_ strategy: Strategy) -> [RuleSite] {
    var sites: [RuleSite] = []
    func look(_ from: Known<PolicyDate>?, _ through: Known<PolicyDate>?, _ path: String) {
      guard isReversed(from, through) else { return }
      let dates = [from, through].map { $0?.value?.description ?? "" }
      sites.append(RuleSite(path, "\(dates[1]) ligt voor \(dates[0])"))
    }
    look(strategy.validFrom.value, strategy.validThrough?.value, "strategie.geldig_tot")
    for (index, member) in strategy.region.members.enumerated() {
      look(member.from, member.through, "regio.gemeenten[\(index)].tot")
    }
    for (index, phase) in (strategy.programme.value?.phases.value ?? []).enumerated() {
      look(phase.from, phase.through, "programma.fasen[\(index)].tot")
    }
    for (index, milestone) in (strategy.programme.value?.milestones.value ?? []).enumerated() {
      look(milestone.start, milestone.due, "programma.mijlpalen[\(index)].gereed")
    }
    for (index, rule) in strategy.transitionRules.enumerated() {
      look(rule.from, rule.through, "overgangsregels[\(index)].tot")
    }
    return sites
  }

  private static func doubleMembership(_ strategy: Strategy) -> [RuleSite] {
    let members = strategy.region.members
    return members.indices.compactMap { index in
      let earlier = members[..<index].first { other in
        other.municipality == members[index].municipality && overlap(other, members[index])
      }
      guard earlier != nil else { return nil }
      return RuleSite("regio.gemeenten[\(index)]", "\(members[index].name) staat er al")
    }
  }

  private static func overlap(_ left: RegionMember, _ right: RegionMember) -> Bool {
    overlap((left.from, left.through), (right.from, right.through))
  }

  private static func overlap(
    _ left: (Known<PolicyDate>, Known<PolicyDate>?),
    _ right: (Known<PolicyDate>, Known<PolicyDate>?)
  ) -> Bool {
    guard let first = left.0.value?.latest, let second = right.0.value?.latest else { return false }
    let leftEnds = left.1?.value?.earliest
    let rightEnds = right.1?.value?.earliest
    return (rightEnds.map { first <= $0 } ?? true) && (leftEnds.map { second <= $0 } ?? true)
  }

  private static func overlappingPhases(_ strategy: Strategy) -> [RuleSite] {
    let phases = strategy.programme.value?.phases.value ?? []
    return phases.indices.compactMap { index in
      let earlier = phases[..<index].first { other in
        guard other.through.isKnown else { return other.number == phases[index].number }
        return overlap((other.from, other.through), (phases[index].from, phases[index].through))
      }
      return earlier.map {
        RuleSite(
          "programma.fasen[\(index)]",
          "fase \(phases[index].number) overlapt fase \($0.number)"
        )
      }
    }
  }

  private static func circularMilestones(_ strategy: Strategy) -> [RuleSite] {
    let milestones = strategy.programme.value?.milestones.value ?? []
    let after = Dictionary(milestones.map { ($0.code, $0.after) }) { first, _ in first }
    return milestones.enumerated().compactMap { index, milestone in
      var seen: Set<String> = []
      var open = milestone.after
      while let next = open.popLast() {
        if next == milestone.code {
          return RuleSite("programma.mijlpalen[\(index)].na", "\(milestone.code) wacht op zichzelf")
        }
        if seen.insert(next).inserted { open.append(contentsOf: after[next] ?? []) }
      }
      return nil
    }
  }
}

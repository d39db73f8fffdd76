import Quantities
import Rules

extension StrategyRules {
  /// Errors: dates that cannot all be true.
  static let dates: [StrategyRule] = [
    StrategyRule(
      id: "SE01",
      severity: .error,
      message: BilingualText(
        "Een einddatum ligt voor de begindatum.",
        "An end date lies before the start date."
      ),
      explanation: BilingualText(
        "Draai de datums om, of verbeter een van beide.",
        "Swap the dates, or correct one of the two."
      ),
      source: .formOfFile,
      check: reversed
    ),
    StrategyRule(
      id: "SE02",
      severity: .error,
      message: BilingualText(
        "Een gemeente is op dezelfde dag twee keer lid.",
        "A municipality is a member twice on the same day."
      ),
      explanation: BilingualText(
        "Laat het ene lidmaatschap eindigen voor het andere begint.",
        "Let one membership end before the other begins."
      ),
      source: .formOfFile,
      check: doubleMembership
    ),
    StrategyRule(
      id: "SE03",
      severity: .error,
      message: BilingualText(
        "Twee fasen van het programma overlappen.",
        "Two phases of the programme overlap."
      ),
      explanation: BilingualText(
        "Laat een fase eindigen voor de volgende begint.",
        "Let a phase end before the next one begins."
      ),
      source: .formOfFile,
      check: overlappingPhases
    ),
    StrategyRule(
      id: "SE04",
      severity: .error,
      message: BilingualText(
        "Mijlpalen wachten in een kring op elkaar.",
        "Milestones wait for each other in a circle."
      ),
      explanation: BilingualText(
        "Haal een van de verwijzingen onder na weg.",
        "Remove one of the references under na."
      ),
      source: .formOfFile,
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
      sites.append(
        RuleSite(
          path,
          BilingualText(
            "\(dates[1]) ligt voor \(dates[0])",
            "\(dates[1]) lies before \(dates[0])"
          )
        )
      )
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
      let name = members[index].name
      return RuleSite(
        "regio.gemeenten[\(index)]",
        BilingualText("\(name) staat er al", "\(name) is there already")
      )
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
          BilingualText(
            "fase \(phases[index].number) overlapt fase \($0.number)",
            "phase \(phases[index].number) overlaps phase \($0.number)"
          )
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
          return RuleSite(
            "programma.mijlpalen[\(index)].na",
            BilingualText(
              "\(milestone.code) wacht op zichzelf",
              "\(milestone.code) waits for itself"
            )
          )
        }
        if seen.insert(next).inserted { open.append(contentsOf: after[next] ?? []) }
      }
      return nil
    }
  }
}

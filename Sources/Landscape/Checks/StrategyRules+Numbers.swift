import Rules

extension StrategyRules {
  /// Warnings: numbers of providers, and milestones that cannot follow each other.
  static let numbers: [StrategyRule] = [
    StrategyRule(
      id: "SW03",
      severity: .warning,
      message: BilingualText(
        "Een perceel heeft één getal of alleen een maximum.",
        "A lot has a single number or a maximum only."
      ),
      explanation: BilingualText(
        "Eén gedrukt getal is een streefaantal en geen grens. Vul minimum en maximum in: de gunning heeft ze allebei nodig.",
        "A single printed number is a target and not a limit. Fill in minimum and maximum: the award needs both."
      ),
      source: BilingualText(quoted: "004:32-38"),
      check: halfCounts
    ),
    StrategyRule(
      id: "SW12",
      severity: .warning,
      message: BilingualText(
        "Er zijn heel andere aantallen gecontracteerd dan er waren gepland.",
        "The numbers contracted are far from the numbers planned."
      ),
      explanation: BilingualText(
        "Een plan en een uitkomst die zo verschillen vragen een verklaring, en misschien aanvullende contractering.",
        "A plan and an outcome that differ so much ask for an explanation, and perhaps for supplementary contracting."
      ),
      source: BilingualText(quoted: "000:34, 001:125"),
      check: outcomes
    ),
    StrategyRule(
      id: "SW10",
      severity: .warning,
      message: BilingualText(
        "Een mijlpaal moet klaar zijn voor iets waarop hij wacht.",
        "A milestone must be ready before something that it waits for."
      ),
      explanation: BilingualText(
        "Verschuif een van de twee, of zeg welk deel niet wacht.",
        "Move one of the two, or say which part does not wait."
      ),
      source: BilingualText(quoted: "002:234-242"),
      check: clashes
    ),
  ]

  private static func halfCounts(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.lots.enumerated().compactMap { index, lot in
        guard let count = lot.providers.value,
          count.minimum.isKnown || count.maximum.isKnown || count.target.isKnown,
          !(count.minimum.isKnown && count.maximum.isKnown)
        else { return nil }
        return RuleSite(
          "\(path).percelen[\(index)].aanbieders",
          segment.label
            + BilingualText(", perceel \(lot.code): ", ", lot \(lot.code): ")
            + ProviderWords.text(count)
        )
      }
    }
  }

  private static func outcomes(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      guard let count = segment.providers, let number = segment.outcome?.providers.value,
        isFar(number, from: count)
      else { return [] }
      return [
        segment.site(
          "\(path).uitkomst",
          ProviderWords.text(count)
            + BilingualText(", gecontracteerd \(number)", ", contracted \(number)")
        )
      ]
    }
  }

  /// Below the minimum, above the maximum, or more than a fifth away from the target.
  private static func isFar(_ number: Int, from count: ProviderCount) -> Bool {
    if let minimum = count.minimum.value, number < minimum { return true }
    if let maximum = count.maximum.value, number > maximum { return true }
    // The schema keeps a number of providers under ten thousand.
    guard let target = count.target.value else { return false }
    return abs(number - target) * 5 > target
  }

  private static func clashes(_ strategy: Strategy) -> [RuleSite] {
    let milestones = strategy.programme.value?.milestones.value ?? []
    return milestones.enumerated().flatMap { index, milestone -> [RuleSite] in
      guard milestone.concerns(strategy.law), let due = milestone.due(for: strategy.law).value
      else { return [] }
      return milestones.compactMap { earlier in
        guard milestone.after.contains(earlier.code), earlier.concerns(strategy.law),
          let ready = earlier.due(for: strategy.law).value, due.latest < ready.earliest
        else { return nil }
        return RuleSite(
          "programma.mijlpalen[\(index)].gereed",
          "\(milestone.description): " + due.text + "; \(earlier.description): " + ready.text
        )
      }
    }
  }
}

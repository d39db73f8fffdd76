extension StrategyRules {
  /// Warnings: choices that pull in different directions, or that the law does not let stand.
  static let tensions: [StrategyRule] = [
    StrategyRule(
      id: "SW05",
      severity: .warning,
      message: "Populatiebekostiging in een perceel waarvoor geen budget is afgesproken.",
      explanation:
        "Een budget voor een populatie wordt achteraf afgerekend tegen een afspraak. Zonder afspraak vooraf is niet te zeggen waartegen.",
      source: "004:34-38 naast 002:110-112",
      check: populationWithoutBudget
    ),
    StrategyRule(
      id: "SW06",
      severity: .warning,
      message: "Open House in een strategie die minder aanbieders wil.",
      explanation:
        "Bij toelating krijgt iedereen die voldoet een contract; het aantal is dan niet te sturen. Zeg waarom dit segment daarvan afwijkt, of kies een andere procedure.",
      source: "002:95-96 naast 001:74, 004:39",
      check: openHouseAgainstFewer
    ),
    StrategyRule(
      id: "SW11",
      severity: .warning,
      message: "De toegang bepaalt meer dan het WAT.",
      explanation:
        "De afspraak is dat de toegang het resultaat bepaalt en de aanbieder de aanpak. In een Open House kiest bovendien de cliënt de aanbieder: bepaalt de gemeente wie levert, dan is het een overheidsopdracht die had moeten worden aanbesteed.",
      source:
        "000:34 naast 000:37; PIANOo, Open House als inkoopmethodiek",
      check: accessDecidesAll
    ),
    StrategyRule(
      id: "SW13",
      severity: .warning,
      message: "Het bekostigingsmodel kan tijdens het contract wijzigen.",
      explanation:
        "Een wijziging van model kan wezenlijk zijn en dan een nieuwe aanbesteding vragen. Neem een herzieningsclausule op die zegt wanneer en hoe, of laat de mogelijkheid vallen.",
      source: "000:38; landelijke contractstandaard Wmo 1.2, herzieningsclausule",
      check: changeOfModel
    ),
    StrategyRule(
      id: "SW20",
      severity: .warning,
      message: "Beschikken in resultaten terwijl geen uren worden verantwoord.",
      explanation:
        "Een inwoner moet weten op hoeveel uren hij kan rekenen. Zet de uren of de activiteiten in de beschikking; op de declaratie hoeven ze niet.",
      source: "CRvB 8 oktober 2018; ECLI:NL:CRVB:2022:2322",
      check: resultsWithoutHours
    ),
    StrategyRule(
      id: "SW24",
      severity: .warning,
      message: "Het bekostigingsmodel past niet bij de contractvorm.",
      explanation:
        "Vorm a en b geven geen zekerheid van omzet, vorm c vergoedt inzet tot een plafond, vorm d spreekt een vast budget af. Kies een ander model of een andere vorm.",
      source: "000:50, 004:53",
      check: misfits
    ),
    StrategyRule(
      id: "SW25",
      severity: .warning,
      message: "Een volumeprikkel in een Open House.",
      explanation:
        "Wie beter presteert meer cliënten toeleiden is sturen, en in een Open House kiest de cliënt. Gebruik de prikkel alleen na een procedure met selectie.",
      source: "PIANOo, Open House als inkoopmethodiek",
      check: volumeIncentive
    ),
    StrategyRule(
      id: "SW26",
      severity: .warning,
      message: "De contractvorm en de toetreding spreken elkaar tegen.",
      explanation: "Vorm a heeft tussentijdse toetreding, vorm b niet. Verbeter een van beide.",
      source: "000:50, 004:53",
      check: entryAgainstForm
    ),
  ]

  private static func populationWithoutBudget(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.settings.compactMap { setting in
        guard let lot = setting.lot, let payment = setting.payment, payment.has(.population),
          !payment.budgetFrame.isKnown
        else { return nil }
        return RuleSite(
          "\(path).percelen[\(lot.index)]",
          "\(segment.label)\(setting.suffix): \(payment.budgetFrame.reason ?? "")"
        )
      }
    }
  }

  private static func openHouseAgainstFewer(_ strategy: Strategy) -> [RuleSite] {
    let decisions = strategy.decisions(thatWant: .fewerProviders).map(\.code)
    guard !decisions.isEmpty else { return [] }
    return strategy.sites { segment, path in
      guard segment.contract.element?.isAdmission == true else { return [] }
      var detail = "\(segment.label): Open House"
      if let number = segment.outcome?.providers.value { detail += " met \(number) aanbieders" }
      if segment.goals.contains(where: { $0.aims.contains(.moreProviders) }) {
        detail += " en meer aanbieders gewenst"
      }
      detail += ", tegen besluit \(decisions.joined(separator: ", ")) (minder aanbieders)"
      return [RuleSite("\(path).contract.procedure", detail)]
    }
  }

  private static func accessDecidesAll(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.settings.compactMap { setting in
        guard let access = setting.access, let questions = access.accessDecides.value else {
          return nil
        }
        let isAdmission = setting.contract?.isAdmission == true
        guard questions.contains(.how) || isAdmission && questions.contains(.who) else {
          return nil
        }
        let words = questions.map(\.rawValue).joined(separator: ", ")
        let free = isAdmission ? ", in een Open House met vrije keuze van de cliënt" : ""
        return RuleSite(
          "\(path).toegang.bepaalt",
          "\(segment.label)\(setting.suffix): toegang bepaalt \(words)\(free)"
        )
      }
    }
  }

  private static func changeOfModel(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      guard let payment = segment.payment.element, let change = payment.possibleChange else {
        return []
      }
      return [
        RuleSite(
          "\(path).bekostiging.kan_wijzigen_in",
          "\(segment.label): kan wijzigen in \(change.dutchText)"
        )
      ]
    }
  }

  private static func resultsWithoutHours(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.settings.compactMap { setting in
        guard setting.access?.decisionTerms.value == .results,
          setting.payment?.account.value == .results
        else { return nil }
        return RuleSite(
          "\(path).toegang.beschikking_in",
          "\(segment.label)\(setting.suffix): de uren moeten in de beschikking staan"
        )
      }
    }
  }

  private static func volumeIncentive(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.settings.compactMap { setting in
        guard setting.contract?.isAdmission == true,
          setting.payment?.incentives.contains(where: { $0.kind == .volume }) == true
        else { return nil }
        return RuleSite("\(path).bekostiging.prikkels", "\(segment.label)\(setting.suffix)")
      }
    }
  }
}

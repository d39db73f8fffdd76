import Rules

extension StrategyRules {
  /// Warnings: choices that pull in different directions, or that the law does not let stand.
  static let tensions: [StrategyRule] = [
    StrategyRule(
      id: "SW05",
      severity: .warning,
      message: BilingualText(
        "Populatiebekostiging in een perceel waarvoor geen budget is afgesproken.",
        "Population payment in a lot for which no budget was agreed."
      ),
      explanation: BilingualText(
        "Een budget voor een populatie wordt achteraf afgerekend tegen een afspraak. Zonder afspraak vooraf is niet te zeggen waartegen.",
        "A budget for a population is settled afterwards against an agreement. Without an agreement beforehand nobody can say against what."
      ),
      source: BilingualText(
        "004:34-38 naast 002:110-112",
        "004:34-38 beside 002:110-112"
      ),
      check: populationWithoutBudget
    ),
    StrategyRule(
      id: "SW06",
      severity: .warning,
      message: BilingualText(
        "Open House in een strategie die minder aanbieders wil.",
        "Open House in a strategy that wants fewer providers."
      ),
      explanation: BilingualText(
        "Bij toelating krijgt iedereen die voldoet een contract; het aantal is dan niet te sturen. Zeg waarom dit segment daarvan afwijkt, of kies een andere procedure.",
        "In an admission everybody who meets the requirements gets a contract; the number cannot be steered then. Say why this segment departs from that, or choose another procedure."
      ),
      source: BilingualText(
        "002:95-96 naast 001:74, 004:39",
        "002:95-96 beside 001:74, 004:39"
      ),
      check: openHouseAgainstFewer
    ),
    StrategyRule(
      id: "SW11",
      severity: .warning,
      message: BilingualText(
        "De toegang bepaalt meer dan het WAT.",
        "Access decides more than the WHAT."
      ),
      explanation: BilingualText(
        "De afspraak is dat de toegang het resultaat bepaalt en de aanbieder de aanpak. In een Open House kiest bovendien de cliënt de aanbieder: bepaalt de gemeente wie levert, dan is het een overheidsopdracht die had moeten worden aanbesteed.",
        "The agreement is that access decides on the result and the provider on the approach. In an Open House, moreover, the client chooses the provider: if the municipality decides who delivers, it is a public contract that should have been tendered."
      ),
      source: BilingualText(
        "000:34 naast 000:37; PIANOo, Open House als inkoopmethodiek",
        "000:34 beside 000:37; PIANOo, Open House as a way of purchasing (Open House als inkoopmethodiek)"
      ),
      check: accessDecidesAll
    ),
    StrategyRule(
      id: "SW13",
      severity: .warning,
      message: BilingualText(
        "Het bekostigingsmodel kan tijdens het contract wijzigen.",
        "The payment model can change while the contract runs."
      ),
      explanation: BilingualText(
        "Een wijziging van model kan wezenlijk zijn en dan een nieuwe aanbesteding vragen. Neem een herzieningsclausule op die zegt wanneer en hoe, of laat de mogelijkheid vallen.",
        "A change of model can be a material change and then needs a new tender. Include a revision clause that says when and how, or drop the possibility."
      ),
      source: BilingualText(
        "000:38; landelijke contractstandaard Wmo 1.2, herzieningsclausule",
        "000:38; national contract standard Wmo 1.2, revision clause (herzieningsclausule)"
      ),
      check: changeOfModel
    ),
    StrategyRule(
      id: "SW20",
      severity: .warning,
      message: BilingualText(
        "Beschikken in resultaten terwijl geen uren worden verantwoord.",
        "Decisions are given in results while no hours are accounted for."
      ),
      explanation: BilingualText(
        "Een inwoner moet weten op hoeveel uren hij kan rekenen. Zet de uren of de activiteiten in de beschikking; op de declaratie hoeven ze niet.",
        "A resident must know how many hours to count on. Put the hours or the activities in the entitlement decision; the claim need not have them."
      ),
      source: BilingualText(
        "CRvB 8 oktober 2018; ECLI:NL:CRVB:2022:2322",
        "Central Appeals Tribunal (Centrale Raad van Beroep), 8 October 2018; ECLI:NL:CRVB:2022:2322"
      ),
      check: resultsWithoutHours
    ),
    StrategyRule(
      id: "SW24",
      severity: .warning,
      message: BilingualText(
        "Het bekostigingsmodel past niet bij de contractvorm.",
        "The payment model does not fit the contract form."
      ),
      explanation: BilingualText(
        "Vorm a en b geven geen zekerheid van omzet, vorm c vergoedt inzet tot een plafond, vorm d spreekt een vast budget af. Kies een ander model of een andere vorm.",
        "Forms a and b give no certainty of turnover, form c pays effort up to a ceiling, form d agrees a fixed budget. Choose another model or another form."
      ),
      source: BilingualText(quoted: "000:50, 004:53"),
      check: misfits
    ),
    StrategyRule(
      id: "SW25",
      severity: .warning,
      message: BilingualText(
        "Een volumeprikkel in een Open House.",
        "A volume incentive in an Open House."
      ),
      explanation: BilingualText(
        "Wie beter presteert meer cliënten toeleiden is sturen, en in een Open House kiest de cliënt. Gebruik de prikkel alleen na een procedure met selectie.",
        "To lead more clients to who performs better is steering, and in an Open House the client chooses. Use the incentive only after a procedure with selection."
      ),
      source: BilingualText(
        "PIANOo, Open House als inkoopmethodiek",
        "PIANOo, Open House as a way of purchasing (Open House als inkoopmethodiek)"
      ),
      check: volumeIncentive
    ),
    StrategyRule(
      id: "SW26",
      severity: .warning,
      message: BilingualText(
        "De contractvorm en de toetreding spreken elkaar tegen.",
        "The contract form and the entry contradict each other."
      ),
      explanation: BilingualText(
        "Vorm a heeft tussentijdse toetreding, vorm b niet. Verbeter een van beide.",
        "Form a has intermediate entry, form b has not. Correct one of the two."
      ),
      source: BilingualText(quoted: "000:50, 004:53"),
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
          segment.label + setting.suffix + ": " + .reason(payment.budgetFrame.reason ?? "")
        )
      }
    }
  }

  private static func openHouseAgainstFewer(_ strategy: Strategy) -> [RuleSite] {
    let decisions = strategy.decisions(thatWant: .fewerProviders).map(\.code)
    guard !decisions.isEmpty else { return [] }
    return strategy.sites { segment, path in
      guard segment.contract.element?.isAdmission == true else { return [] }
      var detail = BilingualText(quoted: "Open House")
      if let number = segment.outcome?.providers.value {
        detail = detail + BilingualText(" met ", " with ") + CountedNoun.provider.text(number)
      }
      if segment.goals.contains(where: { $0.aims.contains(.moreProviders) }) {
        detail = detail + BilingualText(" en meer aanbieders gewenst", " and more providers wanted")
      }
      let codes = decisions.joined(separator: ", ")
      let against = BilingualText(
        ", tegen besluit \(codes) (minder aanbieders)",
        ", against decision \(codes) (fewer providers)"
      )
      return [segment.site("\(path).contract.procedure", detail + against)]
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
        let words = questions.map(\.text).joined(separator: ", ")
        let free =
          isAdmission
          ? BilingualText(
            ", in een Open House met vrije keuze van de cliënt",
            ", in an Open House in which the client chooses freely"
          ) : .empty
        return RuleSite(
          "\(path).toegang.bepaalt",
          segment.label + setting.suffix
            + BilingualText(": toegang bepaalt ", ": access decides ") + words + free
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
        segment.site(
          "\(path).bekostiging.kan_wijzigen_in",
          BilingualText("kan wijzigen in ", "can change into ") + change.text
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
          segment.label + setting.suffix
            + BilingualText(
              ": de uren moeten in de beschikking staan",
              ": the hours must stand in the entitlement decision"
            )
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
        return RuleSite("\(path).bekostiging.prikkels", segment.label + setting.suffix)
      }
    }
  }
}

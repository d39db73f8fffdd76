import Rules

extension StrategyRules {
  /// Warnings: choices that were not made, or not to the end.
  static let choices: [StrategyRule] = [
    StrategyRule(
      id: "SW01",
      severity: .warning,
      message: BilingualText(
        "De strategie drukt de contractvormen a tot en met d af, maar geen segment kiest er een.",
        "The strategy prints contract forms a to d, but no segment chooses one."
      ),
      explanation: BilingualText(
        "Zonder contractvorm is niet te zeggen of er toetreding, wijziging of een plafond is. Kies per segment of perceel een vorm voor de aanbesteding.",
        "Without a contract form nobody can say whether there is entry, amendment or a ceiling. Choose a form per segment or lot before the tender."
      ),
      source: BilingualText(
        "000:50, 004:53: uitwerking begrippen",
        "000:50, 004:53: explanation of terms"
      ),
      check: formsUnknown
    ),
    StrategyRule(
      id: "SW02",
      severity: .warning,
      message: BilingualText(
        "Een looptijd is langer dan 48 maanden en er staat geen reden bij.",
        "A term is longer than 48 months and no reason is given."
      ),
      explanation: BilingualText(
        "Een raamovereenkomst na een Europese aanbesteding duurt ten hoogste 48 maanden, tenzij het bijzondere karakter een langere duur rechtvaardigt. Vul motivering_boven_48_maanden in.",
        "A framework agreement after a European tender lasts at most 48 months, unless its special nature justifies a longer term. Fill in motivering_boven_48_maanden."
      ),
      source: BilingualText(
        "landelijke contractstandaard Wmo 1.2: een raamovereenkomst duurt ten hoogste 48 maanden, tenzij gemotiveerd",
        "national contract standard Wmo 1.2 (landelijke contractstandaard): a framework agreement lasts at most 48 months, unless justified"
      ),
      check: { longTerms($0, admission: false) }
    ),
    StrategyRule(
      id: "SW04",
      severity: .warning,
      message: BilingualText(
        "Geen segment kent een parameter waarmee een vergoeding te berekenen is.",
        "No segment has a parameter from which a payment can be computed."
      ),
      explanation: BilingualText(
        "De modellen zijn gekozen maar er is nog niets mee te rekenen. Vul ze in na het kostprijsonderzoek.",
        "The models are chosen, but nothing can be computed with them yet. Fill in the parameters after the cost price study."
      ),
      source: BilingualText(
        "000:51, 004:54: bekostiging is ook de manier waarop de omvang van de vergoeding wordt bepaald",
        "000:51, 004:54: the payment model is also the way in which the size of the payment is set"
      ),
      check: parametersUnknown
    ),
    StrategyRule(
      id: "SW07",
      severity: .warning,
      message: BilingualText(
        "Een sturingselement is in zijn geheel onbekend.",
        "A steering element is unknown as a whole."
      ),
      explanation: BilingualText(
        "Een segment zonder keuze op een van de vier elementen kan niet in een procedure.",
        "A segment without a choice on one of the four elements cannot go into a procedure."
      ),
      source: BilingualText(
        "000:7, 002:85-87, 004:7: vier sturingselementen",
        "000:7, 002:85-87, 004:7: four steering elements"
      ),
      check: elementsUnknown
    ),
    StrategyRule(
      id: "SW08",
      severity: .warning,
      message: BilingualText(
        "Een segment heeft geen naam.",
        "A segment has no name."
      ),
      explanation: BilingualText(
        "Vraag de naam na: aanbieders kunnen niet inschrijven op een segment zonder naam.",
        "Ask for the name: providers cannot bid on a segment without one."
      ),
      source: BilingualText(
        "002:499 (verloren in de scan)",
        "002:499 (lost in the scan)"
      ),
      check: namesUnknown
    ),
  ]

  private static func formsUnknown(_ strategy: Strategy) -> [RuleSite] {
    let contracts = strategy.segments.compactMap(\.contract.element)
    let lots = strategy.segments.flatMap { $0.lots.compactMap(\.contract.element) }
    guard strategy.concepts.contains(where: { $0.code.hasPrefix("vorm-") }), !contracts.isEmpty,
      (contracts + lots).allSatisfy({ !$0.form.isKnown })
    else { return [] }
    return strategy.sites { segment, path in
      segment.contract.element.map {
        [segment.site("\(path).contract.vorm", .reason($0.form.reason ?? ""))]
      } ?? []
    }
  }

  /// Terms over 48 months without a reason, of admissions or of all others.
  static func longTerms(_ strategy: Strategy, admission: Bool) -> [RuleSite] {
    strategy.sites { segment, path in
      guard let contract = segment.contract.element, contract.isAdmission == admission,
        let term = contract.term.value, let months = term.maximumMonths, months > 48,
        term.justification?.isKnown != true
      else { return [] }
      let pattern = term.patternText ?? ""
      let length = CountedNoun.month.text(months)
      return [
        segment.site("\(path).contract.looptijd", "\(pattern) is " + length)
      ]
    }
  }

  private static func parametersUnknown(_ strategy: Strategy) -> [RuleSite] {
    let payments = strategy.segments.compactMap(\.payment.element)
    guard !payments.isEmpty, payments.allSatisfy({ !$0.isComputable }) else { return [] }
    return strategy.sites { segment, path in
      guard let models = segment.payment.element?.models.value else { return [] }
      let names = models.map(\.kind.text).joined(separator: ", ")
      return [segment.site("\(path).bekostiging.modellen", names)]
    }
  }

  private static func elementsUnknown(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      let reasons: [(SteeringElement, String?)] = [
        (.contract, segment.contract.unknownReason), (.payment, segment.payment.unknownReason),
        (.supplierManagement, segment.supplierManagement.unknownReason),
        (.access, segment.access.unknownReason),
      ]
      return reasons.compactMap { element, reason in
        reason.map { segment.site("\(path).\(element.rawValue)", .reason($0)) }
      }
    }
  }

  private static func namesUnknown(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.name.reason.map { reason in
        [RuleSite("\(path).naam", "\(segment.code): " + .reason(reason))]
      } ?? []
    }
  }
}

extension Segment.Choice {
  /// Why the choice is not known; nil when it is, or does not apply.
  package var unknownReason: String? {
    if case .unknown(let reason) = self { return reason }
    return nil
  }
}

extension PaymentElement {
  /// Whether at least one parameter is known that a computation of a payment needs.
  package var isComputable: Bool {
    models.value?.contains { model in
      StrategySchema.computingKeys(of: model.kind).contains { model[$0]?.isKnown == true }
    } ?? false
  }
}

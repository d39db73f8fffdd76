extension StrategyRules {
  /// Warnings: choices that were not made, or not to the end.
  static let choices: [StrategyRule] = [
    StrategyRule(
      id: "SW01",
      severity: .warning,
      message:
        "De strategie drukt de contractvormen a tot en met d af, maar geen segment kiest er een.",
      explanation:
        "Zonder contractvorm is niet te zeggen of er toetreding, wijziging of een plafond is. Kies per segment of perceel een vorm voor de aanbesteding.",
      source: "000:50, 004:53: uitwerking begrippen",
      check: formsUnknown
    ),
    StrategyRule(
      id: "SW02",
      severity: .warning,
      message: "Een looptijd is langer dan 48 maanden en er staat geen reden bij.",
      explanation:
        "Een raamovereenkomst na een Europese aanbesteding duurt ten hoogste 48 maanden, tenzij het bijzondere karakter een langere duur rechtvaardigt. Vul motivering_boven_48_maanden in.",
      source:
        "landelijke contractstandaard Wmo 1.2: een raamovereenkomst duurt ten hoogste 48 maanden, tenzij gemotiveerd",
      check: { longTerms($0, admission: false) }
    ),
    StrategyRule(
      id: "SW04",
      severity: .warning,
      message: "Geen segment kent een parameter waarmee een vergoeding te berekenen is.",
      explanation:
        "De modellen zijn gekozen maar er is nog niets mee te rekenen. Vul ze in na het kostprijsonderzoek.",
      source:
        "000:51, 004:54: bekostiging is ook de manier waarop de omvang van de vergoeding wordt bepaald",
      check: parametersUnknown
    ),
    StrategyRule(
      id: "SW07",
      severity: .warning,
      message: "Een sturingselement is in zijn geheel onbekend.",
      explanation:
        "Een segment zonder keuze op een van de vier elementen kan niet in een procedure.",
      source: "000:7, 002:85-87, 004:7: vier sturingselementen",
      check: elementsUnknown
    ),
    StrategyRule(
      id: "SW08",
      severity: .warning,
      message: "Een segment heeft geen naam.",
      explanation:
        "Vraag de naam na: aanbieders kunnen niet inschrijven op een segment zonder naam.",
      source: "002:499 (verloren in de scan)",
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
        [RuleSite("\(path).contract.vorm", "\(segment.label): \($0.form.reason ?? "")")]
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
      return [
        RuleSite("\(path).contract.looptijd", "\(segment.label): \(pattern) is \(months) maanden")
      ]
    }
  }

  private static func parametersUnknown(_ strategy: Strategy) -> [RuleSite] {
    let payments = strategy.segments.compactMap(\.payment.element)
    guard !payments.isEmpty, payments.allSatisfy({ !$0.isComputable }) else { return [] }
    return strategy.sites { segment, path in
      guard let models = segment.payment.element?.models.value else { return [] }
      let names = models.map(\.kind.dutchText).joined(separator: ", ")
      return [RuleSite("\(path).bekostiging.modellen", "\(segment.label): \(names)")]
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
        reason.map { RuleSite("\(path).\(element.rawValue)", "\(segment.label): \($0)") }
      }
    }
  }

  private static func namesUnknown(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.name.reason.map { [RuleSite("\(path).naam", "\(segment.code): \($0)")] } ?? []
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

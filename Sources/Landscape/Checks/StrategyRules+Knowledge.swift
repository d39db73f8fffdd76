extension StrategyRules {
  /// Warnings: goals nobody can measure, and requirements nobody tests.
  static let goals: [StrategyRule] = [
    StrategyRule(
      id: "SW14",
      severity: .warning,
      message: "De lijst van KPI's ontbreekt.",
      explanation:
        "Er wordt van meten gesproken en er staat niet wat. Vul vier tot zeven KPI's in, met formule en norm, voordat contracten ingaan.",
      source: "001:89-92; PIANOo, monitoring",
      check: { strategy in
        guard let reason = strategy.indicators?.reason else { return [] }
        return [RuleSite("kpis", reason)]
      }
    ),
    StrategyRule(
      id: "SW15",
      severity: .warning,
      message: "Een doel heeft geen indicator.",
      explanation:
        "Zonder indicator, nulmeting en streefwaarde is niet te zeggen of het doel dichterbij komt.",
      source: "003:189, 003:191",
      check: goalsWithoutIndicator
    ),
    StrategyRule(
      id: "SW23",
      severity: .warning,
      message: "Een kwaliteitseis heeft geen toets.",
      explanation: "Een eis die niemand toetst werkt niet. Zeg hoe en hoe vaak hij wordt getoetst.",
      source: "003:187",
      check: untestedRequirements
    ),
  ]

  /// Warnings: what the sources do not say, or say twice.
  static let knowledge: [StrategyRule] = [
    StrategyRule(
      id: "SW09",
      severity: .warning,
      message: "Een uitspraak hoort bij geen enkel segment.",
      explanation:
        "De scan heeft verloren waar zij stond. Vraag het na en zet haar op haar plaats.",
      source: "bronopmerkingen in het bestand",
      check: { noteSites($0, [.homeless]) }
    ),
    StrategyRule(
      id: "SW16",
      severity: .warning,
      message: "Bronnen spreken elkaar tegen.",
      explanation: "Zoek uit welke lezing geldt voordat iemand ermee rekent.",
      source: "bronopmerkingen in het bestand",
      check: { noteSites($0, [.contradiction, .figure]) }
    ),
    StrategyRule(
      id: "SW17",
      severity: .warning,
      message: "Een gemeente is volgens de bron lid voordat zij bestond.",
      explanation:
        "Voor die tijd was een voorganger lid. Cijfers van eerdere jaren horen bij de voorganger.",
      source: "003:44",
      check: memberBeforeExistence
    ),
    StrategyRule(
      id: "SW18",
      severity: .warning,
      message: "De eerste dag van de strategie staat niet in de bron.",
      explanation:
        "Er is een dag aangenomen om verder te kunnen. Leg de echte dag vast voordat termijnen worden berekend.",
      source: "vorm van het bestand: geldig_vanaf",
      check: { strategy in
        let origin = strategy.validFrom.provenance
        guard origin.isMarked || !strategy.validFrom.value.isKnown else { return [] }
        return [RuleSite("strategie.geldig_vanaf", origin.explanation ?? "onbekend")]
      }
    ),
    StrategyRule(
      id: "SW19",
      severity: .warning,
      message: "Niet bekend is door welk besluit de strategie is vastgesteld.",
      explanation:
        "Zonder vaststelling mag er niets worden gepubliceerd. Voeg het besluit toe met orgaan en datum.",
      source: "vorm van het bestand: vastgesteld_bij",
      check: { strategy in
        strategy.adoptedBy.reason.map { [RuleSite("strategie.vastgesteld_bij", $0)] } ?? []
      }
    ),
    StrategyRule(
      id: "SW21",
      severity: .warning,
      message: "De regel van omstandigheden naar intensiteit is onbekend.",
      explanation:
        "Zonder regel geven twee teams dezelfde inwoner een andere intensiteit. Leg vast hoeveel of welke omstandigheden + en ++ geven.",
      source: "003:352-354",
      check: { strategy in
        guard let reason = strategy.productGrid?.intensityRule.reason else { return [] }
        return [RuleSite("productraster.regel_intensiteit", reason)]
      }
    ),
    StrategyRule(
      id: "SW22",
      severity: .warning,
      message: "Een productvorm heeft geen naam, uren of prijs.",
      explanation: "Een vorm zonder naam, uren en prijs is niet te bestellen en niet te betalen.",
      source: "003:324-330",
      check: emptyForms
    ),
  ]

  /// Notes: worth knowing, nothing to do.
  static let notes: [StrategyRule] = [
    StrategyRule(
      id: "SN01",
      severity: .note,
      message: "Een toelating duurt langer dan 48 maanden.",
      explanation:
        "De grens van 48 maanden geldt voor raamovereenkomsten na een aanbesteding en niet voor toelating.",
      source: "landelijke contractstandaard Wmo 1.2",
      check: { longTerms($0, admission: true) }
    ),
    StrategyRule(
      id: "SN02",
      severity: .note,
      message: "De bron bevat een verschrijving of een verlies door het scannen.",
      explanation: "Het bestand volgt wat bedoeld is.",
      source: "bronopmerkingen in het bestand",
      check: { noteSites($0, [.slip]) }
    ),
  ]

  private static func noteSites(_ strategy: Strategy, _ kinds: [SourceNote.Kind]) -> [RuleSite] {
    strategy.sourceNotes.enumerated().filter { kinds.contains($0.element.kind) }.map {
      RuleSite("bronopmerkingen[\($0.offset)]", "\($0.element.code): \($0.element.text)")
    }
  }

  private static func goalsWithoutIndicator(_ strategy: Strategy) -> [RuleSite] {
    func sites(_ goals: [Goal], _ path: String) -> [RuleSite] {
      goals.enumerated().filter { $0.element.indicators.value?.isEmpty != false }.map {
        RuleSite("\(path)doelen[\($0.offset)]", "\($0.element.code): \($0.element.text)")
      }
    }
    return sites(strategy.goals.value ?? [], "")
      + strategy.sites { sites($0.goals, "\($1).") }
  }

  private static func untestedRequirements(_ strategy: Strategy) -> [RuleSite] {
    func sites(_ requirements: [QualityRequirement]?, _ path: String) -> [RuleSite] {
      (requirements ?? []).enumerated().filter { $0.element.test?.isKnown != true }.map {
        RuleSite("\(path).kwaliteitseisen[\($0.offset)]", $0.element.text)
      }
    }
    let products = strategy.products.enumerated().flatMap {
      sites($0.element.requirements.value, "producten[\($0.offset)]")
    }
    return products + strategy.sites { sites($0.requirements.value, $1) }
  }

  private static func memberBeforeExistence(_ strategy: Strategy) -> [RuleSite] {
    strategy.region.members.enumerated().compactMap { index, member in
      guard let exists = member.existsFrom?.value,
        let printed = (member.printedFrom ?? member.from).value, printed.latest < exists.earliest
      else { return nil }
      return RuleSite(
        "regio.gemeenten[\(index)]",
        "\(member.name): lid sinds \(printed.dutchText), bestaat sinds \(exists.dutchText)"
      )
    }
  }

  private static func emptyForms(_ strategy: Strategy) -> [RuleSite] {
    (strategy.productGrid?.forms.value ?? []).enumerated().compactMap { index, form in
      let missing = [
        form.name.isKnown ? nil : "naam", form.hoursPerWeek.isKnown ? nil : "uren",
        form.price.isKnown ? nil : "prijs",
      ].compactMap { $0 }
      guard !missing.isEmpty else { return nil }
      return RuleSite(
        "productraster.vormen[\(index)]",
        "\(form.code): zonder \(missing.joined(separator: ", "))"
      )
    }
  }
}

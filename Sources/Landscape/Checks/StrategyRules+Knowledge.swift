import Rules

extension StrategyRules {
  /// Warnings: goals nobody can measure, and requirements nobody tests.
  static let goals: [StrategyRule] = [
    StrategyRule(
      id: "SW14",
      severity: .warning,
      message: BilingualText(
        "De lijst van KPI's ontbreekt.",
        "The list of KPIs is missing."
      ),
      explanation: BilingualText(
        "Er wordt van meten gesproken en er staat niet wat. Vul vier tot zeven KPI's in, met formule en norm, voordat contracten ingaan.",
        "The strategy speaks of measuring and does not say what. Fill in four to seven KPIs, with formula and norm, before contracts begin."
      ),
      source: BilingualText(
        "001:89-92; PIANOo, monitoring",
        "001:89-92; PIANOo, guidance on monitoring"
      ),
      check: { strategy in
        guard let reason = strategy.indicators?.reason else { return [] }
        return [RuleSite("kpis", .reason(reason))]
      }
    ),
    StrategyRule(
      id: "SW15",
      severity: .warning,
      message: BilingualText(
        "Een doel heeft geen indicator.",
        "A goal has no indicator."
      ),
      explanation: BilingualText(
        "Zonder indicator, nulmeting en streefwaarde is niet te zeggen of het doel dichterbij komt.",
        "Without an indicator, a baseline and a target nobody can say whether the goal comes closer."
      ),
      source: BilingualText(quoted: "003:189, 003:191"),
      check: goalsWithoutIndicator
    ),
    StrategyRule(
      id: "SW23",
      severity: .warning,
      message: BilingualText(
        "Een kwaliteitseis heeft geen toets.",
        "A quality requirement has no test."
      ),
      explanation: BilingualText(
        "Een eis die niemand toetst werkt niet. Zeg hoe en hoe vaak hij wordt getoetst.",
        "A requirement that nobody tests does not work. Say how and how often it is tested."
      ),
      source: BilingualText(quoted: "003:187"),
      check: untestedRequirements
    ),
  ]

  /// Warnings: what the sources do not say, or say twice.
  static let knowledge: [StrategyRule] = [
    StrategyRule(
      id: "SW09",
      severity: .warning,
      message: BilingualText(
        "Een uitspraak hoort bij geen enkel segment.",
        "A statement belongs to no segment."
      ),
      explanation: BilingualText(
        "De scan heeft verloren waar zij stond. Vraag het na en zet haar op haar plaats.",
        "The scan lost where it stood. Ask, and put it in its place."
      ),
      source: .sourceNotes,
      check: { noteSites($0, [.homeless]) }
    ),
    StrategyRule(
      id: "SW16",
      severity: .warning,
      message: BilingualText(
        "Bronnen spreken elkaar tegen.",
        "Sources contradict each other."
      ),
      explanation: BilingualText(
        "Zoek uit welke lezing geldt voordat iemand ermee rekent.",
        "Find out which reading holds before anybody computes with it."
      ),
      source: .sourceNotes,
      check: { noteSites($0, [.contradiction, .figure]) }
    ),
    StrategyRule(
      id: "SW17",
      severity: .warning,
      message: BilingualText(
        "Een gemeente is volgens de bron lid voordat zij bestond.",
        "According to the source a municipality is a member before it existed."
      ),
      explanation: BilingualText(
        "Voor die tijd was een voorganger lid. Cijfers van eerdere jaren horen bij de voorganger.",
        "Before that time a predecessor was the member. Figures of earlier years belong to the predecessor."
      ),
      source: BilingualText(quoted: "003:44"),
      check: memberBeforeExistence
    ),
    StrategyRule(
      id: "SW18",
      severity: .warning,
      message: BilingualText(
        "De eerste dag van de strategie staat niet in de bron.",
        "The first day of the strategy is not in the source."
      ),
      explanation: BilingualText(
        "Er is een dag aangenomen om verder te kunnen. Leg de echte dag vast voordat termijnen worden berekend.",
        "A day was assumed in order to go on. Record the real day before terms are computed."
      ),
      source: BilingualText(
        "vorm van het bestand: geldig_vanaf",
        "form of the file: geldig_vanaf"
      ),
      check: { strategy in
        let origin = strategy.validFrom.provenance
        guard origin.isMarked || !strategy.validFrom.value.isKnown else { return [] }
        return [
          RuleSite(
            "strategie.geldig_vanaf",
            origin.explanation.map(BilingualText.init(quoted:)) ?? .nothingKnown
          )
        ]
      }
    ),
    StrategyRule(
      id: "SW19",
      severity: .warning,
      message: BilingualText(
        "Niet bekend is door welk besluit de strategie is vastgesteld.",
        "It is not known by which decision the strategy was adopted."
      ),
      explanation: BilingualText(
        "Zonder vaststelling mag er niets worden gepubliceerd. Voeg het besluit toe met orgaan en datum.",
        "Nothing may be published without adoption. Add the decision with its body and date."
      ),
      source: BilingualText(
        "vorm van het bestand: vastgesteld_bij",
        "form of the file: vastgesteld_bij"
      ),
      check: { strategy in
        strategy.adoptedBy.reason.map { reason in
          [RuleSite("strategie.vastgesteld_bij", .reason(reason))]
        } ?? []
      }
    ),
    StrategyRule(
      id: "SW21",
      severity: .warning,
      message: BilingualText(
        "De regel van omstandigheden naar intensiteit is onbekend.",
        "The rule from circumstances to intensity is unknown."
      ),
      explanation: BilingualText(
        "Zonder regel geven twee teams dezelfde inwoner een andere intensiteit. Leg vast hoeveel of welke omstandigheden + en ++ geven.",
        "Without a rule two teams give the same resident a different intensity. Record how many or which circumstances give + and ++."
      ),
      source: BilingualText(quoted: "003:352-354"),
      check: { strategy in
        guard let reason = strategy.productGrid?.intensityRule.reason else { return [] }
        return [RuleSite("productraster.regel_intensiteit", .reason(reason))]
      }
    ),
    StrategyRule(
      id: "SW22",
      severity: .warning,
      message: BilingualText(
        "Een productvorm heeft geen naam, uren of prijs.",
        "A product form has no name, hours or price."
      ),
      explanation: BilingualText(
        "Een vorm zonder naam, uren en prijs is niet te bestellen en niet te betalen.",
        "A form without a name, hours and a price cannot be ordered and cannot be paid."
      ),
      source: BilingualText(quoted: "003:324-330"),
      check: emptyForms
    ),
  ]

  /// Notes: worth knowing, nothing to do.
  static let notes: [StrategyRule] = [
    StrategyRule(
      id: "SN01",
      severity: .note,
      message: BilingualText(
        "Een toelating duurt langer dan 48 maanden.",
        "An admission lasts longer than 48 months."
      ),
      explanation: BilingualText(
        "De grens van 48 maanden geldt voor raamovereenkomsten na een aanbesteding en niet voor toelating.",
        "The limit of 48 months holds for framework agreements after a tender and not for an admission."
      ),
      source: BilingualText(
        "landelijke contractstandaard Wmo 1.2",
        "national contract standard Wmo 1.2 (landelijke contractstandaard)"
      ),
      check: { longTerms($0, admission: true) }
    ),
    StrategyRule(
      id: "SN02",
      severity: .note,
      message: BilingualText(
        "De bron bevat een verschrijving of een verlies door het scannen.",
        "The source has a slip of the pen or a loss from scanning."
      ),
      explanation: BilingualText(
        "Het bestand volgt wat bedoeld is.",
        "The file follows what is meant."
      ),
      source: .sourceNotes,
      check: { noteSites($0, [.slip]) }
    ),
  ]

  private static func noteSites(_ strategy: Strategy, _ kinds: [SourceNote.Kind]) -> [RuleSite] {
    strategy.sourceNotes.enumerated().filter { kinds.contains($0.element.kind) }.map {
      RuleSite(
        "bronopmerkingen[\($0.offset)]",
        BilingualText(quoted: "\($0.element.code): \($0.element.text)")
      )
    }
  }

  private static func goalsWithoutIndicator(_ strategy: Strategy) -> [RuleSite] {
    func sites(_ goals: [Goal], _ path: String) -> [RuleSite] {
      goals.enumerated().filter { $0.element.indicators.value?.isEmpty != false }.map {
        RuleSite(
          "\(path)doelen[\($0.offset)]",
          BilingualText(quoted: "\($0.element.code): \($0.element.text)")
        )
      }
    }
    return sites(strategy.goals.value ?? [], "")
      + strategy.sites { sites($0.goals, "\($1).") }
  }

  private static func untestedRequirements(_ strategy: Strategy) -> [RuleSite] {
    func sites(_ requirements: [QualityRequirement]?, _ path: String) -> [RuleSite] {
      (requirements ?? []).enumerated().filter { $0.element.test?.isKnown != true }.map {
        RuleSite(
          "\(path).kwaliteitseisen[\($0.offset)]",
          BilingualText(quoted: $0.element.text)
        )
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
        "\(member.name): "
          + BilingualText(
            "lid sinds \(printed.dutchText), bestaat sinds \(exists.dutchText)",
            "member since \(printed.englishText), exists since \(exists.englishText)"
          )
      )
    }
  }

  private static func emptyForms(_ strategy: Strategy) -> [RuleSite] {
    (strategy.productGrid?.forms.value ?? []).enumerated().compactMap { index, form in
      let missing = [
        form.name.isKnown ? nil : BilingualText("naam", "name"),
        form.hoursPerWeek.isKnown ? nil : BilingualText("uren", "hours"),
        form.price.isKnown ? nil : BilingualText("prijs", "price"),
      ].compactMap { $0 }
      guard !missing.isEmpty else { return nil }
      return RuleSite(
        "productraster.vormen[\(index)]",
        "\(form.code): " + BilingualText("zonder ", "without ") + missing.joined(separator: ", ")
      )
    }
  }
}

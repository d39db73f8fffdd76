import Landscape
import Rules

/// What Regie does with a choice: which of its rules or clauses follows from it.
///
/// - Dutch term: werking van een keuze
struct RuleEffect: Hashable, Sendable {
  /// The choice it follows from, in words.
  let choice: BilingualText
  let effect: BilingualText
  /// The rule of the standard, the article or the clause; empty where it is our own working.
  let rule: String

  init(_ choice: BilingualText, _ effect: BilingualText, rule: String = "") {
    self.choice = choice
    self.effect = effect
    self.rule = rule
  }

  /// What follows from the choices of a segment on an element.
  static func all(
    of element: SteeringElement,
    _ segment: Segment,
    _ strategy: Strategy
  ) -> [RuleEffect] {
    switch element {
    case .contract: segment.contract.element.map(contract) ?? []
    case .payment: segment.payment.element.map(payment) ?? []
    case .supplierManagement: segment.supplierManagement.element.map(management) ?? []
    case .access: access(segment, strategy)
    }
  }

  // MARK: Contract

  private static func contract(_ contract: ContractElement) -> [RuleEffect] {
    var effects: [RuleEffect] = []
    if let form = contract.form.value {
      let opens = form == .openFramework || contract.entry.value?.policy.value?.isOpen == true
      effects.append(
        RuleEffect(
          form.text,
          opens
            ? BilingualText(
              "aanbieders kunnen tijdens de looptijd toetreden; elke toetreding krijgt een eigen "
                + "contract",
              "providers may enter during the term; each entry gets a contract of its own"
            )
            : BilingualText(
              "na de gunning komt er geen aanbieder bij; een toetreding wordt geweigerd",
              "after the award no provider is added; an entry is refused"
            )
        )
      )
      if form == .ceiling || form == .fixedBudget { effects.append(ceiling(form.text)) }
    }
    if let procedure = contract.procedure.value {
      effects.append(RuleEffect(procedure.text, steps(of: procedure), rule: "Aw 2012 2.38-2.39"))
    }
    if let term = contract.term.value, let pattern = term.patternText {
      effects.append(
        RuleEffect(
          BilingualText("looptijd ", "term ") + pattern,
          BilingualText(
            "een contract kan zo vaak en zo lang worden verlengd, en niet langer; de "
              + "opzegtermijn van 6 maanden bepaalt de beslisdatum",
            "a contract can be extended so often and so long, and no longer; the notice of 6 "
              + "months makes the decisive date"
          ),
          rule: "contractstandaard Wmo 1.2"
        )
      )
    }
    return effects
  }

  private static func ceiling(_ choice: BilingualText) -> RuleEffect {
    RuleEffect(
      choice,
      BilingualText(
        "per contract en jaar geldt een plafond; vanaf 70 % volgt een signaal en een gesprek",
        "a ceiling holds per contract and year; from 70 % an alert and a talk follow"
      ),
      rule: "TR369"
    )
  }

  private static func steps(of procedure: Landscape.ProcedureKind) -> BilingualText {
    switch procedure {
    case .admission:
      BilingualText(
        "wie aan de eisen voldoet wordt toegelaten; er wordt niet gerangschikt",
        "whoever meets the requirements is admitted; nobody is ranked"
      )
    case .socialServices:
      BilingualText(
        "eisen worden getoetst; er zijn geen gunningscriteria",
        "requirements are tested; there are no award criteria"
      )
    case .socialServicesWithCriteria, .tender:
      BilingualText(
        "twee personen openen samen, beoordelaars scoren los van elkaar, daarna volgt de "
          + "standstill",
        "two people open together, assessors score apart, then the stand-still follows"
      )
    }
  }

  // MARK: Payment

  private static func payment(_ payment: PaymentElement) -> [RuleEffect] {
    var effects: [RuleEffect] = []
    if let variant = payment.variant.value {
      effects.append(RuleEffect(variant.text, checks(of: variant), rule: rules(of: variant)))
    }
    for model in payment.models.value ?? [] where model.kind == .unitPrice {
      effects.append(
        RuleEffect(
          model.kind.text,
          BilingualText(
            "het bedrag van een declaratieregel is volume maal tarief, afgerond op centen",
            "the amount of a claim line is volume times tariff, rounded to cents"
          ),
          rule: "TR346, TR418"
        )
      )
    }
    if payment.budgetFrame.value == .ceilingPerProvider, let frame = payment.budgetFrame.value {
      effects.append(ceiling(frame.text))
    }
    if let account = payment.account.value {
      effects.append(
        RuleEffect(
          BilingualText("verantwoording: ", "account: ") + account.text,
          account == .hours
            ? BilingualText(
              "geleverde uren worden per regel gedeclareerd en getoetst",
              "delivered hours are claimed and tested per line"
            )
            : BilingualText(
              "uren worden niet gevraagd; het resultaat telt",
              "hours are not asked for; the result counts"
            )
        )
      )
    }
    return effects
  }

  private static func checks(of variant: ExecutionVariant) -> BilingualText {
    switch variant {
    case .effort:
      BilingualText(
        "een regel past binnen het volume van de toewijzing, per periode en in totaal",
        "a line fits the volume of the allocation, per period and in total"
      )
    case .output:
      BilingualText(
        "een regel past binnen het bedrag of het aantal van de toewijzing",
        "a line fits the amount or the number of the allocation"
      )
    case .task:
      BilingualText(
        "er is geen toewijzing per cliënt nodig; betaald wordt de taak",
        "no allocation per client is needed; the task is paid"
      )
    }
  }

  private static func rules(of variant: ExecutionVariant) -> String {
    switch variant {
    case .effort: "TR321, TR322"
    case .output: "TR322, TR369"
    case .task: ""
    }
  }

  // MARK: Supplier management and access

  private static func management(_ management: SupplierManagement) -> [RuleEffect] {
    guard let frequency = management.frequency.value else { return [] }
    return [
      RuleEffect(
        BilingualText("gesprekken: ", "talks: ") + frequency.text,
        BilingualText(
          "de evaluatie komt op de lijst van plichten, en een signaal als zij uitblijft",
          "the evaluation comes on the list of duties, and an alert when it does not happen"
        )
      )
    ]
  }

  private static func access(_ segment: Segment, _ strategy: Strategy) -> [RuleEffect] {
    var effects: [RuleEffect] = []
    if let access = segment.access.element, let provider = access.providerDecides.value {
      effects.append(
        RuleEffect(
          BilingualText("wie bepaalt wat", "who decides what"),
          provider.contains(.how)
            ? BilingualText(
              "de toewijzing noemt het resultaat; de aanbieder kiest hoe",
              "the allocation names the result; the provider chooses how"
            )
            : BilingualText(
              "de toewijzing noemt product en omvang",
              "the allocation names product and volume"
            )
        )
      )
    }
    let rules = strategy.transitionRules.filter { $0.segment == nil || $0.segment == segment.code }
    return effects
      + rules.map { rule in
        RuleEffect(
          BilingualText("overgangsregel \(rule.number)", "transition rule \(rule.number)"),
          BilingualText(quoted: rule.text),
          rule: rule.provenance.text
        )
      }
  }
}

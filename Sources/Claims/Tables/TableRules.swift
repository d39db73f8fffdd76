import Access
import Commissioning
package import People
import Quantities
package import Rules

/// The rules about one line of a table of deliveries.
///
/// Whatever a rule of the message standard says of typed values it says of a table as well; those
/// that speak of a message, a claim month or a list that the law does not have stand in
/// `notApplied` with the reason. The rules `LV01` and on are our own, for what only a table has.
/// The bit of a rule in an assessment is its place, so a released list only grows at its end.
package enum TableRules {
  package static let set = RuleSet<TableLineCase>(
    version: "regie/levering/1",
    rules: allocation + periods + volumes + amounts + corrections + [ceiling]
  )

  /// A rule of the message standard, laid on the line of a table; it may depend on other rules there,
  /// and say something under some laws only.
  private static func standard(
    _ id: RuleID,
    dependsOn premises: [RuleID]? = nil,
    laws: Set<SupportLaw>? = nil
  ) -> Rule<TableLineCase> {
    guard let rule = LineRules.set.rules.first(where: { $0.id == id }) else {
      preconditionFailure("\(id) is no rule about claim lines")
    }
    return Rule(
      id,
      code: rule.code,
      level: rule.level,
      judges: rule.judges,
      source: rule.source,
      choice: rule.choice,
      inForce: rule.inForce,
      dependsOn: premises ?? rule.dependsOn,
      check: { subject in
        if let laws, !laws.contains(subject.law) { return .notApplicable }
        return rule.check(subject.line)
      },
      compared: { rule.compared($0.line) }
    )
  }

  private static func own(
    _ id: RuleID,
    source: String,
    dependsOn: [RuleID] = [],
    choice: String? = nil,
    check: @escaping @Sendable (TableLineCase) -> RuleOutcome,
    compared: @escaping @Sendable (TableLineCase) -> [ComparedValue]
  ) -> Rule<TableLineCase> {
    Rule(
      id,
      code: nil,
      level: 3,
      judges: "Prestatie",
      source: source,
      choice: choice,
      inForce: LineRules.inForce,
      dependsOn: dependsOn,
      check: { $0.line.line.isCredit ? .notApplicable : check($0) },
      compared: compared
    )
  }

  /// The laws that have a message standard, whose lists and months therefore hold.
  private static let withStandard: Set<SupportLaw> = [.socialSupport, .youth]
}

// MARK: - Allocation

extension TableRules {
  private static let allocation: [Rule<TableLineCase>] = [
    standard("TR314"),
    Rule(
      "TR338",
      code: "9338",
      level: 3,
      judges: "Prestatie",
      source: "iWmo/iJw 3.2, TR338",
      choice: "A number that belongs to another client or another provider does not tie the line "
        + "(iWmo/iJw 3.2, chapter 17: number and client together).",
      inForce: LineRules.inForce,
      check: { subject in
        guard !subject.line.line.isCredit, subject.namesAllocation else { return .notApplicable }
        return subject.line.allocation == nil ? .fails : .holds
      },
      compared: { [ComparedValue("allocationNumber", .number($0.line.line.allocationNumber))] }
    ),
    own(
      "LV01",
      source: "Regie, leveringstabel; instelling levering-zonder-toewijzing",
      choice: "Wmo and Youth Act pay on an allocation. The Participation Act has no allocation "
        + "message, so that a region may do without one.",
      check: { subject in
        guard !subject.namesAllocation, subject.fittingAllocations == 0 else {
          return .notApplicable
        }
        return subject.line.settings.contract.unallocated.allows(subject.law) ? .holds : .fails
      },
      compared: { subject in
        [ComparedValue("law", subject.law.phrase), product(subject), period(subject)]
      }
    ),
    own(
      "LV02",
      source: "Regie, leveringstabel",
      check: { subject in
        subject.namesAllocation || subject.fittingAllocations < 2 ? .holds : .fails
      },
      compared: { subject in
        [ComparedValue("fitting", .number(Int64(subject.fittingAllocations))), product(subject)]
      }
    ),
    standard("TR384"),
    standard("TR339", laws: withStandard),
    standard("TR340"),
    standard("TR381", laws: withStandard),
  ]

  private static let periods: [Rule<TableLineCase>] = [
    own(
      "LV03",
      source: "Regie, leveringstabel; in plaats van iWmo/iJw 3.2 TR319",
      check: { $0.line.line.period.last <= $0.day ? .holds : .fails },
      compared: { [period($0), ComparedValue("judgedOn", .date($0.day))] }
    ),
    standard("TR307"),
    standard("TR308"),
    standard("TR387", laws: withStandard),
    standard("TR388", laws: withStandard),
    own(
      "LV04",
      source: "Regie, leveringstabel; in plaats van iWmo/iJw 3.2 TR387 en TR388",
      choice: "One line is about one calendar month, because tariffs, volumes and budgets are "
        + "counted by month; it may begin and end on any day of it.",
      check: { subject in
        guard !withStandard.contains(subject.law) else { return .notApplicable }
        let days = subject.line.line.period
        return days.first.firstOfMonth == days.last.firstOfMonth ? .holds : .fails
      },
      compared: { [period($0)] }
    ),
  ]

  private static let volumes: [Rule<TableLineCase>] = [
    standard("TR341"),
    standard("TR321"),
    standard("TR322"),
    standard("TR369"),
  ]
}

// MARK: - Money

extension TableRules {
  private static let amounts: [Rule<TableLineCase>] = [
    standard("TR418"),
    standard("TR346", dependsOn: ["TR418"]),
    own(
      "LV05",
      source: "Regie, leveringstabel; iWmo/iJw 3.2 CD087 en TR346",
      check: { subject in
        guard subject.line.line.unit == .euro else { return .notApplicable }
        return subject.line.line.amount == Cents(subject.line.line.volume) ? .holds : .fails
      },
      compared: { subject in
        [
          ComparedValue("claimedAmount", .cents(subject.line.line.amount)),
          ComparedValue("claimedVolume", .volume(subject.line.line.volume, .euro)),
        ]
      }
    ),
  ]

  private static let corrections: [Rule<TableLineCase>] = [
    standard("TR323"),
    standard("TR390"),
    standard("TR389"),
    own(
      "LV06",
      source: "Regie, leveringstabel; naast iWmo/iJw 3.2 TR389",
      choice: "Without an allocation the client, the product and the days tell whether support "
        + "was claimed before.",
      check: { $0.sameDelivery ? .fails : .holds },
      compared: { [product($0), period($0)] }
    ),
  ]

  private static let ceiling = own(
    "LV07",
    source: "contractstandaard, bestedingsruimte, artikel 1.5",
    choice: "A line without an allocation counts as generic: the municipality did not order it by "
      + "itself, so the ceiling holds for it.",
    check: { subject in
      guard let use = subject.ceiling, !isSpecific(subject) else { return .notApplicable }
      guard let sum = use.awardedBefore.adding(subject.line.line.amount) else { return .fails }
      return sum <= use.amount ? .holds : .fails
    },
    compared: { subject in
      let use = subject.ceiling
      let left = use.flatMap { $0.amount.subtracting($0.awardedBefore) }
      return [
        ComparedValue("claimedAmount", .cents(subject.line.line.amount)),
        ComparedValue("contract", LineRules.text(use?.contract)),
        ComparedValue("ceiling", use.map { .cents($0.amount) } ?? .absent),
        ComparedValue("ceilingPeriod", use.map { .period($0.period) } ?? .absent),
        ComparedValue("awardedBefore", use.map { .cents($0.awardedBefore) } ?? .absent),
        ComparedValue("left", left.map { .cents(max(.zero, $0)) } ?? .absent),
      ]
    }
  )

  /// Whether the municipality ordered this very support, which is always paid (artikel 1.5).
  private static func isSpecific(_ subject: TableLineCase) -> Bool {
    subject.line.allocation.map { $0.terms.kind == .specific } ?? false
  }

  private static func product(_ subject: TableLineCase) -> ComparedValue {
    ComparedValue("claimedProduct", .code(subject.line.line.code.description))
  }

  private static func period(_ subject: TableLineCase) -> ComparedValue {
    LineRules.productPeriod(subject.line)
  }
}

// MARK: - What is not applied

extension TableRules {
  /// The rules about claims by message that are not laid on a table under a law, with the reason.
  package static func notApplied(under law: SupportLaw) -> [(rule: RuleID, why: BilingualText)] {
    withStandard.contains(law) ? tableOnly : tableOnly + noStandard
  }

  private static let tableOnly: [(rule: RuleID, why: BilingualText)] = [
    (
      "TR333",
      BilingualText(
        "een tabel heeft geen declaratienummer; dezelfde tabel verandert niets",
        "a table has no claim number; the same table changes nothing"
      )
    ),
    (
      "TR318",
      BilingualText(
        "een tabel heeft geen declaratiemaand en dus geen volgorde van maanden",
        "a table has no claim month and so no order of months"
      )
    ),
    (
      "TR319",
      BilingualText(
        "een tabel heeft geen declaratiemaand; LV03 zegt dat de ondersteuning geleverd moet zijn",
        "a table has no claim month; LV03 says that the support must have been delivered"
      )
    ),
    (
      "TR304",
      BilingualText(
        "of de client bekend is blijkt per regel uit de toewijzing (TR338, LV01)",
        "whether the client is known shows line by line from the allocation (TR338, LV01)"
      )
    ),
  ]

  private static let noStandard: [(rule: RuleID, why: BilingualText)] = [
    (
      "TR339",
      BilingualText(
        "de Participatiewet kent geen productcategorieën",
        "the Participation Act has no product categories"
      )
    ),
    (
      "TR381",
      BilingualText(
        "de Participatiewet kent geen landelijke lijst van productcodes",
        "the Participation Act has no national list of product codes"
      )
    ),
    (
      "TR387",
      BilingualText(
        "zonder berichtenstandaard hoeft een regel niet op de eerste te beginnen (LV04)",
        "without a message standard a line need not begin on the first (LV04)"
      )
    ),
    (
      "TR388",
      BilingualText(
        "zonder berichtenstandaard hoeft een regel niet op de laatste te eindigen (LV04)",
        "without a message standard a line need not end on the last day (LV04)"
      )
    ),
  ]
}

extension SupportLaw {
  /// The law in words.
  package var name: BilingualText {
    switch self {
    case .socialSupport: BilingualText("Wmo 2015", "Social Support Act")
    case .youth: BilingualText("Jeugdwet", "Youth Act")
    case .participation: BilingualText("Participatiewet", "Participation Act")
    }
  }

  var phrase: ComparedValue.Value { .phrase(dutch: name.dutch, english: name.english) }
}

extension UnallocatedDeliveries {
  /// Whether support under a law may be paid without an allocation.
  package func allows(_ law: SupportLaw) -> Bool {
    switch self {
    case .never: false
    case .participation: law == .participation
    case .always: true
    }
  }
}

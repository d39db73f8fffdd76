import Access
import Commissioning
package import Quantities
package import Rules

/// The rules of control levels 3 and 4 about one line of a claim.
///
/// Order matters only in that a rule stands after the rules it depends on. The bit of a rule in an
/// assessment is its place in this list, so a released list is only ever added to at its end.
package enum LineRules {
  /// The set that judges every line of a claim.
  package static let set = RuleSet<LineCase>(
    version: "iwmo-3.2/prestatie/1",
    rules: identity + contents + amounts + corrections
  )

  /// The first day of iWmo and iJw 3.2, which brought these rules in this form.
  static let inForce: OpenPeriod = {
    guard let first = CivilDate(year: 2020, month: 1, day: 1),
      let period = OpenPeriod(from: first, through: nil)
    else { preconditionFailure("1 January 2020 exists") }
    return period
  }()

  /// The day whose rules judge a claim: today, but never before the rules were in force.
  package static func judgingDay(_ today: CivilDate) -> CivilDate { max(today, inForce.first) }

  static func rule(
    _ id: RuleID,
    _ code: ReturnCode,
    level: Int = 3,
    dependsOn: [RuleID] = [],
    choice: String? = nil,
    check: @escaping @Sendable (LineCase) -> RuleOutcome,
    compared: @escaping @Sendable (LineCase) -> [ComparedValue]
  ) -> Rule<LineCase> {
    Rule(
      id,
      code: code,
      level: level,
      judges: "Prestatie",
      source: "iWmo/iJw 3.2, \(id)",
      choice: choice,
      inForce: inForce,
      dependsOn: dependsOn,
      check: check,
      compared: compared
    )
  }

  /// What is said of the line's own number and of the allocation it points to.
  static let identity: [Rule<LineCase>] = [
    rule(
      "TR314",
      "8021",
      check: { $0.referenceUsed ? .fails : .holds },
      compared: { [ComparedValue("reference", .code($0.line.reference))] }
    ),
    rule(
      "TR338",
      "9338",
      choice: "A number that belongs to another client or another provider does not tie the line "
        + "(iWmo/iJw 3.2, chapter 17: number and client together).",
      check: { debits($0) { $0.allocation == nil ? .fails : .holds } },
      compared: { [ComparedValue("allocationNumber", .number($0.line.allocationNumber))] }
    ),
    rule(
      "TR384",
      "9384",
      dependsOn: ["TR338"],
      check: { debits($0) { $0.allocation?.isDeleted == true ? .fails : .holds } },
      compared: { [ComparedValue("allocationNumber", .number($0.line.allocationNumber))] }
    ),
    rule(
      "TR339",
      "9339",
      dependsOn: ["TR338", "TR384"],
      check: { subject in
        debits(subject) {
          guard let category = $0.allocation?.category else { return .notApplicable }
          return category == $0.line.category ? .holds : .fails
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedCategory", .code(subject.line.category.description)),
          ComparedValue(
            "allocatedCategory",
            text(subject.allocation?.category?.description)
          ),
        ]
      }
    ),
    rule(
      "TR340",
      "9340",
      dependsOn: ["TR338", "TR384", "TR339"],
      check: { subject in
        debits(subject) {
          guard let code = $0.allocation?.code else { return .notApplicable }
          return code == $0.line.code ? .holds : .fails
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedProduct", .code(subject.line.code.description)),
          ComparedValue("allocatedProduct", text(subject.allocation?.code?.description)),
        ]
      }
    ),
    rule(
      "TR381",
      "S329",
      level: 4,
      choice: "The first two characters of the code are the category, or the region's own list.",
      check: { subject in
        debits(subject) {
          $0.settings.contract.productList.fits($0.line.code, in: $0.line.category)
            ? .holds : .fails
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedProduct", .code(subject.line.code.description)),
          ComparedValue("claimedCategory", .code(subject.line.category.description)),
        ]
      }
    ),
  ]

  /// Judges a debit; a credit repeats an approved debit and is judged by TR323 and TR390 alone.
  static func debits(
    _ subject: LineCase,
    _ check: (LineCase) -> RuleOutcome
  ) -> RuleOutcome {
    subject.line.isCredit ? .notApplicable : check(subject)
  }

  static func text(_ value: String?) -> ComparedValue.Value {
    value.map { .code($0) } ?? .absent
  }
}

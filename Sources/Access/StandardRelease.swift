package import Quantities
package import Rules

/// The release of the message standard that the rules come from.
///
/// - Dutch term: release (iWmo 3.2)
package enum StandardRelease {
  /// The day on which release 3.2 came into force for everybody: 3 April 2023.
  package static let firstDay = CivilDate(dayNumber: 19_450)

  /// The time in which the rules of the release hold.
  package static let inForce: OpenPeriod = {
    guard let period = OpenPeriod(from: firstDay, through: nil) else {
      preconditionFailure("a period without an end cannot end before it begins")
    }
    return period
  }()

  /// The day whose rules judge a message: today, but never before the release of its form.
  package static func judgingDay(_ today: CivilDate) -> CivilDate { max(today, firstDay) }
}

extension Rule {
  /// A rule of the message standard, release 3.2.
  package static func standard(
    _ id: RuleID,
    code: ReturnCode?,
    level: Int = 3,
    judges: String,
    choice: String? = nil,
    dependsOn: [RuleID] = [],
    check: @escaping @Sendable (Subject) -> RuleOutcome,
    compared: @escaping @Sendable (Subject) -> [ComparedValue]
  ) -> Rule {
    Rule(
      id,
      code: code,
      level: level,
      judges: judges,
      source: "iWmo 3.2 \(id)",
      choice: choice,
      inForce: StandardRelease.inForce,
      dependsOn: dependsOn,
      check: check,
      compared: compared
    )
  }
}

extension RuleOutcome {
  /// What a rule says whose condition is a plain truth value.
  package static func of(_ holds: Bool) -> RuleOutcome { holds ? .holds : .fails }
}

extension ComparedValue {
  /// A code or external number; absent when there is none.
  package static func code(_ name: String, _ text: String?) -> ComparedValue {
    ComparedValue(name, text.map { .code($0) } ?? .absent)
  }

  package static func date(_ name: String, _ date: CivilDate?) -> ComparedValue {
    ComparedValue(name, date.map { .date($0) } ?? .absent)
  }

  package static func cents(_ name: String, _ cents: Cents?) -> ComparedValue {
    ComparedValue(name, cents.map { .cents($0) } ?? .absent)
  }

  package static func volume(_ name: String, _ volume: SupportVolume?) -> ComparedValue {
    ComparedValue(name, volume.map { .volume($0.amount, $0.unit) } ?? .absent)
  }

  /// The number of an allocation, an external number and so written as a code.
  package static func allocation(_ number: Int64?) -> ComparedValue {
    .code("allocationNumber", number.map(String.init))
  }
}

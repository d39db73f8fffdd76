package import Quantities
package import Rules

/// What the rules see of a claim as a whole.
package struct ClaimCase: Sendable {
  package let number: String
  package let period: Period
  /// Whether the provider sent a claim with this number before.
  package let numberUsed: Bool
  /// The first day of the last month the provider claimed from this municipality.
  package let lastPeriod: CivilDate?

  package init(number: String, period: Period, numberUsed: Bool, lastPeriod: CivilDate?) {
    self.number = number
    self.period = period
    self.numberUsed = numberUsed
    self.lastPeriod = lastPeriod
  }
}

/// The rules of control level 3 about a claim as a whole.
package enum ClaimRules {
  package static let set = RuleSet<ClaimCase>(
    version: "iwmo-3.2/declaratie/1",
    rules: [
      Rule(
        "TR333",
        code: "9333",
        level: 3,
        judges: "Declaratie",
        source: "iWmo/iJw 3.2, TR333",
        inForce: LineRules.inForce,
        check: { $0.numberUsed ? .fails : .holds },
        compared: { [ComparedValue("claimNumber", .code($0.number))] }
      ),
      Rule(
        "TR318",
        code: "8214",
        level: 3,
        judges: "Declaratie",
        source: "iWmo/iJw 3.2, TR318",
        choice: "Months without care may be skipped and the last month may be claimed again; an "
          + "earlier month may not (IV090). The order is kept per provider and municipality.",
        inForce: LineRules.inForce,
        check: { subject in
          guard let last = subject.lastPeriod else { return .holds }
          return last <= subject.period.first ? .holds : .fails
        },
        compared: { subject in
          [
            ComparedValue("claimPeriod", .period(subject.period)),
            ComparedValue(
              "lastClaimPeriod",
              subject.lastPeriod.map { .period(Period(monthOf: $0)) } ?? .absent
            ),
          ]
        }
      ),
    ]
  )
}

/// What the rules see of a client in a claim.
package struct ClaimedClientCase: Sendable {
  /// Whether the municipality knows the client: it allocated support to them at some time.
  package let isKnown: Bool

  package init(isKnown: Bool) { self.isKnown = isKnown }
}

/// The rules of control level 3 about a client in a claim.
package enum ClaimedClientRules {
  package static let set = RuleSet<ClaimedClientCase>(
    version: "iwmo-3.2/declaratie-client/1",
    rules: [
      Rule(
        "TR304",
        code: "8187",
        level: 3,
        judges: "Client",
        source: "iWmo/iJw 3.2, TR304",
        choice: "A client is known when the municipality has allocated support to them.",
        inForce: LineRules.inForce,
        check: { $0.isKnown ? .holds : .fails },
        compared: { _ in [ComparedValue("client", .sealed)] }
      )
    ]
  )
}

package import Quantities
package import Rules

/// What the rules see of the header of a message.
package struct HeaderCase: Sendable {
  package let key: MessageKey
  package let dated: CivilDate
  /// The day on which the message is judged.
  package let today: CivilDate
  /// Whether another message with this key was received before.
  package let isKeyUsed: Bool
  package let municipality: MunicipalityCode
  package let municipalityExists: Bool

  package init(
    key: MessageKey,
    dated: CivilDate,
    today: CivilDate,
    isKeyUsed: Bool,
    municipality: MunicipalityCode,
    municipalityExists: Bool
  ) {
    self.key = key
    self.dated = dated
    self.today = today
    self.isKeyUsed = isKeyUsed
    self.municipality = municipality
    self.municipalityExists = municipalityExists
  }
}

/// The rules of levels 3 and 4 about the header, the same for every kind of message.
package enum HeaderRules {
  package static let set = RuleSet<HeaderCase>(
    version: "iwmo-3.2/header/1",
    rules: [
      rule(
        "TR056",
        "9056",
        level: 3,
        check: { $0.isKeyUsed ? .fails : .holds },
        compared: { [ComparedValue("identification", .code($0.key.identification))] }
      ),
      rule(
        "TR135",
        "8848",
        level: 4,
        check: { $0.dated <= $0.today ? .holds : .fails },
        compared: {
          [ComparedValue("dated", .date($0.dated)), ComparedValue("today", .date($0.today))]
        }
      ),
      rule(
        "TR378",
        "S300",
        level: 4,
        check: { $0.municipalityExists ? .holds : .fails },
        compared: { [ComparedValue("municipality", .code($0.municipality.description))] }
      ),
    ]
  )

  private static func rule(
    _ id: RuleID,
    _ code: ReturnCode,
    level: Int,
    check: @escaping @Sendable (HeaderCase) -> RuleOutcome,
    compared: @escaping @Sendable (HeaderCase) -> [ComparedValue]
  ) -> Rule<HeaderCase> {
    guard let first = CivilDate(year: 2020, month: 1, day: 1),
      let period = OpenPeriod(from: first, through: nil)
    else { preconditionFailure("1 January 2020 exists") }
    return Rule(
      id,
      code: code,
      level: level,
      judges: "Header",
      source: "iWmo/iJw 3.2, \(id)",
      inForce: period,
      check: check,
      compared: compared
    )
  }
}

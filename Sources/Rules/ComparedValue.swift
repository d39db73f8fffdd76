package import Quantities

/// One value that a rule looked at, with the name under which it is shown.
package struct ComparedValue: Hashable, Sendable {
  /// What the value is: a key with a text in every language, such as `claimedVolume`.
  package let name: String
  package let value: Value

  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// A value, typed so that every language can write it in its own way.
  package enum Value: Hashable, Sendable {
    case cents(Cents)
    case date(CivilDate)
    case period(Period)
    /// A number of units; the unit is nil for a plain count.
    case volume(Int64, ClaimUnit?)
    case number(Int64)
    /// A code or an external number that is no personal data.
    case code(String)
    /// Words of our own, such as how a number was counted.
    case phrase(dutch: String, english: String)
    /// Personal data: shown as "sealed", never as a value.
    case sealed
    case absent
  }
}

/// A rule that failed on one class of a message.
package struct Finding: Hashable, Sendable {
  package let rule: RuleID
  package let code: ReturnCode?
  package let level: Int
  /// The class that is judged, such as `Prestatie`.
  package let judges: String
  /// Which one of them: its place among those of its class in the message, from 0.
  package let row: Int
  package let compared: [ComparedValue]

  package init(
    rule: RuleID,
    code: ReturnCode?,
    level: Int,
    judges: String,
    row: Int,
    compared: [ComparedValue]
  ) {
    self.rule = rule
    self.code = code
    self.level = level
    self.judges = judges
    self.row = row
    self.compared = compared
  }
}

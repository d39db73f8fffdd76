package import Quantities

/// A temporary stop on new clients, at the provider's own request.
///
/// - Dutch term: cliëntenstop (contractstandaard; `definitions.md` B.22)
package struct IntakeStop: Hashable, Sendable {
  package let asked: CivilDate
  package let from: CivilDate
  package let through: CivilDate?
  package internal(set) var answer: Answer?
  /// The day on which it was lifted before its end.
  package internal(set) var lifted: CivilDate?

  /// What the municipality answered in writing, and when.
  package struct Answer: Hashable, Sendable {
    package let on: CivilDate
    package let isAllowed: Bool

    package init(on: CivilDate, isAllowed: Bool) {
      self.on = on
      self.isAllowed = isAllowed
    }
  }

  package init(asked: CivilDate, from: CivilDate, through: CivilDate?) {
    self.asked = asked
    self.from = from
    self.through = through
  }

  /// How long before it begins it must be asked for in writing.
  package static let request = LegalTerm(
    .days(14),
    .contract,
    .standard("cliëntenstop: schriftelijk verzoek ten minste 14 dagen vooraf")
  )

  /// Whether new clients are turned away on a day; crisis help never is.
  package func holds(on date: CivilDate) -> Bool {
    guard let answer, answer.isAllowed, date >= max(from, answer.on) else { return false }
    return (through.map { date <= $0 } ?? true) && (lifted.map { date < $0 } ?? true)
  }
}

package import Quantities

/// A formal choice, with the bodies that must take it one after another.
///
/// - Dutch term: besluit (002:90-144, 002:244-248)
package struct ProgrammeDecision: Hashable, Sendable {
  package let code: Label<ProgrammeDecision>
  package let text: String
  /// What it binds, such as a procedure or the number of contracts.
  package let binds: String
  /// Step by step: the portfolio board first, then every executive for its own municipality.
  package let steps: [[BodyCode]]
  package let basis: Basis
  package internal(set) var taken: [BodyCode: Taken] = [:]

  /// What a body said, and when.
  package struct Taken: Hashable, Sendable {
    package let on: CivilDate
    package let outcome: Outcome

    package init(on: CivilDate, outcome: Outcome) {
      self.on = on
      self.outcome = outcome
    }
  }

  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case adopted = "vastgesteld"
    case rejected = "afgewezen"
  }

  /// Where a decision stands.
  package enum State: Hashable, Sendable {
    /// Waits for these bodies.
    case waiting([BodyCode])
    case adopted(on: CivilDate)
    case rejected(by: BodyCode, on: CivilDate)
  }

  package init(
    code: Label<ProgrammeDecision>,
    text: String,
    binds: String,
    steps: [[BodyCode]],
    basis: Basis
  ) {
    self.code = code
    self.text = text
    self.binds = binds
    self.steps = steps
    self.basis = basis
  }
}

extension ProgrammeDecision {
  package var state: State {
    let rejections = taken.filter { $0.value.outcome == .rejected }
    if let first = rejections.min(by: { ($0.value.on, $0.key) < ($1.value.on, $1.key) }) {
      return .rejected(by: first.key, on: first.value.on)
    }
    for step in steps {
      let missing = step.filter { taken[$0] == nil }
      if !missing.isEmpty { return .waiting(missing) }
    }
    guard let last = taken.values.map(\.on).max() else { return .waiting([]) }
    return .adopted(on: last)
  }
}

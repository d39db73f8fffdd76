import Commissioning
import Landscape
import Quantities

extension ContractMaker {
  private typealias Days = BuyingDays

  /// Extends by option, or by a good year that was evaluated.
  func live(
    _ code: ContractCode,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let contract = script.contracts.contracts[code] else { return }
    switch contract.term.pattern.mode {
    case .rolling:
      for year in 1...3 { try evaluate(code, year: year, place: 0, to: &script) }
    case .option:
      try script.contract(.act(code, .extend(by: .municipality)), on: Days.extensionNotice)
      guard script.contracts.contracts[code]?.lastDay == Calendar2025.last else { return }
      try script.contract(.act(code, .extend(by: .municipality)), on: Days.lastExtension)
    }
  }

  /// Evaluates the first year of the contracts that may be dissolved after it (000:34): of one the
  /// results lag and the progress does not, so that it goes on.
  func evaluateFirstYears(to script: inout CommissioningScript) throws(ShapeFault) {
    let codes = script.contracts.contracts.values.filter(\.draft.mayDissolveAfterFirstYear)
      .map(\.draft.code).sorted()
    for (place, code) in codes.enumerated() {
      try evaluate(code, year: 1, place: place, to: &script)
    }
  }

  private func evaluate(
    _ code: ContractCode,
    year: Int,
    place: Int,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let lags = place == 1
    let evaluation = YearEvaluation(
      contract: code,
      year: year,
      results: YearEvaluation.Part(
        isSufficient: !lags,
        finding: lags
          ? "een op de vijf trajecten leidde tot uitstroom, twee op de vijf was afgesproken"
          : "de afgesproken uitstroom is gehaald"
      ),
      progress: YearEvaluation.Part(
        isSufficient: true,
        finding: "het aanbod groeit volgens het plan en de samenwerking loopt"
      )
    )
    try script.supplier(.evaluate(evaluation), on: Days.review(2021 + year))
  }

  /// One provider for respite care got a stop in the autumn; another asks for one in January and
  /// waits for an answer.
  func stopIntake(
    _ lots: [PlannedLot],
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let open = lots.filter { $0.contract?.isAdmission == true }
    guard let past = open.first?.contracts.first, let first = open.first else { return }
    let code = try code(past.provider, first)
    let ask = ContractAction.askIntakeStop(
      from: Calendar2025.day(2025, 10, 20),
      through: Calendar2025.last,
      isCrisis: false
    )
    try script.contract(.act(code, ask), on: Calendar2025.day(2025, 9, 22))
    try script.contract(
      .act(code, .answerIntakeStop(isAllowed: true)),
      on: Calendar2025.day(2025, 9, 29)
    )
    guard let lot = open.last, let present = lot.contracts.last else { return }
    let again = ContractAction.askIntakeStop(
      from: Calendar2025.day(2026, 2, 16),
      through: Calendar2025.day(2026, 4, 30),
      isCrisis: false
    )
    try script.contract(
      .act(try self.code(present.provider, lot), again),
      on: Calendar2025.day(2026, 1, 19)
    )
  }
}

package import Quantities
package import Rules

/// The evaluation of a contract year: what came of the results and of the progress.
///
/// - Dutch term: evaluatie aan het einde van het eerste jaar (000:34)
package struct YearEvaluation: Hashable, Sendable {
  package let contract: ContractCode
  package let year: Int
  package let results: Part
  package let progress: Part

  /// What was found on one of the two points.
  ///
  /// - Dutch term: onderdeel van een evaluatie
  package struct Part: Hashable, Sendable {
    package let isSufficient: Bool
    package let finding: String

    package init(isSufficient: Bool, finding: String) {
      self.isSufficient = isSufficient
      self.finding = finding
    }
  }

  package init(contract: ContractCode, year: Int, results: Part, progress: Part) {
    self.contract = contract
    self.year = year
    self.results = results
    self.progress = progress
  }

  /// Whether the year was good: only when both lag is it not.
  package var isGood: Bool { results.isSufficient || progress.isSufficient }

  /// Why it takes both.
  package static let judgedBy: [Basis] = [
    .document("000:34"),
    .assumption("\"resultaten en voortgang\" is gelezen als beide: een van de twee is niet genoeg"),
  ]
}

/// Where a contract that may be dissolved after its first year stands.
///
/// - Dutch term: stand van de evaluatie na het eerste jaar (000:34)
package struct EvaluationStanding: Hashable, Sendable {
  package let contract: ContractCode
  package let provider: ChamberNumber
  package let stage: Stage
  /// The evaluation with its grounds; nil when there is none.
  package let evaluation: YearEvaluation?

  /// - Dutch term: stadium van de evaluatie
  package enum Stage: Hashable, Sendable {
    /// It cannot be judged before this day.
    case notYet(from: CivilDate)
    case due(last: CivilDate)
    case overdue(since: CivilDate)
    case good
    /// It may be dissolved, on this day at the earliest when notice is given today.
    case mayDissolve(earliest: CivilDate)
    case dissolved(last: CivilDate)
    /// It ended without an evaluation.
    case ended(CivilDate)
  }
}

extension SupplierBook {
  /// Every contract that may be dissolved after its first year, in order of the codes.
  package func evaluations(
    contracts: ContractBook,
    on day: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) -> [EvaluationStanding] {
    contracts.contracts.values.filter(\.draft.mayDissolveAfterFirstYear)
      .sorted { $0.draft.code < $1.draft.code }
      .map { contract in
        EvaluationStanding(
          contract: contract.draft.code,
          provider: contract.draft.provider,
          stage: contract.evaluationStage(on: day, calendar: calendar),
          evaluation: evaluations[contract.draft.code]?[1]
        )
      }
  }
}

extension Contract {
  fileprivate func evaluationStage(
    on day: CivilDate,
    calendar: WorkCalendar
  ) -> EvaluationStanding.Stage {
    let last = term.end(ofYear: 1)
    if let termination, termination.ground == .firstYear {
      return .dissolved(last: termination.effective)
    }
    switch term.reviews[1] {
    case true: return .good
    case false:
      if day > lastDay { return .ended(lastDay) }
      let notice = EarlyTermination.Ground.firstYear.notice
      return .mayDissolve(earliest: notice?.end(after: day, in: calendar) ?? day)
    case nil:
      if day > lastDay { return .ended(lastDay) }
      let first = last.adding(months: -1)
      if day < first { return .notYet(from: first) }
      return day <= last ? .due(last: last) : .overdue(since: last)
    }
  }
}

extension EvaluationStanding.Stage {
  /// A short word for tables and programs.
  package var code: String {
    switch self {
    case .notYet: "nog-niet"
    case .due: "te-doen"
    case .overdue: "te-laat"
    case .good: "goed"
    case .mayDissolve: "ontbinden-kan"
    case .dissolved: "ontbonden"
    case .ended: "geeindigd"
    }
  }

  /// One sentence for the contract manager, with what can be done.
  package var text: BilingualText {
    switch self {
    case .notYet(let day):
      BilingualText(
        "Te evalueren vanaf \(day.dutchText).",
        "To be evaluated from \(day) on."
      )
    case .due(let day):
      BilingualText(
        "Evalueer uiterlijk op \(day.dutchText), het einde van het eerste jaar.",
        "Evaluate by \(day), the end of the first year."
      )
    case .overdue(let day):
      BilingualText(
        "Het eerste jaar eindigde op \(day.dutchText); de evaluatie had er moeten zijn.",
        "The first year ended on \(day); the evaluation should have been there."
      )
    case .good:
      BilingualText("Het eerste jaar was goed.", "The first year was good.")
    case .mayDissolve(let day):
      BilingualText(
        "Resultaten en voortgang bleven uit; ontbinden kan tegen \(day.dutchText) of later.",
        "Results and progress stayed away; it may be dissolved as of \(day) or later."
      )
    case .dissolved(let day):
      BilingualText(
        "Ontbonden na het eerste jaar; de laatste dag is \(day.dutchText).",
        "Dissolved after the first year; the last day is \(day)."
      )
    case .ended(let day):
      BilingualText("Geëindigd op \(day.dutchText).", "Ended on \(day).")
    }
  }
}

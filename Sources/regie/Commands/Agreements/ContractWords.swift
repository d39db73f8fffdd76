import Commissioning
import Quantities
import Rules

extension ContractEvent {
  /// What happened, in one sentence.
  var words: BilingualText {
    switch self {
    case .concluded(let draft):
      BilingualText(
        "Contract \(draft.code) is gesloten met KvK \(draft.provider), looptijd \(draft.pattern) "
          + "vanaf \(draft.start.dutchText).",
        "Contract \(draft.code) is concluded with \(draft.provider), term \(draft.pattern) from "
          + "\(draft.start)."
      )
    case .tariffAgreed(let key, let tariff):
      BilingualText(
        "Voor \(key.product) geldt vanaf \(tariff.period.first.dutchText) \(tariff.price.dutchText) "
          + "(\(key.scope.text.dutch); \(tariff.basis.dutchText)).",
        "For \(key.product) \(tariff.price.englishText) holds from \(tariff.period.first) "
          + "(\(key.scope.text.english); \(tariff.basis.text.english))."
      )
    case .providerRecorded(let record):
      BilingualText(
        "Aanbieder \(record.name) (KvK \(record.chamber)) staat in het register.",
        "Provider \(record.name) (\(record.chamber)) stands in the register."
      )
    case .happened(let code, let change):
      BilingualText(
        "Contract \(code): \(change.words.dutch).",
        "Contract \(code): \(change.words.english)."
      )
    }
  }
}

extension ContractChange {
  /// What changed, without a capital or a full stop.
  var words: BilingualText {
    switch self {
    case .extended(let end):
      BilingualText("verlengd tot en met \(end.dutchText)", "extended through \(end)")
    case .reviewed(let year, let isGood, let end):
      BilingualText(
        "contractjaar \(year) is \(isGood ? "goed" : "onvoldoende")"
          + (end.map { "; het contract loopt nu tot en met \($0.dutchText)" } ?? ""),
        "contract year \(year) is \(isGood ? "good" : "not good")"
          + (end.map { "; the contract now runs through \($0)" } ?? "")
      )
    case .partAdded(let part):
      BilingualText(
        "\(part.kind.rawValue) \(part.code) is toegevoegd",
        "\(part.kind.text.english) \(part.code) is added"
      )
    case .amended(let amendment):
      BilingualText(
        "gewijzigd vanaf \(amendment.from.dutchText): \(amendment.subject)",
        "amended from \(amendment.from): \(amendment.subject)"
      )
    case .terminated(let termination):
      BilingualText(
        "opgezegd tegen \(termination.effective.dutchText): \(termination.ground.dutchText)",
        "terminated as of \(termination.effective): \(termination.ground.text.english)"
      )
    case .intakeStopAsked(let stop):
      BilingualText(
        "de aanbieder vraagt een cliëntenstop vanaf \(stop.from.dutchText)",
        "the provider asks for an intake stop from \(stop.from)"
      )
    case .intakeStopAnswered(let answer):
      answer.isAllowed
        ? BilingualText("de cliëntenstop is toegestaan", "the intake stop is allowed")
        : BilingualText("de cliëntenstop is geweigerd", "the intake stop is refused")
    case .intakeStopLifted(let on):
      BilingualText(
        "de cliëntenstop is opgeheven op \(on.dutchText)",
        "the intake stop is lifted on \(on)"
      )
    case .ceiling(let step): step.words
    case .continuityAssessed(let assessment):
      BilingualText(
        "continuïteit: stap \(assessment.step.rawValue) van 6, \(assessment.step.dutchText)",
        "continuity: step \(assessment.step.rawValue) of 6, \(assessment.step.text.english)"
      )
    }
  }
}

extension CeilingStep {
  fileprivate var words: BilingualText {
    switch self {
    case .announced(let from, _):
      BilingualText(
        "een budgetplafond is aangekondigd vanaf \(from.dutchText)",
        "a budget ceiling is announced from \(from)"
      )
    case .decided(let decision):
      BilingualText(
        "het plafond is \(decision.amount.dutchText) tot en met \(decision.through.dutchText)",
        "the ceiling is \(decision.amount.englishText) through \(decision.through)"
      )
    case .planAgreed:
      BilingualText("het gezamenlijke plan is er", "the joint plan is agreed")
    case .warned(_, let used):
      BilingualText(
        "gemeld dat \(used.dutchText) van het plafond is gebruikt",
        "notice that \(used.englishText) of the ceiling is used"
      )
    case .talked: BilingualText("het gesprek is gevoerd", "the talk is held")
    case .settled(let outcome):
      outcome.amount.map {
        BilingualText(
          "het plafond wordt \($0.dutchText)",
          "the ceiling becomes \($0.englishText)"
        )
      } ?? BilingualText("het plafond blijft gelijk", "the ceiling stays as it is")
    }
  }
}

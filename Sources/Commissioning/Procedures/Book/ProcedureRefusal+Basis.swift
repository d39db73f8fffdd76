package import Rules

extension ProcedureRefusal {
  /// What forbids it: an act, a ruling, the contract standard, a source document, or the plan of
  /// the procedure itself; nil where the command simply does not fit what there is.
  package var basis: Basis? {
    switch self {
    case .lotsFrozen, .lotsNotChosen: .document("002:105-108")
    case .notDecided, .notYourTurn: .document("002:244-248")
    case .questionsClosed: rule(of: .questionsClose)
    case .noteTooLate: rule(of: .closing)
    case .questionsOpen, .unansweredQuestions, .closed, .openedEarly, .sealed:
      Self.equalTreatment
    case .notTwoOpeners, .unknownOpener, .unknownAssessor, .keysMissing, .keyInUse, .keyTwice:
      .clause("de openers en beoordelaars in het plan van de procedure")
    case .lotClosed, .entryNotOpen: .clause("de toetreding van het perceel; 001:74-78, 004:32-39")
    case .noRankingInAdmission:
      .law("HvJ EU Falk Pharma en Tirkkonen: bij toelating kiest de cliënt, niet de gemeente")
    case .belowMinimum: .clause("de minimumscore in het plan van de procedure")
    case .notInOrder, .passedOver, .tooMany, .tieUndecided, .drawIncomplete, .notAssessed,
      .notAllScored:
      Self.equalTreatment
    case .bidsNoLongerBind: CalendarRule.bidValidity.basis
    case .standstill, .reliefPending, .reliefTooLate: CalendarRule.standstill.basis
    case .unproven, .wrongEvidence: CalendarRule.evidence.basis
    default: nil
    }
  }

  /// The duties that hold in the light regime for social services.
  private static let equalTreatment = Basis.law(
    "Aanbestedingswet 2012, artikelen 2.38 en 2.39: gelijke behandeling en transparantie"
  )

  private func rule(of step: CalendarStep) -> Basis? {
    CalendarRule.rules(of: .awardCriteria).first { $0.step == step }?.term.basis
  }

  /// What forbids it and what can be done, with the ground of it.
  package var sentence: BilingualText {
    BilingualText(text, english).grounded(on: basis)
  }
}

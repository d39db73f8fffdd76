package import Quantities
package import Rules

/// Why something in a procedure is not done.
package enum ProcedureRefusal: Error, Hashable, Sendable {
  case exists(ProcedureCode)
  case unknown(ProcedureCode)
  case plan(PlanFault)
  case strategyNotAdopted(String)
  case noSegment(String, of: String)
  /// Choices of the segment that the strategy does not know yet.
  case segmentNotChosen(String, [BilingualText])
  case calendar(CalendarFault)
  case withdrawn
  case notPublished
  case published
  case lotsFrozen
  case notParticipating(MunicipalityCode)
  case unknownLot(LotCode)
  case nothingChosen
  case lotsNotChosen([MunicipalityCode])
  case lotWithoutMunicipality(LotCode)
  case notDecided([BodyCode])
  case notYourTurn([BodyCode])
  case unknownBody(BodyCode)
  case alreadyApproved(BodyCode)
  case keyInUse
  case keyTwice
  case keysMissing([OfficerCode])
  case questionsClosed(CivilDate)
  case unknownQuestion(Int)
  case questionAnswered(Int)
  case questionsOpen([Int])
  case nothingToTell
  case noteTooLate(CivilDate)
  case notLater(CivilMoment)
  case unansweredQuestions([Int])
  case closed(CivilMoment)
  case notClosed(CivilMoment)
  case lotClosed(LotCode)
  case entryNotOpen(CivilDate)
  case noBidsInAdmission
  case alreadySubmitted
  case unknownBid
  case notInPlay
  case alreadyOpened
  case sealed
  case notTwoOpeners
  case unknownOpener(OfficerCode)
  case openedEarly(CivilMoment)
  case wrongSeal
  case keptElsewhere(String)
  case unknownRequirement(Label<Requirement>)
  case wrongEvidence(EvidenceKind)
  case noReason
  case noRankingInAdmission
  case noCriteria
  case unknownCriterion(Label<AwardCriterion>)
  case pointsOutOfRange(Int)
  case unknownAssessor(OfficerCode)
  case alreadyScored
  case alreadyAgreed
  case notAllScored(missing: Int)
  case notAssessed([ChamberNumber])
  case drawIncomplete
  case drawNotNeeded
  case tieUndecided
  case alreadyAwarded(LotCode)
  case belowMinimum(ChamberNumber, points: Int, minimum: Int)
  case notInOrder(ChamberNumber)
  case passedOver([ChamberNumber])
  case tooMany(Int)
  case bidsNoLongerBind(CivilDate)
  case notAwarded(LotCode)
  case standstill(CivilDate)
  case reliefPending
  case reliefTooLate(CivilDate)
  case noRelief
  case alreadyFinal(LotCode)
  case unproven([Label<Requirement>])
  case unknownComplaint(Int)
  case complaintAnswered(Int)
  case notAnAdmission
  case awaitsFinalAward
}

package import Quantities

/// What someone asks about procedures.
package enum ProcedureCommand: Hashable, Sendable {
  case prepare(ProcedurePlan)
  case act(ProcedureCode, ProcedureAction)
}

/// What someone asks in one procedure.
package enum ProcedureAction: Hashable, Sendable {
  case chooseLots(MunicipalityCode, Set<LotCode>)
  case approve(BodyCode)
  /// Takes up the half that an opener made of the key under which bids are sealed.
  case provideKey(OfficerCode, OpenerKey)
  case publish
  case ask(ChamberNumber, String)
  case answer(question: Int, String)
  case publishNote
  case postponeClosing(CivilMoment)
  case submit(BidKey, SealedBid)
  case withdrawBid(BidKey)
  case open(by: [OfficerCode])
  /// Takes over the record of a tender platform that kept the bids.
  case importOpening(ProcurementProcedure.Opening)
  case recordEvidence(BidKey, Label<Requirement>, Evidence)
  case setAside(BidKey, Label<Requirement>, reason: String)
  case score(BidKey, Label<AwardCriterion>, points: Int, by: OfficerCode)
  case agree(BidKey, Label<AwardCriterion>, points: Int, reason: String)
  case recordDraw(LotCode, [ChamberNumber])
  case award(LotCode, to: [ChamberNumber])
  case complain(ChamberNumber)
  case answerComplaint(Int)
  case seekRelief
  case rule
  case makeFinal(LotCode)
  /// Applies for admission, or for entry during the term.
  case apply(BidKey)
  case admit(BidKey)
  case turnDown(BidKey, Label<Requirement>, reason: String)
  case withdraw(reason: String)
}

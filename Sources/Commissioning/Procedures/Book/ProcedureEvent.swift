package import Quantities

/// Something that happened in a procedure.
package enum ProcedureEvent: Hashable, Sendable {
  case prepared(ProcedurePlan)
  case happened(ProcedureCode, ProcedureChange)
}

/// What can happen in a procedure that is there.
package enum ProcedureChange: Hashable, Sendable {
  case lotsChosen(MunicipalityCode, [LotCode])
  case approved(BodyCode, on: CivilDate)
  /// An opener made a half of the key under which bids are sealed.
  case keyed(OfficerCode, OpenerKey, on: CivilDate)
  /// Published, with every day that was told.
  case published([CalendarStep: CivilDate])
  case asked(ChamberNumber, String, on: CivilDate)
  case answered(question: Int, String)
  case noted(ClarificationNote, questions: [Int])
  /// The bids close later, with every day that was told.
  case postponed(CivilMoment, [CalendarStep: CivilDate])
  case submitted(BidKey, SealedBid?, at: CivilMoment)
  case bidWithdrawn(BidKey)
  case opened(ProcurementProcedure.Opening)
  case evidenced(BidKey, Label<Requirement>, Evidence)
  case setAside(BidKey, Label<Requirement>, reason: String)
  case scored(BidKey, Label<AwardCriterion>, points: Int, by: OfficerCode)
  case agreed(BidKey, Label<AwardCriterion>, points: Int, reason: String)
  case drawn(LotCode, [ChamberNumber])
  case awarded(LotCode, ProcurementProcedure.Award)
  case complained(ChamberNumber, on: CivilDate, due: CivilDate)
  case complaintAnswered(Int, on: CivilDate)
  case reliefSought(on: CivilDate)
  case ruled(on: CivilDate, bidsBindThrough: CivilDate)
  case finalised(LotCode, on: CivilDate)
  case admitted(BidKey, from: CivilDate)
  case withdrawn(reason: String)
}

package import Quantities

/// Why something about a contract is not done.
package enum ContractRefusal: Error, Hashable, Sendable {
  case exists(ContractCode)
  case unknown(ContractCode)
  case noMunicipality
  case noClaimCode
  case partAfterEnd(end: CivilDate)
  case partExists(String)
  case onlyMunicipalityExtends
  case extendsByReview
  case extendsByOption
  case atMaximum(CivilDate)
  case noticeTooLate(latest: CivilDate)
  case ended(CivilDate)
  case notStarted(CivilDate)
  case yearNotOver(CivilDate)
  case yearUnknown(Int)
  case reviewed(Int)
  case formForbidsChange
  case materialChange
  case changeInThePast
  case alreadyTerminated(CivilDate)
  case terminatesTooEarly(earliest: CivilDate)
  case terminatesAfterEnd(CivilDate)
  case mayNotDissolve
  case firstYearNotReviewed
  case stopAskedTooLate(earliest: CivilDate)
  case stopNeverForCrisis
  case stopEndsBeforeItBegins
  case stopPending
  case noStopPending
  case noStopRunning
  case tariffAmbiguous(from: CivilDate, through: CivilDate?)
  case tariffNotPositive
  case ceiling(CeilingRefusal)
  case claimCodesOverlap(ProviderCode)
}

/// Why a step in the procedure of a ceiling is not taken.
package enum CeilingRefusal: Error, Hashable, Sendable {
  case notForeseen
  case taskVariant
  case tooLate(earliestStart: CivilDate)
  case underWay
  case notAnnounced
  case alreadyDecided
  case notDecided
  case decidedTooLate(latest: CivilDate)
  case planTooLate(latest: CivilDate)
  case planAgreed
  case endsBeforeItBegins
  case endsAfterContract(CivilDate)
  case amountNotPositive
  case belowWarning(share: Int)
  case noWarning
  case alreadyTalked
  case notTalked
  case alreadySettled
  case warningOpen
}

package import Quantities

/// What someone asks about contracts, tariffs and providers.
package enum ContractCommand: Hashable, Sendable {
  case conclude(ContractDraft)
  case agreeTariff(TariffBook.Key, Tariff)
  case recordProvider(ProviderRecord)
  case act(ContractCode, ContractAction)
}

/// What someone asks about one contract.
package enum ContractAction: Hashable, Sendable {
  /// Uses the next option, by notice of one of the sides.
  case extend(by: ContractSide)
  case review(year: Int, isGood: Bool)
  case addPart(ContractPart)
  case amend(ContractAmendment)
  case terminate(EarlyTermination.Ground, effective: CivilDate)
  case askIntakeStop(from: CivilDate, through: CivilDate?, isCrisis: Bool)
  case answerIntakeStop(isAllowed: Bool)
  case liftIntakeStop
  case announceCeiling(from: CivilDate)
  case decideCeiling(amount: Cents, through: CivilDate)
  case agreeCeilingPlan
  case warnOfCeiling(used: Cents, isOverrunExpected: Bool)
  case talkAboutCeiling
  case settleCeiling(amount: Cents?)
  case assessContinuity(ContinuityFigures)
}

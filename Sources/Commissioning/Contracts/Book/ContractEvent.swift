package import Quantities

/// Something that happened to a contract, a tariff or a provider.
package enum ContractEvent: Hashable, Sendable {
  case concluded(ContractDraft)
  case tariffAgreed(TariffBook.Key, Tariff)
  case providerRecorded(ProviderRecord)
  /// Something happened to a contract that is there.
  case happened(ContractCode, ContractChange)
}

/// What can happen to a contract after it was concluded.
package enum ContractChange: Hashable, Sendable {
  /// An option was used; the contract now ends on that day.
  case extended(through: CivilDate)
  /// A contract year was reviewed; the new end when the review added a year.
  case reviewed(year: Int, isGood: Bool, end: CivilDate?)
  case partAdded(ContractPart)
  case amended(ContractAmendment)
  case terminated(EarlyTermination)
  case intakeStopAsked(IntakeStop)
  case intakeStopAnswered(IntakeStop.Answer)
  case intakeStopLifted(on: CivilDate)
  case ceiling(CeilingStep)
  case continuityAssessed(ContinuityAssessment)
}

/// A step in the procedure of a budget ceiling.
package enum CeilingStep: Hashable, Sendable {
  case announced(from: CivilDate, on: CivilDate)
  case decided(BudgetCeiling.Decision)
  case planAgreed(on: CivilDate)
  case warned(on: CivilDate, used: Cents)
  case talked(on: CivilDate)
  case settled(BudgetCeiling.Outcome)
}

/// Why a municipality changed an allocation.
///
/// - Dutch term: reden wijziging (iWmo 3.2 code list WMO002; iJw JZ002 has the same codes)
package enum ChangeReason: UInt8, CaseIterable, Sendable {
  /// Withdrawn from the list; nobody may use it any more (CS336).
  case withdrawnCorrection = 1
  case died = 2
  case contractChange = 3
  case reassessedLonger = 4
  case reassessedShorter = 5
  case movedToOtherLaw = 6
  case movedToOtherMunicipality = 7
  /// The resident buys the support with a personal budget from now on.
  case personalBudget = 8
  case otherProvider = 9
  case otherFunding = 10
  case municipalMerger = 11
  case askedByProvider = 12
  /// The allocation counts as never sent.
  case deleted = 13
  case administrativeCorrection = 14
}

extension ChangeReason {
  /// The code of the standard: two digits.
  package var code: String { rawValue < 10 ? "0\(rawValue)" : "\(rawValue)" }

  /// The reason of a code of the standard, or nil when the list has no such code.
  package init?(code: some StringProtocol) {
    guard code.utf8.count == 2, let value = UInt8(code), let reason = ChangeReason(rawValue: value)
    else { return nil }
    self = reason
  }
}

package import Quantities

/// A municipality's word on a request, when it is no allocation.
///
/// - Dutch term: antwoord (iWmo 3.2 bericht 319)
package struct RequestAnswer: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let reference: String
  package let answer: Answer

  /// What the municipality says.
  ///
  /// - Dutch term: verzoekantwoord (iWmo 3.2 code list WJ760)
  package enum Answer: Hashable, Sendable {
    /// 1: the request is rejected.
    case rejected(RejectionReason)
    /// 2: the municipality needs more time.
    case underInvestigation
  }

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    reference: String,
    answer: Answer
  ) {
    self.municipality = municipality
    self.provider = provider
    self.reference = reference
    self.answer = answer
  }
}

/// Why a municipality rejects a request.
///
/// - Dutch term: reden afwijzing verzoek (iWmo 3.2 code list WJ759)
package enum RejectionReason: UInt8, CaseIterable, Sendable {
  case shouldBeNewRequest = 1
  case outsideBudget = 2
  case noContract = 3
  case outsideContract = 4
  case otherMunicipality = 5
  case stackingOfProducts = 6
  case onGroundsOfCare = 7
  /// The residence principle points to another municipality (woonplaatsbeginsel, Jeugdwet only).
  case residencePrinciple = 8
  case ageLimitReached = 9
}

extension RejectionReason {
  /// The code of the standard: one digit.
  package var code: String { "\(rawValue)" }

  /// The reason of a code of the standard, or nil when the list has no such code.
  package init?(code: some StringProtocol) {
    guard code.utf8.count == 1, let value = UInt8(code),
      let reason = RejectionReason(rawValue: value)
    else { return nil }
    self = reason
  }
}

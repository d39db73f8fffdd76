package import People
package import Quantities

/// One thing that a provider asked a municipality to decide.
///
/// A request for allocation is decided product by product, so each of its products is one of these;
/// a change request is decided as a whole and is one (OP344).
///
/// - Dutch term: verzoek (iWmo 3.2 berichten 315 en 317)
package struct SupportRequest: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  /// The provider's own reference, unique for the provider within the law (TR347).
  package let reference: String
  /// The day that stands on the message; the time to answer runs from it.
  package let dated: CivilDate
  package let content: Content

  /// What is asked.
  package enum Content: Hashable, Sendable {
    case allocation(RequestedProduct)
    case change(RequestedChange)
  }

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    reference: String,
    dated: CivilDate,
    content: Content
  ) {
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.reference = reference
    self.dated = dated
    self.content = content
  }
}

/// Support that a provider asks for.
///
/// - Dutch term: aangevraagd product (iWmo 3.2 bericht 315, klasse AangevraagdProduct)
package struct RequestedProduct: Hashable, Sendable {
  package let reference: String
  package let terms: AllocationTerms
  /// The number of the decision to the resident, when there is one (IV052).
  package let decisionNumber: Int64?
  package let decisionFrom: CivilDate?

  package init(
    reference: String,
    terms: AllocationTerms,
    decisionNumber: Int64? = nil,
    decisionFrom: CivilDate? = nil
  ) {
    self.reference = reference
    self.terms = terms
    self.decisionNumber = decisionNumber
    self.decisionFrom = decisionFrom
  }
}

/// The whole situation that a provider wishes for a client (OP308).
///
/// - Dutch term: verzoek om wijziging (iWmo 3.2 bericht 317, klasse Verzoek)
package struct RequestedChange: Hashable, Sendable {
  package let reason: Reason
  /// The numbers of the allocations that stay as they are.
  package let unchanged: [Int64]
  package let changed: [ChangedProduct]
  package let new: [AllocationTerms]

  /// Why it is asked.
  ///
  /// - Dutch term: reden verzoek (iWmo 3.2 code list WJ758)
  package enum Reason: UInt8, CaseIterable, Sendable {
    case situationChanged = 1
    case planChanged = 2
  }

  package init(
    reason: Reason,
    unchanged: [Int64] = [],
    changed: [ChangedProduct] = [],
    new: [AllocationTerms] = []
  ) {
    self.reason = reason
    self.unchanged = unchanged
    self.changed = changed
    self.new = new
  }
}

/// How a provider wishes an allocation to become.
///
/// - Dutch term: te wijzigen product (iWmo 3.2 bericht 317, klasse TeWijzigenProduct)
package struct ChangedProduct: Hashable, Sendable {
  package let number: Int64
  /// The day from which the change is wished.
  package let from: CivilDate
  package let through: CivilDate?
  package let volume: SupportVolume?
  package let budget: Cents?

  package init(
    number: Int64,
    from: CivilDate,
    through: CivilDate? = nil,
    volume: SupportVolume? = nil,
    budget: Cents? = nil
  ) {
    self.number = number
    self.from = from
    self.through = through
    self.volume = volume
    self.budget = budget
  }
}

package import People
package import Quantities

/// One version of an allocation as a municipality sends it.
///
/// The date and time of the decision name the version: the latest one is current, whatever the
/// order in which they arrive (IV013), and a version that is sent again keeps both.
///
/// - Dutch term: toegewezen product (iWmo 3.2 bericht 301, klasse ToegewezenProduct)
package struct AllocatedProduct: Hashable, Sendable {
  /// The number of the allocation, unique within the municipality (TR332).
  package let number: Int64
  package let decided: DecisionMoment
  package let terms: AllocationTerms
  /// Nil when the number is sent for the first time or nothing changed (IV099).
  package let changeReason: ChangeReason?
  /// The provider's reference of the request that is honoured by this message (IV097).
  package let providerReference: String?

  package init(
    number: Int64,
    decided: DecisionMoment,
    terms: AllocationTerms,
    changeReason: ChangeReason? = nil,
    providerReference: String? = nil
  ) {
    self.number = number
    self.decided = decided
    self.terms = terms
    self.changeReason = changeReason
    self.providerReference = providerReference
  }
}

/// The day and time at which a municipality decided on an allocation.
///
/// - Dutch term: toewijzingsdatum en toewijzingstijd (iWmo 3.2 bericht 301)
package struct DecisionMoment: Hashable, Comparable, Sendable {
  package let on: CivilDate
  package let at: CivilTime

  package init(on: CivilDate, at: CivilTime) {
    self.on = on
    self.at = at
  }

  package static func < (left: DecisionMoment, right: DecisionMoment) -> Bool {
    (left.on, left.at) < (right.on, right.at)
  }
}

/// What one allocation message says: the products of one client at one provider.
///
/// - Dutch term: toewijzingsbericht (iWmo 3.2 bericht 301)
package struct AllocationNotice: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  /// In the order of the message, so that a place in the list is the row of a finding.
  package let products: [AllocatedProduct]

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    products: [AllocatedProduct]
  ) {
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.products = products
  }
}

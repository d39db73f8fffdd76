package import People
package import Quantities

/// A provider asks for allocations for one client.
///
/// - Dutch term: verzoek om toewijzing (iWmo 3.2 bericht 315)
package struct AllocationRequest: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  /// The day that stands on the message.
  package let dated: CivilDate
  /// In the order of the message, so that a place in the list is the row of a finding.
  package let products: [RequestedProduct]

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    dated: CivilDate,
    products: [RequestedProduct]
  ) {
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.dated = dated
    self.products = products
  }
}

package import People
package import Quantities

/// Who is supported, by whom, for which municipality.
package struct DeliveryParties: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey

  package init(municipality: MunicipalityCode, provider: ProviderCode, client: ClientKey) {
    self.municipality = municipality
    self.provider = provider
    self.client = client
  }
}

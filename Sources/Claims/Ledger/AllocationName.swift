package import People
package import Quantities

/// How a claim line names an allocation: a number, for one client at one provider.
package struct AllocationName: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  package let number: Int64

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    number: Int64
  ) {
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.number = number
  }
}

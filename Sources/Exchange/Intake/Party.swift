package import Quantities
package import Region

/// For whom messages are taken in.
package struct Party: Hashable, Sendable {
  package let role: PartyRole
  /// The municipalities whose messages these are; not used for a provider.
  package let municipalities: [MunicipalityCode]
  /// The provider whose messages these are; not used for a municipality.
  package let provider: ProviderCode?

  package init(
    role: PartyRole,
    municipalities: [MunicipalityCode],
    provider: ProviderCode?
  ) {
    self.role = role
    self.municipalities = municipalities
    self.provider = provider
  }

  /// Our own code in a message between a municipality and a provider; nil when it is not for us.
  package func code(_ municipality: MunicipalityCode, _ provider: ProviderCode) -> String? {
    switch role {
    case .municipality:
      municipalities.contains(municipality) ? municipality.description : nil
    case .provider: self.provider == provider ? provider.description : nil
    }
  }
}

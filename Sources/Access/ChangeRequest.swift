package import People
package import Quantities

/// A provider asks for another set of allocations for one client.
///
/// - Dutch term: verzoek om wijziging (iWmo 3.2 bericht 317)
package struct ChangeRequest: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  /// Whether the receiver knew the client before the message came: an observation made at intake.
  package let clientKnown: Bool
  /// The day that stands on the message.
  package let dated: CivilDate
  package let reference: String
  package let change: RequestedChange

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    clientKnown: Bool,
    dated: CivilDate,
    reference: String,
    change: RequestedChange
  ) {
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.clientKnown = clientKnown
    self.dated = dated
    self.reference = reference
    self.change = change
  }
}

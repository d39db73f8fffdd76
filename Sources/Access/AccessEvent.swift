package import People
package import Quantities

/// Something that happened in access.
package enum AccessEvent: Hashable, Sendable {
  case allocationRecorded(AllocationRecorded)
  /// An allocation was taken over from another administration, by table and not by message.
  case allocationTakenOver(AllocationRecorded)
  /// The other side refused our message; what it brought to the allocations is taken back.
  case allocationsAnnulled(message: Int64)
  case requestReceived(SupportRequest)
  case requestAnswered(RequestAnswer)
  case requestHonoured(RequestHonoured)
  /// The other side refused our message; what it brought to the requests is taken back.
  case requestsAnnulled(message: Int64)
}

/// A version of an allocation became known.
package struct AllocationRecorded: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  package let product: AllocatedProduct

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    product: AllocatedProduct
  ) {
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.product = product
  }
}

/// A municipality honoured a request by allocations that carry its reference.
package struct RequestHonoured: Hashable, Sendable {
  package let provider: ProviderCode
  package let reference: String
  /// The numbers of the allocations, in the order of the message.
  package let allocations: [Int64]

  package init(provider: ProviderCode, reference: String, allocations: [Int64]) {
    self.provider = provider
    self.reference = reference
    self.allocations = allocations
  }
}

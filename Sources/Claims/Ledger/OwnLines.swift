package import People
package import Quantities

/// What lines of our own still wait for, beside the answer to their claim.
package struct OwnLines: Hashable, Sendable {
  /// Per credit that took nothing back yet the reference of its debit.
  package var credits: [Int32: String] = [:]
  /// The credits that were approved before their debit, by the reference of the debit.
  package var early: [Reference: Int32] = [:]
  /// The lines that name an allocation which is not known here yet.
  package var untied: [AllocationName: [Int32]] = [:]

  package init() {}

  /// A provider's reference of a line.
  package struct Reference: Hashable, Sendable {
    package let provider: ProviderCode
    package let text: String

    package init(provider: ProviderCode, text: String) {
      self.provider = provider
      self.text = text
    }
  }

  /// Whether one of the lines that wait for their allocation is about a client.
  package func names(_ client: ClientKey) -> Bool { untied.keys.contains { $0.client == client } }
}

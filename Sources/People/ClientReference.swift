package import Quantities

/// How a provider names a client where it does not give the citizen number.
///
/// It means something at that provider only, so the same text of two providers is two persons. It
/// is personal data like a number: only the vault and the table itself hold it.
///
/// - Dutch term: cliëntkenmerk van de aanbieder
package struct ClientReference: Hashable, Sendable {
  package let provider: ProviderCode
  /// The text as the provider writes it: only for the vault.
  package let text: String

  /// The reference, or nil when the text is empty or longer than 64 bytes.
  package init?(of provider: ProviderCode, _ text: some StringProtocol) {
    guard (1...64).contains(text.utf8.count) else { return nil }
    self.provider = provider
    self.text = String(text)
  }

  /// Provider and text as bytes: what is sealed, and what is compared.
  package var bytes: [UInt8] { Array("\(provider)/\(text)".utf8) }
}

extension ClientReference: CustomStringConvertible, CustomReflectable {
  /// A fixed word, so that a reference cannot slip into a log by interpolation.
  package var description: String { "(reference)" }

  /// Shows nothing, for the same reason.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A person who goes by a provider's reference and is not yet known in a scope.
package struct NewReference: Sendable {
  package let key: ClientKey
  package let reference: ClientReference
  package let scope: ClientScope

  package init(key: ClientKey, reference: ClientReference, scope: ClientScope) {
    self.key = key
    self.reference = reference
    self.scope = scope
  }
}

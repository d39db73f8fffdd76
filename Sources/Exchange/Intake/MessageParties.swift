import Messages
package import Quantities

/// Between whom a message goes, read from its header without taking it in.
///
/// For a door that must know whether somebody may hand the message in before anything of it is
/// kept.
package struct MessageParties: Hashable, Sendable {
  /// The kind of message, such as `WMO323`.
  package let message: String
  package let municipality: MunicipalityCode
  package let provider: ProviderCode

  /// Nil for bytes that are no message, or whose header names no municipality and provider: intake
  /// refuses those with what is wrong.
  package init?(_ bytes: [UInt8]) {
    guard let message = MessageReader.read(bytes.span).message else { return nil }
    let fields = MessageFields(message)
    guard let municipality = fields.municipality, let provider = fields.provider else { return nil }
    self.message = message.type.name
    self.municipality = municipality
    self.provider = provider
  }
}

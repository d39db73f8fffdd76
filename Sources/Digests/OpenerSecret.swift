package import Commissioning
import Crypto

/// What one opener keeps to himself: 32 random bytes, an X25519 private key.
///
/// A drawn secret and not a password: one that a person thought up could be guessed at leisure by
/// whoever has the sealed bids, for there is nothing that counts the tries.
///
/// - Dutch term: geheim van een opener
package struct OpenerSecret: Sendable {
  /// The secret itself.
  package let bytes: [UInt8]
  /// The half of the procedure's key that follows from it.
  package let publicKey: OpenerKey

  /// How many of 32 random bytes differ at least; fewer turn up once in more than 10^20 keys.
  private static let fewestDifferentBytes = 12

  /// A new secret, from the system's source of randomness.
  package static func draw() -> OpenerSecret {
    while true {
      let key = Curve25519.KeyAgreement.PrivateKey()
      // Refused once in more than 10^20 draws.
      if let secret = OpenerSecret(Array(key.rawRepresentation)) { return secret }
    }
  }

  /// The secret of 32 bytes; nil for another number, and for bytes that nobody drew at random.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == OpenerKey.byteCount,
      Set(bytes).count >= Self.fewestDifferentBytes,
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes),
      let publicKey = OpenerKey(Array(key.publicKey.rawRepresentation))
    else { return nil }
    self.bytes = bytes
    self.publicKey = publicKey
  }
}

extension OpenerSecret: CustomStringConvertible, CustomReflectable {
  package var description: String { "(secret)" }

  /// Shows nothing, so that a secret cannot slip into a log by interpolation.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

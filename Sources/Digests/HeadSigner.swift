import Crypto
package import Journal

/// An Ed25519 key pair (RFC 8032) that signs journal heads.
///
/// The private key lies outside the data folder, like every key; how it is kept is the caller's
/// business.
package struct HeadSigner: Sendable {
  /// The 32 bytes from which the key pair is made: a secret.
  package let seed: [UInt8]
  /// The 32 bytes that whoever verifies needs.
  package let publicKey: [UInt8]

  /// A new key pair, from the system's source of randomness.
  package init() {
    let key = Curve25519.Signing.PrivateKey()
    seed = Array(key.rawRepresentation)
    publicKey = Array(key.publicKey.rawRepresentation)
  }

  /// The key pair of 32 secret bytes; nil for any other number.
  package init?(seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.seed = seed
    publicKey = Array(key.publicKey.rawRepresentation)
  }

  /// The signature of bytes: 64 bytes.
  ///
  /// Two signatures of the same bytes differ and both are valid: the library draws randomness.
  package func signature(of message: [UInt8]) throws -> [UInt8] {
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    return Array(try key.signature(for: message))
  }
}

extension StandardDigest {
  /// Whether an Ed25519 signature of bytes was made with the private half of a public key.
  package static let ed25519: SignatureCheck = { signature, message, publicKey in
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}

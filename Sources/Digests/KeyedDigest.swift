import Crypto
package import Journal

/// HMAC-SHA-256 (RFC 2104) under one secret key.
///
/// For what must be found again but not guessed: command keys, and looking up a person's number.
package struct KeyedDigest: Sendable {
  private let key: SymmetricKey

  /// Takes over a secret; nil when it is shorter than 32 bytes.
  package init?(secret: [UInt8]) {
    guard secret.count >= 32 else { return nil }
    key = SymmetricKey(data: secret)
  }

  /// The keyed digest of bytes.
  package func callAsFunction(_ bytes: [UInt8]) -> JournalDigest {
    var function = HMAC<SHA256>(key: key)
    function.update(data: bytes)
    return function.finalize().withUnsafeBytes { JournalDigest(words: StandardDigest.words($0)) }
  }
}

package import Journal
package import People
package import Quantities

/// The end of the access records at some moment, with the root of the tree over all of them,
/// signed and kept in a second place (LG-06).
///
/// Who holds one and the public key can tell whether records were changed, left out, cut off or
/// written anew since.
package struct SignedAccessHead: Hashable, Sendable {
  /// The number of the last record.
  package let number: UInt64
  /// The chain's hash at that record.
  package let hash: Digest
  /// The root of the Merkle tree over the hashes of records 1 to `number`.
  package let root: Digest
  package let signedAt: Instant
  /// The Ed25519 public key, 32 bytes.
  package let publicKey: [UInt8]
  /// The Ed25519 signature of `canonicalForm`, 64 bytes.
  package private(set) var signature: [UInt8]

  package init(
    number: UInt64,
    hash: Digest,
    root: Digest,
    signedAt: Instant,
    publicKey: [UInt8],
    signature: [UInt8]
  ) {
    self.number = number
    self.hash = hash
    self.root = root
    self.signedAt = signedAt
    self.publicKey = publicKey
    self.signature = signature
  }
}

// MARK: - Signing

extension SignedAccessHead {
  /// The word with which the signed bytes begin, so that no other signed thing can pass for a head.
  package static let format = "regie-access-head-1"

  /// Signs an end with a function that signs bytes; nil for one without hash and root.
  package init?(
    _ head: AccessHead,
    at instant: Instant,
    publicKey: [UInt8],
    sign: ([UInt8]) throws -> [UInt8]
  ) rethrows {
    guard let hash = Digest(head.hash), let root = Digest(head.root) else { return nil }
    self.init(
      number: head.number,
      hash: hash,
      root: root,
      signedAt: instant,
      publicKey: publicKey,
      signature: []
    )
    signature = try sign(canonicalForm)
  }

  /// The bytes that are signed: each field as its length (32 bits) and its bytes, big-endian.
  package var canonicalForm: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(Self.format)
    bytes.appendField(number)
    bytes.appendField(hash)
    bytes.appendField(root)
    bytes.appendField(signedAt.milliseconds)
    return bytes
  }

  /// Whether the signature fits the head and the public key that stands beside it.
  package func isSigned(_ check: SignatureCheck) -> Bool {
    check(signature, canonicalForm, publicKey)
  }

  /// What was signed.
  package var head: AccessHead {
    AccessHead(number: number, hash: hash.bytes, root: root.bytes)
  }
}

// MARK: - File form

extension SignedAccessHead {
  /// The head as one line of JSON, without the line end.
  package var line: [UInt8] {
    JSONWriter.object {
      $0.field("format", Self.format)
      $0.field("number", Int64(clamping: number))
      $0.field("hash", hash.description)
      $0.field("root", root.description)
      $0.field("signedAt", signedAt.milliseconds)
      $0.field("publicKey", Hexadecimal.text(publicKey))
      $0.field("signature", Hexadecimal.text(signature))
    }
  }

  /// Reads one head.
  package init(line: [UInt8]) throws(JSONFailure) {
    self = try JSONValue.read(line) { fields throws(JSONFailure) in
      try SignedAccessHead(&fields)
    }
  }

  /// Reads the fields of a head.
  init(_ fields: inout JSONFields) throws(JSONFailure) {
    _ = try fields.parsed("format", "must be \(Self.format)") { $0 == Self.format ? $0 : nil }
    number = try fields.integer("number", as: UInt64.self)
    hash = try fields.parsed("hash", "must be 64 hexadecimal digits") { Digest(hex: $0) }
    root = try fields.parsed("root", "must be 64 hexadecimal digits") { Digest(hex: $0) }
    signedAt = Instant(milliseconds: try fields.integer("signedAt"))
    publicKey = try fields.parsed("publicKey", "must be 64 hexadecimal digits") {
      Hexadecimal.bytes($0).flatMap { $0.count == 32 ? $0 : nil }
    }
    signature = try fields.parsed("signature", "must be 128 hexadecimal digits") {
      Hexadecimal.bytes($0).flatMap { $0.count == 64 ? $0 : nil }
    }
  }

  /// Reads a file of heads, one a line, as it grows while access records are written.
  ///
  /// A last line without its line end is read too, when it is whole.
  package static func heads(inFile bytes: [UInt8]) throws(JSONFailure) -> [SignedAccessHead] {
    var heads: [SignedAccessHead] = []
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      do throws(JSONFailure) {
        heads.append(try SignedAccessHead(line: Array(line)))
      } catch {
        throw error.within(index: index)
      }
    }
    guard !heads.isEmpty else { throw JSONFailure(.endsEarly, at: bytes.count) }
    return heads
  }
}

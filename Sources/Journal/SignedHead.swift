package import Quantities

/// A function that says whether a signature of a message was made with a public key's private half.
package typealias SignatureCheck =
  @Sendable (_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool

/// The end of a journal at some moment, signed and kept in a second place.
///
/// It is what finds a cut tail, a rewritten tail and an old copy: those are whole chains, to which
/// only someone who remembers can object.
package struct SignedHead: Hashable, Sendable {
  package let position: Position
  package let hash: Digest
  package let recordedAt: Instant
  /// The Ed25519 public key, 32 bytes.
  package let publicKey: [UInt8]
  /// The Ed25519 signature of `canonicalForm`, 64 bytes.
  package let signature: [UInt8]

  package init(
    position: Position,
    hash: Digest,
    recordedAt: Instant,
    publicKey: [UInt8],
    signature: [UInt8]
  ) {
    self.position = position
    self.hash = hash
    self.recordedAt = recordedAt
    self.publicKey = publicKey
    self.signature = signature
  }
}

// MARK: - Signing

extension SignedHead {
  /// The word with which the signed bytes begin, so that no other signed thing can pass for a head.
  package static let format = "regie-head-1"

  /// Signs a head with a function that signs bytes.
  package init(
    _ head: JournalHead,
    publicKey: [UInt8],
    sign: ([UInt8]) throws -> [UInt8]
  ) rethrows {
    let message = SignedHead.canonicalForm(head.position, head.hash, head.recordedAt)
    self.init(
      position: head.position,
      hash: head.hash,
      recordedAt: head.recordedAt,
      publicKey: publicKey,
      signature: try sign(message)
    )
  }

  /// The bytes that are signed: each field as its length (32 bits) and its bytes, big-endian.
  package var canonicalForm: [UInt8] {
    SignedHead.canonicalForm(position, hash, recordedAt)
  }

  private static func canonicalForm(
    _ position: Position,
    _ hash: Digest,
    _ recordedAt: Instant
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(format)
    bytes.appendField(position.rawValue)
    bytes.appendField(hash)
    bytes.appendField(recordedAt.milliseconds)
    return bytes
  }

  /// Whether the signature fits the head and the public key that stands beside it.
  package func isSigned(_ check: SignatureCheck) -> Bool {
    check(signature, canonicalForm, publicKey)
  }
}

// MARK: - File form

extension SignedHead {
  /// The head as one line of JSON, without the line end.
  package var line: [UInt8] {
    JSONWriter.object {
      $0.field("format", SignedHead.format)
      $0.field("position", position.rawValue)
      $0.field("hash", hash.description)
      $0.field("recordedAt", recordedAt.milliseconds)
      $0.field("publicKey", Hexadecimal.text(publicKey))
      $0.field("signature", Hexadecimal.text(signature))
    }
  }

  /// Reads one head.
  package init(line: [UInt8]) throws(JSONFailure) {
    self = try JSONValue.read(line) { fields throws(JSONFailure) in
      _ = try fields.parsed("format", "must be \(SignedHead.format)") {
        $0 == SignedHead.format ? $0 : nil
      }
      let position = Position(try fields.integer("position"))
      return SignedHead(
        position: position,
        hash: try fields.parsed("hash", "must be 64 hexadecimal digits") { Digest(hex: $0) },
        recordedAt: Instant(milliseconds: try fields.integer("recordedAt")),
        publicKey: try fields.parsed("publicKey", "must be 64 hexadecimal digits") {
          Hexadecimal.bytes($0).flatMap { $0.count == 32 ? $0 : nil }
        },
        signature: try fields.parsed("signature", "must be 128 hexadecimal digits") {
          Hexadecimal.bytes($0).flatMap { $0.count == 64 ? $0 : nil }
        }
      )
    }
  }

  /// Reads a file of heads, one a line, as it grows while a journal is written.
  ///
  /// A last line without its line end is read too, when it is whole.
  package static func heads(inFile bytes: [UInt8]) throws(JSONFailure) -> [SignedHead] {
    var heads: [SignedHead] = []
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      do throws(JSONFailure) {
        heads.append(try SignedHead(line: Array(line)))
      } catch {
        throw error.within(index: index)
      }
    }
    guard !heads.isEmpty else { throw JSONFailure(.endsEarly, at: bytes.count) }
    return heads
  }
}

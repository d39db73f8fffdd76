package import Commissioning
import Crypto
import Foundation
import Journal

/// Seals bids under the key of a procedure: one envelope for each opener, the one in the other.
///
/// Both envelopes are HPKE in its base mode (RFC 9180: X25519, HKDF-SHA-256, ChaCha20-Poly1305),
/// each with a fresh key of its own, so that anyone can check them with other tools. The inner one
/// is for the first opener by name, the outer one for the second.
///
/// Bytes: layout word (4), fingerprint of the key (8), then the outer envelope; an envelope is the
/// encapsulated key (32), the ciphertext and its tag (16). What surrounds the contents is bound to
/// both: the layout word, the code of the procedure, and the name and key of each opener. So a bid
/// that was moved to another procedure, or sealed under other keys, does not open (CR-03).
package struct BidCipher: Sendable {
  package static let layout = Array("RGB1".utf8)
  /// How many bytes sealing adds.
  package static let overhead = 4 + fingerprintCount + 2 * (encapsulatedCount + tagCount)

  static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  private static let fingerprintCount = 8
  private static let encapsulatedCount = 32
  private static let tagCount = 16

  package let key: ProcedureKey

  package init(_ key: ProcedureKey) { self.key = key }

  /// The functions that the procedures take.
  package var sealing: BidSealing {
    BidSealing(
      seal: { contents, procedure in seal(contents, for: procedure) },
      open: { sealed, procedure, secrets in open(sealed, for: procedure, with: secrets) },
      digest: { StandardDigest.sha256($0.span) }
    )
  }
}

extension BidCipher {
  /// What is bound to both envelopes.
  private func context(_ procedure: ProcedureCode) -> [UInt8] {
    // Names are at most 64 bytes, so that one byte tells their length.
    func named(_ name: String) -> [UInt8] { [UInt8(name.utf8.count)] + Array(name.utf8) }
    return Self.layout + named(procedure.description)
      + key.halves.flatMap { named($0.opener.description) + $0.key.bytes }
  }

  private func header(_ context: [UInt8]) -> [UInt8] {
    Self.layout + StandardDigest.sha256(context.span).bytes.prefix(Self.fingerprintCount)
  }

  /// Whether bytes say that they were sealed under this key; says nothing of what is in them.
  package func fits(_ sealed: [UInt8]) -> Bool {
    sealed.count >= Self.overhead && sealed.starts(with: header(context(key.procedure)))
  }
}

// MARK: - Sealing

extension BidCipher {
  /// The sealed contents; nil for another procedure, or when a half of the key is no key.
  private func seal(_ contents: [UInt8], for procedure: ProcedureCode) -> [UInt8]? {
    guard procedure == key.procedure else { return nil }
    let context = context(procedure)
    var bytes = contents
    for (place, half) in key.halves.enumerated() {
      guard let envelope = Self.envelope(bytes, to: half.key, place, context) else { return nil }
      bytes = envelope
    }
    return header(context) + bytes
  }

  private static func envelope(
    _ contents: [UInt8],
    to key: OpenerKey,
    _ place: Int,
    _ context: [UInt8]
  ) -> [UInt8]? {
    do {
      let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: key.bytes)
      guard try !isOfSmallOrder(recipient) else { return nil }
      var sender = try HPKE.Sender(
        recipientKey: recipient,
        ciphersuite: suite,
        info: info(context, place)
      )
      let sealed = try sender.seal(contents, authenticating: context)
      return Array(sender.encapsulatedKey) + Array(sealed)
    } catch {
      return nil
    }
  }

  /// Whether all share one secret with a key: such a key hides nothing (RFC 9180, 7.1.4).
  private static func isOfSmallOrder(
    _ key: Curve25519.KeyAgreement.PublicKey
  ) throws -> Bool {
    let shared = try Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(with: key)
    return shared.withUnsafeBytes { bytes in bytes.allSatisfy { $0 == 0 } }
  }

  /// The context with the place of the envelope: 1 within, 2 around it.
  private static func info(_ context: [UInt8], _ place: Int) -> Data {
    Data(context + [UInt8(place + 1)])
  }
}

// MARK: - Opening

extension BidCipher {
  /// The contents, with one secret of each opener, in any order; nil with anything else.
  private func open(
    _ sealed: [UInt8],
    for procedure: ProcedureCode,
    with secrets: [[UInt8]]
  ) -> [UInt8]? {
    guard procedure == key.procedure, fits(sealed), secrets.count == 2 else { return nil }
    let given = secrets.compactMap { OpenerSecret($0) }
    let context = context(procedure)
    var bytes = Array(sealed.dropFirst(Self.layout.count + Self.fingerprintCount))
    for (place, half) in key.halves.enumerated().reversed() {
      guard let secret = given.first(where: { $0.publicKey == half.key }),
        let contents = Self.contents(bytes, with: secret, place, context)
      else { return nil }
      bytes = contents
    }
    return bytes
  }

  private static func contents(
    _ envelope: [UInt8],
    with secret: OpenerSecret,
    _ place: Int,
    _ context: [UInt8]
  ) -> [UInt8]? {
    guard envelope.count >= encapsulatedCount + tagCount else { return nil }
    do {
      var recipient = try HPKE.Recipient(
        privateKey: Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret.bytes),
        ciphersuite: suite,
        info: info(context, place),
        encapsulatedKey: Data(envelope[..<encapsulatedCount])
      )
      return Array(try recipient.open(envelope[encapsulatedCount...], authenticating: context))
    } catch {
      return nil
    }
  }
}

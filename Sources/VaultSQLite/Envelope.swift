import Crypto
import Foundation
import Glibc
import People

/// A key with the number by which a sealed value names it.
struct NamedKey {
  let id: UInt32
  let key: SymmetricKey
}

/// Random bytes drawn from the system in large helpings, because one call per nonce would cost more
/// than the sealing itself.
struct NonceSource {
  private static let helping = 1024
  private var bytes: [UInt8] = []
  private var used = 0

  /// A nonce that was never used before.
  mutating func next() throws -> AES.GCM.Nonce {
    if used == bytes.count {
      if bytes.isEmpty { bytes = [UInt8](repeating: 0, count: 12 * Self.helping) }
      bytes.withUnsafeMutableBytes { buffer in
        if let start = buffer.baseAddress { arc4random_buf(start, buffer.count) }
      }
      used = 0
    }
    let nonce = try AES.GCM.Nonce(data: bytes[used..<used + 12])
    used += 12
    return nonce
  }
}

/// A sealed value: key number (4 bytes, big-endian), nonce (12), ciphertext, tag (16).
///
/// AES-256-GCM; the context and the key number are bound as associated data, so a value that is
/// moved to another place does not open (CR-03).
enum Envelope {
  /// How many bytes sealing adds.
  static let overhead = 4 + 12 + 16

  /// Appends the sealed form of `plain` to `output`.
  static func seal(
    _ plain: UnsafeRawBufferPointer,
    with key: NamedKey,
    in context: SealContext,
    nonces: inout NonceSource,
    into output: inout [UInt8]
  ) throws {
    let box = try AES.GCM.seal(
      plain,
      using: key.key,
      nonce: nonces.next(),
      authenticating: context.bytes
    )
    guard let combined = box.combined else {
      throw VaultFailure(.notSealed)
    }
    for shift in [24, 16, 8, 0] { output.append(UInt8(truncatingIfNeeded: key.id >> shift)) }
    combined.withUnsafeBytes { output.append(contentsOf: $0) }
  }

  /// The sealed form of an array.
  static func seal(
    _ plain: [UInt8],
    with key: NamedKey,
    in context: SealContext,
    nonces: inout NonceSource
  ) throws -> Data {
    var output: [UInt8] = []
    output.reserveCapacity(plain.count + overhead)
    try plain.withUnsafeBytes { bytes in
      try seal(bytes, with: key, in: context, nonces: &nonces, into: &output)
    }
    return Data(output)
  }

  /// The number of the key that sealed a value.
  static func keyID(of sealed: UnsafeRawBufferPointer) -> UInt32? {
    guard sealed.count >= overhead else { return nil }
    return sealed.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Opens a sealed value; a changed or moved one fails as `.tampered`.
  static func open(
    _ sealed: UnsafeRawBufferPointer,
    with key: NamedKey,
    in context: SealContext
  ) throws(VaultFailure) -> Data {
    guard keyID(of: sealed) == key.id else { throw tampered(context) }
    do {
      let box = try AES.GCM.SealedBox(
        combined: UnsafeRawBufferPointer(rebasing: sealed.dropFirst(4))
      )
      return try AES.GCM.open(box, using: key.key, authenticating: context.bytes)
    } catch {
      throw tampered(context)
    }
  }

  /// The failure of a value that does not open.
  static func tampered(_ context: SealContext) -> VaultFailure {
    VaultFailure(.sealedChanged(kind: "\(context.kind)"))
  }
}

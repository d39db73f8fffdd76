import Crypto
package import Journal

/// The digest and signature functions that the pure rooms take as parameters.
///
/// Nothing else may stand here: which bytes are hashed or signed is decided in the rooms.
package enum StandardDigest {
  /// SHA-256 (FIPS 180-4).
  package static let sha256: DigestFunction = { bytes in
    var function = SHA256()
    bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
    return function.finalize().withUnsafeBytes { JournalDigest(words: words($0)) }
  }

  /// The four big-endian words of 32 bytes.
  static func words(_ bytes: UnsafeRawBufferPointer) -> JournalDigest.Words {
    func word(_ offset: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    precondition(bytes.count == JournalDigest.byteCount, "SHA-256 gives 32 bytes")
    return JournalDigest.Words(word(0), word(8), word(16), word(24))
  }
}

/// Thirty-two bytes that stand for other bytes and can be computed only with the region's key.
///
/// An unkeyed digest of a citizen number can be undone by trying all 10⁹ numbers in minutes; this
/// one cannot without the key (PR-02).
package struct KeyedDigest: Hashable, Sendable {
  /// The digest as four big-endian words.
  package let words: (UInt64, UInt64, UInt64, UInt64)

  @inlinable
  package init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// Reads exactly 32 bytes; any other number is nil.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in bytes.enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// The 32 bytes in order.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [words.0, words.1, words.2, words.3] {
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (56 - 8 * shift))) }
    }
    return bytes
  }

  @inlinable
  package static func == (left: KeyedDigest, right: KeyedDigest) -> Bool {
    left.words == right.words
  }

  @inlinable
  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension KeyedDigest: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package var description: String {
    [words.0, words.1, words.2, words.3].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
  }
}

/// What a keyed digest is for: equal bytes under two purposes have unrelated digests.
///
/// The raw values are part of the digest and never change.
package enum DigestPurpose: UInt8, CaseIterable, Sendable {
  /// Finding a person by citizen number, within one scope.
  case citizenNumber = 1
  /// The key of a command.
  case commandKey = 2
  /// The body of a command, or the content of a message.
  case content = 3
  /// A message in the intake log.
  case intake = 4
  /// The seed of the key that signs the ends of the journal.
  case signingSeed = 5
  /// Finding a person by a provider's reference, within one scope.
  case clientReference = 6
  /// The key of the file of accounts.
  case accountKey = 7
}

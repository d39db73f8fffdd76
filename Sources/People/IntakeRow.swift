package import Quantities

/// One message that was refused before anything of it was taken over.
///
/// - Dutch term: afgekeurd bericht (iWmo/iJw, controleniveau 1)
package struct IntakeRow: Hashable, Sendable {
  /// How long a row is kept.
  package static let keptDays: Int64 = 90

  /// The digest of the message under `DigestPurpose.intake`.
  package let digest: KeyedDigest
  /// The number of bytes of the message.
  package let size: Int
  /// The codes of its findings.
  package let codes: [String]
  /// When it was refused.
  package let at: Instant

  /// The row, or a failure when a code is anything but one to twelve letters and digits: a row must
  /// not become a place for free text.
  package init(
    digest: KeyedDigest,
    size: Int,
    codes: [String],
    at instant: Instant
  ) throws(VaultFailure) {
    for code in codes where !Self.isPlain(code) {
      throw VaultFailure(.intakeCode)
    }
    self.digest = digest
    self.size = size
    self.codes = codes
    self.at = instant
  }

  /// The first moment at which a row of `now` minus 90 days has to go.
  package static func horizon(at now: Instant) -> Instant {
    let (moment, overflow) = now.milliseconds.subtractingReportingOverflow(keptDays * 86_400_000)
    return Instant(milliseconds: overflow ? .min : moment)
  }

  private static func isPlain(_ code: String) -> Bool {
    (1...12).contains(code.utf8.count)
      && code.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x2D
      }
  }
}

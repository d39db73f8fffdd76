import Crypto
import Foundation
import People

/// A secret that is shown once and kept as a digest: a recovery code or an invitation.
///
/// Drawn at 80 bits and more, so a plain digest of it cannot be undone by guessing.
enum OneTimeSecret {
  /// The number of recovery codes of a user.
  static let recoveryCodeCount = 10

  /// A new code of ten bytes, as sixteen letters in groups of four.
  static func code(from source: any SecretSource) -> String {
    Base32.groups(Base32.text(source.bytes(10)))
  }

  /// What is kept of a code; blanks, hyphens and small letters make no difference.
  static func digest(of typed: String, for user: UserKey) -> [UInt8] {
    Array(SHA256.hash(data: Data(user.bytes) + Data(Base32.tidy(typed).utf8)))
  }
}

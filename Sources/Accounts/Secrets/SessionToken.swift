import Crypto
import Foundation
import Journal

/// The secret in the cookie of a session: 256 random bits that mean nothing (AU-10).
package struct SessionToken: Sendable {
  let bytes: [UInt8]

  init(from source: any SecretSource) { bytes = source.bytes(32) }

  /// Reads 64 hexadecimal digits; anything else is nil.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 64, let bytes = Hexadecimal.bytes(text) else { return nil }
    self.bytes = bytes
  }

  /// The value of the cookie.
  ///
  /// On purpose no `description`: it must not get into a log by accident.
  package var cookieValue: String { Hexadecimal.text(bytes) }

  /// What is kept: a copy of the file opens no session.
  var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// The value that a form sends back: bound to this session and to what the form does (WB-05).
  package func formToken(for purpose: String) -> String {
    let mac = HMAC<SHA256>.authenticationCode(
      for: Data("form".utf8) + [0] + Data(purpose.utf8),
      using: SymmetricKey(data: bytes)
    )
    return Hexadecimal.text(Array(mac))
  }

  /// Whether a form was made for this session and this purpose.
  package func accepts(formToken: String, for purpose: String) -> Bool {
    ConstantTime.equal(Array(self.formToken(for: purpose).utf8), Array(formToken.utf8))
  }
}

extension SessionToken: CustomReflectable {
  /// Shows nothing, also when a structure that holds it is dumped.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

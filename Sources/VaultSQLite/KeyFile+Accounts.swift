import Crypto
import Foundation
import People

extension KeyFile {
  /// The key of the file of accounts: made from the key of digests, which turning keys leaves as it
  /// is, so that users keep their second factors then.
  package var accountKey: [UInt8] {
    let purpose = [DigestPurpose.accountKey.rawValue] + Array("accounts".utf8)
    return Array(HMAC<SHA256>.authenticationCode(for: purpose, using: lookup))
  }
}

import Crypto
import Foundation
import People

/// The keys of the file of accounts, made from one key of 32 bytes that is kept outside the folder.
struct AccountKeys: Sendable {
  /// Seals the secrets of one-time codes.
  private let sealing: SymmetricKey
  /// Makes digests of sign-in names and network addresses, which stand nowhere in clear.
  private let lookup: SymmetricKey

  /// Takes exactly 32 bytes; any other number is nil.
  init?(_ key: [UInt8]) {
    guard key.count == 32 else { return nil }
    let whole = SymmetricKey(data: key)
    func derived(_ purpose: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: whole,
        info: Data("regie accounts \(purpose)".utf8),
        outputByteCount: 32
      )
    }
    sealing = derived("seal")
    lookup = derived("lookup")
  }

  /// A digest that only the holder of the key can make.
  func digest(_ purpose: String, _ text: String) -> [UInt8] {
    // A zero between the two: no purpose can run over into the text.
    Array(
      HMAC<SHA256>.authenticationCode(
        for: Data(purpose.utf8) + [0] + Data(text.utf8),
        using: lookup
      )
    )
  }

  /// Seals a user's secret, bound to that user: moved to another user it does not open.
  func seal(_ secret: [UInt8], for user: UserKey, nonce: [UInt8]) throws -> [UInt8] {
    let box = try AES.GCM.seal(
      secret,
      using: sealing,
      nonce: AES.GCM.Nonce(data: nonce),
      authenticating: user.bytes
    )
    guard let combined = box.combined else { throw AccountFailure(.sealedChanged) }
    return Array(combined)
  }

  /// Opens what was sealed for a user.
  func open(_ sealed: [UInt8], for user: UserKey) throws(AccountFailure) -> [UInt8] {
    do {
      let box = try AES.GCM.SealedBox(combined: sealed)
      return Array(try AES.GCM.open(box, using: sealing, authenticating: user.bytes))
    } catch {
      throw AccountFailure(.sealedChanged)
    }
  }
}

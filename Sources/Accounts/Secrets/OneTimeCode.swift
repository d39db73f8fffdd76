import Crypto
import Foundation
package import Quantities

/// One-time codes by the clock (RFC 6238): HMAC-SHA-1 over the number of the step of 30 seconds.
///
/// - Dutch term: eenmalige code
package enum OneTimeCode {
  /// The length of a secret: 160 bits (AU-07).
  package static let secretByteCount = 20
  /// The length of a step.
  static let stepMilliseconds: Int64 = 30_000

  /// The number of the step at a moment.
  package static func step(at now: Instant) -> Int64 {
    let parts = now.milliseconds.quotientAndRemainder(dividingBy: stepMilliseconds)
    return parts.remainder < 0 ? parts.quotient - 1 : parts.quotient
  }

  /// The code of a step, with its leading zeros.
  package static func code(_ secret: [UInt8], step: Int64, digits: Int = 6) -> String {
    var message: [UInt8] = []
    withUnsafeBytes(of: step.bigEndian) { message.append(contentsOf: $0) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret))
    )
    // RFC 4226: the low half of the last byte says where the four bytes begin.
    let offset = Int(mac[mac.count - 1] & 0x0F)
    var number = UInt32(mac[offset] & 0x7F)
    for index in 1...3 { number = number << 8 | UInt32(mac[offset + index]) }
    return FixedDigits.text(UInt64(number), width: digits)
  }

  /// The step whose code was typed: the present one or a neighbour, later than the last that was
  /// used; nil for any other, so that each code works once (AU-07).
  package static func accept(
    _ typed: String,
    secret: [UInt8],
    at now: Instant,
    after last: Int64
  ) -> Int64? {
    // As apps show it and as people copy it: with a blank or a hyphen in the middle.
    let digits = Array(typed.utf8.filter { $0 != 0x20 && $0 != 0x2D })
    let present = step(at: now)
    var accepted: Int64?
    // All three are computed, whichever fits.
    for step in (present - 1)...(present + 1) {
      let fits = ConstantTime.equal(Array(code(secret, step: step).utf8), digits)
      if fits, step > last, accepted == nil { accepted = step }
    }
    return accepted
  }

  /// The address that an authenticator app reads from a square code.
  package static func address(secret: [UInt8], account: String, issuer: String) -> String {
    func escaped(_ text: String) -> String {
      text.utf8.map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
          String(UnicodeScalar(byte))
        default: "%" + FixedDigits.hexadecimalPair(byte)
        }
      }.joined()
    }
    return "otpauth://totp/\(escaped(issuer)):\(escaped(account))?secret=\(Base32.text(secret))"
      + "&issuer=\(escaped(issuer))&algorithm=SHA1&digits=6&period=30"
  }
}

extension FixedDigits {
  fileprivate static func hexadecimalPair(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + text : text
  }
}

/// Bytes in the letters A to Z and the digits 2 to 7 (RFC 4648), for people to type over.
package enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// The letters of the bytes, without filling at the end.
  package static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var count = 0
    for byte in bytes {
      buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
      count += 8
      while count >= 5 {
        count -= 5
        text.append(alphabet[Int(buffer >> UInt32(count) & 31)])
      }
    }
    if count > 0 { text.append(alphabet[Int(buffer << UInt32(5 - count) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// What was typed, as it was printed: capitals, without blanks and hyphens.
  package static func tidy(_ typed: String) -> String {
    String(decoding: typed.uppercased().utf8.filter { alphabet.contains($0) }, as: UTF8.self)
  }

  /// In groups of four, for reading aloud.
  package static func groups(_ text: String, separator: String = "-") -> String {
    let letters = Array(text)
    return stride(from: 0, to: letters.count, by: 4).map { start in
      String(letters[start..<min(start + 4, letters.count)])
    }.joined(separator: separator)
  }
}

import Accounts
import Generators
import Journal
import Quantities
import Testing

@Suite("AU-06, AU-07, AU-10: secrets")
struct SecretTests {
  /// RFC 6238, annex B, of HMAC-SHA-1: seconds since 1970 and the code of eight digits.
  static let rfcVectors: [(Int64, String)] = [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
    (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ]

  @Test("AU-07: the vectors of RFC 6238", arguments: rfcVectors)
  func vectors(seconds: Int64, code: String) {
    let secret = Array("12345678901234567890".utf8)
    let step = OneTimeCode.step(at: Instant(milliseconds: seconds * 1_000))
    #expect(OneTimeCode.code(secret, step: step, digits: 8) == code)
    #expect(OneTimeCode.code(secret, step: step) == String(code.suffix(6)))
  }

  @Test("AU-07: one step of drift is taken, two are not, and a used step never again")
  func drift() {
    let secret = SeededSecrets(seed: 4).bytes(20)
    let now = Instant(milliseconds: 1_763_716_800_000)
    let present = OneTimeCode.step(at: now)
    for offset in Int64(-4)...4 {
      let code = OneTimeCode.code(secret, step: present + offset)
      let step = OneTimeCode.accept(code, secret: secret, at: now, after: -1)
      #expect((step == present + offset) == (abs(offset) <= 1), "offset \(offset)")
      #expect(OneTimeCode.accept(code, secret: secret, at: now, after: present + 1) == nil)
    }
    for wrong in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
      #expect(OneTimeCode.accept(wrong, secret: secret, at: now, after: -1) == nil)
    }
    let spaced = OneTimeCode.code(secret, step: present)
    let typed = spaced.prefix(3) + " " + spaced.suffix(3)
    #expect(OneTimeCode.accept(String(typed), secret: secret, at: now, after: -1) == present)
  }

  @Test("AU-07: a clock set back does not open used steps")
  func clockSetBack() {
    let secret = SeededSecrets(seed: 5).bytes(20)
    let later = Instant(milliseconds: 1_763_716_800_000)
    let used = OneTimeCode.step(at: later)
    let earlier = Instant(milliseconds: later.milliseconds - 90_000)
    for step in (used - 4)...used {
      let code = OneTimeCode.code(secret, step: step)
      #expect(OneTimeCode.accept(code, secret: secret, at: earlier, after: used) == nil)
    }
  }

  @Test("RFC 4648: the letters of the bytes")
  func base32() {
    let pairs = [
      ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
      ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ]
    for (plain, text) in pairs { #expect(Base32.text(Array(plain.utf8)) == text) }
    #expect(Base32.tidy("mzxw-6ytb oi") == "MZXW6YTBOI")
    #expect(Base32.groups("MZXW6YTBOI") == "MZXW-6YTB-OI")
  }

  @Test("AU-10: a cookie has 256 bits, and anything else is none")
  func cookies() {
    let value = String(repeating: "0af1", count: 16)
    #expect(SessionToken(value)?.cookieValue == value)
    for wrong in ["", "0", value + "0", value.uppercased(), value.dropLast() + "g", value + value] {
      #expect(SessionToken(wrong) == nil)
    }
    #expect(!"\(SessionToken(value) as Any)".contains("0af1"))
  }

  @Test("WB-05: the token of a form is of one session and one purpose")
  func forms() throws {
    let mine = try #require(SessionToken(String(repeating: "01", count: 32)))
    let other = try #require(SessionToken(String(repeating: "02", count: 32)))
    let form = mine.formToken(for: "contracts.activate")
    #expect(mine.accepts(formToken: form, for: "contracts.activate"))
    #expect(!mine.accepts(formToken: form, for: "users.manage"))
    #expect(!other.accepts(formToken: form, for: "contracts.activate"))
    for wrong in ["", String(form.dropLast()), form + "0", form.uppercased()] {
      #expect(!mine.accepts(formToken: wrong, for: "contracts.activate"))
    }
  }

  @Test("Comparing without telling where they differ gives what comparing gives")
  func constantTime() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      let one = generator.bytes(generator.number(0...40))
      var other = one
      if !other.isEmpty, generator.chance(in: 2) {
        other[generator.number(0...other.count - 1)] ^= 1 << UInt8(generator.number(0...7))
      }
      #expect(ConstantTime.equal(one, other) == (one == other))
    }
  }

  @Test("AU-06: what is stored names the cost, and a cost beyond bounds is none")
  func storedHashes() {
    let salt = String(repeating: "ab", count: 16)
    let hash = String(repeating: "cd", count: 32)
    let good = "scrypt$17$8$1$\(salt)$\(hash)"
    #expect(PasswordHash(good)?.cost == .standard)
    #expect(PasswordHash(good)?.description == good)
    for wrong in [
      "", "scrypt", "argon2$17$8$1$\(salt)$\(hash)", "scrypt$40$8$1$\(salt)$\(hash)",
      "scrypt$17$99$1$\(salt)$\(hash)", "scrypt$17$8$9$\(salt)$\(hash)",
      "scrypt$0$8$1$\(salt)$\(hash)", "scrypt$-1$8$1$\(salt)$\(hash)",
      "scrypt$17$8$1$abcd$\(hash)", "scrypt$17$8$1$\(salt)$abcd", good + "$",
    ] {
      #expect(PasswordHash(wrong) == nil, "\(wrong)")
    }
  }

  @Test("AU-06: two hashes at once, and whoever comes when too many wait is sent away")
  func gate() async throws {
    let gate = HashGate(limit: 2, waitingLimit: 8)
    let results = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        group.addTask {
          do {
            let value = try await gate.run {
              var sum: UInt64 = 0
              for number in 0..<200_000 as Range<UInt64> { sum &+= number &* number }
              return sum
            }
            return value > 0
          } catch { return false }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(await gate.peak <= 2)
    #expect(results.contains(true))
    // After the rush everybody gets in again: no place was lost.
    for _ in 0..<5 { #expect(try await gate.run { 1 } == 1) }
  }

  @Test("A place comes free when the work fails")
  func failingWork() async throws {
    let gate = HashGate(limit: 1)
    for _ in 0..<3 {
      await expectRefusal(.wrong) { _ = try await gate.run { throw AccountRefusal.wrong } }
    }
    #expect(try await gate.run { 2 } == 2)
  }
}

import Commissioning
import Crypto
import Digests
import Foundation
import Generators
import Journal
import Testing

@Suite("Bids are sealed to two openers together")
struct BidCipherTests {
  private let code: ProcedureCode
  private let first = OpenerSecret.draw()
  private let second = OpenerSecret.draw()
  private let cipher: BidCipher

  init() throws {
    code = try #require(ProcedureCode("sas-2027"))
    cipher = BidCipher(try Self.key(code, first, second))
  }

  private static func key(
    _ code: ProcedureCode,
    _ first: OpenerSecret,
    _ second: OpenerSecret
  ) throws -> ProcedureKey {
    let openers = [try #require(OfficerCode("aziz")), try #require(OfficerCode("bloem"))]
    return try #require(
      ProcedureKey(code, [openers[0]: first.publicKey, openers[1]: second.publicKey])
    )
  }

  @Test("Both secrets together open, in any order; contents of any length come back")
  func roundTrips() throws {
    for count in [0, 1, 15, 16, 17, 4_096, 100_003] {
      let contents = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let sealed = try #require(cipher.sealing.seal(contents, code))
      #expect(sealed.count == count + BidCipher.overhead)
      #expect(cipher.fits(sealed))
      for secrets in [[first, second], [second, first]] {
        #expect(cipher.sealing.open(sealed, code, secrets.map(\.bytes)) == contents)
      }
      // Fresh keys every time: who sees two of the same contents cannot tell that they are.
      #expect(cipher.sealing.seal(contents, code) != sealed)
    }
  }

  @Test("CR-03: one secret, the same twice, another's, a third, or none: nothing opens")
  func wrongSecrets() throws {
    let sealed = try #require(cipher.sealing.seal([1, 2, 3], code))
    let other = OpenerSecret.draw()
    let zero = [UInt8](repeating: 0, count: 32)
    let wrong: [[[UInt8]]] = [
      [], [first.bytes], [second.bytes], [first.bytes, first.bytes],
      [second.bytes, second.bytes], [first.bytes, other.bytes], [other.bytes, second.bytes],
      [first.bytes, second.bytes, other.bytes], [first.bytes, []], [first.bytes, zero],
      [first.bytes, second.publicKey.bytes], [first.publicKey.bytes, second.publicKey.bytes],
      [first.bytes, Array(second.bytes.dropLast())], [[], []],
    ]
    for secrets in wrong { #expect(cipher.sealing.open(sealed, code, secrets) == nil) }
  }

  @Test("CR-03: a bid does not open under another procedure, other keys or swapped openers")
  func wrongContext() throws {
    let sealed = try #require(cipher.sealing.seal([1, 2, 3], code))
    let secrets = [first.bytes, second.bytes]
    let elsewhere = try #require(ProcedureCode("sas-2028"))
    #expect(cipher.sealing.open(sealed, elsewhere, secrets) == nil)
    #expect(cipher.sealing.seal([1], elsewhere) == nil)
    for key in [
      try Self.key(elsewhere, first, second), try Self.key(code, second, first),
      try Self.key(code, first, OpenerSecret.draw()),
    ] {
      let other = BidCipher(key)
      #expect(!other.fits(sealed))
      #expect(other.sealing.open(sealed, key.procedure, secrets) == nil)
      // Also with the fingerprint that the other key expects.
      let own = try #require(other.sealing.seal([], key.procedure))
      let forged = Array(own.prefix(12) + sealed.dropFirst(12))
      #expect(other.fits(forged))
      #expect(other.sealing.open(forged, key.procedure, secrets) == nil)
    }
  }

  @Test("CR-03: 10,000 changed bids are refused, and none traps")
  func changedBytes() throws {
    let secrets = [first.bytes, second.bytes]
    let contents = Array("Ons plan van aanpak".utf8)
    let sealed = try #require(cipher.sealing.seal(contents, code))
    let seed = UInt64(20_270_101)
    var generator = SeededGenerator(seed: seed)
    for turn in 0..<10_000 {
      var changed = sealed
      let place = turn < sealed.count ? turn : Int.random(in: 0..<sealed.count, using: &generator)
      switch turn < sealed.count ? 0 : Int.random(in: 0..<4, using: &generator) {
      case 0: changed[place] ^= UInt8.random(in: 1...255, using: &generator)
      case 1: changed.removeSubrange(place...)
      case 2: changed.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      default: changed.swapAt(place, Int.random(in: 0..<sealed.count, using: &generator))
      }
      guard changed != sealed else { continue }
      #expect(
        cipher.sealing.open(changed, code, secrets) == nil,
        "seed \(seed), turn \(turn), byte \(place)"
      )
    }
    #expect(cipher.sealing.open(sealed, code, secrets) == contents)
  }

  @Test("A key of small order seals nothing")
  func smallOrder() throws {
    let zero = try #require(OpenerKey([UInt8](repeating: 0, count: 32)))
    let openers = [try #require(OfficerCode("aziz")), try #require(OfficerCode("bloem"))]
    for keys in [[zero, second.publicKey], [first.publicKey, zero]] {
      let key = try #require(ProcedureKey(code, [openers[0]: keys[0], openers[1]: keys[1]]))
      #expect(BidCipher(key).sealing.seal([1], code) == nil)
    }
  }

  @Test("The envelopes are HPKE as RFC 9180 prints it (A.2.1)")
  func publishedVector() throws {
    func bytes(_ text: String) throws -> [UInt8] { try #require(Hexadecimal.bytes(text)) }
    let secret = try #require(
      OpenerSecret(try bytes("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"))
    )
    #expect(
      secret.publicKey.description
        == "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"
    )
    var recipient = try HPKE.Recipient(
      privateKey: Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret.bytes),
      ciphersuite: .Curve25519_SHA256_ChachaPoly,
      info: Data(try bytes("4f6465206f6e2061204772656369616e2055726e")),
      encapsulatedKey: Data(
        try bytes("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a")
      )
    )
    let opened = try recipient.open(
      try bytes(
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
      ),
      authenticating: try bytes("436f756e742d30")
    )
    #expect(String(decoding: opened, as: UTF8.self) == "Beauty is truth, truth beauty")
  }

  @Test("A bid of the first layout opens for ever, also with other tools")
  func golden() throws {
    let secrets = try [UInt8(1), 2].map { number in
      try #require(OpenerSecret((0..<32).map { UInt8($0) &* 7 &+ number }))
    }
    let key = try Self.key(code, secrets[0], secrets[1])
    let sealed = try #require(Hexadecimal.bytes(GoldenBid.sealed))
    #expect(key.line == GoldenBid.line)
    let opened = BidCipher(key).sealing.open(sealed, code, secrets.map(\.bytes))
    #expect(opened.map { String(decoding: $0, as: UTF8.self) } == "Ons bod: 12,50 per uur")
    // Taken apart as the documentation tells, without the program's own opening.
    let context =
      Array("RGB1".utf8) + [8] + Array("sas-2027".utf8) + [4] + Array("aziz".utf8)
      + secrets[0].publicKey.bytes + [5] + Array("bloem".utf8) + secrets[1].publicKey.bytes
    #expect(Array(sealed[4..<12]) == Array(SHA256.hash(data: context).prefix(8)))
    var bytes = Data(sealed[12...])
    for place in [1, 0] {
      var recipient = try HPKE.Recipient(
        privateKey: Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secrets[place].bytes),
        ciphersuite: .Curve25519_SHA256_ChachaPoly,
        info: Data(context + [UInt8(place + 1)]),
        encapsulatedKey: bytes.prefix(32)
      )
      bytes = Data(try recipient.open(bytes.dropFirst(32), authenticating: context))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "Ons bod: 12,50 per uur")
  }

  @Test("The line of a key reads back, and nothing else reads as one")
  func keyLine() throws {
    let key = cipher.key
    #expect(ProcedureKey(line: key.line) == key)
    let words = key.line.split(separator: " ").map(String.init)
    for wrong in [
      "", key.line + " ", key.line.uppercased(), words.dropLast().joined(separator: " "),
      [words[0], words[1], words[3], words[2]].joined(separator: " "),
      [words[0], words[1], words[2], words[2]].joined(separator: " "),
      [words[0], words[1], words[2], String(words[3].dropLast(2))].joined(separator: " "),
      [words[0], words[1], words[2], "bloem=" + first.publicKey.description]
        .joined(separator: " "),
    ] {
      #expect(ProcedureKey(line: wrong) == nil, "\(wrong)")
    }
  }

  @Test("CR-04: a secret that nobody drew at random is none, and a secret shows nothing")
  func secrets() {
    #expect(OpenerSecret([UInt8](repeating: 7, count: 32)) == nil)
    #expect(OpenerSecret([]) == nil)
    #expect("\(first)" == "(secret)")
    #expect(Mirror(reflecting: first).children.isEmpty)
  }
}

/// A bid that was sealed once and for all.
private enum GoldenBid {
  static let line =
    "regie-bid-key-1 sas-2027"
    + " aziz=c8feca81be196cdf2cadeabf13c4903d7632dce4955aa68b6e5d9adef54e2616"
    + " bloem=73e79971c9110029723632a80b707bf4f62c125763346e1e8718d6c0dcc3aa3a"
  static let sealed =
    "52474231d46f6f67674e6df8afb9bd6347a920f10ec1c9f86bab0853fce8782b3a88ab321a3f60b6"
    + "a5ccc20314d42be3b6ce797e471e39c62a15475d51b15d41e9147ba8208db69904f8d933d16385c4"
    + "9b027532e4614f75379ad015833b99a3f5fa3ac2afc9318d6fc8e8ba4d46b4a03bf8358474c783a5"
    + "6ac3be3fb41540854b19"
}

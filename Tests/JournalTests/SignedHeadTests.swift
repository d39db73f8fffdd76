import Digests
import Journal
import JournalTesting
import Quantities
import Testing

@Suite("Signed heads")
struct SignedHeadTests {
  private static let head = JournalHead(
    position: Position(1_000),
    hash: Digest(words: Digest.Words(1, 2, 3, 4)),
    recordedAt: Instant(milliseconds: 1_767_254_400_123),
    knownOn: CivilDate(dayNumber: 20_454)
  )

  @Test("LG-06: golden bytes of what is signed, frozen for ever")
  func canonicalForm() throws {
    let head = SignedHead(Self.head, publicKey: []) { _ in [] }
    #expect(
      Hexadecimal.text(head.canonicalForm)
        == "0000000c72656769652d686561642d31" + "0000000800000000000003e8"
        + "00000020" + Self.head.hash.description + "000000080000019b78921c7b"
    )
  }

  @Test("A head comes back from its line, and its signature still passes")
  func line() throws {
    let signer = HeadSigner()
    let head = try SignedHead(Self.head, publicKey: signer.publicKey) {
      try signer.signature(of: $0)
    }
    let read = try SignedHead(line: head.line)
    #expect(read == head)
    #expect(read.isSigned(StandardDigest.ed25519))
    let file = head.line + [0x0A] + head.line + [0x0A]
    #expect(try SignedHead.heads(inFile: file) == [head, head])
  }

  @Test(
    "A line that is not a head is refused with the place",
    arguments: [
      ("", "$"), ("{}", "$.format"), (#"{"format":"regie-head-2"}"#, "$.format"),
      (#"{"format":"regie-head-1","position":1.0}"#, "$.position"),
      (#"{"format":"regie-head-1","position":1,"hash":"00"}"#, "$.hash"),
    ]
  )
  func refuses(line: String, path: String) {
    let failure = #expect(throws: JSONFailure.self) { try SignedHead(line: Array(line.utf8)) }
    #expect(failure?.path == path)
  }

  @Test("A file without a head, or with a torn line, is refused")
  func files() throws {
    #expect(throws: JSONFailure.self) { try SignedHead.heads(inFile: []) }
    let signer = HeadSigner()
    let head = try SignedHead(Self.head, publicKey: signer.publicKey) {
      try signer.signature(of: $0)
    }
    let torn = head.line + [0x0A] + head.line.prefix(20)
    #expect(throws: JSONFailure.self) { try SignedHead.heads(inFile: torn) }
  }
}

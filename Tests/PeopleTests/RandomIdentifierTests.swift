import People
import Quantities
import Testing

@Suite("Random identifiers and digests")
struct RandomIdentifierTests {
  @Test("CR-05: a client key has 128 random bits and reads back from text and from bytes")
  func roundTrip() {
    var generator = SystemRandomNumberGenerator()
    var ones = 0
    for _ in 0..<1000 {
      let key = ClientKey(using: &generator)
      #expect(ClientKey(key.description) == key)
      #expect(ClientKey(bytes: key.bytes) == key)
      ones += key.high.nonzeroBitCount + key.low.nonzeroBitCount
    }
    #expect((62_000...66_000).contains(ones))
  }

  @Test("Texts of another form are not client keys")
  func otherForms() {
    let text = String(repeating: "0", count: 31)
    #expect(ClientKey(text + "f") != nil)
    #expect(ClientKey(text) == nil)
    #expect(ClientKey(text + "F") == nil)
    #expect(ClientKey(text + "g") == nil)
    #expect(ClientKey(bytes: [1, 2, 3]) == nil)
  }

  @Test("Keys sort as their text and as their bytes")
  func order() {
    var generator = SystemRandomNumberGenerator()
    let keys = (0..<100).map { _ in ClientKey(using: &generator) }.sorted()
    #expect(keys.map(\.description) == keys.map(\.description).sorted())
  }

  @Test("A digest reads back from its 32 bytes")
  func digests() throws {
    let bytes = (0..<32).map { UInt8($0 * 7) }
    let digest = try #require(KeyedDigest(bytes: bytes))
    #expect(digest.bytes == bytes)
    #expect(digest.description.utf8.count == 64)
    #expect(KeyedDigest(bytes: bytes.dropLast()) == nil)
  }

  @Test("LG-13: a citizen number, a record and an original show nothing when they are printed")
  func silent() throws {
    let number = try #require(CitizenNumber(number: 999_990_019))
    let key = ClientKey(high: 1, low: 2)
    let scope = ClientScope(
      municipality: try #require(MunicipalityCode("0321")),
      law: .socialSupport
    )
    let record = PersonRecord(client: key, purpose: .identity, bytes: Array("Jansen".utf8))
    let original = try OriginalParts(
      id: OriginalID(high: 1, low: 1),
      bytes: Array("Jansen 999990019".utf8),
      parts: []
    )
    let batch = SealBatch(
      id: SealID(high: 3, low: 3),
      clients: [NewClient(key: key, number: number, scope: scope)],
      records: [record],
      originals: [original]
    )
    var dumped = ""
    dump(batch, to: &dumped)
    for text in ["\(batch)", "\(record)", "\(original)", dumped, String(reflecting: batch)] {
      #expect(!text.contains("Jansen"))
      #expect(!text.contains("999990019"))
      #expect(!text.contains("74, 97, 110"))
    }
  }
}

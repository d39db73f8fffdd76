import Foundation
import GRDB
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("PR-02, LG-13: no number and no name of a person in any file")
struct CanaryTests {
  static let name = "Wilhelmina Canariewater"

  /// The forms in which a number or a name could stand in a file.
  static func forms(of text: String, number: UInt32?) -> [(String, Data)] {
    var forms: [(String, Data)] = []
    for (kind, value) in [("", text), ("reversed ", String(text.reversed()))] {
      forms.append((kind + "UTF-8", Data(value.utf8)))
      forms.append(
        (kind + "UTF-16LE", Data(value.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
      )
      forms.append(
        (kind + "UTF-16BE", Data(value.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }))
      )
    }
    // Base64 of the text at each of its three positions within a larger one; the characters that
    // depend on the neighbours are left out.
    for shift in 0..<3 {
      let shifted = Data(repeating: 0, count: shift) + Data(text.utf8)
      let encoded = Array(shifted.base64EncodedString().utf8.prefix { $0 != 0x3D })
      let start = shift == 0 ? 0 : shift + 1
      forms.append(("Base64 at \(shift)", Data(encoded[start...].dropLast())))
    }
    let hexadecimal = text.utf8.map { String($0, radix: 16) }.joined()
    forms.append(("hexadecimal", Data(hexadecimal.utf8)))
    if let number {
      forms.append(("packed, big-endian", withUnsafeBytes(of: number.bigEndian) { Data($0) }))
      forms.append(("packed, little-endian", withUnsafeBytes(of: number.littleEndian) { Data($0) }))
      let digits = Array(String(number).utf8).map { $0 - 0x30 }
      forms.append(("digits", Data(digits)))
    }
    return forms
  }

  @Test("PR-02: after a full run every byte of every file was searched: 0 hits")
  func fullRun() async throws {
    try await withVaultFolder { folder in
      let vault = try await folder.create()
      let log = try await SQLiteAccessLog.open(in: folder.data)
      let clients = try await fullRun(vault, log)
      var forms = Self.forms(of: Self.name, number: nil)
      for client in clients {
        forms += Self.forms(of: client.number.digits, number: client.number.number)
      }
      let files = try folder.files()
      #expect(files.contains { $0.path.hasSuffix("vault.sqlite-wal") && $0.bytes.count > 10_000 })
      #expect(files.contains { $0.path.hasSuffix("access.sqlite-wal") && $0.bytes.count > 1000 })
      #expect(files.contains { $0.path == "data.key" })
      // Four given bytes turn up by chance in random ones; three such hits in one run do not.
      var packedHits = 0
      for (path, bytes) in files {
        for (kind, form) in forms where bytes.range(of: form) != nil {
          if form.count > 4 { Issue.record("\(kind) in \(path)") } else { packedHits += 1 }
        }
        for client in clients { #expect(!path.contains(client.number.digits)) }
      }
      #expect(packedHits < 3)
      // Open until here, so that what lies beside the files is searched too.
      try vault.close()
      try await log.close()
    }
  }

  @Test("PR-02: the search itself finds every form that it looks for")
  func selfCheck() {
    let text = "999900001"
    let number: UInt32 = 999_900_001
    for (kind, form) in Self.forms(of: text, number: number) { #expect(!form.isEmpty, "\(kind)") }
    let encoded = (0..<3).map { Data(repeating: 7, count: $0) + Data(text.utf8) + Data([9, 9]) }
    for (shift, bytes) in encoded.enumerated() {
      let haystack = Data(bytes.base64EncodedString().utf8)
      let hit = Self.forms(of: text, number: number).contains { kind, form in
        kind == "Base64 at \(shift)" && haystack.range(of: form) != nil
      }
      #expect(hit, "Base64 at \(shift)")
    }
  }

  @Test("LG-13: no failure of the vault names a person")
  func failures() async throws {
    try await withVaultFolder { folder in
      let vault = try await folder.create()
      var people = TestPeople(seed: 31)
      let client = people.client()
      let again = NewClient(
        key: ClientKey(using: &people.generator),
        number: client.number,
        scope: client.scope
      )
      try await vault.seal(people.batch(clients: [client]))
      let batch = people.batch(clients: [again])
      do {
        try await vault.seal(batch)
        Issue.record("a number was taken twice")
      } catch let failure {
        var dumped = ""
        dump(failure, to: &dumped)
        for text in ["\(failure)", String(reflecting: failure), dumped] {
          #expect(!text.contains(client.number.digits))
        }
      }
      try vault.close()
    }
  }

  /// Uses every part of the vault and the log.
  private func fullRun(
    _ vault: SQLiteVault,
    _ log: SQLiteAccessLog
  ) async throws -> [NewClient] {
    var people = TestPeople(seed: 30)
    let clients = people.clients(300)
    var bytes: [UInt8] = []
    var parts: [OriginalParts.ClientPart] = []
    for client in clients {
      let start = bytes.count
      bytes += Array(
        "<Client><Bsn>\(client.number.digits)</Bsn><Naam>\(Self.name)</Naam></Client>".utf8
      )
      parts.append(OriginalParts.ClientPart(client: client.key, range: start..<bytes.count))
    }
    let original = try OriginalParts(
      id: OriginalID(using: &people.generator),
      bytes: bytes,
      parts: parts
    )
    let records = clients.map {
      PersonRecord(client: $0.key, purpose: .identity, bytes: Array(Self.name.utf8))
    }
    let batch = people.batch(clients: clients, records: records, originals: [original])
    try await vault.seal(batch)
    try await vault.confirm([batch.id])
    _ = try await vault.find(clients.map(\.number), in: TestPeople.scope)
    let grant = try await log.testGrant(clients.map(\.key))
    #expect(try await vault.open(original.id, under: grant).bytes == bytes)
    try await vault.log(
      IntakeRow(
        digest: vault.keyedDigest(of: bytes, for: .intake),
        size: bytes.count,
        codes: ["0001"],
        at: Instant(milliseconds: 0)
      )
    )
    try await vault.destroy([clients[0].key])
    let more = people.clients(3)
    try await vault.seal(people.batch(clients: more, originals: [people.original(more.map(\.key))]))
    return clients + more
  }
}

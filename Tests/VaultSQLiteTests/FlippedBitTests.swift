import Foundation
import GRDB
import Generators
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("RL-04: bits that flip in the file of a vault")
struct FlippedBitTests {
  private static let rounds = 1_000

  /// Where the sealed values lie in the file: every bit of them counts.
  private func sealedPlaces(_ folder: VaultFolder, _ file: Data) throws -> [Int] {
    var values: [Data] = []
    try folder.tamper { db in
      // The second original is not read back.
      for query in [
        "SELECT key_check FROM vault", "SELECT sealed FROM client_page",
        "SELECT sealed FROM record", "SELECT wrapped FROM original WHERE number = 1",
        "SELECT contents FROM original WHERE number = 1",
        "SELECT bytes FROM original_chunk WHERE original = 1",
      ] {
        values += try Data.fetchAll(db, sql: query)
      }
    }
    return values.flatMap { value in
      file.range(of: value).map { Array($0) } ?? []
    }
  }

  @Test("RL-04: 1,000 bits of sealed values: each one is found")
  func sealedBits() async throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let good = try Data(contentsOf: URL(fileURLWithPath: folder.vaultFile))
      let places = try sealedPlaces(folder, good)
      try #require(places.count > 1_500)
      for round in 0..<Self.rounds {
        let place = places[Int.random(in: places.indices, using: &generator)]
        try flip(good, place, &generator, folder)
        do {
          try await filled.readAll(folder)
          Issue.record("seed \(seed), round \(round): byte \(place) was not found")
        } catch let failure as VaultFailure {
          #expect([.tampered, .wrongKey].contains(failure.code), "seed \(seed): \(failure)")
        }
      }
    }
  }

  @Test("RL-04: 1,000 bits anywhere in the file: a failure, or the right answer")
  func anyBits() async throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let good = try Data(contentsOf: URL(fileURLWithPath: folder.vaultFile))
      var found = 0
      for round in 0..<Self.rounds {
        let place = Int.random(in: good.indices, using: &generator)
        try flip(good, place, &generator, folder)
        do {
          let wrong = try await filled.wrongAnswers(folder)
          #expect(wrong.isEmpty, "seed \(seed), round \(round), byte \(place)")
        } catch {
          found += 1
        }
      }
      #expect(found > 0, "seed \(seed)")
    }
  }

  private func flip(
    _ good: Data,
    _ place: Int,
    _ generator: inout SeededGenerator,
    _ folder: VaultFolder
  ) throws {
    var bytes = good
    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    for suffix in ["-wal", "-shm"] { unlink(folder.vaultFile + suffix) }
    try bytes.write(to: URL(fileURLWithPath: folder.vaultFile))
  }
}

extension FilledVault {
  /// Which questions the vault answers wrongly; a failure is no wrong answer.
  func wrongAnswers(_ folder: VaultFolder) async throws -> [String] {
    let vault = try await folder.reopen()
    defer { try? vault.close() }
    var wrong: [String] = []
    func ask(_ what: String, _ isRight: () async throws(VaultFailure) -> Bool) async {
      do throws(VaultFailure) {
        if try await !isRight() { wrong.append(what) }
      } catch {}
    }
    let grant = try await InMemoryAccessLog().testGrant(keys)
    for client in clients {
      await ask("find") { () throws(VaultFailure) in
        try await vault.find([client.number], in: client.scope) == [client.key]
      }
      await ask("numbers") { () throws(VaultFailure) in
        try await vault.numbers(of: [client.key], under: grant) == [client.number]
      }
      for purpose in [RecordPurpose.identity, .address] {
        await ask("open record") { () throws(VaultFailure) in
          try await vault.open([RecordName(client: client.key, purpose: purpose)], under: grant)
            == [.bytes(Array("J. Canari".utf8))]
        }
      }
    }
    await ask("open original") { () throws(VaultFailure) in
      try await vault.open(original.id, under: grant).bytes == original.bytes
    }
    return wrong
  }
}

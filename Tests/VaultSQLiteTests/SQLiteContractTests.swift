import People
import PeopleTesting
import Testing
import VaultSQLite

@Suite("The vault and the access log on SQLite keep the contract")
struct SQLiteContractTests {
  @Test("Vault", arguments: VaultContract.clauses)
  func vault(clause: Clause<any Vault>) async throws {
    try await withVaultFolder { folder in
      let vault = try await folder.create()
      try await clause.check(vault)
      try vault.close()
    }
  }

  @Test("Access log", arguments: AccessLogContract.clauses)
  func accessLog(clause: Clause<any AccessLog>) async throws {
    try await withVaultFolder { folder in
      let log = try await SQLiteAccessLog.open(in: folder.data)
      try await clause.check(log)
      try await log.close()
    }
  }

  @Test("What was sealed is there after a new start, and a second process is sent away")
  func reopening() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      try await filled.readAll(folder)
      let first = try await folder.open()
      await expectFailure(.busy) { _ = try await folder.open() }
      try first.close()
      try await filled.readAll(folder)
    }
  }

  @Test("A folder that has a vault gets no second one, and one without a vault opens none")
  func creating() async throws {
    try await withVaultFolder { folder in
      let vault = try await folder.create()
      try vault.close()
      let keyFile = try KeyFile.load(from: folder.key, outside: folder.data)
      await expectFailure(.cannotCreate) {
        try await SQLiteVault.create(in: folder.data, keyFile: keyFile)
      }
      await expectFailure(.unavailable) {
        _ = try await SQLiteVault.open(in: folder.root, keyFile: keyFile)
      }
    }
  }
}

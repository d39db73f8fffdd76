import Digests
import Journal
import JournalSQLite
import JournalTesting
import Testing

@Suite("The journal in SQLite keeps the contract")
struct SQLiteContractTests {
  @Test("of journals", arguments: JournalContract.all)
  func keepsTheContract(_ contract: JournalContract) async throws {
    let folder = try TemporaryFolder()
    try await contract.run {
      try SQLiteJournal.create(at: folder.file("journal"), digest: StandardDigest.sha256)
    }
  }
}

import Digests
import Journal
import JournalTesting
import Testing

@Suite("The journal in memory")
struct MemoryJournalTests {
  @Test("keeps the contract of journals", arguments: JournalContract.all)
  func keepsTheContract(_ contract: JournalContract) async throws {
    try await contract.run { MemoryJournal(digest: StandardDigest.sha256) }
  }
}

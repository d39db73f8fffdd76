import People
import PeopleTesting
import Testing

@Suite("The vault and the access log in memory keep the contract")
struct InMemoryContractTests {
  @Test("Vault", arguments: VaultContract.clauses)
  func vault(clause: Clause<any Vault>) async throws {
    try await clause.check(InMemoryVault.forTests())
  }

  @Test("Access log", arguments: AccessLogContract.clauses)
  func accessLog(clause: Clause<any AccessLog>) async throws {
    try await clause.check(InMemoryAccessLog())
  }

  @Test(
    "LG-13: an actor is a plain word, so that no name and no line break gets into the log",
    arguments: [
      ("user:0123456789abcdef", true), ("messages", true), ("", false), ("Jan Jansen", false),
      ("a\nb", false), ("é", false), (String(repeating: "a", count: 65), false),
    ]
  )
  func actors(text: String, isActor: Bool) {
    #expect((AccessActor(text) != nil) == isActor)
  }
}

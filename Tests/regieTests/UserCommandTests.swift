import Foundation
import Testing

@Suite("AU-12, AZ-04: users from the command line")
struct UserCommandTests {
  private func json(_ finished: Finished) throws -> [[String: Any]] {
    try finished.lines.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      )
    }
  }

  private func add(
    _ region: TestRegion,
    _ name: String,
    _ role: [String],
    exits status: Int32 = 0
  ) async throws -> Finished {
    let words = ["user", "add", name, "--name", "Proef \(name)", "--data", region.data, "--json"]
    return try await region.regie(words + role, exits: status)
  }

  @Test("The first two administrators are made at once; from then on roles wait for approval")
  func adding() async throws {
    let region = try await TestRegion(["0321"])
    let administrator = ["--role", "administrator"]
    let first = try json(try await add(region, "a.een", administrator))
    let code = try #require(first.first?["invitation"] as? String)
    #expect(code.count == 19 && first.first?["proposal"] == nil)
    let officer = ["--role", "backOfficeOfficer", "--municipality", "0321"]
    #expect(try json(try await add(region, "m.vos", officer)).first?["proposal"] == nil)
    _ = try await add(region, "a.twee", administrator)
    let later = try json(try await add(region, "k.bos", ["--role", "controller"]))
    #expect(later.first?["proposal"] as? Int == 1)

    let users = try json(
      try await region.regie(["user", "list", "--data", region.data, "--json"])
    )
    #expect(
      users.compactMap { $0["signInName"] as? String } == ["a.een", "a.twee", "k.bos", "m.vos"]
    )
    #expect(users.allSatisfy { $0["password"] as? Bool == false })
    let counts = users.map { ($0["roles"] as? [Any])?.count }
    #expect(counts == [1, 1, 0, 1])
    // The code stands nowhere in the folder.
    for name in ["accounts.sqlite", "accounts.sqlite-wal"] {
      let bytes = FileManager.default.contents(atPath: region.data + "/" + name) ?? Data()
      #expect(bytes.firstRange(of: Data(code.utf8)) == nil)
    }
    let attributes = try FileManager.default.attributesOfItem(
      atPath: region.data + "/accounts.sqlite"
    )
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test("What cannot be is refused with a sentence, and leaves nothing behind")
  func refusals() async throws {
    let region = try await TestRegion(["0321"])
    let cases: [(String, [String], Int32, String)] = [
      ("m.vos", ["--role", "koning"], 64, "account.noRole"),
      ("m.vos", ["--role", "councilMember"], 65, "account.roleReach"),
      ("m.vos", ["--role", "provider", "--municipality", "0321"], 65, "account.roleReach"),
      ("m vos", [], 65, "account.badName"),
      (
        "m.vos", ["--role", "controller", "--from", "2025-02-02", "--through", "2025-02-01"], 65,
        "account.endsBeforeItStarts"
      ),
    ]
    for (name, role, status, code) in cases {
      let refused = try await add(region, name, role, exits: status)
      #expect(refused.errorText.contains(code), "\(role): \(refused.errorText)")
    }
    let data = ["--data", region.data]
    let unknown = try await region.regie(["user", "disable", "niemand"] + data, exits: 65)
    #expect(unknown.errorText.contains("regie user list"))
    #expect(try await region.regie(["user", "list"] + data).output.isEmpty)
    _ = try await add(region, "m.vos", [])
    let taken = try await add(region, "M.VOS", [], exits: 65)
    #expect(taken.errorText.contains("account.nameTaken"))
    try await region.regie(["user", "roles", "m.vos", "--role", "controller"] + data)
    let both = try await region.regie(
      ["user", "roles", "m.vos", "--role", "logReviewer"] + data,
      exits: 65
    )
    #expect(both.errorText.contains("LG-11"))
    try await region.regie(["user", "roles", "m.vos", "--end", "1"] + data)
    try await region.regie(["user", "disable", "m.vos"] + data)
    let listed = try await region.regie(["user", "list"] + data).text
    #expect(listed.contains("uitgeschakeld") && !listed.contains("controller"))
    try await region.regie(["user", "enable", "m.vos"] + data)
    let invited = try await region.regie(["user", "invite", "m.vos", "--lang", "en"] + data)
    #expect(invited.text.contains("One-time code for m.vos"))
  }
}

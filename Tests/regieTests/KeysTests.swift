import Foundation
import Testing

@Suite("CR-03, LG-06: keys are replaced, and access records verified, from the command line")
struct KeysTests {
  private func json(_ finished: Finished) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: finished.output) as? [String: Any])
  }

  private func mode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("CR-03: after two turns everything goes on as before, and the old key file opens nothing")
  func rotating() async throws {
    let small = try SmallRegion.shared.get()
    let undisturbed = try await SmallRegion.undisturbed.value
    let region = try undisturbed.region.copy()
    let old = try String(contentsOfFile: region.key, encoding: .utf8)
    let first = try json(
      try await region.regie(["keys", "rotate", "--data", region.data, "--json"])
    )
    #expect(first["master"] as? Int == 2 && first["damaged"] as? Int == 0)
    let kept = Set(undisturbed.files.compactMap(\.position)).count
    #expect(first["originals"] as? Int == kept)
    let second = try await region.regie(["keys", "rotate", "--data", region.data])
    #expect(second.text.contains("Hoofdsleutel 3") && second.text.contains(region.key))
    #expect(try mode(region.key) == 0o600)

    // An answer that is missing is made again from what was sealed under the first key.
    let answers = try region.answers()
    let name = try #require(answers.keys.max())
    try FileManager.default.removeItem(atPath: region.replies + "/" + name)
    let position = try #require(Int(name.prefix(10)))
    try Data(String(position - 1).utf8).write(to: URL(fileURLWithPath: region.data + "/outbox"))
    let command = region.processing([small.folder], today: small.today)
    let again = try await region.regie(command, exits: 65)
    #expect(again.output == undisturbed.output)
    #expect(try region.answers() == answers)

    let oldKey = Scratch.path("old.key")
    try Data(old.utf8).write(to: URL(fileURLWithPath: oldKey))
    chmod(oldKey, 0o600)
    let refused = try await region.regie(command + ["--key", oldKey], exits: 78)
    #expect(refused.output.isEmpty && refused.lines.isEmpty)
  }

  @Test("LG-06: the records verify in the folder, and in an export with the public key alone")
  func verifying() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let data = ["--data", region.data]
    for _ in 0..<3 { try await region.regie(["keys", "rotate"] + data) }
    let heads = region.data + ".access-head"
    let head = try json(try await region.regie(["access-records", "head", "--json"] + data))
    #expect(head["number"] as? Int == 3)
    let lines = try String(contentsOfFile: heads, encoding: .utf8).split(separator: "\n")
    let newestLine = try #require(lines.last)
    let newest = try #require(
      try JSONSerialization.jsonObject(with: Data(newestLine.utf8)) as? [String: Any]
    )
    let key = try #require(newest["publicKey"] as? String)

    let verify = ["access-records", "verify"]
    let report = try json(
      try await region.regie(verify + data + ["--json", "--head", heads, "--public-key", key])
    )
    #expect(report["intact"] as? Bool == true && report["confirmed"] as? Int == 3)

    let export = Scratch.path("export.jsonl")
    let exported = try await region.regie(["access-records", "export"] + data)
    try exported.output.write(to: URL(fileURLWithPath: export))
    #expect(exported.lines.count == lines.count + 3)
    let whole = try await region.regie(verify + ["--export", export, "--public-key", key])
    #expect(whole.text.contains("gaaf") && whole.text.contains(head["root"] as? String ?? "?"))

    // A cut tail, a changed record, and an older export with its older heads.
    let all = exported.lines
    let cut = all.dropLast().joined(separator: "\n") + "\n"
    let changed = exported.text.replacing(
      "\"purpose\":6",
      with: "\"purpose\":5",
      maxReplacements: 1
    )
    let older = (lines.dropLast().map(String.init) + all[lines.count...].dropLast())
      .joined(separator: "\n")
    for (text, more, said) in [
      (cut, [], "Inzage 3 ontbreekt"), (changed, [], "Inzage 1 is gewijzigd"),
      (older, ["--head", heads], "Inzage 3 ontbreekt"),
    ] {
      try text.write(toFile: export, atomically: true, encoding: .utf8)
      let found = try await region.regie(
        verify + ["--export", export, "--public-key", key] + more,
        exits: 65
      )
      #expect(found.text.contains(said), "\(found.text)")
    }
  }

  @Test("What is wrong on the command line, and what is not there")
  func badInput() async throws {
    let region = try await SmallRegion.shared.get().opened()
    let verify = ["access-records", "verify"]
    try await region.regie(verify, exits: 64)
    try await region.regie(verify + ["--data", region.data, "--export", "x"], exits: 64)
    try await region.regie(verify + ["--data", region.data, "--public-key", "00"], exits: 64)
    try await region.regie(verify + ["--export", Scratch.path("none")], exits: 66)
    try await region.regie(verify + ["--data", Scratch.path("none")], exits: 66)
    try await region.regie(verify + ["--data", region.data, "--head", region.key], exits: 65)
    try await region.regie(verify + ["--export", region.key], exits: 65)
    try await region.regie(["keys"], exits: 64)
    try await region.regie(["keys", "rotate", "--data", Scratch.path("none")], exits: 66)
    let empty = try await region.regie(verify + ["--data", region.data])
    #expect(empty.text.contains("0 inzagen"))
  }
}

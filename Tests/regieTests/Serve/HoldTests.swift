import Foundation
import Glibc
import Testing

/// A region that one process holds open takes the commands of others, as if each had opened it.
@Suite("Commands to a region that another process holds open")
struct HoldTests {
  private func region(at root: String? = nil) async throws -> TestRegion {
    try await TestRegion(["0344"], at: root)
  }

  /// A file with one provider, in a folder of its own.
  private func provider(_ number: Int = 90_000_001) throws -> (folder: String, name: String) {
    let folder = try Scratch.folder("work")
    let text = """
      aanbieders:
        - kvk: "\(number)"
          naam: Zorg Voorbeeld \(number)

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/aanbieder.yaml"))
    return (folder, "aanbieder.yaml")
  }

  @Test("A command says and does the same as in a folder that is free, whoever holds it")
  func same() async throws {
    let free = try await region()
    let held = try await region()
    let holding = try Holding(held)
    let (folder, name) = try provider()
    let commands: [[String]] = [
      ["providers", "record", name, "--json"],
      ["providers", "record", name],
      ["providers", "record", "missing.yaml", "--lang", "en"],
      ["agreements", "extend", "c9", "--json", "--lang", "en"],
      ["agreements", "extend", "c9", "--today", "gisteren"],
      ["contracts", "settings", name],
      ["coverage", "import", name],
      ["access-records", "verify"],
    ]
    for command in commands {
      let alone = try await Program.run(command + ["--data", free.data], in: folder)
      let served = try await Program.run(command + ["--data", held.data], in: folder)
      #expect(served.status == alone.status, "\(command): \(served.errorText)")
      #expect(served.text == alone.text, "\(command)")
      #expect(served.errorText == alone.errorText, "\(command)")
    }
    let end = await holding.stop()
    #expect(end.status == 0 && end.errorText.isEmpty)
    #expect(try await held.end() == free.end())
    #expect(try held.lastSigned() == free.lastSigned())
    try await held.verify(["--head", held.heads])
  }

  @Test("A whole year of messages gives the same verdicts and the same answers")
  func messages() async throws {
    let small = try SmallRegion.shared.get()
    let undisturbed = try await SmallRegion.undisturbed.value
    let region = try await small.opened()
    let holding = try Holding(region)
    let command = region.processing([small.folder], today: small.today)
    let served = try await region.regie(command, exits: 65)
    #expect(try served.lines.map { try JudgedFile($0) } == undisturbed.files)
    #expect(try region.answers().count == undisturbed.region.answers().count)
    #expect(await holding.stop().status == 0)
    try await region.verify()
  }

  @Test("Commands that come at the same time are all carried out, one after another")
  func together() async throws {
    let region = try await region()
    let holding = try Holding(region)
    let numbers = (0..<12).map { 90_000_010 + $0 }
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in numbers {
        let (folder, name) = try provider(number)
        group.addTask {
          try await Program.run(["providers", "record", name, "--data", region.data], in: folder)
            .status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 0, count: 12))
    // Looking needs nobody's leave.
    let list = try await region.regie(["providers", "list", "--data", region.data])
    #expect(list.lines.count == 12)
    #expect(await holding.stop().status == 0)
    try await region.verify()
  }

  @Test("Only its user reaches the socket; it goes with the holder, and a stale one harms nobody")
  func socket() async throws {
    let region = try await region()
    let first = try Holding(region)
    var status = stat()
    #expect(lstat(first.socket, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFSOCK && status.st_mode & 0o777 == 0o600)
    await first.kill()
    #expect(lstat(first.socket, &status) == 0)
    // What is left answers nobody, so a command opens the folder itself.
    let (folder, name) = try provider()
    let record = ["providers", "record", name, "--data", region.data]
    #expect(try await Program.run(record, in: folder).status == 0)
    let second = try Holding(region)
    #expect(try await Program.run(record, in: folder).status == 0)
    #expect(await second.stop().status == 0)
    #expect(lstat(second.socket, &status) != 0)
  }

  @Test("A path that is too long for the address of a socket is reached all the same")
  func longPath() async throws {
    let root = try Scratch.folder(String(repeating: "lang-", count: 40))
    let region = try await region(at: root)
    #expect(region.data.utf8.count > 108)
    let holding = try Holding(region)
    let (folder, name) = try provider()
    let record = ["providers", "record", name, "--data", region.data]
    #expect(try await Program.run(record, in: folder).status == 0)
    #expect(await holding.stop().status == 0)
  }

  @Test("Nobody holds a region twice")
  func twice() async throws {
    let region = try await region()
    let holding = try Holding(region)
    let second = try await Program.run(["hold", "--data", region.data, "--json"])
    #expect(second.status == 75 && second.errorText.contains("journal.inUse"))
    #expect(await holding.stop().status == 0)
  }
}

// MARK: - Clients that are none

extension HoldTests {
  @Test("Bytes that are no request are refused in words, and others are served on")
  func noRequest() async throws {
    let region = try await region()
    let holding = try Holding(region)
    let requests: [[UInt8]] = [
      [], [0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0, 0, 0, 3, 9, 0, 0],
      [0, 0, 0, 4, 1, 0, 1, 0x2E], [0, 0, 0, 6, 1, 0, 1, 0x2F, 0xFF, 0x7F],
    ]
    for request in requests {
      let answer = try holding.sends(request)
      #expect(answer.isEmpty || answer.suffix(4) == [0, 0, 0, 75], "\(request)")
      #expect(answer.isEmpty == (request.count < 4), "\(request)")
    }
    // Nor does one keep others waiting that says nothing, or asks and does not read on.
    let silent = try holding.reach()
    let lazy = try holding.reach()
    let request: [UInt8] = [0, 0, 0, 12, 1, 0, 1, 0x2F, 1, 6] + Array("--help".utf8)
    _ = request.withUnsafeBytes { send(lazy, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
    let (folder, name) = try provider()
    let record = ["providers", "record", name, "--data", region.data]
    #expect(try await Program.run(record, in: folder).status == 0)
    close(silent)
    close(lazy)
    #expect(await holding.stop().status == 0)
  }

  @Test("When a client is killed its command stops, and the next one finds the region whole")
  func gone() async throws {
    let small = try SmallRegion.shared.get()
    let undisturbed = try await SmallRegion.undisturbed.value
    let region = try await small.opened()
    let holding = try Holding(region)
    let client = try Running(region.processing([small.folder], today: small.today))
    client.wait(forLine: 20)
    client.kill()
    let killed = await client.finish()
    #expect(killed.wasKilled && killed.lines.count < undisturbed.files.count)
    // The command of the one that is gone ends before this one begins, and it ended early.
    try await region.regie(["access-records", "head", "--data", region.data])
    let stopped = try await region.end()
    #expect(try await stopped < undisturbed.region.end())
    try await region.process([small.folder], today: small.today, exits: 65)
    #expect(try region.answers().count == undisturbed.region.answers().count)
    #expect(await holding.stop().status == 0)
    try await region.verify()
  }
}

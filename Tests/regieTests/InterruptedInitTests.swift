import Foundation
import Glibc
import Testing

@Suite("RL-02: an init that is cut short")
struct InterruptedInitTests {
  /// A place for a region in a folder of its own.
  private func place() throws -> TestRegion {
    TestRegion(existing: try Scratch.folder("interrupted"))
  }

  private func command(_ region: TestRegion, gemeente: String = "0321") -> [String] {
    ["init", "--data", region.data, "--gemeente", gemeente]
  }

  /// Everything below a folder: paths, and whether each is a file.
  private func names(_ region: TestRegion) throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: region.root))
  }

  private static let whole: Set<String> = [
    "data", "data.key", "data.head", "data/journal.sqlite", "data/journal.sqlite.lock",
    "data/vault.sqlite", "data/access.sqlite",
  ]

  /// The region is one that works, and nothing lies about that does not belong to it.
  private func expectWhole(_ region: TestRegion, _ context: String) async throws {
    #expect(try names(region) == Self.whole, "\(context)")
    try await region.verify()
    try await region.verify(["--head", region.heads])
    let small = try SmallRegion.shared.get()
    try await region.regie(["contracts", "import", small.prices, "--data", region.data])
  }

  /// What a user does after a kill: make the region, or work in it when it is there already.
  private func goOn(_ region: TestRegion) async throws {
    let small = try SmallRegion.shared.get()
    let isThere = access(region.journal, F_OK) == 0
    try await region.regie(
      isThere
        ? ["contracts", "import", small.prices, "--data", region.data]
        : command(region, gemeente: "0353")
    )
  }

  @Test("Killed when a file comes into being, whichever: the next init makes a whole region")
  func killedAtEachStep() async throws {
    let steps = [
      "data", "data/.init", "data.key.init", "data/.init/vault.sqlite",
      "data/.init/vault.sqlite-wal", "data/.init/journal.sqlite", "data/.init/journal.sqlite-wal",
      "data/.init/access.sqlite", "data/.init/access.sqlite-wal", "data.key", "data/vault.sqlite",
    ]
    for step in steps {
      let region = try place()
      let running = try Running(command(region))
      while running.isRunning, access(region.root + "/" + step, F_OK) != 0 {}
      running.kill()
      _ = await running.finish()
      if access(region.journal, F_OK) != 0 {
        try await region.regie(["journal", "head", "--data", region.data], exits: 66)
      }
      try await goOn(region)
      try await expectWhole(region, step)
    }
  }

  @Test("Killed at 25 random moments: there is a whole region, or the next init makes one")
  func killedAtRandom() async throws {
    var system = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0 ... .max, using: &system)
    var delay = seed
    for round in 0..<25 {
      let region = try place()
      let running = try Running(command(region))
      delay = delay &* 6_364_136_223_846_793_005 &+ 1
      running.pause(microseconds: Int(delay >> 33) % 60_000)
      running.kill()
      _ = await running.finish()
      try await goOn(region)
      try await expectWhole(region, "seed \(seed), round \(round)")
    }
  }

  @Test("Killed while the parts are moved: after each of the moves the next init begins anew")
  func killedWhileMoving() async throws {
    let parts = ["vault.sqlite", "access.sqlite", "journal.sqlite.lock"]
    for moved in 0...parts.count {
      let region = try place()
      try await region.regie(command(region))
      // What the program leaves when it dies between two moves.
      let manager = FileManager.default
      try manager.removeItem(atPath: region.heads)
      try manager.linkItem(atPath: region.key, toPath: region.key + ".init")
      try manager.createDirectory(atPath: region.data + "/.init", withIntermediateDirectories: true)
      for name in parts.dropFirst(moved) + ["journal.sqlite"] {
        try manager.moveItem(
          atPath: region.data + "/" + name,
          toPath: region.data + "/.init/" + name
        )
      }
      try await region.regie(["journal", "head", "--data", region.data], exits: 66)
      let key = try Data(contentsOf: URL(fileURLWithPath: region.key))
      try await region.regie(command(region))
      #expect(try Data(contentsOf: URL(fileURLWithPath: region.key)) != key)
      try await expectWhole(region, "after \(moved) moves")
    }
  }

  @Test("Killed after the last move: the region is there, and the first command tidies up")
  func killedAfterMoving() async throws {
    let region = try place()
    try await region.regie(command(region))
    try FileManager.default.linkItem(atPath: region.key, toPath: region.key + ".init")
    #expect(mkdir(region.data + "/.init", 0o700) == 0)
    try await region.regie(command(region), exits: 73)
    let small = try SmallRegion.shared.get()
    try await region.regie(["contracts", "import", small.prices, "--data", region.data])
    try await expectWhole(region, "after the last move")
  }

  @Test("What is not of Regie is left alone: 73, and every file as it was")
  func othersFiles() async throws {
    let manager = FileManager.default
    let contents: [[String]] = [
      ["data/brief.txt"], ["data/.init/brief.txt"], ["data/vault.sqlite"],
      ["data/.init/vault.sqlite", "data/vault.sqlite"],
      ["data/.init/journal.sqlite", "data/notes"],
      ["data/journal.sqlite"], ["data/.init"], ["data.key"], ["data.key.init"],
      ["data.key", "data/.init/vault.sqlite"], ["data.head"], ["data.access-head"],
    ]
    for files in contents {
      let region = try place()
      for file in files {
        let path = region.root + "/" + file
        try manager.createDirectory(
          atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
          withIntermediateDirectories: true
        )
        try Data("van een ander".utf8).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
      }
      let before = try names(region).subtracting(["data", "data/.init", "data/.init/vault.sqlite"])
      let refused = try await region.regie(command(region), exits: 73)
      #expect(refused.errorText.split(separator: "\n").count == 1, "\(refused.errorText)")
      let after = try names(region)
      #expect(
        after.isSuperset(of: before) && before.contains("data.head") == after.contains("data.head"),
        "\(files): \(after)"
      )
      for file in before where file != "data" {
        let text = try? String(contentsOfFile: region.root + "/" + file, encoding: .utf8)
        #expect(text == "van een ander", "\(file)")
      }
    }
  }

  @Test("Two at once: one makes the region, the other is told 75 or 73")
  func twoAtOnce() async throws {
    for _ in 0..<5 {
      let region = try place()
      async let first = Program.run(command(region))
      async let second = Program.run(command(region))
      let statuses = [try await first.status, try await second.status].sorted()
      #expect(statuses[0] == 0 && [73, 75].contains(statuses[1]), "\(statuses)")
      try await expectWhole(region, "\(statuses)")
    }
  }

  @Test("RL-03: a disk that is full stops an init with 74 or 73, and leaves nothing behind")
  func fullDisk() async throws {
    guard SmallDisk.isPossible else { return }
    for kilobytes in [0, 4, 12, 40, 100, 160] {
      let disk = try SmallDisk(megabytes: 2)
      defer { disk.remove() }
      let region = TestRegion(existing: disk.path)
      disk.fill(leaving: kilobytes << 10)
      let finished = try await Program.run(command(region))
      if finished.status == 0 { continue }
      #expect([73, 74].contains(finished.status), "\(kilobytes): \(finished.errorText)")
      #expect(finished.errorText.split(separator: "\n").count == 1, "\(finished.errorText)")
      disk.makeRoom()
      #expect(try names(region) == [], "\(kilobytes)")
      try await region.regie(command(region))
      try await expectWhole(region, "\(kilobytes) kB")
    }
  }
}

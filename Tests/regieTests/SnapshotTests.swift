import Foundation
import GRDB
import Quantities
import Synthetic
import Testing

@Suite("RL-03: a state from a snapshot is the state from the beginning")
struct SnapshotTests {
  /// The file of a snapshot in a region.
  private func snapshot(_ region: TestRegion) -> String { region.data + "/snapshots/state" }

  /// An award so long that a snapshot is worth writing after it.
  static func longAward(_ small: SmallRegion) throws -> String {
    let source = try #require(
      (0..<small.synthetic.fileCount).first { index in
        let name = small.synthetic.fileName(index)
        return name.contains("-WMO301-")
          && (try? String(contentsOfFile: small.path(index), encoding: .utf8))?
            .contains(">\(small.municipalities[0])<") == true
      }
    )
    let text = try String(contentsOfFile: small.path(source), encoding: .utf8)
    let open = try #require(text.firstRange(of: "<ToegewezenProduct>"))
    let close = try #require(text.firstRange(of: "</ToegewezenProduct>"))
    let product = open.lowerBound..<close.upperBound
    let start = try #require(CivilDate(year: 2021, month: 1, day: 1))
    let copies = (0..<2_100).map { number in
      let day = start.adding(days: number)
      return String(text[product])
        .replacing(/Nummer>[0-9]+</, with: "Nummer>\(800_000 + number)<")
        .replacing(/Ingangsdatum>[0-9-]+</, with: "Ingangsdatum>\(day)<")
        .replacing(/Einddatum>[0-9-]+</, with: "Einddatum>\(day)<")
    }
    let path = Scratch.path("long.xml")
    var whole = text
    whole.replaceSubrange(product, with: copies.joined(separator: "\n"))
    try whole.replacing(/Identificatie>T[0-9]+</, with: "Identificatie>LANG<")
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("With a snapshot, without it, and with a damaged one: the same words and answers")
  func sameOutcome() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let long = try Self.longAward(small)
    let half = small.synthetic.fileCount / 2
    let first = (0..<half)
      .filter { small.synthetic.intent($0).outcome != .rejectTransport }.map { small.path($0) }
    let told = try await region.process(first + [long], today: small.today)
    #expect((told.last?.position ?? 0) > 2_000, "\(told.last?.line.prefix(500) ?? "")")
    try #require(FileManager.default.fileExists(atPath: snapshot(region)))

    let without = try region.copy()
    try FileManager.default.removeItem(atPath: without.data + "/snapshots")
    let damaged = try region.copy()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: snapshot(region)))
    bytes[bytes.count / 2] ^= 0x10
    try bytes.write(to: URL(fileURLWithPath: snapshot(damaged)))
    let cut = try region.copy()
    try bytes.prefix(bytes.count / 3).write(to: URL(fileURLWithPath: snapshot(cut)))

    let rest = (half..<small.synthetic.fileCount).map { small.path($0) }
    var outputs: [Data] = []
    var answers: [[String: Data]] = []
    for each in [region, without, damaged, cut] {
      let command = each.processing(rest, today: small.today)
      outputs.append(try await Program.run(command).output)
      answers.append(try each.answers())
      try await each.verify()
    }
    #expect(!outputs[0].isEmpty)
    for index in 1..<outputs.count {
      #expect(outputs[index] == outputs[0], "variant \(index)")
      #expect(answers[index] == answers[0], "variant \(index)")
    }
  }

  /// The price list as the journal keeps it, and the snapshot too.
  private func storedPrices(_ region: TestRegion) throws -> Data? {
    let queue = try DatabaseQueue(path: region.journal)
    defer { try? queue.close() }
    return try queue.read {
      try Data.fetchOne($0, sql: "SELECT bytes FROM attachment WHERE layout = 'price-list'")
    }
  }

  @Test("A bit that fell over in the prices of a snapshot changes no price")
  func fallenBit() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    try await region.process([Self.longAward(small)], today: small.today)
    let list = ["contracts", "list", "--data", region.data, "--json"]
    let prices = try await region.regie(list).output
    let file = URL(fileURLWithPath: snapshot(region))
    let whole = try Data(contentsOf: file)
    let stored = try #require(try storedPrices(region))
    let place = try #require(whole.range(of: stored))
    for step in 1...8 {
      var bytes = whole
      bytes[place.lowerBound + place.count * step / 9] ^= 1
      try bytes.write(to: file)
      #expect(try await region.regie(list).output == prices, "byte \(step) of 9")
    }
  }
}

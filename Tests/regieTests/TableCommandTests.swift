import Foundation
import Testing

@Suite("IM-08, PR-01, PR-02: tables of deliveries and of open allocations, as a user brings them")
struct TableCommandTests {
  private static let examples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples/Tables").path

  private func region() async throws -> TestRegion {
    let region = try await TestRegion(
      ["0889", "0983"],
      prices: Self.examples + "/contracts.tsv"
    )
    try await region.regie(
      ["allocations", "import", Self.examples + "/allocations.csv", "--data", region.data]
    )
    return region
  }

  private func deliveries(
    _ region: TestRegion,
    _ file: String = "deliveries.csv",
    results: String,
    today: String = "2025-09-01",
    exits status: Int32 = 0
  ) async throws -> Finished {
    let path = file.contains("/") ? file : Self.examples + "/" + file
    return try await region.regie(
      [
        "deliveries", "import", path, "--data", region.data, "--today", today, "--results", results,
        "--json",
      ],
      exits: status
    )
  }

  @Test("The examples are judged as their page says, twice with the same result file")
  func examples() async throws {
    let region = try await region()
    let results = region.root + "/results.csv"
    let first = try await deliveries(region, results: results)
    #expect(first.text.contains(#""rows":6,"approved":3"#), "\(first.text)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: results))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("er resteert 28 uur") && text.contains(";goedgekeurd;81600;"))
    let head = try await region.head()
    try FileManager.default.removeItem(atPath: results)
    let again = try await deliveries(region, results: results, today: "2025-10-01")
    #expect(again.text.contains(#""changed":false"#))
    #expect(try Data(contentsOf: URL(fileURLWithPath: results)) == bytes)
    #expect(try await region.head() == head)
    // Every row names its receipt, which says the same.
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      let place = String(try #require(cells.last))
      let explained = try await region.explain(place).text
      #expect(explained.contains(line.contains(";goedgekeurd;") ? "goedgekeurd" : "afgekeurd"))
      #expect(explained.contains("Niet van toepassing"))
    }
    let byReference = try await region.explain("99990512/W-2").text
    #expect(byReference.contains("88 uur, € 5.984,00"), "\(byReference)")
    try await region.verify()
  }

  @Test("A table with a fault leaves nothing behind and names every line")
  func broken() async throws {
    let region = try await region()
    let head = try await region.head()
    let file = Scratch.path("broken.csv")
    try String(contentsOfFile: Self.examples + "/deliveries.csv", encoding: .utf8)
      .replacing(";0983;99990511;K-2044", with: ";0344;99990511;K-2044")
      .replacing(";1;04;6800;", with: ";een;04;6800;")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let results = region.root + "/none.csv"
    let finished = try await deliveries(region, file, results: results, exits: 65)
    #expect(finished.errorText.contains(#""line":4,"column":"gemeente""#), "\(finished.errorText)")
    #expect(finished.errorText.contains(#""line":7,"column":"volume""#), "\(finished.errorText)")
    #expect(!finished.errorText.contains("K-20") && !finished.errorText.contains("999991"))
    #expect(try await region.head() == head)
    #expect(!FileManager.default.fileExists(atPath: results))
  }

  @Test("No reference and no number of a client stands in any file that Regie keeps")
  func canaries() async throws {
    let region = try await region()
    _ = try await deliveries(region, results: Scratch.path("results.csv"))
    let names = try FileManager.default.subpathsOfDirectory(atPath: region.root)
    let secrets = ["K-2031", "K-2044", "999991012", "999991024"]
    for name in names {
      guard let bytes = FileManager.default.contents(atPath: region.root + "/" + name) else {
        continue
      }
      for secret in secrets {
        #expect(!name.contains(secret))
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
        let wide = Data(secret.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(bytes.range(of: wide) == nil, "\(secret) in \(name)")
      }
    }
    #expect(names.contains { $0.hasSuffix("vault.sqlite") })
  }

  @Test("A run that is killed leaves the table in or out, never half, and can be repeated")
  func killed() async throws {
    let region = try await region()
    for delay in [2_000, 15_000, 40_000, 80_000, 150_000] {
      let copy = try region.copy()
      let results = copy.root + "/results.csv"
      let running = try Running([
        "deliveries", "import", Self.examples + "/deliveries.csv", "--data", copy.data, "--today",
        "2025-09-01", "--results", results,
      ])
      running.pause(microseconds: delay)
      running.kill()
      _ = await running.finish()
      let done = try await deliveries(copy, results: results)
      #expect(done.text.contains(#""approved":3"#), "\(done.text)")
      #expect(try await copy.end() == 11)
      try await copy.verify()
    }
  }
}

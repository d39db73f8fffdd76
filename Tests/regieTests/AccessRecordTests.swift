import Foundation
import GRDB
import Testing

@Suite("LG-05: nobody's data are read without a record of it")
struct AccessRecordTests {
  private func records(_ region: TestRegion) throws -> Int {
    let queue = try DatabaseQueue(path: region.data + "/access.sqlite")
    defer { try? queue.close() }
    return try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM access") ?? 0 }
  }

  private func change(_ region: TestRegion, _ sql: String) throws {
    let queue = try DatabaseQueue(path: region.data + "/access.sqlite")
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test("Making a missing answer again writes the record first, and without a record nothing")
  func missingAnswer() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await SmallRegion.undisturbed.value.region.copy()
    let answers = try region.answers()
    let name = try #require(answers.keys.max())
    let first = try #require(Int(name.prefix(10)))
    // As after a stop between the journal and the answer.
    try FileManager.default.removeItem(atPath: region.replies + "/" + name)
    try Data(String(first - 1).utf8).write(to: URL(fileURLWithPath: region.data + "/outbox"))
    let before = try records(region)
    let command = region.processing([small.path(0)], today: small.today)

    try change(
      region,
      "CREATE TRIGGER stuck BEFORE INSERT ON access BEGIN SELECT RAISE(ABORT, 'stuck'); END"
    )
    let refused = try await Program.run(command)
    #expect(refused.status != 0 && refused.lines.isEmpty)
    #expect(try region.answers()[name] == nil)

    try change(region, "DROP TRIGGER stuck")
    try await region.regie(command)
    #expect(try region.answers() == answers)
    #expect(try records(region) == before + 1)

    // With every answer in its place nobody is read.
    try await region.regie(command)
    #expect(try records(region) == before + 1)
  }
}

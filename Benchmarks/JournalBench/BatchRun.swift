import Digests
import Journal
import JournalSQLite
import JournalTesting
import Measuring
import Quantities

/// Appends in batches of 1,000 commands of one event of 200 bytes, beside the same rows in SQLite.
struct BatchRun {
  let folder: String
  let events: Int
  let turns: Int

  func run() async throws {
    let batches = (0..<max(1, events / 1_000)).map { BatchRun.batch(UInt64($0)) }
    let rows = BatchRun.rows(batches)
    var appending = Turns()
    var raw = Turns()
    var syncing = Turns()
    for _ in 0..<turns {
      appending.add(Double(rows.count) / (try await append(batches)))
      raw.add(Double(rows.count) / insert(rows))
      syncing.add(System.syncsPerSecond(in: folder))
    }
    let size = batches[0][0].body.count
    Figure(
      "appends, batches of 1,000 commands of one event of \(size) bytes",
      measured: appending.text("events a second"),
      floor: "raw SQLite, the same rows: \(raw.text("a second"));"
        + " 4 KiB and fdatasync: \(syncing.text("a second"))",
      ratio: Figure.times(raw.median / appending.median, "the floor's time"),
      promise: Figure.promise(atLeast: 100_000, appending.median, " a second")
    ).show()
  }

  private func append(_ batches: [[NewEntry]]) async throws -> Double {
    let path = folder + "/batches.sqlite"
    let journal = try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
    let elapsed = try await seconds {
      var position = Position.start
      for batch in batches {
        position = try await journal.append(
          batch,
          expecting: position,
          at: EntryBuilder.opening
        ).position
      }
    }
    try await journal.close()
    Child.run(["sh", "-c", "rm -f \"$0\"*", path])
    return elapsed
  }

  private func insert(_ rows: [RawTable.Row]) -> Double {
    let path = folder + "/raw.sqlite"
    let table = RawTable(path)
    let stopwatch = Stopwatch()
    for start in stride(from: 0, to: rows.count, by: 1_000) {
      table.insert(rows[start..<min(start + 1_000, rows.count)])
    }
    let elapsed = stopwatch.seconds
    Child.run(["sh", "-c", "rm -f \"$0\"*", path])
    return elapsed
  }
}

extension BatchRun {
  private static func batch(_ number: UInt64) -> [NewEntry] {
    (0..<1_000).flatMap { index in
      EntryBuilder.command(number * 1_000 + index, body: body(index))
    }
  }

  private static func body(_ index: UInt64) -> [UInt8] {
    JSONWriter.object {
      $0.field("allocation", Int64(index) + 10_000_000)
      $0.field("client", "c-5f0e9a77b1d24c3a8")
      $0.field("provider", "41234567")
      $0.field("municipality", "0321")
      $0.field("product", "01A05")
      $0.field("unit", 4)
      $0.field("amount", 125_000)
      $0.field("from", "2026-01-01")
      $0.field("through", "2026-12-31")
      $0.field("accepted", true)
    }
  }

  /// The rows that the batches become, sealed beforehand: the floor has no chain to make.
  private static func rows(_ batches: [[NewEntry]]) -> [RawTable.Row] {
    var head = JournalHead.empty
    var hasher = EntryHasher(digest: StandardDigest.sha256)
    return batches.flatMap { batch in
      let entries = head.sealing(batch, at: EntryBuilder.opening, with: &hasher)
      head = entries.last?.head ?? head
      return entries.map(RawTable.Row.init)
    }
  }
}

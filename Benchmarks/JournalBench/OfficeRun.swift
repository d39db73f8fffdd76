import Digests
import Journal
import JournalSQLite
import Measuring
import Region

/// Single commands with 64 callers waiting, beside the rows that they become, in raw SQLite.
struct OfficeRun {
  let folder: String
  let commands: Int
  let turns: Int

  /// How many callers wait at once; the office gathers what they bring into one transaction.
  static let callers = 64

  /// How many commands the floor writes in transactions of their own.
  private static let singles = 5_000

  /// Measures, and gives the state that the last turn's journal holds.
  func run(leaving journalPath: String) async throws -> RegionState {
    var performing = Turns()
    var shared = Turns()
    var single = Turns()
    var syncing = Turns()
    var state = RegionState()
    for _ in 0..<turns {
      Child.run(["sh", "-c", "rm -f \"$0\"*", journalPath])
      let journal = try SQLiteJournal.create(at: journalPath, digest: StandardDigest.sha256)
      let office = Office(journal: journal, state: RegionState())
      let opening = LoadCommand.opening
      _ = try await office.perform(opening.0, opening.1)
      performing.add(Double(commands) / (try await seconds { try await perform(office) }))
      state = await office.published
      let rows = try await rows(journal)
      try await journal.close()
      shared.add(insert(rows, commands: commands, perCommit: OfficeRun.callers))
      single.add(insert(rows, commands: min(commands, OfficeRun.singles), perCommit: 1))
      syncing.add(System.syncsPerSecond(in: folder))
    }
    show(performing, shared, single, syncing)
    return state
  }

  private func show(_ performing: Turns, _ shared: Turns, _ single: Turns, _ syncing: Turns) {
    Figure(
      "single commands of two events, \(OfficeRun.callers) callers,"
        + " \(Turns.text(commands))",
      measured: performing.text("acknowledged a second"),
      floor: "raw SQLite, the rows of \(OfficeRun.callers) commands a commit:"
        + " \(shared.text("commands a second")); of one: \(single.text("a second"));"
        + " 4 KiB and fdatasync: \(syncing.text("a second"))",
      ratio: Figure.times(shared.median / performing.median, "the floor's time") + "; "
        + Figure.times(performing.median / single.median, "as fast as one a commit"),
      promise: Figure.promise(atLeast: 10_000, performing.median, " a second")
    ).show()
  }

  private func perform(_ office: Office) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<OfficeRun.callers {
        group.addTask {
          for number in stride(from: caller + 1, through: commands, by: OfficeRun.callers) {
            let (what, context) = LoadCommand.make(number)
            _ = try await office.perform(what, context)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

extension OfficeRun {
  /// How many rows the floor keeps in memory; a longer run writes them again, further on.
  private static let rowLimit = 100_000

  /// The first rows of whole commands, after the one that opened the region.
  private func rows(_ journal: SQLiteJournal) async throws -> [RawTable.Row] {
    var rows: [RawTable.Row] = []
    var position = Position(1)
    while rows.count < OfficeRun.rowLimit {
      let limit = OfficeRun.rowLimit - rows.count
      let entries = try await journal.read(after: position, limit: limit)
      guard let last = entries.last else { break }
      rows += entries.map(RawTable.Row.init)
      position = last.position
    }
    return rows
  }

  /// Commands a second that the floor writes.
  private func insert(_ rows: [RawTable.Row], commands: Int, perCommit: Int) -> Double {
    let path = folder + "/raw.sqlite"
    let table = RawTable(path)
    let rowsPerCommit = perCommit * 2
    let total = commands * 2
    let stopwatch = Stopwatch()
    var written = 0
    var place = 0
    while written < total {
      let count = min(rowsPerCommit, total - written, rows.count - place)
      table.insert(rows[place..<place + count], shiftedBy: Int64(written - place))
      written += count
      place = place + count == rows.count ? 0 : place + count
    }
    let elapsed = stopwatch.seconds
    Child.run(["sh", "-c", "rm -f \"$0\"*", path])
    return Double(commands) / elapsed
  }
}

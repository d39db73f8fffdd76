import Digests
import Journal
import JournalSQLite
import Measuring
import Region

/// A start: ready from the snapshot, beside reading its bytes, and made from the journal again.
struct StartRun {
  let folder: String
  let journalPath: String
  let turns: Int

  func run(_ state: RegionState) async throws {
    let path = folder + "/snapshot"
    let bytes = state.snapshot()
    System.write(StandardDigest.sha256(bytes.span).bytes + bytes, to: path)
    var starting = Turns()
    var reading = Turns()
    for _ in 0..<turns {
      starting.add(try await seconds { try await start(path, state.head) })
      reading.add(await seconds { _ = System.contents(path) })
    }
    var replaying = Turns()
    replaying.add(try await seconds { try await replay(state.head) })
    let size = Turns.text(Double(bytes.count) / 1e6)
    Figure(
      "start with \(Turns.text(Int(state.head.position.rawValue))) events, snapshot of \(size) MB",
      measured: starting.text("s"),
      floor: "reading the snapshot's bytes: \(reading.text("s"));"
        + " made from the journal again: \(replaying.text("s"))",
      ratio: Figure.times(starting.median / reading.median, "the reading") + "; "
        + Figure.times(replaying.median / starting.median, "as fast as from the journal"),
      promise: Figure.promise(atMost: 3, starting.median, " s")
    ).show()
  }

  /// What the program does before it takes its first command.
  private func start(_ path: String, _ head: JournalHead) async throws {
    let file = System.contents(path)
    let bytes = Array(file[JournalDigest.byteCount...])
    guard StandardDigest.sha256(bytes.span).bytes == Array(file[..<JournalDigest.byteCount]) else {
      System.fail("the snapshot is damaged")
    }
    let state = try RegionState(snapshot: bytes)
    let journal = try SQLiteJournal.open(at: journalPath, digest: StandardDigest.sha256)
    let last = try await journal.entry(at: state.head.position)
    guard let last, last.hash == head.hash else { System.fail("the snapshot does not fit") }
    try await journal.close()
  }

  private func replay(_ head: JournalHead) async throws {
    let journal = try SQLiteJournal.open(at: journalPath, digest: StandardDigest.sha256)
    var state = RegionState()
    try await journal.scan { entry in
      try state.take(entry)
      return true
    }
    guard state.head == head else { System.fail("the journal gives another state") }
    try await journal.close()
  }
}

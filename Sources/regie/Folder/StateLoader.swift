import Digests
import Journal
import JournalSQLite
import Region

/// Brings a region's state up: from the newest snapshot that fits, and the entries after it.
///
/// The file begins with the digest of the rest, so that a damaged snapshot is never believed.
struct StateLoader {
  let folder: DataFolder

  /// How many entries may be read again at a start before a snapshot is worth writing.
  private static let entriesPerSnapshot: Int64 = 2_000

  private var path: String { folder.snapshotFolder + "/state" }

  /// The state at the end of the journal.
  func load(_ journal: SQLiteJournal) async throws -> RegionState {
    var state = try await snapshot(journal) ?? RegionState()
    var position = state.head.position
    while true {
      let entries = try await journal.read(after: position, limit: 2_000)
      guard let last = entries.last else { return state }
      for entry in entries { try state.take(entry) }
      position = last.position
    }
  }

  /// The state of the snapshot; nil when there is none that this version and this journal fit.
  private func snapshot(_ journal: SQLiteJournal) async throws -> RegionState? {
    guard let bytes = try wholeSnapshot(), let state = try? RegionState(snapshot: bytes)
    else { return nil }
    guard state.head.position > .start,
      let entry = try await journal.entry(at: state.head.position),
      entry.hash == state.head.hash
    else { return nil }
    return state
  }

  /// The bytes of the snapshot; nil when there is none, or when it is damaged.
  private func wholeSnapshot() throws -> [UInt8]? {
    guard let file = try DurableText.read(path), file.count > JournalDigest.byteCount else {
      return nil
    }
    let bytes = Array(file[JournalDigest.byteCount...])
    let digest = Array(file[..<JournalDigest.byteCount])
    return StandardDigest.sha256(bytes.span).bytes == digest ? bytes : nil
  }

  /// Writes a snapshot when enough has happened since the last one.
  func save(_ state: RegionState) throws {
    let known = try wholeSnapshot().flatMap { RegionState.snapshotPosition($0) }
    guard state.head.position.rawValue - (known?.rawValue ?? 0) >= Self.entriesPerSnapshot else {
      return
    }
    try DurableText.makeFolder(folder.snapshotFolder)
    let bytes = state.snapshot()
    try DurableText.replace(path, with: StandardDigest.sha256(bytes.span).bytes + bytes)
  }
}

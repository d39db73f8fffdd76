/// What SQLite asks of a disk.
package enum DiskCall: CaseIterable, Hashable, Sendable {
  case open, read, write, truncate, sync, delete

  /// The calls that change what a disk holds.
  package static let changing: Set<DiskCall> = [.write, .truncate, .sync, .delete]
}

/// A way in which a disk fails a call.
package enum DiskFault: CaseIterable, Hashable, Sendable {
  /// The disk reports an error and does nothing. After a failed sync it forgets what was to be
  /// synced, as Linux does: a later sync says "done" of pages that never reached the disk.
  case inputOutput
  /// There is no room.
  case noSpace
  /// Half of what was to be written is written.
  case shortWrite

  /// The calls that fail in this way.
  package var calls: Set<DiskCall> {
    switch self {
    case .inputOutput: Set(DiskCall.allCases)
    case .noSpace: [.open, .write, .truncate]
    case .shortWrite: [.write]
    }
  }
}

import Digests
import Journal
import People
import Quantities
import Region
import VaultSQLite

/// Signs the ends of the journal and of the access records beside the data folder, while a command
/// is at work and at its stop.
///
/// The one place that does so: a command says after each thing it has done that it goes on.
actor HeadKeeper {
  private let file: HeadFile
  private let vault: SQLiteVault
  private let accessLog: SQLiteAccessLog
  private let office: Office
  private let clock: @Sendable () -> Instant
  private var rhythm: HeadRhythm
  private var accessRhythm: HeadRhythm

  init(
    file: HeadFile,
    vault: SQLiteVault,
    accessLog: SQLiteAccessLog,
    office: Office,
    clock: @escaping @Sendable () -> Instant
  ) async {
    self.file = file
    self.vault = vault
    self.accessLog = accessLog
    self.office = office
    self.clock = clock
    let now = clock()
    rhythm = HeadRhythm(after: await office.published.head.position, at: now)
    accessRhythm = HeadRhythm(after: await accessLog.head().position, at: now)
  }

  /// Something was done: signs the ends for which it is time.
  func goOn() async throws {
    let head = await office.published.head
    if rhythm.isDue(head.position, at: clock()) { try sign(head) }
    let accessHead = await accessLog.head()
    if accessRhythm.isDue(accessHead.position, at: clock()) { try sign(accessHead) }
  }

  /// Everything was done: signs both ends.
  func stop() async throws {
    try sign(await office.published.head)
    try sign(await accessLog.head())
  }

  private func sign(_ head: JournalHead) throws {
    try file.write(head, vault)
    rhythm.signed(head.position, at: clock())
  }

  private func sign(_ head: AccessHead) throws {
    try file.write(head, vault)
    accessRhythm.signed(head.position, at: clock())
  }
}

extension AccessHead {
  /// The number of the last record as a place in a sequence.
  fileprivate var position: Position { Position(Int64(clamping: number)) }
}

import Digests
import Journal
import Quantities
import Region
import VaultSQLite

/// Signs the end of the journal beside the data folder, while a command is at work and at its stop.
///
/// The one place that does so: a command says after each thing it has done that it goes on.
actor HeadKeeper {
  private let file: HeadFile
  private let vault: SQLiteVault
  private let office: Office
  private let clock: @Sendable () -> Instant
  private var rhythm: HeadRhythm

  init(
    file: HeadFile,
    vault: SQLiteVault,
    office: Office,
    position: Position,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.file = file
    self.vault = vault
    self.office = office
    self.clock = clock
    rhythm = HeadRhythm(after: position, at: clock())
  }

  /// Something was done: signs the end when it is time.
  func goOn() async throws {
    let head = await office.published.head
    guard rhythm.isDue(head.position, at: clock()) else { return }
    try sign(head)
  }

  /// Everything was done: signs the end.
  func stop() async throws { try sign(await office.published.head) }

  private func sign(_ head: JournalHead) throws {
    try file.write(head, vault)
    rhythm.signed(head.position, at: clock())
  }
}

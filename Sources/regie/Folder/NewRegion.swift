import Digests
import Foundation
import Journal
import JournalSQLite
import People
import Quantities
import Region
import Rules
import VaultSQLite

/// Makes a data folder and its key file, all or nothing.
///
/// Everything is made in a folder within the data folder and then moved out of it, the journal
/// last: without a journal in its place there is no region. The key comes into its place before
/// that, and keeps its first name until the end, by which an interrupted attempt knows it for its
/// own.
struct NewRegion {
  /// The finished region.
  let folder: DataFolder

  /// Makes the region and does in it what belongs to its beginning.
  func make(_ begin: (OpenRegion) async throws -> Void) async throws {
    let remains = UnfinishedRegion(folder: folder)
    try remains.requireRoom()
    let isNew = try makeFolder()
    // Both folders go only when they are empty, the inner one only by whoever holds its lock.
    defer { if isNew { rmdir(folder.path) } }
    let (lock, isFirst) = try remains.lock()
    defer { rmdir(remains.workshop) }
    try remains.requireRoom()
    try remains.clear(withKey: !isFirst)
    try remains.requireFreePlaces()
    do {
      let head = try await build(remains, begin)
      try putInPlace(remains)
      // The region is there; should its first head find no room, the next command signs one.
      try? HeadFile(folder: folder).add(head)
    } catch {
      // Undone as far as that goes; the next attempt does the rest.
      try? remains.clear(withKey: true)
      throw ProgramFailure(any: error)
    }
    withExtendedLifetime(lock) {}
  }

  /// Makes the folder when it is not there; true when it was not.
  private func makeFolder() throws -> Bool {
    if FileManager.default.fileExists(atPath: folder.path) { return false }
    try DurableText.makeFolder(folder.path)
    return true
  }

  /// Makes all parts out of their place, and gives the signed end of the new journal.
  private func build(
    _ remains: UnfinishedRegion,
    _ begin: (OpenRegion) async throws -> Void
  ) async throws -> SignedHead {
    let workshop = DataFolder(remains.workshop, key: remains.stagedKey)
    let keys = try KeyFile.create(
      at: remains.stagedKey,
      outside: folder.path,
      on: Clock.today
    )
    try await SQLiteVault.create(in: workshop.path, keyFile: keys)
    try await SQLiteJournal.create(at: workshop.journalPath, digest: StandardDigest.sha256).close()
    try await SQLiteAccessLog.open(in: workshop.path).close()
    let region = try await workshop.open()
    try await begin(region)
    let head = try HeadFile.sign(await region.office.published.head, region.vault)
    try await region.letGo()
    return head
  }

  /// Moves the parts into their place, the key first and the journal last.
  private func putInPlace(_ remains: UnfinishedRegion) throws {
    // A link never replaces a key that someone put there meanwhile.
    guard link(remains.stagedKey, folder.keyPath) == 0 else { throw cannot(folder.keyPath) }
    try DurableText.syncFolder(of: folder.keyPath)
    for name in UnfinishedRegion.parts {
      if name == UnfinishedRegion.journal { try DurableText.syncFolder(of: folder.journalPath) }
      guard rename(remains.workshop + "/" + name, folder.path + "/" + name) == 0 else {
        throw cannot(folder.path)
      }
    }
    remains.tidy()
    try DurableText.syncFolder(of: folder.journalPath)
    try DurableText.syncFolder(of: folder.path)
  }

  private func cannot(_ path: String) -> ProgramFailure {
    ProgramFailure(.folderNotMade(path: path, SystemTrouble(errorNumber: errno)))
  }
}

import Foundation
import Rules
import VaultSQLite

/// What an interrupted `init` may have left in a data folder, and how it is told from a region and
/// from what is none of ours.
///
/// It is known by its inner folder and by every name in both. Parts stand in the outer folder only
/// while the journal is still in the inner one, so a region that has lost its journal never passes
/// for an unfinished one.
struct UnfinishedRegion {
  let folder: DataFolder

  static let journal = "journal.sqlite"
  /// What is moved into place, in this order.
  static let parts = ["vault.sqlite", "access.sqlite", "journal.sqlite.lock", journal]
  private static let ownNames = Set(
    ["vault.sqlite", "access.sqlite", journal].flatMap { name in
      ["", "-wal", "-shm", "-journal", ".lock"].map { name + $0 }
    }
  )

  /// The inner folder, in which everything is made.
  var workshop: String { folder.path + "/" + DataFolder.workshopName }
  /// Where the key is made: beside its place.
  var stagedKey: String { folder.keyPath + ".init" }
}

// MARK: - Recognising

extension UnfinishedRegion {
  /// Refuses a folder that is neither absent nor empty nor unfinished.
  func requireRoom() throws {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    guard let outer = names(in: folder.path) else { throw taken }
    if outer.contains(Self.journal) { throw ProgramFailure(.regionExists(path: folder.path)) }
    guard isUnfinished(outer) else { throw taken }
  }

  private func isUnfinished(_ outer: Set<String>) -> Bool {
    if outer.isEmpty { return true }
    guard outer.contains(DataFolder.workshopName), isOwnFolder(workshop),
      let inner = names(in: workshop), inner.isSubset(of: Self.ownNames)
    else { return false }
    let moved = outer.subtracting([DataFolder.workshopName])
    return moved.isEmpty || (moved.isSubset(of: Self.parts) && inner.contains(Self.journal))
  }

  private var taken: ProgramFailure { ProgramFailure(.folderNotEmpty(path: folder.path)) }

  /// The names in a folder; nil when it is no folder or may not be read.
  private func names(in path: String) -> Set<String>? {
    (try? FileManager.default.contentsOfDirectory(atPath: path)).map(Set.init)
  }

  /// Whether a path is a folder itself, not a link to one, and of the user who runs this.
  private func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid()
  }

  /// Makes the inner folder and keeps others from making a region here meanwhile, for as long as
  /// what is returned lives.
  ///
  /// Says too whether there was no inner folder before.
  func lock() throws -> (lock: FileHandle, isFirst: Bool) {
    let isFirst = mkdir(workshop, 0o700) == 0
    guard isFirst || errno == EEXIST else {
      throw ProgramFailure(.folderNotMade(path: workshop, SystemTrouble(errorNumber: errno)))
    }
    let descriptor = open(workshop, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw taken }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw ProgramFailure(.regionBeingMade(path: folder.path))
    }
    return (handle, isFirst)
  }
}

// MARK: - Clearing

extension UnfinishedRegion {
  /// Refuses places beside the folder that are taken: that of the key, where it is to be made, and
  /// those of the signed heads, to which heads of another journal would be added.
  func requireFreePlaces() throws {
    for path in [folder.headPath, folder.accessHeadPath] where access(path, F_OK) == 0 {
      throw ProgramFailure(.headExists(path: path))
    }
    for path in [folder.keyPath, stagedKey] where access(path, F_OK) == 0 {
      throw ProgramFailure(.keyExists)
    }
  }

  /// Removes what an interrupted attempt left; the journal in the inner folder last of the parts,
  /// because that is what shows that the others are unfinished.
  ///
  /// With the key too, when it was made by such an attempt: in its place only if it is the very
  /// file that stands beside it under its first name. No region can depend on it.
  func clear(withKey: Bool) throws {
    try requireRoom()
    for name in Self.parts { unlink(folder.path + "/" + name) }
    for name in (names(in: workshop) ?? []).sorted() where name != Self.journal {
      unlink(workshop + "/" + name)
    }
    unlink(workshop + "/" + Self.journal)
    guard withKey, let staged = Self.privateFile(stagedKey) else { return }
    if let inPlace = Self.privateFile(folder.keyPath), inPlace == staged { unlink(folder.keyPath) }
    unlink(stagedKey)
  }

  /// Removes what a finished attempt no longer needs: the inner folder, and the key's first name.
  func tidy() {
    rmdir(workshop)
    if let staged = Self.privateFile(stagedKey), staged == Self.privateFile(folder.keyPath) {
      unlink(stagedKey)
    }
  }

  /// Which file a path is; nil for anything but a file that only the user who runs this may read.
  private static func privateFile(_ path: String) -> [UInt64]? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o7777 == 0o600, status.st_uid == geteuid()
    else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}

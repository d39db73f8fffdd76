import Foundation
import GRDBSQLite

/// A file system of SQLite (a VFS) that stands before its default one.
///
/// Files on a failing disk are counted, noted and failed; every other call goes straight on.
enum FailingFileSystem {
  /// Makes this the default of every connection opened from now on; once in a process.
  static func register() { _ = isRegistered }

  private static let isRegistered: Bool = {
    guard let original = sqlite3_vfs_find(nil) else { return false }
    let system = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    // Every question that is not asked here is answered by the default.
    system.initialize(to: original.pointee)
    system.pointee.pNext = nil
    system.pointee.zName = UnsafePointer(strdup("regie-faults"))
    system.pointee.pAppData = UnsafeMutableRawPointer(original)
    system.pointee.szOsFile = CInt(FailingFile.headerByteCount) + original.pointee.szOsFile
    system.pointee.xOpen = { system, name, file, flags, outFlags in
      FailingFileSystem.open(system, name, file, flags, outFlags)
    }
    system.pointee.xDelete = { system, name, syncsFolder in
      FailingFileSystem.delete(system, name, syncsFolder)
    }
    system.pointee.xAccess = { system, name, flags, result in
      guard let original = FailingFileSystem.original(system),
        let access = original.pointee.xAccess
      else { return DiskErrorCode.access }
      return access(original, name, flags, result)
    }
    system.pointee.xFullPathname = { system, name, count, result in
      guard let original = FailingFileSystem.original(system),
        let fullPathname = original.pointee.xFullPathname
      else { return SQLITE_CANTOPEN }
      return fullPathname(original, name, count, result)
    }
    // No caller of the default may be found under our name for its system calls.
    system.pointee.iVersion = 2
    return sqlite3_vfs_register(system, 1) == SQLITE_OK
  }()

  private static func original(
    _ system: UnsafeMutablePointer<sqlite3_vfs>?
  ) -> UnsafeMutablePointer<sqlite3_vfs>? {
    system?.pointee.pAppData?.assumingMemoryBound(to: sqlite3_vfs.self)
  }

  private static func open(
    _ system: UnsafeMutablePointer<sqlite3_vfs>?,
    _ name: UnsafePointer<CChar>?,
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ flags: CInt,
    _ outFlags: UnsafeMutablePointer<CInt>?
  ) -> CInt {
    guard let original = original(system), let open = original.pointee.xOpen, let file else {
      return SQLITE_CANTOPEN
    }
    guard let name, let (disk, shortName) = FailingDisk.holding(String(cString: name)) else {
      // The memory is large enough for the default's file, which then stands on its own.
      return open(original, name, file, flags, outFlags)
    }
    file.pointee.pMethods = nil
    let path = String(cString: name)
    let fault = disk.opens(shortName) {
      FileManager.default.contents(atPath: path).map { Array($0) }
    }
    guard fault == nil else { return SQLITE_CANTOPEN }
    let isNew = access(name, F_OK) != 0
    let code = open(original, name, FailingFile.real(file), flags, outFlags)
    guard code == SQLITE_OK else { return code }
    // SQLite syncs the folder with the first sync of a journal or log that it made.
    let isLog = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL) != 0
    FailingFile.make(file, FailingFile(disk, shortName, syncsFolder: isNew && isLog))
    return SQLITE_OK
  }

  private static func delete(
    _ system: UnsafeMutablePointer<sqlite3_vfs>?,
    _ name: UnsafePointer<CChar>?,
    _ syncsFolder: CInt
  ) -> CInt {
    guard let original = original(system), let delete = original.pointee.xDelete else {
      return DiskErrorCode.delete
    }
    if let name, let (disk, shortName) = FailingDisk.holding(String(cString: name)),
      disk.deletes(shortName, isSynced: syncsFolder != 0) != nil
    {
      return DiskErrorCode.delete
    }
    return delete(original, name, syncsFolder)
  }
}

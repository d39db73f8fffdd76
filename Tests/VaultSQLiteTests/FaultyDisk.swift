import Glibc
import GRDBSQLite

/// Makes SQLite's calls to the disk fail from a chosen one on, as a disk does that dies.
///
/// It takes the place of SQLite's own layer over the operating system, below everything that is
/// tested. Only for a process of its own: the whole process is concerned.
enum FaultyDisk {
  /// What fails.
  enum Fault: Int32, CaseIterable {
    /// A write that the disk refuses.
    case write
    /// A write of which only a part arrives, because there is no room for the rest.
    case fullDisk
    /// A write that was accepted and cannot be made durable.
    case sync
  }

  // Set before the first database is opened and read on SQLite's own calls, in a process that does
  // one thing at a time.
  nonisolated(unsafe) private static var fault = Fault.write
  // As above.
  nonisolated(unsafe) private static var callsLeft = Int.max
  // As above.
  nonisolated(unsafe) private static var original: UnsafeMutablePointer<sqlite3_vfs>?
  // As above.
  nonisolated(unsafe) private static var own = sqlite3_vfs()
  // The methods of each kind of file, and our own in their place; SQLite reads them for as long as
  // a file is open.
  nonisolated(unsafe) private static var kinds: [Kind] = []

  private struct Kind {
    let original: UnsafePointer<sqlite3_io_methods>
    let own: UnsafePointer<sqlite3_io_methods>
  }

  /// Comes between SQLite and the disk, without a fault as yet.
  static func install() {
    original = sqlite3_vfs_find(nil)
    guard let original else { return }
    own = original.pointee
    own.xOpen = { vfs, name, file, flags, outFlags in
      let code = FaultyDisk.original?.pointee.xOpen(vfs, name, file, flags, outFlags)
      if code == SQLITE_OK, let file, let found = file.pointee.pMethods {
        FaultyDisk.intercept(file, found)
      }
      return code ?? SQLITE_CANTOPEN
    }
    sqlite3_vfs_register(&own, 1)
  }

  /// Lets a number of calls pass, and fails every one after them.
  static func fail(_ chosen: Fault, after calls: Int) {
    fault = chosen
    callsLeft = calls
  }

  /// The disk works again.
  static func mend() { callsLeft = Int.max }

  private static func intercept(
    _ file: UnsafeMutablePointer<sqlite3_file>,
    _ found: UnsafePointer<sqlite3_io_methods>
  ) {
    if let known = kinds.first(where: { $0.original == found }) {
      file.pointee.pMethods = known.own
      return
    }
    let own = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    own.initialize(to: found.pointee)
    own.pointee.xWrite = { FaultyDisk.write($0, $1, $2, $3) }
    own.pointee.xSync = { FaultyDisk.sync($0, $1) }
    kinds.append(Kind(original: found, own: UnsafePointer(own)))
    file.pointee.pMethods = UnsafePointer(own)
  }

  /// What SQLite itself would have called for a file.
  private static func methods(_ file: UnsafeMutablePointer<sqlite3_file>?) -> sqlite3_io_methods? {
    kinds.first { $0.own == file?.pointee.pMethods }?.original.pointee
  }

  private static func sync(_ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32) -> Int32 {
    if isDue(.sync) { return SQLITE_IOERR | (4 << 8) }
    return methods(file)?.xSync(file, flags) ?? SQLITE_IOERR
  }

  private static func write(
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ bytes: UnsafeRawPointer?,
    _ count: Int32,
    _ offset: sqlite3_int64
  ) -> Int32 {
    if isDue(.write) { return SQLITE_IOERR | (3 << 8) }
    let whole = methods(file)?.xWrite
    if isDue(.fullDisk) {
      _ = whole?(file, bytes, count / 2, offset)
      return SQLITE_FULL
    }
    return whole?(file, bytes, count, offset) ?? SQLITE_IOERR
  }

  /// Whether this call fails.
  private static func isDue(_ kind: Fault) -> Bool {
    guard kind == fault, callsLeft != Int.max else { return false }
    if callsLeft > 0 { callsLeft -= 1 }
    return callsLeft == 0
  }
}

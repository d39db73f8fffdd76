import GRDBSQLite

/// The extended result codes of SQLite for a failing disk, which its header defines in a way that
/// Swift does not import.
enum DiskErrorCode {
  static let read = of(1)
  static let write = of(3)
  static let sync = of(4)
  static let truncate = of(6)
  static let status = of(7)
  static let unlock = of(8)
  static let delete = of(10)
  static let access = of(13)
  static let checkReservedLock = of(14)
  static let lock = of(15)
  static let sharedMemoryLock = of(20)
  static let sharedMemoryMap = of(21)

  private static func of(_ number: CInt) -> CInt { SQLITE_IOERR | number << 8 }
}

import GRDBSQLite
import Synchronization

/// An open file on a failing disk.
///
/// SQLite gives the memory: first the table of functions and a reference to this object, then the
/// file of the default file system, to which all work is handed on.
final class FailingFile: Sendable {
  private struct Header {
    var base: sqlite3_file
    var object: UnsafeMutableRawPointer?
  }

  static let headerByteCount = MemoryLayout<Header>.stride

  private let disk: FailingDisk
  private let name: String
  private let syncsFolder: Mutex<Bool>

  init(_ disk: FailingDisk, _ name: String, syncsFolder: Bool) {
    self.disk = disk
    self.name = name
    self.syncsFolder = Mutex(syncsFolder)
  }

  /// Where the default's file begins in the memory of ours.
  static func real(_ file: UnsafeMutablePointer<sqlite3_file>) -> UnsafeMutablePointer<sqlite3_file>
  {
    (UnsafeMutableRawPointer(file) + headerByteCount).assumingMemoryBound(to: sqlite3_file.self)
  }

  /// Sets the memory of a file up for an object, which it then owns until it is closed.
  static func make(_ file: UnsafeMutablePointer<sqlite3_file>, _ object: FailingFile) {
    let header = UnsafeMutableRawPointer(file).assumingMemoryBound(to: Header.self)
    header.pointee.object = Unmanaged.passRetained(object).toOpaque()
    header.pointee.base.pMethods = UnsafePointer(methods)
  }

  private static func object(_ file: UnsafeMutablePointer<sqlite3_file>?) -> FailingFile? {
    guard let file else { return nil }
    let header = UnsafeMutableRawPointer(file).assumingMemoryBound(to: Header.self)
    return header.pointee.object.map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  /// The default's file with its functions.
  private static func inner(
    _ file: UnsafeMutablePointer<sqlite3_file>?
  ) -> (file: UnsafeMutablePointer<sqlite3_file>, methods: sqlite3_io_methods)? {
    guard let file else { return nil }
    let real = real(file)
    guard let methods = real.pointee.pMethods else { return nil }
    return (real, methods.pointee)
  }
}

// MARK: - The table of functions

extension FailingFile {
  // Made once and never changed or freed, because every open file points to it.
  nonisolated(unsafe) private static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    table.initialize(to: sqlite3_io_methods())
    // Version 2 knows shared memory and no mapped files.
    table.pointee.iVersion = 2
    addContents(&table.pointee)
    addLocks(&table.pointee)
    addSharedMemory(&table.pointee)
    return table
  }()

  private static func addContents(_ table: inout sqlite3_io_methods) {
    table.xClose = { file in FailingFile.close(file) }
    table.xRead = { file, bytes, count, offset in
      guard let inner = FailingFile.inner(file) else { return DiskErrorCode.read }
      if FailingFile.object(file)?.disk.reads() != nil { return DiskErrorCode.read }
      return inner.methods.xRead?(inner.file, bytes, count, offset) ?? DiskErrorCode.read
    }
    table.xWrite = { file, bytes, count, offset in FailingFile.write(file, bytes, count, offset) }
    table.xTruncate = { file, size in
      guard let inner = FailingFile.inner(file), let object = FailingFile.object(file) else {
        return DiskErrorCode.truncate
      }
      if object.disk.truncates(object.name, to: Int(size)) != nil { return DiskErrorCode.truncate }
      return inner.methods.xTruncate?(inner.file, size) ?? DiskErrorCode.truncate
    }
    table.xSync = { file, _ in FailingFile.sync(file) }
    table.xFileSize = { file, size in
      guard let inner = FailingFile.inner(file) else { return DiskErrorCode.status }
      return inner.methods.xFileSize?(inner.file, size) ?? DiskErrorCode.status
    }
  }

  private static func addLocks(_ table: inout sqlite3_io_methods) {
    table.xLock = { file, level in
      guard let inner = FailingFile.inner(file) else { return DiskErrorCode.lock }
      return inner.methods.xLock?(inner.file, level) ?? DiskErrorCode.lock
    }
    table.xUnlock = { file, level in
      guard let inner = FailingFile.inner(file) else { return DiskErrorCode.unlock }
      return inner.methods.xUnlock?(inner.file, level) ?? DiskErrorCode.unlock
    }
    table.xCheckReservedLock = { file, result in
      guard let inner = FailingFile.inner(file) else { return DiskErrorCode.checkReservedLock }
      return inner.methods.xCheckReservedLock?(inner.file, result)
        ?? DiskErrorCode.checkReservedLock
    }
    table.xFileControl = { file, question, argument in
      guard let inner = FailingFile.inner(file) else { return SQLITE_NOTFOUND }
      return inner.methods.xFileControl?(inner.file, question, argument) ?? SQLITE_NOTFOUND
    }
    table.xSectorSize = { file in
      guard let inner = FailingFile.inner(file) else { return 0 }
      return inner.methods.xSectorSize?(inner.file) ?? 0
    }
    table.xDeviceCharacteristics = { file in
      guard let inner = FailingFile.inner(file) else { return 0 }
      return inner.methods.xDeviceCharacteristics?(inner.file) ?? 0
    }
  }

  /// The index of the write-ahead log that connections share: memory, not disk, so it never fails.
  private static func addSharedMemory(_ table: inout sqlite3_io_methods) {
    table.xShmMap = { file, page, size, extends, memory in
      guard let inner = FailingFile.inner(file) else { return DiskErrorCode.sharedMemoryMap }
      return inner.methods.xShmMap?(inner.file, page, size, extends, memory)
        ?? DiskErrorCode.sharedMemoryMap
    }
    table.xShmLock = { file, offset, count, flags in
      guard let inner = FailingFile.inner(file) else { return DiskErrorCode.sharedMemoryLock }
      return inner.methods.xShmLock?(inner.file, offset, count, flags)
        ?? DiskErrorCode.sharedMemoryLock
    }
    table.xShmBarrier = { file in
      guard let inner = FailingFile.inner(file) else { return }
      inner.methods.xShmBarrier?(inner.file)
    }
    table.xShmUnmap = { file, deletes in
      guard let inner = FailingFile.inner(file) else { return SQLITE_OK }
      return inner.methods.xShmUnmap?(inner.file, deletes) ?? SQLITE_OK
    }
  }
}

// MARK: - Contents

extension FailingFile {
  private static func close(_ file: UnsafeMutablePointer<sqlite3_file>?) -> CInt {
    guard let file, let inner = inner(file) else { return SQLITE_OK }
    let code = inner.methods.xClose?(inner.file) ?? SQLITE_OK
    let header = UnsafeMutableRawPointer(file).assumingMemoryBound(to: Header.self)
    if let object = header.pointee.object {
      Unmanaged<FailingFile>.fromOpaque(object).release()
      header.pointee.object = nil
    }
    header.pointee.base.pMethods = nil
    return code
  }

  private static func write(
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ bytes: UnsafeRawPointer?,
    _ count: CInt,
    _ offset: sqlite3_int64
  ) -> CInt {
    guard let inner = inner(file), let object = object(file), let write = inner.methods.xWrite
    else { return DiskErrorCode.write }
    let given = Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    switch object.disk.writes(given, at: Int(offset), to: object.name) {
    case nil: return write(inner.file, bytes, count, offset)
    case .inputOutput: return DiskErrorCode.write
    case .noSpace: return SQLITE_FULL
    case .shortWrite:
      let code = write(inner.file, bytes, count / 2, offset)
      return code == SQLITE_OK ? SQLITE_FULL : code
    }
  }

  /// Says what the disk says; the real file is not synced, because only the disk's notes count.
  private static func sync(_ file: UnsafeMutablePointer<sqlite3_file>?) -> CInt {
    guard let object = object(file) else { return DiskErrorCode.sync }
    let syncsFolder = object.syncsFolder.withLock { $0 }
    guard object.disk.syncs(object.name, andFolder: syncsFolder) == nil else {
      return DiskErrorCode.sync
    }
    object.syncsFolder.withLock { $0 = false }
    return SQLITE_OK
  }
}

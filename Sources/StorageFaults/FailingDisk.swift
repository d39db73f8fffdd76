import Foundation
import GRDBSQLite
import Synchronization

/// A disk that fails on command, under every SQLite file of one folder.
///
/// It counts the calls that SQLite makes, fails the one it is told to, and keeps beside the real
/// files what a disk would hold of them if the power went: only what was synced is sure to be
/// there. It lies below SQLite as its default file system, so that the code under test is the code
/// of the product, unchanged; files of other folders are not its business.
package final class FailingDisk: Sendable {
  private struct State: Sendable {
    var model = DiskModel()
    var generator: DiskGenerator
    var count = 0
    var plan: Plan?
    var hasFailed = false
    var isDark = false
    var cut: Int?
    var isLying = false
  }

  private struct Plan: Sendable {
    let fault: DiskFault
    let call: Int
    let isLast: Bool
  }

  /// The folder without links and dots, as SQLite names it.
  let folder: String
  private let state: Mutex<State>
  private static let disks = Mutex<[String: FailingDisk]>([:])

  /// Puts a disk under an existing folder; the seed decides what a failed sync and a cut leave.
  package init(under folder: String, seed: UInt64) {
    let resolved = realpath(folder, nil)
    self.folder = resolved.map { String(cString: $0) } ?? folder
    free(resolved)
    state = Mutex(State(generator: DiskGenerator(state: seed)))
    FailingFileSystem.register()
    FailingDisk.disks.withLock { $0[self.folder] = self }
  }

  /// Takes the disk away from under the folder; files opened later are plain files.
  package func remove() { _ = FailingDisk.disks.withLock { $0.removeValue(forKey: folder) } }

  /// The disk on which a file lies, and the file's name there.
  static func holding(_ path: String) -> (disk: FailingDisk, name: String)? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let folder = String(path[..<slash])
    guard let disk = disks.withLock({ $0[folder] }) else { return nil }
    return (disk, String(path[path.index(after: slash)...]))
  }
}

// MARK: - Orders

extension FailingDisk {
  /// Fails the `number`th call from here on, among those that the fault applies to; once.
  ///
  /// When it is the last call, the process gets nothing more done: it dies of the failure.
  package func fail(_ fault: DiskFault, atCall number: Int, isLast: Bool = false) {
    state.withLock {
      $0.count = 0
      $0.hasFailed = false
      $0.plan = Plan(fault: fault, call: number, isLast: isLast)
    }
  }

  /// Cuts the power at the `number`th changing call from here on: it and all later ones fail.
  package func cutPower(atCall number: Int) {
    state.withLock {
      $0.isDark = false
      $0.count = 0
      $0.plan = nil
      $0.cut = number
    }
  }

  /// Fails nothing any more, and what was written and not synced can still be read.
  package func heal() {
    state.withLock {
      $0.isDark = false
      $0.plan = nil
      $0.cut = nil
    }
  }

  /// Says "synced" from here on and syncs nothing, as a careless disk does.
  package func lieAboutSyncs() { state.withLock { $0.isLying = true } }

  /// The folder itself was synced by someone who did not go through SQLite.
  package func noteFolderSync() { state.withLock { $0.model.syncNames() } }

  /// Whether the planned fault or cut has come.
  package var hasStruck: Bool { state.withLock { $0.hasFailed || $0.isDark } }

  /// Whether the power is gone, so that nothing can be read either.
  package var isDark: Bool { state.withLock { $0.isDark } }

  /// The number of calls since the last order, among those it counts.
  package var callCount: Int { state.withLock { $0.count } }

  /// The files that the disk could hold if the power went now, or when it was cut.
  package func imageAfterCut() -> DiskImage {
    state.withLock { $0.model.afterCut(using: &$0.generator) }
  }
}

// MARK: - Calls

extension FailingDisk {
  /// Counts a call and says how it fails; nil when it does not.
  private static func strike(_ call: DiskCall, _ state: inout State) -> DiskFault? {
    if state.isDark { return .inputOutput }
    if let cut = state.cut, DiskCall.changing.contains(call) {
      state.count += 1
      state.isDark = state.count >= cut
      return state.isDark ? .inputOutput : nil
    }
    guard let plan = state.plan, plan.fault.calls.contains(call) else { return nil }
    state.count += 1
    guard state.count == plan.call else { return nil }
    state.hasFailed = true
    state.isDark = plan.isLast
    return plan.fault
  }

  /// Whether a file can be opened; what it holds already is read when the disk meets it first.
  func opens(_ name: String, present: () -> [UInt8]?) -> DiskFault? {
    state.withLock {
      if let fault = Self.strike(.open, &$0) { return fault }
      $0.model.open(name, present: present)
      return nil
    }
  }

  func reads() -> DiskFault? { state.withLock { Self.strike(.read, &$0) } }

  /// Notes what is written; of a short write the first half, of one during which the power goes any
  /// of its sectors.
  func writes(_ bytes: [UInt8], at offset: Int, to name: String) -> DiskFault? {
    state.withLock {
      let wasDark = $0.isDark
      let fault = Self.strike(.write, &$0)
      let kept: [UInt8]
      switch fault {
      case nil: kept = bytes
      case .shortWrite: kept = Array(bytes.prefix(bytes.count / 2))
      case .inputOutput where $0.cut != nil && !wasDark: kept = bytes
      case .inputOutput, .noSpace: return fault
      }
      $0.model.note(.write(offset: offset, bytes: kept), to: name)
      return fault
    }
  }

  func truncates(_ name: String, to size: Int) -> DiskFault? {
    state.withLock {
      if let fault = Self.strike(.truncate, &$0) { return fault }
      $0.model.note(.truncate(size: size), to: name)
      return nil
    }
  }

  /// Syncs a file, and the folder too when SQLite would.
  func syncs(_ name: String, andFolder: Bool) -> DiskFault? {
    state.withLock {
      if let fault = Self.strike(.sync, &$0) {
        if $0.cut == nil { $0.model.loseSync(name, using: &$0.generator) }
        return fault
      }
      guard !$0.isLying else { return nil }
      $0.model.sync(name)
      if andFolder { $0.model.syncNames() }
      return nil
    }
  }

  func deletes(_ name: String, isSynced: Bool) -> DiskFault? {
    state.withLock {
      if let fault = Self.strike(.delete, &$0) { return fault }
      $0.model.delete(name, isSynced: isSynced)
      return nil
    }
  }
}

/// The disk's own luck, which repeats itself for the same seed.
private struct DiskGenerator: RandomNumberGenerator, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

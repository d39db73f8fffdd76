import Foundation
import Region
import Rules
import VaultSQLite

/// Holds the region of a folder open, and lends it to one command at a time.
///
/// One at a time, because a command may look first and write afterwards, and tidy up what an
/// interrupted one left: what holds for commands of processes that open the folder in turn holds
/// here too. Whoever else writes in the held region takes a turn as well.
struct RegionHolder: Sendable {
  let region: OpenRegion
  private let turnstile = Turnstile()

  /// Opens the region of a folder and holds it.
  ///
  /// The folder is held by its absolute path, so that commands with other working folders mean the
  /// same one.
  init(_ folder: DataFolder) async throws {
    let key = Self.absolute((folder.keyPath as NSString).deletingLastPathComponent)
      .map { $0 + "/" + (folder.keyPath as NSString).lastPathComponent }
    region = try await DataFolder(Self.absolute(folder.path) ?? folder.path, key: key).open()
  }

  /// Does something in the held region when it is its turn; what was done is signed afterwards.
  func takeTurn<Value>(_ body: (OpenRegion) async throws -> Value) async throws -> Value {
    await turnstile.enter()
    let result: Result<Value, any Error>
    do {
      // Whoever asked may have gone away while others were at work.
      try StopRequest.check()
      try await region.vault.keepUp(on: Clock.today)
      let value = try await body(region)
      try await region.heads.stop()
      result = .success(value)
    } catch {
      try? await region.heads.stop()
      result = .failure(error)
    }
    await turnstile.leave()
    return try result.get()
  }

  /// Lets the region go after the last turn.
  func close() async throws {
    await turnstile.enter()
    try await region.close()
  }

  /// A path without links and relative steps; nil when there is no such file.
  static func absolute(_ path: String) -> String? {
    guard let place = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(place) }
    return String(cString: place)
  }
}

/// Lets callers through one at a time, in the order in which they came.
private actor Turnstile {
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    guard isTaken else {
      isTaken = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty {
      isTaken = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}

/// The one region that is held, lent to the commands of other processes.
struct BorrowedRegion: RegionAccess {
  let holder: RegionHolder

  func whileOpen<Value>(
    _ folder: DataFolder,
    _ body: (OpenRegion) async throws -> Value
  ) async throws -> Value {
    try require(folder)
    return try await holder.takeTurn(body)
  }

  func readable(_ folder: DataFolder) async throws -> ReadableRegion {
    try require(folder)
    let region = holder.region
    return ReadableRegion(journal: region.journal, state: await region.office.published)
  }

  func whileAccessLogOpen<Value>(
    _ folder: DataFolder,
    _ body: (SQLiteAccessLog) async throws -> Value
  ) async throws -> Value {
    try require(folder)
    return try await holder.takeTurn { try await body($0.accessLog) }
  }

  /// Refuses every folder but the one that is held.
  private func require(_ folder: DataFolder) throws {
    guard RegionHolder.absolute(folder.path) == holder.region.folder.path else {
      throw ProgramFailure(
        Status.usage,
        "serve.otherFolder",
        BilingualText(
          "\(folder.path) is niet de map die hier open staat. Geef de opdracht aan die map zelf.",
          "\(folder.path) is not the folder that is open here. Give the command to that folder."
        )
      )
    }
  }
}

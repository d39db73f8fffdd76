import VaultSQLite

/// How a command comes by a region.
///
/// The program opens the folder for each command. Who holds a region open lends it to the commands
/// of others, so that one process at a time writes in a folder and nobody has to wait for its end.
protocol RegionAccess: Sendable {
  /// Does something with the region, open for writing; what was done is signed afterwards.
  func whileOpen<Value>(
    _ folder: DataFolder,
    _ body: (OpenRegion) async throws -> Value
  ) async throws -> Value

  /// The region as it stands.
  func readable(_ folder: DataFolder) async throws -> ReadableRegion

  /// Does something with the access records.
  func whileAccessLogOpen<Value>(
    _ folder: DataFolder,
    _ body: (SQLiteAccessLog) async throws -> Value
  ) async throws -> Value
}

/// The regions that this process opens itself, each for one command.
struct OwnRegions: RegionAccess {
  func whileOpen<Value>(
    _ folder: DataFolder,
    _ body: (OpenRegion) async throws -> Value
  ) async throws -> Value {
    let region = try await folder.open()
    let value: Value
    do {
      value = try await body(region)
    } catch {
      try? await region.close()
      throw error
    }
    try await region.close()
    return value
  }

  func readable(_ folder: DataFolder) async throws -> ReadableRegion {
    try await folder.bringUp()
  }

  func whileAccessLogOpen<Value>(
    _ folder: DataFolder,
    _ body: (SQLiteAccessLog) async throws -> Value
  ) async throws -> Value {
    let log = try await folder.openAccessLog()
    do {
      let value = try await body(log)
      try await log.close()
      return value
    } catch {
      throw ProgramFailure(any: error)
    }
  }
}

import Foundation
import GRDB
import People
import Quantities
import SQLiteRows

/// A row that is read without trusting the types of its values.
struct StoredRow {
  let row: Row
  let table: String

  private var misfit: AccountFailure { AccountFailure(.misfitValue(table: table)) }

  func integer(_ column: Int) throws(AccountFailure) -> Int64 {
    guard let value = row.fitting(column, as: Int64.self) else { throw misfit }
    return value
  }

  func text(_ column: Int) throws(AccountFailure) -> String {
    guard let value = row.fitting(column, as: String.self) else { throw misfit }
    return value
  }

  func bytes(_ column: Int) throws(AccountFailure) -> [UInt8] {
    guard let value = row.fitting(column, as: Data.self) else { throw misfit }
    return Array(value)
  }

  /// A column that may be empty.
  func optional<Value>(
    _ column: Int,
    _ read: (Int) throws(AccountFailure) -> Value
  ) throws(AccountFailure) -> Value? {
    if row.isEmpty(column) { return nil }
    return try read(column)
  }

  func user(_ column: Int) throws(AccountFailure) -> UserKey {
    guard let key = UserKey(bytes: try bytes(column)) else { throw misfit }
    return key
  }

  func instant(_ column: Int) throws(AccountFailure) -> Instant {
    Instant(milliseconds: try integer(column))
  }

  func date(_ column: Int) throws(AccountFailure) -> CivilDate {
    guard let number = Int32(exactly: try integer(column)),
      let date = CivilDate(storedDayNumber: number)
    else { throw misfit }
    return date
  }

  /// A value that was read from a word, or the failure of a word that is none.
  func required<Value>(_ value: Value?) throws(AccountFailure) -> Value {
    guard let value else { throw misfit }
    return value
  }
}

extension Database {
  /// The rows of a query.
  func rows(
    _ table: String,
    _ sql: String,
    _ arguments: StatementArguments = []
  ) throws -> [StoredRow] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
      .map { StoredRow(row: $0, table: table) }
  }

  /// The first row of a query.
  func row(
    _ table: String,
    _ sql: String,
    _ arguments: StatementArguments = []
  ) throws -> StoredRow? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
      .map { StoredRow(row: $0, table: table) }
  }

  /// Changes rows and says how many.
  @discardableResult
  func change(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try cachedStatement(sql: sql).execute(arguments: arguments)
    return changesCount
  }
}

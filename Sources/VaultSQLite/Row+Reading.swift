import Foundation
import GRDB
import People
import SQLiteRows

extension Row {
  /// A column of bytes; fails when something else stands there.
  func bytes(_ column: Int, of table: String) throws(VaultFailure) -> Data {
    try value(column, of: table)
  }

  /// A column of whole numbers; fails when something else stands there.
  func integer(_ column: Int, of table: String) throws(VaultFailure) -> Int64 {
    try value(column, of: table)
  }

  /// A column of text; fails when something else stands there.
  func text(_ column: Int, of table: String) throws(VaultFailure) -> String {
    try value(column, of: table)
  }

  private func value<Value: DatabaseValueConvertible>(
    _ column: Int,
    of table: String
  ) throws(VaultFailure) -> Value {
    guard let value = fitting(column, as: Value.self) else {
      throw VaultFailure(.misfitValue(table: table))
    }
    return value
  }
}

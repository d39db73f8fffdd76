package import GRDB

// GRDB's own subscripts end the program at a value of another type, and a damaged file has those:
// one changed bit in the head of a row makes a NULL of a column that says it never holds one.
extension Row {
  /// A column as a value of a type; nil when something else stands there, or no column at all.
  package func fitting<Value: DatabaseValueConvertible>(
    _ column: Int,
    as type: Value.Type = Value.self
  ) -> Value? {
    guard column >= 0, column < count else { return nil }
    return Value.fromDatabaseValue(self[column])
  }

  /// Whether nothing stands in a column; also false for a column that the row has not.
  package func isEmpty(_ column: Int) -> Bool {
    guard column >= 0, column < count else { return false }
    let value: DatabaseValue = self[column]
    return value.isNull
  }
}

import Foundation
import GRDB
import SQLiteRows
import Testing

@Suite("RL-04: values of another type than their column allows do not end the program")
struct RowFittingTests {
  private func row(_ value: String) throws -> Row {
    let queue = try DatabaseQueue()
    return try #require(try queue.read { try Row.fetchOne($0, sql: "SELECT \(value)") })
  }

  @Test(
    "What does not fit is nil, in every type and at every place",
    arguments: ["NULL", "'x'", "x'ff'", "9223372036854775807"]
  )
  func misfits(value: String) throws {
    let row = try row(value)
    #expect((row.fitting(0, as: Int64.self) != nil) == (value == "9223372036854775807"))
    #expect(row.fitting(1, as: Int64.self) == nil)
    #expect(row.fitting(-1, as: Data.self) == nil)
    #expect(row.isEmpty(0) == (value == "NULL"))
    #expect(!row.isEmpty(1))
  }

  @Test("What fits comes out")
  func fits() throws {
    #expect(try row("'naam'").fitting(0, as: String.self) == "naam")
    #expect(try row("x'0102'").fitting(0, as: Data.self) == Data([1, 2]))
  }
}

import CXlsxWriter
import Foundation
package import Quantities

extension Sheet {
  /// The type of the file, for whoever receives it.
  package static let xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The most rows below the headings that the format holds.
  package static let mostRows = 1_048_575

  /// The table as XLSX (IM-04): texts as texts, the rest as numbers, never a formula or a link.
  ///
  /// The notes stand on a second sheet; the moment it was made stands in the file's properties.
  package func xlsx(made: Instant) throws(SheetFailure) -> [UInt8] {
    guard rows.count <= Self.mostRows else { throw .tooManyRows(rows.count) }
    // The writer only knows files by name: it gets a folder that nobody else may enter.
    let temporary = FileManager.default.temporaryDirectory.appending(path: "regie-XXXXXX")
    var name = Array(temporary.path.utf8CString)
    guard mkdtemp(&name) != nil else { throw .storage }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "lijst.xlsx")
    guard let book = XLSXBook(path: file.path) else { throw .storage }
    book.describe(title: title, made: made)
    var isWhole = book.add(self)
    if !notes.isEmpty { isWhole = book.add(notes) && isWhole }
    guard book.close(), isWhole, let data = try? Data(contentsOf: file) else { throw .storage }
    return Array(data)
  }
}

/// Why a table did not become a file.
package enum SheetFailure: Error, Hashable, Sendable {
  case tooManyRows(Int)
  /// The disk for temporary files is full or failed.
  case storage
}

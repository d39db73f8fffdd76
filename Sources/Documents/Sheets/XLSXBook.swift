import CXlsxWriter
import Quantities

/// An XLSX file while it is written; every value goes through `write`, so that no cell can become
/// a formula or a link.
final class XLSXBook {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let formats: Formats
  private var isOpen = true

  /// Begins a file; nil when there is no memory for it.
  init?(path: String) {
    guard let book = workbook_new(path) else { return nil }
    self.book = book
    guard let formats = Formats(book) else {
      workbook_close(book)
      return nil
    }
    self.formats = formats
  }

  deinit {
    if isOpen { workbook_close(book) }
  }

  private struct Formats {
    let heading: UnsafeMutablePointer<lxw_format>
    let text: UnsafeMutablePointer<lxw_format>
    let number: UnsafeMutablePointer<lxw_format>
    let euros: UnsafeMutablePointer<lxw_format>
    let share: UnsafeMutablePointer<lxw_format>
    let day: UnsafeMutablePointer<lxw_format>

    init?(_ book: UnsafeMutablePointer<lxw_workbook>) {
      func format(_ pattern: String?) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(book) else { return nil }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if let pattern { format_set_num_format(format, pattern) }
        return format
      }
      // 413 is Dutch as it is written in the Netherlands; `@` makes a cell a text for ever.
      guard let heading = format("@"), let text = format("@"), let number = format("#,##0"),
        let euros = format("[$\u{20AC}-413] #,##0.00;[$\u{20AC}-413] -#,##0.00"),
        let share = format("0.0%"), let day = format("dd-mm-yyyy")
      else { return nil }
      format_set_bold(heading)
      (self.heading, self.text, self.number) = (heading, text, number)
      (self.euros, self.share, self.day) = (euros, share, day)
    }
  }

  func describe(title: String, made: Instant) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = Int(made.milliseconds / 1_000)
      workbook_set_properties(book, &properties)
    }
  }

  /// Writes the table; false when a value could not be written.
  func add(_ sheet: Sheet) -> Bool {
    guard let page = workbook_add_worksheet(book, "Lijst") else { return false }
    var isWhole = true
    for (column, heading) in sheet.columns.enumerated() {
      isWhole = write(heading, page, 0, column, formats.heading) && isWhole
      let width = Self.width(of: column, in: sheet)
      worksheet_set_column(page, UInt16(column), UInt16(column), Double(width), nil)
    }
    for row in sheet.rows.indices {
      for column in sheet.columns.indices {
        let value = sheet.value(row: row, column: column)
        isWhole = write(value, page, row + 1, column) && isWhole
      }
    }
    worksheet_freeze_panes(page, 1, 0)
    if !sheet.columns.isEmpty, !sheet.rows.isEmpty {
      let last = UInt16(sheet.columns.count - 1)
      worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), last)
    }
    worksheet_repeat_rows(page, 0, 0)
    worksheet_set_landscape(page)
    return isWhole
  }

  /// Writes what must be known beside the table on a sheet of its own.
  func add(_ notes: [Sheet.Note]) -> Bool {
    guard let page = workbook_add_worksheet(book, "Toelichting") else { return false }
    var isWhole = true
    for (row, note) in notes.enumerated() {
      isWhole = write(note.name, page, row, 0, formats.heading) && isWhole
      isWhole = write(note.text, page, row, 1, formats.text) && isWhole
    }
    worksheet_set_column(page, 0, 0, 24, nil)
    worksheet_set_column(page, 1, 1, 80, nil)
    return isWhole
  }

  /// Ends the file; false when it is not whole on the disk.
  func close() -> Bool {
    isOpen = false
    return workbook_close(book) == LXW_NO_ERROR
  }
}

// MARK: - Values

extension XLSXBook {
  private typealias Page = UnsafeMutablePointer<lxw_worksheet>

  /// The largest whole number that the format's numbers hold exactly.
  private static let largestExact: UInt64 = 1 << 53
  /// The longest text of a cell, in characters.
  private static let longestText = 32_767
  /// The first day that the format counts.
  private static let firstDay = CivilDate(year: 1900, month: 3, day: 1)

  private func write(_ value: Sheet.Value, _ page: Page, _ row: Int, _ column: Int) -> Bool {
    switch value {
    case .none: return true
    case .text(let text): return write(text, page, row, column, formats.text)
    case .number(let number):
      guard number.magnitude <= Self.largestExact else {
        return write("\(number)", page, row, column, formats.text)
      }
      return write(Double(number), page, row, column, formats.number)
    case .euros(let amount):
      guard amount.rawValue.magnitude <= Self.largestExact else {
        return write(amount.decimalText, page, row, column, formats.text)
      }
      // The one place where money becomes a binary fraction: the format has no other numbers. Up
      // to 2^53 cents the nearest fraction shows the same two decimals, and nothing is computed
      // with it here.
      return write(Double(amount.rawValue) / 100, page, row, column, formats.euros)
    case .permille(let share): return write(Double(share) / 1_000, page, row, column, formats.share)
    case .date(let date):
      guard let first = Self.firstDay, date >= first else {
        return write(date.description, page, row, column, formats.text)
      }
      // Day 61 is 1 March 1900: the format counts a 29 February 1900 that never was.
      return write(Double(61 + first.days(to: date)), page, row, column, formats.day)
    }
  }

  private func write(
    _ number: Double,
    _ page: Page,
    _ row: Int,
    _ column: Int,
    _ format: UnsafeMutablePointer<lxw_format>
  ) -> Bool {
    worksheet_write_number(page, UInt32(row), UInt16(column), number, format) == LXW_NO_ERROR
  }

  private func write(
    _ text: String,
    _ page: Page,
    _ row: Int,
    _ column: Int,
    _ format: UnsafeMutablePointer<lxw_format>
  ) -> Bool {
    // A text that is too long ends in an ellipsis; a NUL would end it unseen.
    var text = text.contains("\0") ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
    if text.unicodeScalars.count > Self.longestText {
      text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText - 1)))
      text += "\u{2026}"
    }
    return worksheet_write_string(page, UInt32(row), UInt16(column), text, format) == LXW_NO_ERROR
  }

  /// A width that shows most of a column, in characters.
  private static func width(of column: Int, in sheet: Sheet) -> Int {
    let words = sheet.rows.indices.prefix(200).map { row in
      switch sheet.value(row: row, column: column) {
      case .text(let text): text.utf8.count
      case .euros(let amount): amount.decimalText.utf8.count + 5
      case .number(let number): "\(number)".utf8.count + 3
      case .date: 10
      case .permille, .none: 6
      }
    }
    let longest = max(words.max() ?? 0, sheet.columns[column].utf8.count)
    return min(max(longest + 2, 8), 60)
  }
}

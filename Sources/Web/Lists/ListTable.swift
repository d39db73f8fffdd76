package import Quantities

/// A list as every page shows one: typed columns and rows, from which the table on the page, the
/// CSV and the XLSX file are made alike.
package struct ListTable: Sendable {
  package let id: String
  /// What the table holds, for its caption and the name of its file.
  package let caption: String
  package let columns: [Column]
  package var rows: [Row]

  package init(id: String, caption: String, columns: [Column], rows: [Row]) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// A column: its name in addresses, its heading, and how it is set.
  package struct Column: Sendable {
    package let name: String
    package let heading: String
    package let isNumeric: Bool
    /// What the heading means, where it is a figure; the anchor of its definition.
    package let definition: String?
    /// Whether the list can be sorted by it; not where that costs more than it is worth.
    package let isSortable: Bool

    package init(
      _ name: String,
      _ heading: String,
      isNumeric: Bool = false,
      definition: String? = nil,
      isSortable: Bool = true
    ) {
      self.name = name
      self.heading = heading
      self.isNumeric = isNumeric
      self.definition = definition
      self.isSortable = isSortable
    }
  }

  package struct Row: Sendable {
    package let cells: [Cell]

    package init(_ cells: [Cell]) { self.cells = cells }
  }

  /// One value of a row; the first cell of a row names it.
  package enum Cell: Hashable, Sendable {
    case text(String)
    /// What a document of the region or one of its people said, in the Dutch in which they said it.
    case quoted(String)
    /// A text that leads somewhere.
    case link(String, RegionAddress)
    case number(Int)
    case euros(Cents)
    case day(CivilDate)
    /// A share in tenths of a percent.
    case permille(Int)
    /// A word with a meaning for the eye: green, amber, red or neutral.
    case status(StatusKind, String)
    /// A figure that is withheld, with the word that is shown in its place.
    case hidden
    case none
  }
}

/// How a status looks; the word beside it says the same.
package enum StatusKind: String, Hashable, Comparable, Sendable {
  case negative, warning, neutral, positive

  package static func < (left: StatusKind, right: StatusKind) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .negative: 0
    case .warning: 1
    case .neutral: 2
    case .positive: 3
    }
  }
}

extension ListTable.Cell {
  /// Whether the cell can stand as the heading of its row; an empty one names nothing.
  var namesRow: Bool {
    switch self {
    case .none, .text(""), .quoted(""): false
    default: true
    }
  }

  /// The words that a filter searches.
  package var words: String {
    switch self {
    case .text(let text), .quoted(let text), .link(let text, _), .status(_, let text): text
    case .number(let value): "\(value)"
    case .euros(let amount): amount.decimalText
    case .day(let date): date.description
    case .permille(let value): "\(value)"
    case .hidden, .none: ""
    }
  }

  /// Whether the cell stands before another in an ascending order; nothing stands last.
  package func stands(before other: Self) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.euros(let left), .euros(let right)): left < right
    case (.day(let left), .day(let right)): left < right
    case (.permille(let left), .permille(let right)): left < right
    case (.status(let left, let first), .status(let right, let second)):
      left == right ? first < second : left < right
    case (.none, _), (.hidden, _): false
    case (_, .none), (_, .hidden): true
    default: words.foldedForSorting < other.words.foldedForSorting
    }
  }
}

extension String {
  /// The text in small letters, so that "de Brug" stands beside "De Burcht".
  var foldedForSorting: String { lowercased() }
}

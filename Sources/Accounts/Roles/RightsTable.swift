import Rules

/// The matrix of roles and rights, as it stands in `rights.tsv`.
package struct RightsTable: Sendable {
  /// A place in the matrix.
  package struct Cell: Hashable, Sendable {
    package let role: Role
    package let right: Right

    package init(role: Role, right: Right) {
      self.role = role
      self.right = right
    }
  }

  /// How far a right reaches at most; the reach that a user was given limits it further.
  package enum ReachKind: String, Sendable {
    /// What belongs to the region as a whole, also for whoever has one municipality.
    case region
    /// The municipalities that the user was given, or all of them when given the region.
    case municipalities
    /// The user's own provider.
    case provider
  }

  /// What a role has of a right.
  package struct Row: Sendable {
    package let reach: ReachKind
    package let detail: Detail
    /// Where it is written that the role has it, or `aanname` with the reason.
    package let source: String
  }

  package let rows: [Cell: Row]

  /// The matrix that is compiled in.
  ///
  /// It is ours and a test reads it whole: a broken line there is a mistake of ours and traps.
  package static let shared = RightsTable(EmbeddedTables.rights)

  init(_ text: String) {
    var rows: [Cell: Row] = [:]
    for cells in DataText.rows(text, columns: 5) {
      guard let role = Role(rawValue: cells[0]), let right = Right(rawValue: cells[1]),
        let reach = ReachKind(rawValue: cells[2]), let detail = Detail(rawValue: cells[3])
      else { preconditionFailure("rights.tsv: \(cells)") }
      let cell = Cell(role: role, right: right)
      precondition(rows[cell] == nil, "rights.tsv names \(role) and \(right) twice")
      rows[cell] = Row(reach: reach, detail: detail, source: cells[4])
    }
    self.rows = rows
  }
}

/// What every right is and asks, as it stands in `actions.tsv`.
struct ActionTable: Sendable {
  struct Row: Sendable {
    let needsFreshAuthentication: Bool
    let readsPersons: Bool
    let fourEyes: ProposalKind?
    let name: BilingualText
  }

  let rows: [Right: Row]

  static let shared = ActionTable(EmbeddedTables.actions)

  init(_ text: String) {
    var rows: [Right: Row] = [:]
    for cells in DataText.rows(text, columns: 6) {
      guard let right = Right(rawValue: cells[0]), rows[right] == nil,
        ["yes", "no"].contains(cells[1]), ["yes", "no"].contains(cells[2]),
        cells[3].isEmpty || ProposalKind(rawValue: cells[3]) != nil
      else { preconditionFailure("actions.tsv: \(cells)") }
      rows[right] = Row(
        needsFreshAuthentication: cells[1] == "yes",
        readsPersons: cells[2] == "yes",
        fourEyes: ProposalKind(rawValue: cells[3]),
        name: BilingualText(cells[4], cells[5])
      )
    }
    self.rows = rows
  }
}

/// The data files of this room as text, without comments and heading.
enum DataText {
  /// The lines that are not comments.
  static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// The rows of a table with tabs.
  static func rows(_ text: String, columns: Int) -> [[String]] {
    lines(text).dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      precondition(cells.count == columns, "a data row needs \(columns) cells: \(line)")
      return cells
    }
  }
}

/// The one place where it is decided who may do what.
package enum Rights {
  /// What a principal may have of a right; nil is a refusal, and everything that is not granted in
  /// `rights.tsv` is refused (AZ-01).
  package static func grant(_ right: Right, to principal: Principal) -> Grant? {
    guard principal.role.fits(principal.reach),
      let row = RightsTable.shared.rows[RightsTable.Cell(role: principal.role, right: right)],
      let reach = reach(row.reach, of: principal.reach)
    else { return nil }
    return Grant(right: right, reach: reach, detail: row.detail)
  }

  /// All that a principal may do.
  package static func grants(to principal: Principal) -> [Grant] {
    Right.allCases.compactMap { grant($0, to: principal) }
  }

  /// The part of what a table row allows that lies within what the principal was given.
  private static func reach(_ kind: RightsTable.ReachKind, of reach: Reach) -> Reach? {
    switch (kind, reach) {
    case (.region, _): .region
    case (.municipalities, .region), (.municipalities, .municipalities): reach
    case (.provider, .provider): reach
    case (.municipalities, .provider), (.provider, _): nil
    }
  }
}

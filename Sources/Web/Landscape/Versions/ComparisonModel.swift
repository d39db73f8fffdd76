package import Landscape
package import Rules

/// Two versions side by side.
package struct ComparisonModel: Sendable {
  package let from: StrategyAdoption
  package let to: StrategyAdoption
  package let sections: [StrategyComparison.Section]
  /// The cells that differ, segment by segment.
  package let rows: [Row]

  /// One element of one segment in both versions.
  package struct Row: Hashable, Sendable {
    package let segment: String
    package let element: SteeringElement
    /// The statements that only the one version has; the other's segment may be missing.
    package let old: [BilingualText]
    package let new: [BilingualText]
  }

  package init(from: StrategyAdoption, to: StrategyAdoption) {
    self.from = from
    self.to = to
    let same = from.digest == to.digest
    sections = same ? [] : StrategyComparison(from: from.strategy, to: to.strategy).sections
    rows = same ? [] : Self.rows(from.strategy, to.strategy)
  }

  private static func rows(_ old: Strategy, _ new: Strategy) -> [Row] {
    var rows: [Row] = []
    var seen: Set<String> = []
    for segment in new.segments {
      let earlier = old.segments.first {
        $0.code == segment.code || segment.succeeds.contains($0.code)
      }
      if let earlier { seen.insert(earlier.code) }
      rows += self.rows(earlier, segment, segment.title)
    }
    for segment in old.segments where !seen.contains(segment.code) {
      rows += self.rows(segment, nil, segment.title)
    }
    return rows
  }

  private static func rows(_ old: Segment?, _ new: Segment?, _ title: String) -> [Row] {
    SteeringElement.allCases.compactMap { element in
      let before = old.map { element.statements(of: $0) } ?? []
      let after = new.map { element.statements(of: $0) } ?? []
      let row = Row(
        segment: title,
        element: element,
        old: before.filter { !after.contains($0) },
        new: after.filter { !before.contains($0) }
      )
      return row.old.isEmpty && row.new.isEmpty ? nil : row
    }
  }
}

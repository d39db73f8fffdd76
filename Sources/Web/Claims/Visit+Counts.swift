import Accounts

extension Visit {
  /// Counts of persons that add up to a total, as exact as whoever looks may have them.
  ///
  /// Below 10 a count is withheld; for publication counts are rounded to 5, and when a single one
  /// would be withheld the next smallest is too, so that it does not follow from the total.
  func counts(_ counts: [Int]) -> [ListTable.Cell] {
    switch grant?.detail {
    case .exact: return counts.map { .number($0) }
    case .exactFromTen: return counts.map { Self.isSmall($0) ? .hidden : .number($0) }
    case .published: return published(counts)
    case .some(.none), nil: return counts.map { _ in .hidden }
    }
  }

  private static func isSmall(_ count: Int) -> Bool { (1..<10).contains(count) }

  private func published(_ counts: [Int]) -> [ListTable.Cell] {
    var hidden = Set(counts.indices.filter { Self.isSmall(counts[$0]) })
    if hidden.count == 1 {
      let next = counts.indices.filter { !hidden.contains($0) && counts[$0] > 0 }
        .min { (counts[$0], $0) < (counts[$1], $1) }
      if let next { hidden.insert(next) }
    }
    return counts.indices.map { place in
      hidden.contains(place) ? .hidden : .number((counts[place] + 2) / 5 * 5)
    }
  }
}

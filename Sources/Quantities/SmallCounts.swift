/// A count of persons as it may leave the case level.
///
/// - Dutch term: onderdrukt aantal (kleine aantallen)
package enum PublishedCount: Hashable, Sendable {
  /// The count, rounded to the nearest five; it lies at ten or above, or is a zero that is fixed.
  case shown(Int)
  /// Not shown, because it is small or because a small one could be computed with it.
  case hidden

  /// The count as it is printed: a dot for one that is not shown.
  package var text: String {
    switch self {
    case .shown(let count): "\(count)"
    case .hidden: "."
    }
  }

  /// The count; nil for one that is not shown.
  package var count: Int? {
    switch self {
    case .shown(let count): count
    case .hidden: nil
    }
  }
}

/// Hides small counts of persons in a table, with as many others as it takes that nobody computes
/// them from what is shown.
///
/// Persons are counted, not rows. A count under ten is hidden, also a zero unless it can be nothing
/// else; what is shown is rounded to five, each by itself, so that totals need not add up. Then in
/// every sum more is hidden until, for somebody who knows the sums and what is shown exactly, each
/// hidden count can still be one of ten numbers.
///
/// - Dutch term: onderdrukking van kleine aantallen (annex F van de eisen; CBS: laagste waarde 10,
///   veelvouden van 5)
package struct SmallCounts: Sendable {
  /// Counts under this are not shown.
  package static let lowest = 10
  /// What is shown is a multiple of this.
  package static let step = 5
  /// How many numbers a hidden count can still be, at least.
  package static let width = 10

  /// A count that is the sum of others.
  package struct Sum: Hashable, Sendable {
    /// The place of the sum among the counts.
    package let total: Int
    package let parts: [Int]

    package init(total: Int, parts: [Int]) {
      self.total = total
      self.parts = parts
    }
  }

  private let counts: [Int]
  private let sums: [Sum]
  private let fixed: Set<Int>
  private var isHidden: [Bool]

  /// What of some counts may be shown, in their order.
  ///
  /// A sum that is smaller than its parts together, because somebody is in two of them, is taken as
  /// the parts together while it is looked at what could be computed.
  ///
  /// Of `sums`, which say what counts are sums of others, those with a place that is no count are
  /// left out; `fixed` are the places of zeros that can be nothing else and so tell nothing.
  package static func published(
    _ counts: [Int],
    sums: [Sum] = [],
    fixedZeros fixed: Set<Int> = []
  ) -> [PublishedCount] {
    var table = SmallCounts(counts, sums, fixed)
    table.hideMore()
    return counts.indices.map { place in
      if table.isHidden[place] { return .hidden }
      let count = min(max(0, counts[place]), largest)
      return .shown((count + step / 2) / step * step)
    }
  }

  private init(_ counts: [Int], _ sums: [Sum], _ fixed: Set<Int>) {
    let places = counts.indices
    let known = sums.filter { sum in
      places.contains(sum.total) && !sum.parts.isEmpty
        && sum.parts.allSatisfy { places.contains($0) }
    }
    self.sums = known
    self.fixed = fixed
    var taken = counts.map { min(max(0, $0), Self.largest) }
    isHidden = taken.indices.map { place in
      taken[place] < Self.lowest && !(taken[place] == 0 && fixed.contains(place))
    }
    // Each sum is looked at as its parts together; sums of sums follow after a few rounds.
    for _ in known {
      for sum in known {
        taken[sum.total] = min(sum.parts.reduce(0) { $0 + taken[$1] }, Self.largest)
      }
    }
    self.counts = taken
  }

  /// More persons than there are, so that sums of it still fit.
  private static let largest = 1 << 40
}

// MARK: - Hiding more

extension SmallCounts {
  /// What a hidden count can be for somebody who knows the sums and all that is shown.
  private struct Bounds {
    var low: Int
    var high: Int
    var width: Int { high - low + 1 }
  }

  /// Hides counts, the smallest first, until no hidden one can be computed.
  private mutating func hideMore() {
    while true {
      let bounds = bounds()
      let narrow = isHidden.indices.filter { isHidden[$0] && bounds[$0].width < Self.width }
      guard !narrow.isEmpty else { return }
      // Parts first, of any sum, and only then totals: those are what a reader looks for. Where all
      // is hidden already there is nothing left to hide.
      var next: Int?
      for place in narrow where next == nil { next = part(beside: place) }
      for place in narrow where next == nil { next = total(beside: place) }
      guard let next else { return }
      isHidden[next] = true
    }
  }

  /// The sums in which a count stands.
  private func sums(with place: Int) -> [Sum] {
    sums.filter { $0.total == place || $0.parts.contains(place) }
  }

  /// The smallest part still shown in the sums of a count.
  private func part(beside place: Int) -> Int? {
    Set(sums(with: place).flatMap(\.parts)).filter { isOpen($0) }
      .min { (counts[$0], $0) < (counts[$1], $1) }
  }

  /// The smallest total still shown of the sums of a count.
  private func total(beside place: Int) -> Int? {
    sums(with: place).map(\.total).filter { isOpen($0) }
      .min { (counts[$0], $0) < (counts[$1], $1) }
  }

  /// Whether a count is shown and not a zero that tells nothing.
  private func isOpen(_ place: Int) -> Bool { !isHidden[place] && !fixed.contains(place) }

  private func bounds() -> [Bounds] {
    var bounds = counts.indices.map { place in
      isHidden[place]
        ? Bounds(low: 0, high: Self.largest) : Bounds(low: counts[place], high: counts[place])
    }
    // Every round narrows something or is the last one; the number of rounds is bounded anyway.
    for _ in 0..<64 {
      var isChanged = false
      for sum in sums { isChanged = narrow(&bounds, sum) || isChanged }
      guard isChanged else { break }
    }
    return bounds
  }

  /// Narrows the bounds of a sum and of its parts by each other.
  ///
  /// - Returns: whether anything changed.
  private func narrow(_ bounds: inout [Bounds], _ sum: Sum) -> Bool {
    let low = sum.parts.reduce(0) { $0 + bounds[$1].low }
    let high = sum.parts.reduce(0) { min($0 + bounds[$1].high, Self.largest) }
    var isChanged = tighten(&bounds[sum.total], low, high)
    let total = bounds[sum.total]
    for part in sum.parts {
      let own = bounds[part]
      let others = sum.parts.reduce(0) { $0 + ($1 == part ? 0 : bounds[$1].high) }
      isChanged =
        tighten(&bounds[part], total.low - others, total.high - (low - own.low)) || isChanged
      // The lows of the parts before it may have risen meanwhile; the next round sees them.
    }
    return isChanged
  }

  private func tighten(_ bounds: inout Bounds, _ low: Int, _ high: Int) -> Bool {
    let old = (bounds.low, bounds.high)
    bounds.low = max(bounds.low, low)
    bounds.high = max(bounds.low, min(bounds.high, high))
    return old != (bounds.low, bounds.high)
  }
}

package import Quantities

/// The prices of one product through the years: on every day at most one.
///
/// - Dutch term: tariefversies
package struct TariffSeries: Hashable, Sendable {
  /// In order of their first day; no two share a day.
  package private(set) var versions: [Tariff] = []

  package init() {}
}

extension TariffSeries {
  /// The version that holds on a day, or nil when none does.
  package func version(on date: CivilDate) -> Tariff? {
    var low = 0
    var high = versions.count
    while low < high {
      let middle = (low + high) / 2
      if versions[middle].period.first <= date { low = middle + 1 } else { high = middle }
    }
    guard low > 0, versions[low - 1].period.contains(date) else { return nil }
    return versions[low - 1]
  }

  /// The version with which a new one would share a day, other than the open one it succeeds.
  package func conflict(with version: Tariff) -> Tariff? {
    versions.first { other in
      other.period.overlaps(version.period) && !isSucceeded(other, by: version)
    }
  }

  /// Adds a version; one without an end that begins before it ends on the day before.
  ///
  /// - Returns: false, and changes nothing, when a day would have two prices.
  @discardableResult
  package mutating func add(_ version: Tariff) -> Bool {
    guard conflict(with: version) == nil else { return false }
    if let place = versions.firstIndex(where: { isSucceeded($0, by: version) }),
      let cut = OpenPeriod(
        from: versions[place].period.first,
        through: version.period.first.adding(days: -1)
      )
    {
      let old = versions[place]
      versions[place] = Tariff(
        price: old.price,
        unit: old.unit,
        period: cut,
        buildUp: old.buildUp,
        basis: old.basis
      )
    }
    let place = versions.firstIndex { $0.period.first > version.period.first } ?? versions.count
    versions.insert(version, at: place)
    return true
  }

  /// Whether a version without an end gives way to a later one.
  private func isSucceeded(_ version: Tariff, by later: Tariff) -> Bool {
    version.period.last == nil && version.period.first < later.period.first
  }
}

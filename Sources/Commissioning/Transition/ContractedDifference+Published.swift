package import Quantities

extension ContractedDifference {
  /// The counts of residents as they are shown: exact ones, or as they may go to a provider, a
  /// council or a web page, with small ones hidden (annex F).
  package struct Published: Hashable, Sendable {
    /// What of one provider may be shown.
    package struct Row: Hashable, Sendable {
      package let affectedResidents: PublishedCount
      package let stillRunning: PublishedCount
    }

    /// For each provider of the difference, in its order.
    package let providers: [Row]
    package let affectedResidents: PublishedCount
    package let stillRunning: PublishedCount
  }

  /// The exact counts, for those who work on the cases.
  package var exact: Published {
    Published(
      providers: providers.map { change in
        Published.Row(
          affectedResidents: .shown(change.affectedResidents),
          stillRunning: .shown(change.stillRunning)
        )
      },
      affectedResidents: .shown(affectedResidents),
      stillRunning: .shown(stillRunning)
    )
  }

  /// What may be shown.
  ///
  /// Those whose support ended follow from the two counts of a provider, so they count as a third.
  /// A provider that loses nothing has nobody by the contracts themselves: its zero tells nothing.
  package var published: Published {
    var counts: [Int] = []
    var sums: [SmallCounts.Sum] = []
    var fixed: Set<Int> = []
    for change in providers {
      let place = counts.count
      counts += [
        change.affectedResidents, change.stillRunning,
        change.affectedResidents - change.stillRunning,
      ]
      sums.append(SmallCounts.Sum(total: place, parts: [place + 1, place + 2]))
      if change.lost.isEmpty { fixed.formUnion(place..<place + 3) }
    }
    let total = counts.count
    counts += [affectedResidents, stillRunning, affectedResidents - stillRunning]
    sums.append(SmallCounts.Sum(total: total, parts: [total + 1, total + 2]))
    for column in 0..<3 where !providers.isEmpty {
      let parts = providers.indices.map { $0 * 3 + column }
      sums.append(SmallCounts.Sum(total: total + column, parts: parts))
    }
    let shown = SmallCounts.published(counts, sums: sums, fixedZeros: fixed)
    return Published(
      providers: providers.indices.map { place in
        Published.Row(
          affectedResidents: shown[place * 3],
          stillRunning: shown[place * 3 + 1]
        )
      },
      affectedResidents: shown[total],
      stillRunning: shown[total + 1]
    )
  }
}

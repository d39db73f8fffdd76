import Accounts
package import Quantities

/// Counts of persons as whoever looks may have them: the one place where a page asks.
///
/// Exact for single lines; from ten persons up for roles within the region (B.21); and by the rules
/// for publication for councils, providers and the public (annex F).
extension Visit {
  /// A count that stands by itself.
  package func count(_ persons: Int) -> ListTable.Cell {
    counts([persons], sums: [])[0]
  }

  /// Counts that stand together, with which of them are sums of others, so that none that is hidden
  /// follows from what is shown; `fixedZeros` are the places of zeros that can be nothing else.
  package func counts(
    _ persons: [Int],
    sums: [SmallCounts.Sum],
    fixedZeros: Set<Int> = []
  ) -> [ListTable.Cell] {
    switch grant?.detail {
    case .exact: persons.map { .number($0) }
    case .exactFromTen:
      persons.indices.map { place in
        persons[place] < SmallCounts.lowest && !fixedZeros.contains(place)
          ? .hidden : .number(persons[place])
      }
    case .published:
      SmallCounts.published(persons, sums: sums, fixedZeros: fixedZeros).map { published in
        published.count.map { .number($0) } ?? .hidden
      }
    case .some(.none), nil: persons.map { _ in .hidden }
    }
  }

  /// The counts of a column whose total is known, here or from another page.
  package func column(_ persons: [Int]) -> [ListTable.Cell] {
    let total = persons.reduce(0) { $0 + min(max(0, $1), 1 << 40) }
    let sum = SmallCounts.Sum(total: persons.count, parts: Array(persons.indices))
    return Array(counts(persons + [total], sums: persons.isEmpty ? [] : [sum]).dropLast())
  }

  /// A sum of money about persons; for publication only where ten persons and three providers stand
  /// behind it and none of them has more than half (annex F, 4).
  package func amount(
    _ amount: Cents,
    persons: Int,
    providers: Int,
    largestOfOne: Cents
  ) -> ListTable.Cell {
    switch grant?.detail {
    case .exact, .exactFromTen: return .euros(amount)
    case .published:
      let isSafe =
        persons >= SmallCounts.lowest && providers >= 3
        && largestOfOne.rawValue <= amount.rawValue / 2
      return isSafe ? .euros(amount) : .hidden
    case .some(.none), nil: return .hidden
    }
  }

  /// A cell as words, for tiles and sentences.
  package func text(_ cell: ListTable.Cell) -> String {
    switch cell {
    case .text(let text), .quoted(let text), .link(let text, _), .status(_, let text): text
    case .number(let value): Wording.number(value, language)
    case .euros(let amount): Wording.euros(amount, language)
    case .day(let date): Wording.day(date, language)
    case .permille(let value): Wording.percentage(permille: value, language)
    case .hidden: say("minder dan 10", "fewer than 10")
    case .none: ""
    }
  }
}

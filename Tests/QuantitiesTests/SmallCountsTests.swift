import Quantities
import Testing

@Suite("Small counts of persons are not shown, PR-11")
struct SmallCountsTests {
  private typealias Sum = SmallCounts.Sum

  @Test("A count under ten is hidden; the others are rounded to five, each by itself")
  func rounding() {
    let given = [0, 1, 9, 10, 12, 13, 47, 48, 1_003]
    let shown = SmallCounts.published(given).map(\.text)
    #expect(shown == [".", ".", ".", "10", "10", "15", "45", "50", "1005"])
    #expect(SmallCounts.published([0, 0], fixedZeros: [1]).map(\.text) == [".", "0"])
    #expect(SmallCounts.published([-3]) == [.hidden])
  }

  @Test(
    "With a hidden count another one is hidden, so that no subtraction gives it",
    arguments: [
      // Total, and the parts; what is shown of them.
      ([43, 3, 40], ["45", ".", "."]),
      ([43, 3, 18, 22], ["45", ".", ".", "20"]),
      // Two small ones that add up to less than ten tell too much of each other.
      ([47, 3, 4, 40], ["45", ".", ".", "."]),
      ([30, 15, 15], ["30", "15", "15"]),
      // With one part, and a small one, the total is the part.
      ([4, 4], [".", "."]),
      ([24, 4, 20, 0], ["25", ".", ".", "."]),
    ]
  )
  func secondary(counts: [Int], shown: [String]) {
    let sum = Sum(total: 0, parts: Array(1..<counts.count))
    #expect(SmallCounts.published(counts, sums: [sum]).map(\.text) == shown)
  }

  @Test("A sum that names a place that is not there is left out, and nothing traps")
  func strange() {
    let sums = [Sum(total: 9, parts: [0]), Sum(total: 0, parts: [-1]), Sum(total: 0, parts: [])]
    #expect(SmallCounts.published([3, 20], sums: sums).map(\.text) == [".", "20"])
    let huge = SmallCounts.published([.max, .max, .max], sums: [Sum(total: 0, parts: [1, 2])])
    #expect(huge.allSatisfy { $0 != .hidden })
  }

  /// Somebody who knows every sum and every shown count exactly looks for numbers that fit, for
  /// each hidden one the smallest and the largest.
  @Test("In random tables no hidden count is known to within ten numbers")
  func attack() {
    for seed in UInt64(1)...400 {
      var random = SplitMix(seed: seed)
      let rows = 2 + random.below(4)
      let columns = 2 + random.below(3)
      var counts: [Int] = []
      for _ in 0..<rows * columns {
        counts.append(random.below(3) == 0 ? random.below(12) : random.below(80))
      }
      var sums: [Sum] = []
      for row in 0..<rows {
        let parts = (0..<columns).map { row * columns + $0 }
        sums.append(Sum(total: counts.count, parts: parts))
        counts.append(parts.reduce(0) { $0 + counts[$1] })
      }
      for column in 0..<columns {
        let parts = (0..<rows).map { $0 * columns + column }
        sums.append(Sum(total: counts.count, parts: parts))
        counts.append(parts.reduce(0) { $0 + counts[$1] })
      }
      let totals = (0..<rows).map { rows * columns + $0 }
      sums.append(Sum(total: counts.count, parts: totals))
      let columnTotals = (0..<columns).map { rows * columns + rows + $0 }
      sums.append(Sum(total: counts.count, parts: columnTotals))
      counts.append(totals.reduce(0) { $0 + counts[$1] })

      let shown = SmallCounts.published(counts, sums: sums)
      for place in counts.indices where counts[place] < 10 {
        #expect(shown[place] == .hidden, "seed \(seed)")
      }
      for place in counts.indices where shown[place] == .hidden {
        let room = Self.room(of: place, counts, sums, shown)
        #expect(room >= 10, "seed \(seed): place \(place) of \(counts) as \(shown.map(\.text))")
      }
    }
  }

  /// How many numbers one hidden count can be, found by intervals that every sum narrows.
  private static func room(
    of place: Int,
    _ counts: [Int],
    _ sums: [SmallCounts.Sum],
    _ shown: [PublishedCount]
  ) -> Int {
    var low = counts.indices.map { shown[$0] == .hidden ? 0 : counts[$0] }
    var high = counts.indices.map { shown[$0] == .hidden ? 1_000_000 : counts[$0] }
    for _ in 0..<50 {
      for sum in sums {
        low[sum.total] = max(low[sum.total], sum.parts.map { low[$0] }.reduce(0, +))
        high[sum.total] = min(high[sum.total], sum.parts.map { high[$0] }.reduce(0, +))
        for part in sum.parts {
          let others = sum.parts.filter { $0 != part }
          low[part] = max(low[part], low[sum.total] - others.map { high[$0] }.reduce(0, +))
          high[part] = min(high[part], high[sum.total] - others.map { low[$0] }.reduce(0, +))
        }
      }
    }
    return high[place] - low[place] + 1
  }
}

/// A generator that gives the same numbers for the same seed.
private struct SplitMix {
  var seed: UInt64

  mutating func below(_ bound: Int) -> Int {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var mixed = seed
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

package import Quantities

/// Bids of one lot in the order of their scores, with what decided between equals.
///
/// - Dutch term: rangorde van inschrijvingen
package struct Ranking: Hashable, Sendable {
  package let entries: [Entry]

  /// One bid in the order.
  package struct Entry: Hashable, Sendable {
    package let provider: ChamberNumber
    package let total: Int
    /// What put it before the next bid with the same total; nil when the totals differ.
    package let decidedBy: TieBreak?
  }

  /// Puts bids in order, or gives nil when two are equal by every rule and a draw is needed first.
  ///
  /// The draw holds the providers in the order in which they were drawn, when there was one.
  package init?(_ bids: [Bid], tieBreaks: [TieBreak], draw: [ChamberNumber]) {
    // In order of provider first, so that the result does not depend on the order given.
    var order = bids.sorted { $0.key < $1.key }
    var isUndecided = false
    func compare(_ left: Bid, _ right: Bid) -> (before: Bool, by: TieBreak?) {
      if left.total != right.total { return (left.total > right.total, nil) }
      for rule in tieBreaks {
        switch rule {
        case .criterion(let code):
          let points = (left.consensus[code]?.points ?? 0, right.consensus[code]?.points ?? 0)
          if points.0 != points.1 { return (points.0 > points.1, rule) }
        case .draw:
          if let one = draw.firstIndex(of: left.key.provider),
            let other = draw.firstIndex(of: right.key.provider)
          {
            return (one < other, rule)
          }
        }
      }
      isUndecided = true
      return (left.key < right.key, nil)
    }
    order.sort { compare($0, $1).before }
    entries = order.enumerated().map { place, bid in
      let next = place + 1 < order.count ? order[place + 1] : nil
      let decidedBy = next.flatMap { $0.total == bid.total ? compare(bid, $0).by : nil }
      return Entry(provider: bid.key.provider, total: bid.total, decidedBy: decidedBy)
    }
    if isUndecided { return nil }
  }
}

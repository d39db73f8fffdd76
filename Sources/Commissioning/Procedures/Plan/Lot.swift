/// A part of a procedure in which one can bid.
///
/// - Dutch term: perceel (002:105-108, 003:472, 004:32-39)
package struct Lot: Hashable, Sendable {
  package let code: LotCode
  package let kind: Kind
  package let entry: EntryPolicy
  /// The fewest contracts that are wanted; nil when nobody said.
  package let minimumAwards: Int?
  /// The most contracts that are given; nil when there is no limit.
  package let maximumAwards: Int?
  /// The score that a bid needs at least, over all criteria together.
  package let minimumScore: Int

  /// For which kind of provider the lot is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case regional = "regionaal"
    case local = "lokaal"
    /// The only lot of its procedure (003:472).
    case single = "enig"
  }

  package init(
    code: LotCode,
    kind: Kind,
    entry: EntryPolicy,
    minimumAwards: Int? = nil,
    maximumAwards: Int? = nil,
    minimumScore: Int = 0
  ) {
    self.code = code
    self.kind = kind
    self.entry = entry
    self.minimumAwards = minimumAwards
    self.maximumAwards = maximumAwards
    self.minimumScore = minimumScore
  }
}

/// When a provider may join.
///
/// - Dutch term: toetreding (000:34-36, 001:74-78, 003:474, 004:32-39)
package enum EntryPolicy: String, CaseIterable, Hashable, Sendable {
  /// Only in the procedure itself.
  case closed = "gesloten"
  /// One moment for all; more only by supplementary contracting.
  case oneMoment = "een_moment"
  /// Also during the term.
  case intermediate = "tussentijds"
  /// At any time by the admission procedure.
  case openHouse = "open_house"

  package var allowsLaterEntry: Bool { self == .intermediate || self == .openHouse }
}

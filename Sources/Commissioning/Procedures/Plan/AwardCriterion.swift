/// Something on which bids are compared.
///
/// - Dutch term: gunningscriterium (003:460-466, 003:484-494)
package struct AwardCriterion: Hashable, Sendable {
  package let code: Label<AwardCriterion>
  package let text: String
  /// The most points that a bid can get on it.
  package let maximumPoints: Int
  /// The fewest points with which a bid may still be awarded.
  package let minimumPoints: Int
  package let isPrice: Bool
  /// The indicator that it becomes in the contract; nil when it ends with the award.
  package let indicator: String?

  package init(
    code: Label<AwardCriterion>,
    text: String,
    maximumPoints: Int,
    minimumPoints: Int = 0,
    isPrice: Bool = false,
    indicator: String? = nil
  ) {
    self.code = code
    self.text = text
    self.maximumPoints = maximumPoints
    self.minimumPoints = minimumPoints
    self.isPrice = isPrice
    self.indicator = indicator
  }
}

/// How two bids with the same score are put in order; written down before publication.
///
/// - Dutch term: regel bij gelijke stand
package enum TieBreak: Hashable, Sendable {
  /// The higher score on one criterion.
  case criterion(Label<AwardCriterion>)
  /// The order of a draw of which a record was made.
  case draw
}

extension TieBreak: JournalText {
  var journalText: String {
    switch self {
    case .criterion(let code): "criterium=\(code)"
    case .draw: "loting"
    }
  }

  init?(journalText text: String) {
    if text == "loting" {
      self = .draw
    } else if text.hasPrefix("criterium="),
      let code = Label<AwardCriterion>(text.dropFirst("criterium=".count))
    {
      self = .criterion(code)
    } else {
      return nil
    }
  }
}

/// Somebody who takes part in a procedure for the buyers, by the name of a user and no other.
///
/// - Dutch term: beoordelaar, opener
package enum Officer {}

/// The name of a user who opens or assesses bids.
package typealias OfficerCode = Label<Officer>

package import Journal
package import Quantities

/// Who bids for which lot.
///
/// - Dutch term: inschrijver op een perceel
package struct BidKey: Hashable, Comparable, Sendable {
  package let lot: LotCode
  package let provider: ChamberNumber

  package init(_ lot: LotCode, _ provider: ChamberNumber) {
    self.lot = lot
    self.provider = provider
  }

  package static func < (left: BidKey, right: BidKey) -> Bool {
    (left.lot, left.provider) < (right.lot, right.provider)
  }
}

/// What is known of the contents of a bid before it is opened: nothing but their fingerprint.
///
/// - Dutch term: verzegelde inschrijving
package struct SealedBid: Hashable, Sendable {
  /// The digest of the sealed bytes, so that nobody can change them afterwards.
  package let digest: Digest
  package let byteCount: Int

  package init(digest: Digest, byteCount: Int) {
    self.digest = digest
    self.byteCount = byteCount
  }
}

/// A bid, or an application in an admission.
///
/// - Dutch term: inschrijving (003:474, 003:484)
package struct Bid: Hashable, Sendable {
  package let key: BidKey
  package let submitted: CivilMoment
  /// The sealed contents; nil for an application, which nobody competes with.
  package let sealed: SealedBid?
  package internal(set) var state = State.submitted
  package internal(set) var evidence: [Label<Requirement>: Evidence] = [:]
  package internal(set) var scores: [OfficerCode: [Label<AwardCriterion>: Int]] = [:]
  package internal(set) var consensus: [Label<AwardCriterion>: Consensus] = [:]

  /// Where a bid stands.
  package enum State: Hashable, Sendable {
    case submitted
    case withdrawn
    /// Does not meet a requirement.
    case setAside(Label<Requirement>)
    case awarded(on: CivilDate)
    case notAwarded(on: CivilDate)
    /// Admitted, with effect from a day.
    case admitted(from: CivilDate)
  }

  /// The score on which the assessors agreed, and why.
  package struct Consensus: Hashable, Sendable {
    package let points: Int
    package let reason: String

    package init(points: Int, reason: String) {
      self.points = points
      self.reason = reason
    }
  }

  init(key: BidKey, submitted: CivilMoment, sealed: SealedBid?) {
    self.key = key
    self.submitted = submitted
    self.sealed = sealed
  }
}

extension Bid {
  /// The sum of the agreed scores.
  package var total: Int { consensus.values.reduce(0) { $0 + $1.points } }

  /// Whether the bid takes part in the comparison.
  package var isInPlay: Bool { state == .submitted }

  /// The requirements with evidence of which none that holds on a day was handed in.
  package func unproven(_ requirements: [Requirement], on date: CivilDate) -> [Requirement] {
    requirements.filter { requirement in
      guard let kind = requirement.evidence else { return false }
      guard let proof = evidence[requirement.code] else { return true }
      return proof.kind != kind || !proof.isValid(on: date)
    }
  }
}

import Journal
package import Quantities
import Rules

/// Something that happened to a claim.
package enum ClaimEvent: Sendable {
  /// A municipality judged a claim it received: every line with its verdict and receipt.
  case judged(ClaimJudged)
  /// A provider took over a claim that it sent itself.
  case submitted(ClaimSubmitted)
  /// A provider took over the answer to a claim of its own.
  case answered(ClaimAnswered)
  /// A municipality refused a claim of our own as a whole: what the message brought, by the
  /// position of its first entry, counts as not sent.
  case annulled(message: Int64)
  /// A group of a table of deliveries was judged: every line with its verdict and receipt.
  case tableJudged(TableJudged)
  /// What was awarded on an allocation before it was taken over.
  case balanceTakenOver(TakenOverBalance)
}

/// A claim and the verdict on it, as they stand in the journal.
package struct ClaimJudged: Sendable {
  package let notice: ClaimNotice
  package let verdict: ClaimVerdict
  package let basis: ClaimBasis

  package init(notice: ClaimNotice, verdict: ClaimVerdict, basis: ClaimBasis) {
    self.notice = notice
    self.verdict = verdict
    self.basis = basis
  }
}

/// What a verdict rests on, besides the lines: it names versions, so that it can be run again.
package struct ClaimBasis: Hashable, Sendable {
  /// The day by whose rules was judged.
  package let day: CivilDate
  /// The names and versions of the rule sets for lines, clients and the claim.
  package let ruleSets: [String]
  /// The version of the price list, from 1; 0 when there was none.
  package let priceList: Int
  /// The version of the region's settings, from 0, the defaults.
  package let settings: Int

  package init(day: CivilDate, ruleSets: [String], priceList: Int, settings: Int) {
    self.day = day
    self.ruleSets = ruleSets
    self.priceList = priceList
    self.settings = settings
  }

  /// The rule sets that judge now.
  package static var currentRuleSets: [String] {
    [LineRules.set.version, ClaimedClientRules.set.version, ClaimRules.set.version]
  }
}

/// A claim of our own, with the allocation each line was found to be tied to.
package struct ClaimSubmitted: Sendable {
  package let notice: ClaimNotice
  /// Slot per line; -1 where no allocation was found.
  package let allocations: [Int32]

  package init(notice: ClaimNotice, allocations: [Int32]) {
    self.notice = notice
    self.allocations = allocations
  }
}

/// The answer to a claim of our own.
package struct ClaimAnswered: Hashable, Sendable {
  /// The position of the first entry of the message that brought the claim.
  ///
  /// A number does not name a claim: after a refusal it may be used again.
  package let message: Int64
  package let provider: ProviderCode
  package let number: String
  /// The places of the refused lines in the claim, ascending.
  package let refused: [Int32]
  package let awarded: Cents

  package init(
    message: Int64,
    provider: ProviderCode,
    number: String,
    refused: [Int32],
    awarded: Cents
  ) {
    self.message = message
    self.provider = provider
    self.number = number
    self.refused = refused
    self.awarded = awarded
  }
}

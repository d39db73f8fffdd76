/// How the rules of level 2 are read where the standard leaves room.
///
/// The default follows the text of a rule where the published check program differs from it,
/// because a message that follows the text must not be refused. Every rule that is touched names
/// its choice in the catalogue.
package struct LevelTwoSettings: Hashable, Sendable {
  /// Which use of names fits a person without a partner name (CS050).
  package enum NameUse: String, Hashable, Sendable {
    /// The own name, or that of an organisation: 1 or 6.
    case ruleText
    /// Only the own name: 1, as the published check program for the Wmo demands.
    case checkProgram
  }

  /// Among which lines a product may be charged only once (TR416).
  package enum DebitScope: String, Hashable, Sendable {
    /// All lines with the same BSN.
    case citizen
    /// The lines within one element `Client`, as the published check program compares.
    case clientElement
  }

  /// From which date the five years of a claim line are counted back (TR335).
  package enum ClaimDate: String, Hashable, Sendable {
    /// DeclaratieDagtekening.
    case claim
    /// Dagtekening of the message.
    case message
  }

  /// CS050.
  package var nameUse = NameUse.ruleText
  /// TR416.
  package var debitScope = DebitScope.citizen
  /// TR335.
  package var claimDate = ClaimDate.claim
  /// Whether TR319 is judged at level 2 as well, which refuses the whole claim instead of a line.
  package var judgesClaimPeriod = false
  /// Whether the dates in the deletion of a start or stop are judged (TR018, TR134).
  package var judgesDeletions = false
  /// How many findings are kept for one rule; the others are only counted.
  package var findingLimit = 100

  package init() {}

  /// The choices of Regie.
  package static let standard = LevelTwoSettings()
}

import Access
import Claims
package import Rules

/// A rule of level 3 or 4 as it stands among the others of its message.
package struct DirectoryRule: Hashable, Sendable {
  package let id: RuleID
  /// The class of the message it judges.
  package let judges: String
  package let level: Int
  let dependsOn: [RuleID]

  init<Subject>(_ rule: Rule<Subject>) {
    id = rule.id
    judges = rule.judges
    level = rule.level
    dependsOn = rule.dependsOn
  }
}

/// The rules of levels 3 and 4 that judge each kind of message, from all rooms.
///
/// What was not assessed follows from what failed: a rule rests on others, and all of a message
/// rests on its header and on the rules within it.
package enum RuleDirectory {
  /// The rules that judge a message, by its number in the standard (`323`), header first.
  package static func rules(judging message: String) -> [DirectoryRule] {
    (byMessage[message] ?? []).isEmpty ? [] : header + (byMessage[message] ?? [])
  }

  /// The rules that were not assessed because a rule about the same subject failed.
  ///
  /// A rule that rests on one that was not assessed is not assessed either.
  package static func notAssessed(
    in message: String,
    whenFailed failed: Set<RuleID>
  ) -> [DirectoryRule] {
    var closed = failed
    return rules(judging: message).filter { rule in
      guard !rule.dependsOn.allSatisfy({ !closed.contains($0) }) else { return false }
      closed.insert(rule.id)
      return true
    }
  }

  private static let header = rules(HeaderRules.set)

  private static let byMessage: [String: [DirectoryRule]] = [
    "301": rules(AllocationRules.products),
    "305": rules(StartRules.starts),
    "307": rules(StopRules.stops),
    "315": rules(RequestRules.openRequests(judges: RequestRules.clientClass))
      + rules(RequestRules.products),
    "317": rules(ChangeRequestRules.clients)
      + rules(RequestRules.openRequests(judges: ChangeRequestRules.clientClass))
      + rules(ChangeRequestRules.requests) + rules(ChangedProductRules.unchanged)
      + rules(ChangedProductRules.changed) + rules(ChangedProductRules.new),
    "319": rules(AnswerRules.answers),
    "323": rules(ClaimRules.set) + rules(ClaimedClientRules.set) + rules(LineRules.set),
    "325": rules(ClaimAnswerRules.set),
  ]

  private static func rules<Subject>(_ set: RuleSet<Subject>) -> [DirectoryRule] {
    set.rules.map { DirectoryRule($0) }
  }
}

import Claims
import Messages
import Region
import Rules

extension MessageIntake {
  /// The rules of levels 3 and 4 that were not assessed, because a rule they rest on failed.
  ///
  /// A fault within the message or in its header leaves all that follows unassessed; a fault on a
  /// claim its clients and lines; a fault on a client its lines; any other fault the rules about
  /// the same class that rest on it.
  static func notAssessed(_ judged: Judged, _ message: Message) -> [UnassessedRules] {
    let judgement = judged.judgement
    let rules = RuleDirectory.rules(judging: message.type.number)
    switch judgement.outcome {
    case .accept, .rejectTransport: return []
    case .rejectMessage: return byClass(rules)
    case .rejectHeader: return byClass(rules.filter { $0.judges != "Header" })
    case .rejectClaim:
      return byClass(rules.filter { $0.judges != "Header" && $0.judges != "Declaratie" })
    case .signal, .rejectLine, .rejectClient, .rejectClass: break
    }
    guard let claim = judged.claim else { return resting(on: judgement, message) }
    return linesOfClients(claim, message) + restingInLines(claim, message)
  }

  /// All rules given, once for each class they judge.
  private static func byClass(_ rules: [DirectoryRule]) -> [UnassessedRules] {
    var classes: [UnassessedRules] = []
    for rule in rules {
      if let place = classes.firstIndex(where: { $0.judges == rule.judges }) {
        guard !classes[place].rules.contains(rule.id.description) else { continue }
        classes[place].rules.append(rule.id.description)
      } else {
        classes.append(
          UnassessedRules(judges: rule.judges, path: "", rules: [rule.id.description])
        )
      }
    }
    return classes
  }

  /// What rests on the findings that were told, and the classes that were passed over as a whole.
  private static func resting(on judged: MessageJudged, _ message: Message) -> [UnassessedRules] {
    let number = message.type.number
    var subjects: [MessageJudged.ClassPlace] = []
    var failed: [MessageJudged.ClassPlace: Set<RuleID>] = [:]
    for finding in judged.findings {
      // The rules about the answer to a claim all look at the whole of it.
      let place = MessageJudged.ClassPlace(
        judges: number == "325" ? "Header" : finding.judges,
        row: finding.row
      )
      if failed[place] == nil { subjects.append(place) }
      failed[place, default: []].insert(RuleID(finding.rule))
    }
    var found: [UnassessedRules] = []
    for place in subjects {
      let closed = RuleDirectory.notAssessed(in: number, whenFailed: failed[place] ?? [])
      let same = number == "325" ? closed : closed.filter { $0.judges == place.judges }
      found += byClass(same).map { $0.at(number == "325" ? "" : path(place, in: message)) }
    }
    let rules = RuleDirectory.rules(judging: number)
    for place in judged.notAssessed {
      found += byClass(rules.filter { $0.judges == place.judges })
        .map { $0.at(path(place, in: message)) }
    }
    return found
  }

  /// The lines of refused clients: none of their rules were assessed.
  private static func linesOfClients(
    _ claim: ClaimResult,
    _ message: Message
  ) -> [UnassessedRules] {
    guard let table = message.type.grammar.table("Client") else { return [] }
    let rules = LineRules.set.rules.map(\.id.description)
    return claim.event.verdict.clients.indices
      .filter { !claim.event.verdict.clients[$0].passes }
      .map { row in
        UnassessedRules(judges: "Prestatie", path: message.path(table, row), rules: rules)
      }
  }

  /// The rules about a refused line that rest on one that failed, as its receipt says.
  private static func restingInLines(
    _ claim: ClaimResult,
    _ message: Message
  ) -> [UnassessedRules] {
    guard let table = message.type.grammar.table("Prestatie") else { return [] }
    let rules = LineRules.set.rules
    var found: [UnassessedRules] = []
    for (row, receipt) in claim.event.verdict.receipts.enumerated()
    where receipt.isAssessed && !receipt.assessment.notAssessed.isEmpty {
      found.append(
        UnassessedRules(
          judges: "Prestatie",
          path: message.path(table, row),
          rules: receipt.assessment.notAssessed.indices.map { rules[$0].id.description }
        )
      )
    }
    return found
  }

  private static func path(_ place: MessageJudged.ClassPlace, in message: Message) -> String {
    guard let table = message.type.grammar.table(place.judges),
      place.row < message.count(table), table != .message
    else { return "" }
    return message.path(table, place.row)
  }
}

import Claims
import Journal
import Messages
import Quantities
import Region
import Rules

extension MessageIntake {
  /// What is told of a message, the first time and every time after it.
  func result(_ message: Message, _ judged: Judged) async -> IntakeResult {
    let judgement = judged.judgement
    var findings = judgement.findings.map { finding in
      IntakeFinding(
        judges: finding.judges,
        code: finding.code,
        rule: finding.rule,
        path: finding.path.isEmpty ? Self.path(finding, in: message) : finding.path,
        text: finding.text
      )
    }
    if let claim = judged.claim {
      let state = await office.published
      findings += Self.clientFindings(claim, in: message)
      findings += Self.lineFindings(claim, in: message, state)
    }
    let reply = ReplyMaker.reply(to: message, judgement, judged.claim).map { reply in
      ReplyFile(
        name: ReplyFile.name(message: reply.type.name, first: judged.first),
        bytes: MessageWriter.write(reply)
      )
    }
    return IntakeResult(
      message: message.type.name,
      flow: judgement.flow,
      outcome: judgement.outcome,
      codes: Set(findings.map(\.code).filter { !$0.isEmpty }).sorted(),
      findings: findings,
      furtherFindings: judgement.furtherFindings,
      notAssessed: Self.notAssessed(judged, message),
      reply: reply,
      position: judged.last
    )
  }

  private static func path(_ finding: ToldFinding, in message: Message) -> String {
    guard let table = message.type.grammar.table(finding.judges),
      finding.row < message.count(table), table != .message
    else { return "/Bericht/\(finding.judges)" }
    return message.path(table, finding.row)
  }

  /// The findings about the clients of a claim, in the order of the message.
  private static func clientFindings(
    _ claim: ClaimResult,
    in message: Message
  ) -> [IntakeFinding] {
    guard let clients = message.type.grammar.table("Client") else { return [] }
    var findings: [IntakeFinding] = []
    for (row, verdict) in claim.event.verdict.clients.enumerated() where !verdict.passes {
      for index in verdict.failed.indices {
        let rule = ClaimedClientRules.set.rules[index]
        findings.append(
          IntakeFinding(
            judges: rule.judges,
            code: rule.code?.description ?? "",
            rule: rule.id.description,
            path: message.path(clients, row),
            text: ClaimTexts.sentence(rule.id, [])
          )
        )
      }
    }
    return findings
  }

  /// The findings about the lines of a claim, in the order of the message, from their receipts.
  private static func lineFindings(
    _ claim: ClaimResult,
    in message: Message,
    _ state: RegionState
  ) -> [IntakeFinding] {
    guard let lines = message.type.grammar.table("Prestatie") else { return [] }
    var findings: [IntakeFinding] = []
    for (row, receipt) in claim.event.verdict.receipts.enumerated()
    where receipt.isAssessed && !receipt.isApproved {
      guard let explanation = state.explanation(of: claim.event, row: row) else { continue }
      let path = message.path(lines, row)
      for failure in explanation.failures {
        findings.append(
          IntakeFinding(
            judges: "Prestatie",
            code: failure.code?.description ?? "",
            rule: failure.id.description,
            path: path,
            text: ClaimTexts.sentence(failure.id, failure.compared)
          )
        )
      }
    }
    return findings
  }
}

extension ClaimTexts {
  /// What is wrong and how to mend it, in both languages.
  fileprivate static func sentence(_ rule: RuleID, _ values: [ComparedValue]) -> BilingualText {
    BilingualText(sentence(rule, values, .dutch), sentence(rule, values, .english))
  }
}

import Claims
import Journal
import Messages
import Quantities
import Region
import Rules

extension MessageIntake {
  /// What is told of a message, the first time and every time after it.
  func result(_ message: Message, _ judged: Judged) -> IntakeResult {
    let judgement = judged.judgement
    var findings = judgement.findings.map { finding in
      IntakeFinding(
        judges: finding.judges, code: finding.code, rule: finding.rule,
        path: finding.path.isEmpty ? Self.path(finding, in: message) : finding.path,
        text: finding.text)
    }
    if let claim = judged.claim { findings += Self.findings(claim, in: message) }
    let reply = ReplyMaker.reply(to: message, judgement, judged.claim).map { reply in
      ReplyFile(
        name: ReplyFile.name(message: reply.type.name, first: judged.first),
        bytes: MessageWriter.write(reply))
    }
    return IntakeResult(
      message: message.type.name, flow: judgement.flow, outcome: judgement.outcome,
      codes: Set(findings.map(\.code).filter { !$0.isEmpty }).sorted(), findings: findings,
      furtherFindings: judgement.furtherFindings, reply: reply, position: judged.last)
  }

  private static func path(_ finding: ToldFinding, in message: Message) -> String {
    guard let table = message.type.grammar.table(finding.judges),
      finding.row < message.count(table), table != .message
    else { return "/Bericht/\(finding.judges)" }
    return message.path(table, finding.row)
  }

  /// The findings about clients and lines of a claim, in the order of the message.
  private static func findings(_ claim: ClaimResult, in message: Message) -> [IntakeFinding] {
    guard let clients = message.type.grammar.table("Client"),
      let lines = message.type.grammar.table("Prestatie")
    else { return [] }
    var findings: [IntakeFinding] = []
    for (row, verdict) in claim.event.verdict.clients.enumerated() where !verdict.passes {
      for index in verdict.failed.indices {
        let rule = ClaimedClientRules.set.rules[index]
        findings.append(
          IntakeFinding(
            judges: rule.judges, code: rule.code?.description ?? "", rule: rule.id.description,
            path: message.path(clients, row), text: ClaimTexts.sentence(rule.id, [], .dutch)))
      }
    }
    for (row, receipt) in claim.event.verdict.receipts.enumerated()
    where receipt.isAssessed && !receipt.isApproved {
      for index in receipt.assessment.failed.indices {
        let rule = LineRules.set.rules[index]
        let summary = ClaimTexts.summary(of: rule.id, claim.event.notice.lines[row], receipt)
        findings.append(
          IntakeFinding(
            judges: rule.judges, code: rule.code?.description ?? "", rule: rule.id.description,
            path: message.path(lines, row), text: summary))
      }
    }
    return findings
  }
}

import Access
import Claims
import Journal
import Quantities
import Rules

/// What the rooms said of a message, in the region's own words.
struct RoomDecision {
  var outcome: Outcome
  var findings: [ToldFinding] = []
  var notAssessed: [MessageJudged.ClassPlace] = []
  var events: [RegionEvent] = []
}

extension RegionState {
  /// Judges a message: its header first, then what level 2 said of it, then what it says.
  func take(
    _ envelope: MessageEnvelope,
    _ content: MessageContent,
    on today: CivilDate
  ) -> [RegionEvent] {
    let decision = decide(envelope, content, on: today)
    let message = MessageJudged(
      envelope: envelope,
      outcome: decision.outcome,
      reply: reply(to: envelope, on: today),
      findings: decision.findings,
      furtherFindings: envelope.furtherLevelTwo,
      notAssessed: decision.notAssessed
    )
    return [.message(message)] + decision.events
  }

  private func decide(
    _ envelope: MessageEnvelope,
    _ content: MessageContent,
    on today: CivilDate
  ) -> RoomDecision {
    if !envelope.levelTwo.isEmpty {
      return RoomDecision(outcome: .rejectMessage, findings: envelope.levelTwo)
    }
    let header = HeaderCase(
      key: envelope.key,
      dated: envelope.dated,
      today: today,
      isKeyUsed: messages.contains(envelope.key),
      municipality: envelope.municipality,
      municipalityExists: envelope.municipalityExists
    )
    let assessment = HeaderRules.set.assess(header, on: LineRules.judgingDay(today))
    if !assessment.passes {
      let findings = HeaderRules.set.findings(assessment, of: header, row: 0)
      return RoomDecision(
        outcome: .rejectHeader,
        findings: findings.map { HeaderTexts.told($0) }
      )
    }
    let handling: Handling = envelope.flow == .sent ? .takenOver : .judged
    switch content {
    case .notRead: return RoomDecision(outcome: .accept)
    case .claim(let notice):
      return envelope.flow == .sent ? submit(notice) : judge(notice, on: today)
    case .claimAnswer(let notice): return judge(notice, envelope)
    case .answer(let notice): return judge(notice, envelope)
    case .allocations, .allocationRequest, .changeRequest, .requestAnswer, .starts, .stops:
      return judgeCare(content, envelope, handling, on: today)
    }
  }

  /// The number and day of our answer; nil when the message has none.
  ///
  /// The number is the place in the journal, so it is unique among our own, and it is moved on when
  /// a message that was taken over happens to have it.
  private func reply(to envelope: MessageEnvelope, on today: CivilDate) -> MessageJudged.Reply? {
    guard envelope.flow == .received, let message = envelope.replyMessage else { return nil }
    var number = head.position.rawValue + 1
    while true {
      let digits = String(number, radix: 36, uppercase: true)
      let identification =
        "R" + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
      let key = MessageKey(
        role: envelope.key.role,
        party: envelope.key.party,
        sender: envelope.key.party,
        message: message,
        identification: identification
      )
      if !messages.contains(key) {
        return MessageJudged.Reply(
          message: message,
          identification: identification,
          dated: today
        )
      }
      number += 1
    }
  }
}

extension RegionState {
  /// Judges an answer to a message: a refusal of one of our own annuls what that message brought.
  ///
  /// An answer that we gave ourselves, here or in another system, is only noted.
  private func judge(_ notice: ReturnNotice, _ envelope: MessageEnvelope) -> RoomDecision {
    guard envelope.flow == .received else { return RoomDecision(outcome: .accept) }
    guard let original = messages.record(of: notice.original, with: envelope.counterparty) else {
      return RoomDecision(
        outcome: .signal,
        findings: [AnswerTexts.unknownOriginal(notice.original.identification)]
      )
    }
    guard !notice.codes.isEmpty else { return RoomDecision(outcome: .accept) }
    let takesBack = !original.isMeantForAnother(notice.codes)
    let events =
      access.annulment(of: original.position).map { RegionEvent.access($0) }
      + deliveries.annulment(of: original.position).map { RegionEvent.delivery($0) }
    let told = AnswerTexts.refused(
      notice.original.identification,
      codes: notice.codes,
      takesBack: takesBack
    )
    return RoomDecision(outcome: .signal, findings: [told], events: takesBack ? events : [])
  }
}

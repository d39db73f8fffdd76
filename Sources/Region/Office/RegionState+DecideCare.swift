import Access
import Claims
import Commissioning
import Quantities
import Rules

extension RegionState {
  /// Judges a message about allocations, requests or deliveries.
  func judgeCare(
    _ content: MessageContent,
    _ envelope: MessageEnvelope,
    _ handling: Handling,
    on today: CivilDate
  ) -> RoomDecision {
    let facts = accessFacts(on: today)
    switch content {
    case .allocations(let notice):
      return room(access.judge(notice, facts: facts, handling: handling), envelope)
    case .allocationRequest(let request):
      return room(access.judge(request, facts: facts, handling: handling), envelope)
    case .changeRequest(let request):
      let known = observed(request)
      return room(access.judge(known, facts: facts, handling: handling), envelope)
    case .requestAnswer(let answer):
      return room(access.judge(answer, facts: facts, handling: handling), envelope)
    case .starts(let message):
      let decision = deliveries.judge(
        message,
        allocations: access.allocations,
        facts: facts,
        handling: handling
      )
      return room(decision, envelope)
    case .stops(let message):
      let decision = deliveries.judge(
        message,
        allocations: access.allocations,
        facts: facts,
        handling: handling
      )
      return room(decision, envelope)
    case .notRead, .claim, .claimAnswer, .answer: return RoomDecision(outcome: .accept)
    }
  }

  /// A change request with what the region knows of its client (TR304).
  private func observed(_ request: ChangeRequest) -> ChangeRequest {
    ChangeRequest(
      municipality: request.municipality,
      provider: request.provider,
      client: request.client,
      clientKnown: access.knows(client: request.client),
      dated: request.dated,
      reference: request.reference,
      change: request.change
    )
  }

  /// What judging allocations, requests and deliveries needs from outside their own books.
  func accessFacts(on today: CivilDate) -> AccessFacts {
    let state = self
    return AccessFacts(
      today: today,
      products: currentSettings.contract.productList,
      settings: currentSettings.access,
      hasApprovedLines: { state.ledger.hasStandingLines($0) },
      standing: { state.standing(towards: $0) }
    )
  }

  private func room(
    _ decision: Decision<AccessEvent>,
    _ envelope: MessageEnvelope
  ) -> RoomDecision {
    room(
      decision.findings.map { finding in
        ToldFinding(finding, text: AccessTexts.all.templates[finding.rule])
      },
      decision.notAssessed,
      decision.events.map { .access($0) },
      isRefused: decision.isRefused,
      envelope
    )
  }

  private func room(
    _ decision: Decision<DeliveryEvent>,
    _ envelope: MessageEnvelope
  ) -> RoomDecision {
    room(
      decision.findings.map { finding in
        ToldFinding(finding, text: DeliveryTexts.all.templates[finding.rule])
      },
      decision.notAssessed,
      decision.events.map { .delivery($0) },
      isRefused: decision.isRefused,
      envelope
    )
  }

  /// A received message is refused as a whole for one fault (OP286); of a message of our own the
  /// faults are only told.
  private func room(
    _ findings: [ToldFinding],
    _ notAssessed: [JudgedClass],
    _ events: [RegionEvent],
    isRefused: Bool,
    _ envelope: MessageEnvelope
  ) -> RoomDecision {
    let outcome: Outcome =
      if envelope.flow == .received, isRefused {
        .rejectClass
      } else if findings.isEmpty { .accept } else { .signal }
    return RoomDecision(
      outcome: outcome,
      findings: findings,
      notAssessed: notAssessed.map { MessageJudged.ClassPlace(judges: $0.judges, row: $0.row) },
      events: events
    )
  }
}

import Access
import Claims
import People
import Quantities
import Rules

extension RegionState {
  /// Judges a claim that a municipality received.
  func judge(_ notice: ClaimNotice, on today: CivilDate) -> RoomDecision {
    let settings = claimSettings(version: settingsVersion)
    let prices = prices(for: notice.provider, with: notice.municipality)
    let judge = ClaimJudge(
      allocations: access.allocations,
      ledger: ledger,
      prices: prices.list,
      settings: settings
    )
    let day = LineRules.judgingDay(today)
    let verdict = judge.judge(notice, on: day)
    guard verdict.claim.passes else {
      let subject = judge.claimCase(notice)
      let findings = ClaimRules.set.findings(verdict.claim, of: subject, row: 0)
      return RoomDecision(
        outcome: .rejectClaim,
        findings: findings.map { ClaimTexts.told($0) }
      )
    }
    let basis = ClaimBasis(
      day: day,
      ruleSets: ClaimBasis.currentRuleSets,
      priceList: prices.version,
      settings: settingsVersion
    )
    let outcome: Outcome =
      if verdict.clients.contains(where: { !$0.passes }) {
        .rejectClient
      } else if verdict.isWhole { .accept } else { .rejectLine }
    return RoomDecision(
      outcome: outcome,
      events: (prices.isNew ? [.pricesDerived(prices.list)] : [])
        + [.claim(.judged(ClaimJudged(notice: notice, verdict: verdict, basis: basis)))]
    )
  }

  /// The version of the choices that hold now.
  var settingsVersion: Int { settings.count - 1 }

  /// Takes over a claim that the provider whose records these are sent itself.
  func submit(_ notice: ClaimNotice) -> RoomDecision {
    let slots = notice.lines.map { line -> Int32 in
      let found = access.allocations.find(
        number: line.allocationNumber,
        municipality: notice.municipality
      )
      guard let found,
        access.allocations[found].belongs(
          to: notice.clients[Int(line.clientIndex)].key,
          at: notice.provider
        )
      else { return -1 }
      return found.slot
    }
    return RoomDecision(
      outcome: .accept,
      events: [.claim(.submitted(ClaimSubmitted(notice: notice, allocations: slots)))]
    )
  }
}

extension RegionState {
  /// Judges the answer to a claim: findings are told, and change nothing.
  ///
  /// A municipality that feeds back an answer of its own, from before it moved in, is told when
  /// that answer differs from what was judged here.
  func judge(_ notice: ClaimAnswerNotice, _ envelope: MessageEnvelope) -> RoomDecision {
    let isReceived = envelope.flow == .received
    let message = claimMessage(of: notice, envelope)
    let subject = ledger.answerCase(notice, message: message?.position) { client in
      // A municipality lists a client exactly because it does not know them.
      !isReceived || knows(client)
    }
    let assessment = ClaimAnswerRules.set.assess(
      subject,
      on: LineRules.judgingDay(envelope.dated)
    )
    guard assessment.passes else {
      let findings = ClaimAnswerRules.set.findings(assessment, of: subject, row: 0)
      return RoomDecision(outcome: .signal, findings: findings.map { ClaimTexts.told($0) })
    }
    guard isReceived else { return compare(notice, subject.claim) }
    guard let message else { return RoomDecision(outcome: .accept) }
    guard notice.refusal.isEmpty else { return refused(notice, message) }
    guard let row = ledger.claim(broughtBy: message.position), let claim = subject.claim,
      let awarded = notice.awarded
    else { return RoomDecision(outcome: .accept) }
    guard ledger.isAwaiting(claim: row) else { return repeated(claim, awarded) }
    let refused = ledger.refusedPlaces(notice, in: claim).compactMap { $0 }.sorted()
    let event = ClaimAnswered(
      message: message.position,
      provider: notice.provider,
      number: claim.number,
      refused: refused.map { Int32(truncatingIfNeeded: $0) },
      awarded: awarded
    )
    return RoomDecision(outcome: .accept, events: [.claim(.answered(event))])
  }

  /// The message that an answer says it answers, when it went between the same parties.
  private func claimMessage(
    of notice: ClaimAnswerNotice,
    _ envelope: MessageEnvelope
  ) -> MessageRecord? {
    let key = MessageKey(
      role: envelope.key.role,
      party: envelope.key.party,
      sender: notice.provider.description,
      message: envelope.claimMessage,
      identification: notice.claimIdentification
    )
    return messages.record(of: key, with: envelope.counterparty)
  }

  private func knows(_ client: ClientKey) -> Bool {
    access.knows(client: client) || deliveries.knows(client: client)
  }

  /// The claim was refused as a whole and counts as not sent: what it brought is taken back.
  private func refused(_ notice: ClaimAnswerNotice, _ message: MessageRecord) -> RoomDecision {
    let row = ledger.claim(broughtBy: message.position)
    let takesBack = !message.isMeantForAnother(notice.refusal)
    let isAwaiting = row.map { ledger.isAwaiting(claim: $0) } ?? false
    let told = AnswerTexts.refused(
      notice.claimIdentification,
      codes: notice.codes,
      takesBack: takesBack
    )
    return RoomDecision(
      outcome: .signal,
      findings: [told],
      events: takesBack && isAwaiting ? [.claim(.annulled(message: message.position))] : []
    )
  }

  /// A claim has one answer; another one changes nothing, and is told when it says otherwise.
  private func repeated(_ claim: ClaimRecord, _ awarded: Cents) -> RoomDecision {
    guard claim.awarded != awarded else { return RoomDecision(outcome: .accept) }
    return RoomDecision(
      outcome: .signal,
      findings: [
        AnswerTexts.otherAward(claim.number, theirs: awarded, ours: claim.awarded ?? .zero)
      ]
    )
  }

  /// Compares an answer of our own, from another system, with what was judged here.
  private func compare(_ notice: ClaimAnswerNotice, _ claim: ClaimRecord?) -> RoomDecision {
    guard let claim, let judged = claim.awarded, let awarded = notice.awarded, judged != awarded
    else { return RoomDecision(outcome: .accept) }
    return RoomDecision(
      outcome: .signal,
      findings: [AnswerTexts.otherAward(claim.number, theirs: awarded, ours: judged)]
    )
  }
}

extension MessageEnvelope {
  /// The name of the claim message of the same standard: `WMO323` for a `WMO325`.
  var claimMessage: String { String(key.message.dropLast(3)) + "323" }
}

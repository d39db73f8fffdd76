package import Access
import Quantities
import Rules

extension DeliveryBook {
  /// Judges a start message and says what it brings (iWmo 3.2 bericht 305).
  ///
  /// Deletions are judged first, each row with the effect of those before it, so that what was
  /// wrong can be taken back and given anew in one message (IV008).
  package func judge(
    _ message: StartMessage,
    allocations: AllocationBook,
    facts: AccessFacts,
    handling: Handling = .judged
  ) -> Decision<DeliveryEvent> {
    var draft = self
    let parties = message.parties
    return Self.decide(message.products.map(\.submission), handling: handling) { row in
      let product = message.products[row]
      let subject = StartCase(
        product: product,
        allocation: allocations.allocation(product.key.number, of: parties),
        same: draft.find(product.key, of: parties),
        running: draft.running(like: product.key, of: parties),
        isTwiceInMessage: message.products.indices.contains {
          $0 != row && message.products[$0].key == product.key
        },
        facts: facts
      )
      let rules = StartRules.starts
      let assessment = rules.assess(subject, on: StandardRelease.judgingDay(facts.today))
      let findings = rules.findings(assessment, of: subject, row: row)
      guard handling.takes(findings) else { return (findings, nil) }
      let event: DeliveryEvent =
        switch product.submission {
        case .first: .started(parties, product.key, allocationFrom: product.allocationFrom)
        case .deletion: .startDeleted(parties, product.key)
        }
      draft.evolve(event, at: 0)
      return (findings, event)
    }
  }

  /// Judges a stop message and says what it brings (iWmo 3.2 bericht 307).
  ///
  /// Deletions are judged first, each row with the effect of those before it.
  package func judge(
    _ message: StopMessage,
    allocations: AllocationBook,
    facts: AccessFacts,
    handling: Handling = .judged
  ) -> Decision<DeliveryEvent> {
    var draft = self
    let parties = message.parties
    return Self.decide(message.products.map(\.submission), handling: handling) { row in
      let product = message.products[row]
      let subject = StopCase(
        product: product,
        allocation: allocations.allocation(product.key.start.number, of: parties),
        current: draft.current(for: product.key.start, of: parties),
        isKnown: draft.hasStop(product.key, of: parties),
        isTwiceInMessage: message.products.indices.contains {
          $0 != row && message.products[$0].key == product.key
        },
        facts: facts
      )
      let rules = StopRules.stops
      let assessment = rules.assess(subject, on: StandardRelease.judgingDay(facts.today))
      let findings = rules.findings(assessment, of: subject, row: row)
      guard handling.takes(findings) else { return (findings, nil) }
      let event: DeliveryEvent =
        switch product.submission {
        case .first: .stopped(parties, product.key)
        case .deletion: .stopDeleted(parties, product.key)
        }
      draft.evolve(event, at: 0)
      return (findings, event)
    }
  }

  /// Judges the rows in their order, deletions first; one fault of a received message undoes all.
  private static func decide(
    _ submissions: [Submission],
    handling: Handling,
    _ judge: (Int) -> ([Finding], DeliveryEvent?)
  ) -> Decision<DeliveryEvent> {
    var decision = Decision<DeliveryEvent>()
    let order =
      submissions.indices.filter { submissions[$0] == .deletion }
      + submissions.indices.filter { submissions[$0] == .first }
    for row in order {
      let (findings, event) = judge(row)
      decision.findings += findings
      if let event { decision.events.append(event) }
    }
    // Rows are reported in the order of the message, and the rules of a row in their own.
    decision.findings = submissions.indices.flatMap { row in
      decision.findings.filter { $0.row == row }
    }
    if handling == .judged && decision.isRefused { decision.events = [] }
    return decision
  }
}

extension DeliveryBook {
  /// The delivery of the same support that is neither stopped nor deleted.
  private func running(like key: StartKey, of parties: DeliveryParties) -> Delivery? {
    deliveries(of: parties, like: key).first { $0.state == .started }
  }

  /// The delivery that a stop must be about.
  ///
  /// More than one can run after the stop of an earlier one was deleted; then the one with the key
  /// is meant.
  private func current(for key: StartKey, of parties: DeliveryParties) -> Delivery? {
    let deliveries = deliveries(of: parties, like: key)
    let running = deliveries.filter { $0.state == .started }
    return running.first { $0.key == key } ?? running.last ?? deliveries.last
  }

  private func hasStop(_ key: StopKey, of parties: DeliveryParties) -> Bool {
    guard let delivery = find(key.start, of: parties) else { return false }
    return delivery.liveStops.contains { $0.reason == key.reason && $0.end == key.end }
  }
}

extension AllocationBook {
  /// The allocation with a number when it is the client's with the provider.
  fileprivate func allocation(_ number: Int64?, of parties: DeliveryParties) -> Allocation? {
    guard let number, let id = find(number: number, municipality: parties.municipality) else {
      return nil
    }
    let allocation = self[id]
    return allocation.belongs(to: parties.client, at: parties.provider) ? allocation : nil
  }
}

extension Handling {
  /// Whether a row with these findings has its effect.
  ///
  /// What was sent by ourselves has it even when its allocation or its product code is not known
  /// here, since a move may bring starts without their allocations.
  fileprivate func takes(_ findings: [Finding]) -> Bool {
    switch self {
    case .judged: findings.isEmpty
    case .takenOver: findings.allSatisfy { $0.rule == "TR019" || $0.rule == "TR381" }
    }
  }
}

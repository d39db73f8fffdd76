import Quantities
import Rules

extension AccessState {
  /// Judges a change request and says what it brings (iWmo 3.2 bericht 317).
  ///
  /// When the client is not known nothing below can be judged.
  package func judge(
    _ message: ChangeRequest,
    facts: AccessFacts,
    handling: Handling = .judged
  ) -> Decision<AccessEvent> {
    let day = StandardRelease.judgingDay(facts.today)
    let clients = ChangeRequestRules.clients
    let known = clients.assess(message, on: day)
    var decision = Decision<AccessEvent>(findings: clients.findings(known, of: message, row: 0))
    let subject = changeCase(message, facts: facts)
    if known.passes {
      decision.findings += openRequestFindings(message, facts: facts, day: day)
      let rules = ChangeRequestRules.requests
      decision.findings += rules.findings(rules.assess(subject, on: day), of: subject, row: 0)
      decision.findings += productFindings(message, facts: facts, day: day)
    } else {
      decision.notAssessed = message.change.classes
    }
    let takes =
      handling == .takenOver ? subject.sameReference == nil : !decision.isRefused
    if takes { decision.events = [.requestReceived(SupportRequest(message))] }
    return decision
  }

  private func openRequestFindings(
    _ message: ChangeRequest,
    facts: AccessFacts,
    day: CivilDate
  ) -> [Finding] {
    let onClient = facts.settings.openRequestClass == .client
    let rules = RequestRules.openRequests(
      judges: onClient ? ChangeRequestRules.clientClass : ChangeRequestRules.requestClass
    )
    let subject = NewRequestCase(
      open: requests.openRequest(of: message.client, by: message.provider)
    )
    return rules.findings(rules.assess(subject, on: day), of: subject, row: 0)
  }

  private func productFindings(
    _ message: ChangeRequest,
    facts: AccessFacts,
    day: CivilDate
  ) -> [Finding] {
    var findings: [Finding] = []
    for (row, number) in message.change.unchanged.enumerated() {
      let rules = ChangedProductRules.unchanged
      let subject = UnchangedProductCase(
        number: number,
        allocation: currentAllocation(number, message, on: facts.today)
      )
      findings += rules.findings(rules.assess(subject, on: day), of: subject, row: row)
    }
    for (row, product) in message.change.changed.enumerated() {
      let rules = ChangedProductRules.changed
      let subject = ChangedProductCase(
        product: product,
        dated: message.dated,
        allocation: currentAllocation(product.number, message, on: facts.today)
      )
      findings += rules.findings(rules.assess(subject, on: day), of: subject, row: row)
    }
    for (row, terms) in message.change.new.enumerated() {
      let rules = ChangedProductRules.new
      let subject = NewProductCase(terms: terms, products: facts.products)
      findings += rules.findings(rules.assess(subject, on: day), of: subject, row: row)
    }
    return findings
  }

  private func changeCase(_ message: ChangeRequest, facts: AccessFacts) -> ChangeRequestCase {
    let current = allocations.allocations(of: message.client, with: message.provider)
      .map { allocations[$0] }
      .filter { $0.municipality == message.municipality && $0.isCurrent(on: facts.today) }
    return ChangeRequestCase(
      request: message,
      sameReference: requests.find(reference: message.reference, provider: message.provider),
      current: current.map(\.number),
      wished: wishedSpans(message, on: facts.today),
      facts: facts
    )
  }

  /// The products of the wished situation with their times.
  private func wishedSpans(_ message: ChangeRequest, on day: CivilDate) -> [ProductSpan] {
    var spans = message.change.unchanged.compactMap { number in
      currentAllocation(number, message, on: day).flatMap { ProductSpan($0.current.terms) }
    }
    for product in message.change.changed {
      guard let terms = currentAllocation(product.number, message, on: day)?.current.terms,
        let span = ProductSpan(
          category: terms.category,
          code: terms.code,
          from: product.from,
          through: product.through
        )
      else { continue }
      spans.append(span)
    }
    return spans + message.change.new.compactMap { ProductSpan($0) }
  }

  /// The allocation with a number when it is a current one of the client with the provider.
  private func currentAllocation(
    _ number: Int64,
    _ message: ChangeRequest,
    on day: CivilDate
  ) -> Allocation? {
    guard let id = allocations.find(number: number, municipality: message.municipality) else {
      return nil
    }
    let allocation = allocations[id]
    let isTheirs = allocation.belongs(to: message.client, at: message.provider)
    return isTheirs && allocation.isCurrent(on: day) ? allocation : nil
  }
}

extension RequestedChange {
  /// The classes of the message, from the request down.
  fileprivate var classes: [JudgedClass] {
    [JudgedClass(ChangeRequestRules.requestClass, row: 0)]
      + unchanged.indices.map { JudgedClass(ChangedProductRules.unchangedClass, row: $0) }
      + changed.indices.map { JudgedClass(ChangedProductRules.changedClass, row: $0) }
      + new.indices.map { JudgedClass(ChangedProductRules.newClass, row: $0) }
  }
}

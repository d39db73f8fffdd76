import Quantities
import Rules

extension AccessState {
  /// Judges a request for allocation and says what it brings (iWmo 3.2 bericht 315).
  package func judge(
    _ message: AllocationRequest,
    facts: AccessFacts,
    handling: Handling = .judged
  ) -> Decision<AccessEvent> {
    let day = StandardRelease.judgingDay(facts.today)
    var decision = Decision<AccessEvent>()
    let open = NewRequestCase(open: requests.openRequest(of: message.client, by: message.provider))
    let onClient = facts.settings.openRequestClass == .client
    let openRules = RequestRules.openRequests(
      judges: onClient ? RequestRules.clientClass : RequestRules.productClass
    )
    let opening = openRules.assess(open, on: day)
    if onClient { decision.findings += openRules.findings(opening, of: open, row: 0) }
    var events: [AccessEvent] = []
    for (row, product) in message.products.enumerated() {
      let subject = RequestedProductCase(
        product: product,
        provider: message.provider,
        sameReference: requests.find(reference: product.reference, provider: message.provider),
        facts: facts
      )
      if !onClient { decision.findings += openRules.findings(opening, of: open, row: row) }
      let rules = RequestRules.products
      decision.findings += rules.findings(rules.assess(subject, on: day), of: subject, row: row)
      if subject.sameReference == nil {
        events.append(.requestReceived(SupportRequest(message, product)))
      }
    }
    if handling == .takenOver || !decision.isRefused { decision.events = events }
    return decision
  }

  /// Judges the answer to a request and says what it brings (iWmo 3.2 bericht 319).
  package func judge(
    _ message: RequestAnswer,
    facts: AccessFacts,
    handling: Handling = .judged
  ) -> Decision<AccessEvent> {
    let rules = AnswerRules.answers
    let subject = AnswerCase(
      answer: message,
      request: requests.find(reference: message.reference, provider: message.provider)
    )
    let assessment = rules.assess(subject, on: StandardRelease.judgingDay(facts.today))
    var decision = Decision<AccessEvent>(
      findings: rules.findings(assessment, of: subject, row: 0)
    )
    // Every finding here says that the request cannot take the answer, so nothing is taken over.
    if !decision.isRefused { decision.events = [.requestAnswered(message)] }
    return decision
  }
}

extension SupportRequest {
  init(_ message: AllocationRequest, _ product: RequestedProduct) {
    self.init(
      municipality: message.municipality,
      provider: message.provider,
      client: message.client,
      reference: product.reference,
      dated: message.dated,
      content: .allocation(product)
    )
  }

  init(_ message: ChangeRequest) {
    self.init(
      municipality: message.municipality,
      provider: message.provider,
      client: message.client,
      reference: message.reference,
      dated: message.dated,
      content: .change(message.change)
    )
  }
}

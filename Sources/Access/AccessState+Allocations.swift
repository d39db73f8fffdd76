import Quantities
import Rules

extension AccessState {
  /// Judges an allocation message and says what it brings (iWmo 3.2 bericht 301).
  ///
  /// A version that is known already brings nothing. References of requests are honoured once for
  /// the whole message: a request for allocation by its own product, a change request by all.
  package func judge(
    _ notice: AllocationNotice,
    facts: AccessFacts,
    handling: Handling = .judged
  ) -> Decision<AccessEvent> {
    let rules = AllocationRules.products
    let day = StandardRelease.judgingDay(facts.today)
    var decision = Decision<AccessEvent>()
    var recorded: [AllocationRecorded] = []
    var honoured: [(reference: String, allocations: [Int64])] = []
    for (row, product) in notice.products.enumerated() {
      let subject = subject(product, in: notice, facts: facts)
      let findings = rules.findings(rules.assess(subject, on: day), of: subject, row: row)
      decision.findings += findings
      decision.findings += agreementFindings(
        of: AllocationRecorded(notice, product),
        facts: facts,
        row: row
      )
      // What was sent stands, except under a number that is another's.
      if findings.contains(where: { $0.rule == "TR332" }) { continue }
      if subject.known == nil {
        recorded.append(AllocationRecorded(notice, product))
      }
      guard let reference = product.providerReference,
        !findings.contains(where: { $0.rule == "TR379" })
      else { continue }
      if let place = honoured.firstIndex(where: { $0.reference == reference }) {
        honoured[place].allocations.append(product.number)
      } else {
        honoured.append((reference, [product.number]))
      }
    }
    if handling == .judged && decision.isRefused { return decision }
    decision.events = recorded.map { .allocationRecorded($0) }
    decision.events += honoured.map { entry in
      .requestHonoured(
        RequestHonoured(
          provider: notice.provider,
          reference: entry.reference,
          allocations: entry.allocations
        )
      )
    }
    return decision
  }

  private func subject(
    _ product: AllocatedProduct,
    in notice: AllocationNotice,
    facts: AccessFacts
  ) -> AllocatedProductCase {
    let id = allocations.find(number: product.number, municipality: notice.municipality)
    // Asking for claim lines may cost; only a deletion needs to know.
    let asksForLines = product.changeReason == .deleted
    return AllocatedProductCase(
      product: product,
      notice: notice,
      existing: id.map { allocations[$0] },
      request: product.providerReference.flatMap {
        requests.find(reference: $0, provider: notice.provider)
      },
      facts: facts,
      hasApprovedLines: asksForLines && (id.map(facts.hasApprovedLines) ?? false)
    )
  }
}

extension AllocationRecorded {
  init(_ notice: AllocationNotice, _ product: AllocatedProduct) {
    self.init(
      municipality: notice.municipality,
      provider: notice.provider,
      client: notice.client,
      product: product
    )
  }
}

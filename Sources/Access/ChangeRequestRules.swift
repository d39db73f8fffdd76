import Quantities
package import Rules

/// A change request as a whole, with what was known before the message.
package struct ChangeRequestCase: Sendable {
  package let request: ChangeRequest
  /// The request that has the reference already.
  package let sameReference: RequestRecord?
  /// The numbers of the client's current allocations with the provider.
  package let current: [Int64]
  /// The products of the wished situation, as far as their allocations are known.
  package let wished: [ProductSpan]
  package let facts: AccessFacts

  /// The first current allocation that the request leaves out.
  var missing: Int64? {
    let named = Set(request.change.unchanged + request.change.changed.map(\.number))
    return current.first { !named.contains($0) }
  }

  /// The first two products that are the same at the same time.
  var stacked: (ProductSpan, ProductSpan)? {
    for (place, span) in wished.enumerated() {
      for other in wished[(place + 1)...]
      where span.stacks(on: other, exempt: facts.settings.overlapExempt) {
        return (span, other)
      }
    }
    return nil
  }
}

/// The rules of levels 3 and 4 for a change request as a whole.
///
/// - Dutch term: technische regels (iWmo 3.2 bericht 317)
package enum ChangeRequestRules {
  package static let clientClass = "Client"
  package static let requestClass = "Verzoek"

  package static let clients = RuleSet<ChangeRequest>(
    version: "iwmo-3.2/317-client/1",
    rules: [knownClient]
  )

  package static let requests = RuleSet<ChangeRequestCase>(
    version: "iwmo-3.2/317-verzoek/1",
    rules: [newReference, complete, noStacking]
  )

  private static let knownClient = Rule<ChangeRequest>.standard(
    "TR304",
    code: "8187",
    judges: clientClass,
    choice: "A client is known for whom something was allocated or asked before the message came.",
    check: { .of($0.clientKnown) },
    compared: { _ in [ComparedValue("client", .sealed)] }
  )

  private static let newReference = Rule<ChangeRequestCase>.standard(
    "TR347",
    code: "9347",
    judges: requestClass,
    choice: UniqueReference.choice,
    check: { .of($0.sameReference == nil) },
    compared: { UniqueReference.compared($0.request.reference, $0.sameReference) }
  )

  private static let complete = Rule<ChangeRequestCase>.standard(
    "TR349",
    code: "9349",
    judges: requestClass,
    check: { .of($0.missing == nil) },
    compared: { [.allocation($0.missing), .date("today", $0.facts.today)] }
  )

  private static let noStacking = Rule<ChangeRequestCase>.standard(
    "TR361",
    code: "9361",
    judges: requestClass,
    choice: """
      A changed product counts from the day that the change is wished, with the product of its \
      allocation; one whose allocation is not current is left out, since TR350 or TR351 refuses it.
      """,
    check: { .of($0.stacked == nil) },
    compared: { subject in
      let pair = subject.stacked
      return [
        .code("category", pair?.0.category?.description),
        .code("productCode", pair?.0.code?.description),
        .date("from", pair?.0.period.first),
        .date("otherFrom", pair?.1.period.first),
      ]
    }
  )
}

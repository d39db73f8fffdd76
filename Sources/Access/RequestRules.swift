import Commissioning
package import Quantities
package import Rules

/// Whether a client may be the subject of a new request.
package struct NewRequestCase: Sendable {
  /// A request of the same client by the same provider that is not decided yet.
  package let open: RequestRecord?
}

/// A product that a provider asks for, with what was known before the message.
package struct RequestedProductCase: Sendable {
  package let product: RequestedProduct
  package let provider: ProviderCode
  /// The request that has the reference already.
  package let sameReference: RequestRecord?
  package let facts: AccessFacts
}

/// The rules of levels 3 and 4 for a request for allocation.
///
/// - Dutch term: technische regels (iWmo 3.2 bericht 315)
package enum RequestRules {
  package static let clientClass = "Client"
  package static let productClass = "AangevraagdProduct"

  package static let products = RuleSet<RequestedProductCase>(
    version: "iwmo-3.2/315-aangevraagdproduct/1",
    rules: [newReference, knownProduct]
  )

  /// The rule on a client with a request that is still open; `judges` takes the code.
  package static func openRequests(judges: String) -> RuleSet<NewRequestCase> {
    RuleSet(
      version: "iwmo-3.2/verzoek-\(judges.lowercased())/1",
      rules: [noOpenRequest(judges: judges)]
    )
  }

  private static func noOpenRequest(judges: String) -> Rule<NewRequestCase> {
    .standard(
      "TR374",
      code: "9374",
      judges: judges,
      choice: """
        The standard names no class for the code; the setting openRequestClass puts it on Client \
        or on the request. Open means pending or under investigation.
        """,
      check: { .of($0.open == nil) },
      compared: { subject in
        [
          .code("openReference", subject.open?.request.reference),
          .date("openSince", subject.open?.request.dated),
        ]
      }
    )
  }

  private static let newReference = Rule<RequestedProductCase>.standard(
    "TR347",
    code: "9347",
    judges: productClass,
    choice: UniqueReference.choice,
    check: { .of($0.sameReference == nil) },
    compared: { UniqueReference.compared($0.product.reference, $0.sameReference) }
  )

  private static let knownProduct = Rule<RequestedProductCase>.standard(
    "TR381",
    code: "S329",
    level: 4,
    judges: productClass,
    choice: ProductList.choice,
    check: { $0.facts.products.outcome($0.product.terms.code, $0.product.terms.category) },
    compared: { ProductList.compared($0.product.terms.code, $0.product.terms.category) }
  )
}

/// What the rule on references has in common for both kinds of request.
enum UniqueReference {
  static let choice = "A request that was refused leaves its reference free."

  static func compared(_ reference: String, _ used: RequestRecord?) -> [ComparedValue] {
    [
      .code("providerReference", reference),
      .date("usedOn", used?.request.dated),
    ]
  }
}

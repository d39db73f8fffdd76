import Commissioning
package import Access
package import Rules

/// A row of a start message with what was known before it, earlier rows of the message included.
package struct StartCase: Sendable {
  package let product: StartProduct
  /// The allocation that has the number, when it is the client's with the provider.
  package let allocation: Allocation?
  /// The standing delivery with the same key.
  package let same: Delivery?
  /// The delivery of the same support that is neither stopped nor deleted.
  package let running: Delivery?
  /// Whether another row of the message has the same key.
  package let isTwiceInMessage: Bool
  package let facts: AccessFacts

  var isDeletion: Bool { product.submission == .deletion }
}

/// The rules of levels 3 and 4 for a start message.
///
/// - Dutch term: technische regels (iWmo 3.2 bericht 305)
package enum StartRules {
  package static let startClass = "StartProduct"

  package static let starts = RuleSet<StartCase>(
    version: "iwmo-3.2/305-startproduct/1",
    rules: [allocated, nothingToDelete, alreadyStopped, newKey, nothingRunning, knownProduct]
  )

  private static let allocated = Rule<StartCase>.standard(
    "TR019",
    code: "9019",
    judges: startClass,
    choice: """
      A deleted allocation counts as never sent. Without a number the start is one of the task \
      variant, which the setting deliveryWithoutAllocation allows.
      """,
    check: { subject in
      if subject.isDeletion { return .notApplicable }
      if subject.product.key.number == nil {
        return .of(subject.facts.settings.deliveryWithoutAllocation)
      }
      return .of(subject.allocation.map { !$0.isDeleted } ?? false)
    },
    compared: { [.allocation($0.product.key.number)] }
  )

  private static let nothingToDelete = Rule<StartCase>.standard(
    "TR063",
    code: "9063",
    judges: startClass,
    check: { subject in
      subject.isDeletion ? .of(subject.same != nil) : .notApplicable
    },
    compared: { key($0) }
  )

  private static let alreadyStopped = Rule<StartCase>.standard(
    "TR071",
    code: "9071",
    judges: startClass,
    choice: "A stop that was itself deleted does not count.",
    dependsOn: ["TR063"],
    check: { subject in
      guard subject.isDeletion, let same = subject.same else { return .notApplicable }
      return .of(same.liveStops.isEmpty)
    },
    compared: { key($0) + [.date("end", $0.same?.end)] }
  )

  private static let newKey = Rule<StartCase>.standard(
    "TR074",
    code: "9074",
    judges: startClass,
    choice: """
      A deletion and a new start in one message must differ in a key field (IV008): a key that \
      stands twice in the message is not new.
      """,
    check: { subject in
      if subject.isDeletion { return .notApplicable }
      return .of(subject.same == nil && !subject.isTwiceInMessage)
    },
    compared: { key($0) }
  )

  private static let nothingRunning = Rule<StartCase>.standard(
    "TR326",
    code: "9326",
    judges: startClass,
    choice: """
      A temporary stop ends the current start as well. Without a number, starts of the same \
      product are compared.
      """,
    dependsOn: ["TR019"],
    check: { subject in
      subject.isDeletion ? .notApplicable : .of(subject.running == nil)
    },
    compared: { key($0) + [.date("currentBegin", $0.running?.key.begin)] }
  )

  private static let knownProduct = Rule<StartCase>.standard(
    "TR381",
    code: "S329",
    level: 4,
    judges: startClass,
    choice: "The same as for the allocation message.",
    check: { subject in
      if subject.isDeletion { return .notApplicable }
      return subject.facts.products.outcome(subject.product.key.code, subject.product.key.category)
    },
    compared: { ProductList.compared($0.product.key.code, $0.product.key.category) }
  )

  private static func key(_ subject: StartCase) -> [ComparedValue] {
    [
      .allocation(subject.product.key.number),
      .date("begin", subject.product.key.begin),
    ]
  }
}

import Commissioning
package import Access
package import Rules

/// A row of a stop message with what was known before it, earlier rows of the message included.
package struct StopCase: Sendable {
  package let product: StopProduct
  /// The allocation that has the number, when it is the client's with the provider.
  package let allocation: Allocation?
  /// The current delivery of the support that the stop is about.
  package let current: Delivery?
  /// Whether a stop with the same key stands already.
  package let isKnown: Bool
  /// Whether another row of the message has the same key.
  package let isTwiceInMessage: Bool
  package let facts: AccessFacts

  var isDeletion: Bool { product.submission == .deletion }

  /// The current delivery when the stop carries its key fields.
  var target: Delivery? { current?.key == product.key.start ? current : nil }
}

/// The rules of levels 3 and 4 for a stop message.
///
/// - Dutch term: technische regels (iWmo 3.2 bericht 307)
package enum StopRules {
  package static let stopClass = "StopProduct"

  package static let stops = RuleSet<StopCase>(
    version: "iwmo-3.2/307-stopproduct/1",
    rules: [
      allocated, nothingToDelete, newKey, ofCurrentStart, oneTemporary, notAfterFinal, notEarlier,
      knownProduct,
    ]
  )

  private static let allocated = Rule<StopCase>.standard(
    "TR019",
    code: "9019",
    judges: stopClass,
    choice: """
      A stop on an allocation that was deleted after the start is taken when the setting \
      stopOnDeletedAllocation says so, because what was started by message is stopped by message \
      (OP288). Without a number see the start.
      """,
    check: { subject in
      if subject.isDeletion { return .notApplicable }
      let settings = subject.facts.settings
      if subject.product.key.start.number == nil { return .of(settings.deliveryWithoutAllocation) }
      guard let allocation = subject.allocation else { return .fails }
      return .of(!allocation.isDeleted || settings.stopOnDeletedAllocation)
    },
    compared: { [.allocation($0.product.key.start.number)] }
  )

  private static let nothingToDelete = Rule<StopCase>.standard(
    "TR063",
    code: "9063",
    judges: stopClass,
    check: { $0.isDeletion ? .of($0.isKnown) : .notApplicable },
    compared: { key($0) }
  )

  private static let newKey = Rule<StopCase>.standard(
    "TR074",
    code: "9074",
    judges: stopClass,
    choice: """
      A deletion and a new stop in one message must differ in a key field (IV008): a key that \
      stands twice in the message is not new.
      """,
    check: { subject in
      if subject.isDeletion { return .notApplicable }
      return .of(!subject.isKnown && !subject.isTwiceInMessage)
    },
    compared: { key($0) }
  )

  private static let ofCurrentStart = Rule<StopCase>.standard(
    "TR382",
    code: "9069",
    judges: stopClass,
    choice: """
      The current start is the one that still runs, else the last one that became known (OP155); \
      its key fields are number, product and begin.
      """,
    dependsOn: ["TR019"],
    check: { $0.isDeletion ? .notApplicable : .of($0.target != nil) },
    compared: { key($0) + [.date("currentBegin", $0.current?.key.begin)] }
  )

  private static let oneTemporary = Rule<StopCase>.standard(
    "TR413",
    code: "9413",
    judges: stopClass,
    dependsOn: ["TR382"],
    check: { subject in
      guard !subject.isDeletion, subject.product.key.reason == .temporary,
        let target = subject.target
      else { return .notApplicable }
      return .of(!target.liveStops.contains { $0.reason == .temporary })
    },
    compared: { key($0) + [.date("currentEnd", $0.target?.end)] }
  )

  private static let notAfterFinal = Rule<StopCase>.standard(
    "TR415",
    code: "9415",
    judges: stopClass,
    dependsOn: ["TR382"],
    check: { subject in
      guard !subject.isDeletion, let target = subject.target else { return .notApplicable }
      return .of(target.state != .stopped)
    },
    compared: { key($0) + [.date("currentEnd", $0.target?.end)] }
  )

  private static let notEarlier = Rule<StopCase>.standard(
    "TR414",
    code: "9414",
    judges: stopClass,
    choice: "After a final stop no other is compared with it: TR415 refuses every one.",
    dependsOn: ["TR415"],
    check: { subject in
      guard !subject.isDeletion, let end = subject.target?.end else { return .notApplicable }
      return .of(end <= subject.product.key.end)
    },
    compared: { key($0) + [.date("currentEnd", $0.target?.end)] }
  )

  private static let knownProduct = Rule<StopCase>.standard(
    "TR381",
    code: "S329",
    level: 4,
    judges: stopClass,
    choice: "The same as for the allocation message.",
    check: { subject in
      if subject.isDeletion { return .notApplicable }
      let key = subject.product.key.start
      return subject.facts.products.outcome(key.code, key.category)
    },
    compared: { ProductList.compared($0.product.key.start.code, $0.product.key.start.category) }
  )

  private static func key(_ subject: StopCase) -> [ComparedValue] {
    [
      .allocation(subject.product.key.start.number),
      .date("begin", subject.product.key.start.begin),
      .date("end", subject.product.key.end),
    ]
  }
}

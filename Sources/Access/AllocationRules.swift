package import Commissioning
package import Quantities
package import Rules

/// A product of an allocation message with what was known before the message.
package struct AllocatedProductCase: Sendable {
  package let product: AllocatedProduct
  package let notice: AllocationNotice
  /// The allocation that has the number now.
  package let existing: Allocation?
  /// The request with the provider's reference, when there is a reference and a request.
  package let request: RequestRecord?
  package let facts: AccessFacts
  /// Whether claim lines on the existing allocation were approved and not credited since.
  package let hasApprovedLines: Bool

  /// The version that has the same moment of decision, of the same client at the same provider.
  package var known: AllocationVersion? {
    guard let existing, existing.belongs(to: notice.client, at: notice.provider) else { return nil }
    return existing.version(decided: product.decided)
  }

  /// Whether the same version is sent again.
  ///
  /// The provider's reference is not compared: it tells which request the message honours, also
  /// where an allocation stays as it was (IV093). A reason is given only when something changed
  /// since the version was sent before (IV099), so an absent one is no other content.
  package var isRepeat: Bool {
    guard let known, known.terms == product.terms else { return false }
    return product.changeReason == nil || product.changeReason == known.changeReason
  }
}

/// The rules of levels 3 and 4 for the products of an allocation message.
///
/// - Dutch term: technische regels (iWmo 3.2 bericht 301)
package enum AllocationRules {
  /// The class that the rules judge.
  package static let productClass = "ToegewezenProduct"

  package static let products = RuleSet<AllocatedProductCase>(
    version: "iwmo-3.2/301-toegewezenproduct/1",
    rules: [uniqueNumber, referenceOnce, knownProduct, noApprovedLines, oneContentPerMoment]
  )

  private static let uniqueNumber = Rule<AllocatedProductCase>.standard(
    "TR332",
    code: "9332",
    judges: productClass,
    choice: "An allocation of which every message was refused leaves its number free.",
    check: { subject in
      guard let existing = subject.existing else { return .holds }
      return .of(existing.belongs(to: subject.notice.client, at: subject.notice.provider))
    },
    compared: { subject in
      [
        .allocation(subject.product.number),
        .code("provider", subject.notice.provider.description),
        .code("existingProvider", subject.existing?.provider.description),
        ComparedValue("client", .sealed),
      ]
    }
  )

  private static let referenceOnce = Rule<AllocatedProductCase>.standard(
    "TR379",
    code: "9379",
    judges: productClass,
    choice: """
      Filled correctly means: the reference of a request of this provider for this client that is \
      still open before the message.
      """,
    check: { subject in
      guard subject.product.providerReference != nil else { return .notApplicable }
      guard let record = subject.request else { return .fails }
      return .of(
        record.state.isOpen && record.request.client == subject.notice.client
          && record.request.municipality == subject.notice.municipality
      )
    },
    compared: { subject in
      [
        .allocation(subject.product.number),
        .code("providerReference", subject.product.providerReference),
        .code("requestState", subject.request?.state.rawValue),
      ]
    }
  )

  private static let knownProduct = Rule<AllocatedProductCase>.standard(
    "TR381",
    code: "S329",
    level: 4,
    judges: productClass,
    choice: ProductList.choice,
    check: { subject in
      subject.facts.products.outcome(subject.product.terms.code, subject.product.terms.category)
    },
    compared: { subject in
      ProductList.compared(subject.product.terms.code, subject.product.terms.category)
    }
  )

  private static let noApprovedLines = Rule<AllocatedProductCase>.standard(
    "TR385",
    code: "9385",
    judges: productClass,
    dependsOn: ["TR332"],
    check: { subject in
      guard subject.product.changeReason == .deleted, !subject.isRepeat else {
        return .notApplicable
      }
      return .of(!subject.hasApprovedLines)
    },
    compared: { subject in
      [
        .allocation(subject.product.number),
        .code("changeReason", subject.product.changeReason?.code),
      ]
    }
  )

  /// A signal: the standard gives no code, and the version that came first stands.
  private static let oneContentPerMoment = Rule<AllocatedProductCase>.standard(
    "IV013",
    code: nil,
    judges: productClass,
    choice: """
      A version is named by its date and time of decision; when it comes again with another \
      content, what came first stands.
      """,
    dependsOn: ["TR332"],
    check: { subject in
      subject.known == nil ? .notApplicable : .of(subject.isRepeat)
    },
    compared: { subject in
      [
        .allocation(subject.product.number),
        .date("decidedOn", subject.product.decided.on),
        .code("decidedAt", subject.product.decided.at.description),
      ]
    }
  )
}

extension ProductList {
  /// The interpretation of TR381.
  static let choice = """
    The first two characters of a code are its category, or the region's own list says which it \
    is.
    """

  /// What TR381 says of a product; nothing of one without a code.
  package func outcome(_ code: ProductCode?, _ category: ProductCategory?) -> RuleOutcome {
    guard let code else { return .notApplicable }
    return .of(category.map { fits(code, in: $0) } ?? false)
  }

  /// What TR381 compared.
  package static func compared(
    _ code: ProductCode?,
    _ category: ProductCategory?
  ) -> [ComparedValue] {
    [
      .code("productCode", code?.description),
      .code("category", category?.description),
    ]
  }
}

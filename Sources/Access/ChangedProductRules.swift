package import Commissioning
package import Quantities
package import Rules

/// An allocation that a change request leaves as it is.
package struct UnchangedProductCase: Sendable {
  package let number: Int64
  /// The allocation, when it is a current one of the client with the provider.
  package let allocation: Allocation?
}

/// An allocation that a change request wants to be otherwise.
package struct ChangedProductCase: Sendable {
  package let product: ChangedProduct
  /// The day that stands on the message.
  package let dated: CivilDate
  /// The allocation, when it is a current one of the client with the provider.
  package let allocation: Allocation?

  /// The terms of the current version.
  var terms: AllocationTerms? { allocation?.current.terms }

  /// Whether the wish reaches beyond 2020, after which the rules on volumes hold.
  var endsAfter2020: Bool {
    // 2020-12-31 is day 18,627.
    product.through.map { $0 > CivilDate(dayNumber: 18_627) } ?? true
  }

  /// Whether the wish changes the budget or the total volume, which keep their allocation.
  var changesTotal: Bool {
    guard let terms else { return false }
    if product.budget != terms.budget { return true }
    guard let volume = product.volume, let allocated = terms.volume else { return false }
    return volume.frequency == .total && allocated.frequency == .total
      && volume.unit == allocated.unit && volume.amount != allocated.amount
  }
}

/// Support that a change request wants to be added.
package struct NewProductCase: Sendable {
  package let terms: AllocationTerms
  package let products: ProductList
}

/// The rules of levels 3 and 4 for the products of a change request.
///
/// - Dutch term: technische regels (iWmo 3.2 bericht 317)
package enum ChangedProductRules {
  package static let unchangedClass = "OngewijzigdProduct"
  package static let changedClass = "TeWijzigenProduct"
  package static let newClass = "NieuwProduct"

  package static let unchanged = RuleSet<UnchangedProductCase>(
    version: "iwmo-3.2/317-ongewijzigdproduct/1",
    rules: [
      .standard(
        "TR350",
        code: "9350",
        judges: unchangedClass,
        check: { .of($0.allocation != nil) },
        compared: { [.allocation($0.number)] }
      )
    ]
  )

  package static let changed = RuleSet<ChangedProductCase>(
    version: "iwmo-3.2/317-tewijzigenproduct/1",
    rules: [
      currentAllocation, wishedStart, startOfTotal, volumeRequired, noVolumeWithoutCode,
      noVolumeWithoutProduct,
    ]
  )

  /// New products are only compared with the product list.
  package static let new = RuleSet<NewProductCase>(
    version: "iwmo-3.2/317-nieuwproduct/1",
    rules: [
      .standard(
        "TR381",
        code: "S329",
        level: 4,
        judges: newClass,
        choice: ProductList.choice,
        check: { $0.products.outcome($0.terms.code, $0.terms.category) },
        compared: { ProductList.compared($0.terms.code, $0.terms.category) }
      )
    ]
  )

  private static let currentAllocation = Rule<ChangedProductCase>.standard(
    "TR351",
    code: "9351",
    judges: changedClass,
    check: { .of($0.allocation != nil) },
    compared: { [.allocation($0.product.number)] }
  )

  private static let wishedStart = Rule<ChangedProductCase>.standard(
    "TR357",
    code: "9357",
    judges: changedClass,
    dependsOn: ["TR351"],
    check: { subject in
      guard subject.product.from <= subject.dated else { return .holds }
      return .of(subject.product.from == subject.terms?.from)
    },
    compared: { wishedDates($0) + [.date("messageDate", $0.dated)] }
  )

  private static let startOfTotal = Rule<ChangedProductCase>.standard(
    "TR373",
    code: "9373",
    judges: changedClass,
    choice: """
      A total volume changes when unit and frequency stay and the number differs; any other unit \
      or frequency asks for a new allocation. A wish without the budget that was allocated \
      changes it.
      """,
    dependsOn: ["TR351"],
    check: { subject in
      guard subject.changesTotal else { return .notApplicable }
      return .of(subject.product.from == subject.terms?.from)
    },
    compared: { wishedDates($0) }
  )

  private static let volumeRequired = Rule<ChangedProductCase>.standard(
    "TR411",
    code: "9411",
    judges: changedClass,
    dependsOn: ["TR351"],
    check: { subject in
      guard subject.terms?.code != nil else { return .notApplicable }
      return .of(subject.product.volume != nil)
    },
    compared: { wishedVolume($0) }
  )

  private static let noVolumeWithoutCode = Rule<ChangedProductCase>.standard(
    "TR412",
    code: "9412",
    judges: changedClass,
    choice: "The end is that of the wish, as the check program reads the like rules of level 2.",
    dependsOn: ["TR351"],
    check: { subject in
      guard subject.terms?.code == nil, subject.endsAfter2020 else { return .notApplicable }
      return .of(subject.product.volume == nil)
    },
    compared: { wishedVolume($0) }
  )

  private static let noVolumeWithoutProduct = Rule<ChangedProductCase>.standard(
    "TR375",
    code: "9375",
    judges: changedClass,
    choice: "The end is that of the wish; TR412 is reported beside it, since both hold.",
    dependsOn: ["TR351"],
    check: { subject in
      guard let terms = subject.terms, terms.category == nil, subject.endsAfter2020 else {
        return .notApplicable
      }
      return .of(subject.product.volume == nil)
    },
    compared: { wishedVolume($0) }
  )

  private static func wishedDates(_ subject: ChangedProductCase) -> [ComparedValue] {
    [
      .allocation(subject.product.number),
      .date("wishedFrom", subject.product.from),
      .date("allocatedFrom", subject.terms?.from),
    ]
  }

  private static func wishedVolume(_ subject: ChangedProductCase) -> [ComparedValue] {
    [
      .allocation(subject.product.number),
      .code("productCode", subject.terms?.code?.description),
      .volume("wishedVolume", subject.product.volume),
    ]
  }
}

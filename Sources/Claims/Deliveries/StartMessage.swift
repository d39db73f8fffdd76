package import Quantities

/// What names a start within a client's support by one provider.
///
/// Without a number, in the task variant, product and day alone are the key (IV096).
///
/// - Dutch term: logische sleutel van StartProduct (iWmo 3.2)
package struct StartKey: Hashable, Sendable {
  /// The number of the allocation.
  package let number: Int64?
  package let category: ProductCategory?
  package let code: ProductCode?
  /// The day on which support began.
  package let begin: CivilDate

  package init(
    number: Int64?,
    category: ProductCategory? = nil,
    code: ProductCode? = nil,
    begin: CivilDate
  ) {
    self.number = number
    self.category = category
    self.code = code
    self.begin = begin
  }

  /// Whether both are about the same allocated support, whatever their day.
  package func isSameSupport(as other: StartKey) -> Bool {
    if number != nil || other.number != nil { return number == other.number }
    return category == other.category && code == other.code
  }
}

/// A start or its deletion.
///
/// - Dutch term: startproduct (iWmo 3.2 bericht 305, klasse StartProduct)
package struct StartProduct: Hashable, Sendable {
  package let key: StartKey
  /// The first day of the allocation, as the provider knows it.
  package let allocationFrom: CivilDate?
  package let submission: Submission

  package init(key: StartKey, allocationFrom: CivilDate? = nil, submission: Submission = .first) {
    self.key = key
    self.allocationFrom = allocationFrom
    self.submission = submission
  }
}

/// A message that support began.
///
/// - Dutch term: startbericht (iWmo 3.2 bericht 305)
package struct StartMessage: Hashable, Sendable {
  package let parties: DeliveryParties
  /// In the order of the message, so that a place in the list is the row of a finding.
  package let products: [StartProduct]

  package init(parties: DeliveryParties, products: [StartProduct]) {
    self.parties = parties
    self.products = products
  }
}

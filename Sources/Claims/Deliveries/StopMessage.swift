package import Quantities

/// What names a stop: the key of its start, the reason and the last day.
///
/// Reason and day are part of the key, so that a final stop may follow a temporary one of the same
/// day.
///
/// - Dutch term: logische sleutel van StopProduct (iWmo 3.2)
package struct StopKey: Hashable, Sendable {
  package let start: StartKey
  package let reason: StopReason
  /// The last day of support.
  package let end: CivilDate

  package init(start: StartKey, reason: StopReason, end: CivilDate) {
    self.start = start
    self.reason = reason
    self.end = end
  }
}

/// Why delivery stopped, as a code whose meaning depends on the law.
///
/// Code 31 says something else in the Wmo than in the Jeugdwet, so codes are not given names here,
/// except the one that the rules look at.
///
/// - Dutch term: reden beëindiging (iWmo WMO588, iJw JZ588)
package struct StopReason: DigitCode {
  package static var digitCount: Int { 2 }
  package let number: UInt32
  package init(uncheckedNumber number: UInt32) { self.number = number }

  /// Delivery pauses and will go on (20), in both laws.
  package static let temporary = StopReason(uncheckedNumber: 20)
}

/// A stop or its deletion.
///
/// - Dutch term: stopproduct (iWmo 3.2 bericht 307, klasse StopProduct)
package struct StopProduct: Hashable, Sendable {
  package let key: StopKey
  /// The first day of the allocation, as the provider knows it.
  package let allocationFrom: CivilDate?
  package let submission: Submission

  package init(key: StopKey, allocationFrom: CivilDate? = nil, submission: Submission = .first) {
    self.key = key
    self.allocationFrom = allocationFrom
    self.submission = submission
  }
}

/// A message that support stopped.
///
/// - Dutch term: stopbericht (iWmo 3.2 bericht 307)
package struct StopMessage: Hashable, Sendable {
  package let parties: DeliveryParties
  /// In the order of the message, so that a place in the list is the row of a finding.
  package let products: [StopProduct]

  package init(parties: DeliveryParties, products: [StopProduct]) {
    self.parties = parties
    self.products = products
  }
}

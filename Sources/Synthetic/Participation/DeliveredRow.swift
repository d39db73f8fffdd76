package import Quantities

/// One row of a table of deliveries, as the provider sends it.
///
/// - Dutch term: levering (Participatiewet, Jeugdwet)
package struct DeliveredRow: Hashable, Sendable {
  /// The number of the client: with the provider it is who it is about.
  package let client: Int
  /// The place of the provider in the region.
  package let provider: Int
  package let municipality: MunicipalityCode
  package var product: SupportProduct
  package var period: Period
  package var volume: Int64
  package var tariff: Int64
  package var cents: Int64
  /// The month of the table it goes in, 1 to 13.
  package var round: Int
  /// Number behind the reference, unique in the region.
  package var reference = 0
  /// Number of the row that is taken back; filled for a credit.
  package var previous: Int?
  package var fault: DeliveryFault?

  package var isCredit: Bool { previous != nil }

  /// What the row adds to the accepted total, in cents.
  package var acceptedCents: Int64 {
    fault?.rule == nil ? (isCredit ? -cents : cents) : 0
  }
}

/// What is wrong with a row, on purpose.
package enum DeliveryFault: String, CaseIterable, Sendable {
  /// The tariff of the year before; the right row follows a month later.
  case oldTariff
  /// Not volume times tariff; the right row follows a month later.
  case wrongAmount
  /// Sent before the support was given.
  case tooEarly
  /// The same support once more.
  case double
  /// Accepted, and found wrong: credited a month later and sent anew.
  case mistaken

  /// The rule by which the row is refused; nil when it is accepted.
  package var rule: String? {
    switch self {
    case .oldTariff: "TR418"
    case .wrongAmount: "TR346"
    case .tooEarly: "LV03"
    case .double: "LV06"
    case .mistaken: nil
    }
  }
}

/// A table of deliveries of one month, with what was planned to become of each row.
package struct DeliveryFile: Sendable {
  package let name: String
  package let day: CivilDate
  package let bytes: [UInt8]
  /// In the order of the table.
  package let rows: [DeliveredRow]
}

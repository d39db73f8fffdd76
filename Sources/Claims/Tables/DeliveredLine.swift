package import People
package import Quantities

/// One row of a table of deliveries: what a provider says it delivered to one client.
///
/// It says what a claim line of the message standard says, and needs not say all of it: a table may
/// leave out the allocation, the category, the tariff and the number of the line.
///
/// - Dutch term: prestatie, aangeleverd als tabel
package struct DeliveredLine: Hashable, Sendable {
  /// The line in the file, counted from one.
  package let row: Int32
  package let law: SupportLaw
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  /// The number of the allocation, where the provider names it.
  package let allocationNumber: Int64?
  package let category: ProductCategory?
  package let code: ProductCode
  package let period: Period
  /// Delivered volume in `unit`; cents when the unit is `euro`.
  package let volume: Int64
  package let unit: ClaimUnit
  package let tariff: Cents?
  /// The amount asked for, without sign.
  package let amount: Cents
  /// The provider's own number of the line, unique for the provider.
  package let reference: String?
  /// For a credit: the reference of the line that is taken back.
  package let previousReference: String?

  package init(
    row: Int32,
    law: SupportLaw,
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    allocationNumber: Int64? = nil,
    category: ProductCategory? = nil,
    code: ProductCode,
    period: Period,
    volume: Int64,
    unit: ClaimUnit,
    tariff: Cents? = nil,
    amount: Cents,
    reference: String? = nil,
    previousReference: String? = nil
  ) {
    self.row = row
    self.law = law
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.allocationNumber = allocationNumber
    self.category = category
    self.code = code
    self.period = period
    self.volume = volume
    self.unit = unit
    self.tariff = tariff
    self.amount = amount
    self.reference = reference
    self.previousReference = previousReference
  }
}

/// The rows of one table that are judged together: of one provider, municipality and law.
package struct DeliveryGroup: Hashable, Sendable {
  package let law: SupportLaw
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  /// In the order of the table; at least one.
  package private(set) var lines: [DeliveredLine]

  /// Divides the rows of a table, in the order of law, municipality and provider.
  package static func groups(of lines: [DeliveredLine]) -> [DeliveryGroup] {
    var groups: [Key: DeliveryGroup] = [:]
    for line in lines {
      let key = Key(line)
      groups[key, default: DeliveryGroup(line)].lines.append(line)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private init(_ line: DeliveredLine) {
    law = line.law
    municipality = line.municipality
    provider = line.provider
    lines = []
  }

  /// What the rows of a group have in common.
  private struct Key: Hashable, Comparable {
    let law: UInt8
    let municipality: UInt32
    let provider: UInt32

    init(_ line: DeliveredLine) {
      law = line.law.rawValue
      municipality = line.municipality.number
      provider = line.provider.number
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.law, left.municipality, left.provider) < (right.law, right.municipality, right.provider)
    }
  }
}

extension ProductCategory {
  /// Stands where a line has no category: the Participation Act has none, and no list this code.
  package static var notGiven: ProductCategory { ProductCategory(uncheckedNumber: 0) }
}

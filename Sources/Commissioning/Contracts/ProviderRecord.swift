package import Quantities

/// An organisation in the register of a region, known by its number in the trade register.
///
/// - Dutch term: aanbieder in het register (004:47, 003:163)
package struct ProviderRecord: Hashable, Sendable {
  package let chamber: ChamberNumber
  package let name: String
  /// The codes under which it claims, each with the days on which it holds.
  package let claimCodes: [DatedCode]
  package let lots: [LotCode]
  package let products: [ProductCode]
  /// The groups it specialises in, by their codes in the strategy.
  package let targetGroups: [String]
  package let area: [MunicipalityCode]
  /// How many clients it can support at a time; nil when nobody said.
  package let capacity: Int?
  /// What it says about itself, kept up to date under agreement (001:80-85).
  package let profile: String

  /// A code and the days on which it holds.
  package struct DatedCode: Hashable, Sendable {
    package let code: ProviderCode
    package let period: OpenPeriod

    package init(_ code: ProviderCode, _ period: OpenPeriod) {
      self.code = code
      self.period = period
    }
  }

  package init(
    chamber: ChamberNumber,
    name: String,
    claimCodes: [DatedCode],
    lots: [LotCode] = [],
    products: [ProductCode] = [],
    targetGroups: [String] = [],
    area: [MunicipalityCode] = [],
    capacity: Int? = nil,
    profile: String = ""
  ) {
    self.chamber = chamber
    self.name = name
    self.claimCodes = claimCodes
    self.lots = lots
    self.products = products
    self.targetGroups = targetGroups
    self.area = area
    self.capacity = capacity
    self.profile = profile
  }
}

extension ProviderRecord {
  package func codes(on date: CivilDate) -> [ProviderCode] {
    claimCodes.filter { $0.period.contains(date) }.map(\.code)
  }

  /// A code that is given twice for the same day; nil when there is none.
  var doubledCode: ProviderCode? {
    for (place, dated) in claimCodes.enumerated() {
      let others = claimCodes.dropFirst(place + 1)
      if others.contains(where: { $0.code == dated.code && $0.period.overlaps(dated.period) }) {
        return dated.code
      }
    }
    return nil
  }
}

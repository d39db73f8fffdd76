package import Quantities

/// The price of one unit of a product during a time.
///
/// - Dutch term: tarief (000:35, 003:139; iWmo/iJw 3.2 TR418)
package struct Tariff: Hashable, Sendable {
  package let price: Cents
  package let unit: ClaimUnit
  package let period: OpenPeriod
  package let buildUp: TariffBuildUp?
  package let basis: Basis

  package init(
    price: Cents,
    unit: ClaimUnit,
    period: OpenPeriod,
    buildUp: TariffBuildUp? = nil,
    basis: Basis
  ) {
    self.price = price
    self.unit = unit
    self.period = period
    self.buildUp = buildUp
    self.basis = basis
  }
}

/// For whom a tariff was set: for everyone in a lot, or for one contract.
///
/// - Dutch term: reikwijdte van een tarief
package enum TariffScope: Hashable, Sendable {
  case lot(LotCode)
  /// Goes before a tariff of the lot.
  case contract(ContractCode)
}

extension TariffScope: JournalText {
  var journalText: String {
    switch self {
    case .lot(let code): "perceel=\(code)"
    case .contract(let code): "contract=\(code)"
    }
  }

  init?(journalText text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "perceel": if let code = LotCode(parts[1]) { self = .lot(code) } else { return nil }
    case "contract":
      if let code = ContractCode(parts[1]) { self = .contract(code) } else { return nil }
    default: return nil
    }
  }
}

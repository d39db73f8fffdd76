package import People
package import Quantities

/// One line of a claim: what a provider says it delivered to one client on one allocation.
///
/// - Dutch term: prestatie (iWmo/iJw 323 `Prestatie`)
package struct ClaimLine: Hashable, Sendable {
  /// The provider's number of the line, unique for the provider (`ReferentieNummer`).
  package let reference: String
  /// For a credit: the reference of the debit that is taken back (`VorigReferentieNummer`).
  package let previousReference: String?
  /// Which client of the claim the line is about: its place in `ClaimNotice.clients`.
  package let clientIndex: Int32
  /// The number of the allocation the provider claims on (`ToewijzingNummer`).
  package let allocationNumber: Int64
  package let category: ProductCategory
  package let code: ProductCode
  /// The days the line is about (`ProductPeriode`); level 2 has made sure that it begins first.
  package let period: Period
  /// Delivered volume in `unit`; cents when the unit is `euro`.
  package let volume: Int64
  package let unit: ClaimUnit
  /// The price for one unit; absent for euros.
  package let tariff: Cents?
  /// The amount asked for, without sign; `isCredit` tells which way it goes.
  package let amount: Cents
  /// Whether the line takes an earlier line back (DebetCredit C).
  package let isCredit: Bool

  package init(
    reference: String,
    previousReference: String?,
    clientIndex: Int32,
    allocationNumber: Int64,
    category: ProductCategory,
    code: ProductCode,
    period: Period,
    volume: Int64,
    unit: ClaimUnit,
    tariff: Cents?,
    amount: Cents,
    isCredit: Bool
  ) {
    self.reference = reference
    self.previousReference = previousReference
    self.clientIndex = clientIndex
    self.allocationNumber = allocationNumber
    self.category = category
    self.code = code
    self.period = period
    self.volume = volume
    self.unit = unit
    self.tariff = tariff
    self.amount = amount
    self.isCredit = isCredit
  }

  /// The largest volume, tariff or amount that a line can have; the standard's own is lower
  /// (`LDT_Volume`, `LDT_Bedrag`: 99,999,999).
  package static let largestNumber: Int64 = 999_999_999_999

  /// The amount with its sign: negative for a credit.
  package var signedAmount: Cents { isCredit ? Cents(-amount.rawValue) : amount }
}

/// A client as a claim names them: a key, and what was seen of the person when the claim came in.
package struct ClaimedClient: Hashable, Sendable {
  package let key: ClientKey

  package init(key: ClientKey) { self.key = key }
}

/// A claim of one provider on one municipality over one month.
///
/// - Dutch term: declaratie (iWmo/iJw 323 `Declaratie`)
package struct ClaimNotice: Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  /// The provider's number of the claim (`DeclaratieNummer`), unique for the provider.
  package let number: String
  /// The month that is claimed (`DeclaratiePeriode`).
  package let period: Period
  /// The day on the claim (`DeclaratieDagtekening`).
  package let dated: CivilDate
  /// The total the provider asks for, with its sign.
  package let total: Cents
  package let clients: [ClaimedClient]
  /// All lines, in the order of the message.
  package let lines: [ClaimLine]
  /// The schema versions the message names (`XsdVersie`), which its answer repeats; kept of claims
  /// of our own only.
  package let schemaVersion: String?

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    number: String,
    period: Period,
    dated: CivilDate,
    total: Cents,
    clients: [ClaimedClient],
    lines: [ClaimLine],
    schemaVersion: String? = nil
  ) {
    self.municipality = municipality
    self.provider = provider
    self.number = number
    self.period = period
    self.dated = dated
    self.total = total
    self.clients = clients
    self.lines = lines
    self.schemaVersion = schemaVersion
  }

  /// The same claim with the schema versions its message named.
  init(_ notice: ClaimNotice, schemaVersion: String?) {
    self.init(
      municipality: notice.municipality,
      provider: notice.provider,
      number: notice.number,
      period: notice.period,
      dated: notice.dated,
      total: notice.total,
      clients: notice.clients,
      lines: notice.lines,
      schemaVersion: schemaVersion
    )
  }
}

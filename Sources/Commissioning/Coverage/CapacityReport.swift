package import Quantities

/// What a provider said on a day about room and waiting for one product in one municipality.
///
/// It is what was reported, and not a stop on new clients: that needs a written agreement of the
/// municipality and stands with the contract.
///
/// - Dutch term: opgave van capaciteit en wachttijd (002:564; `definitions.md` B.14)
package struct CapacityReport: Hashable, Sendable {
  package let provider: ChamberNumber
  package let municipality: MunicipalityCode
  package let product: ProductCode
  /// The day that it speaks of.
  package let on: CivilDate
  /// How many more clients could begin; nil when nobody said.
  package let freePlaces: Int?
  /// From the request to the start, in days; nil when nobody said.
  package let waitingDays: Int?

  package init(
    provider: ChamberNumber,
    municipality: MunicipalityCode,
    product: ProductCode,
    on: CivilDate,
    freePlaces: Int?,
    waitingDays: Int?
  ) {
    self.provider = provider
    self.municipality = municipality
    self.product = product
    self.on = on
    self.freePlaces = freePlaces
    self.waitingDays = waitingDays
  }

  /// The most places that a report may name; more is a slip of the pen.
  package static let mostPlaces = 100_000
  /// The longest wait that a report may name: ten years.
  package static let longestWait = 3_650

  /// Of whom, where and of what it speaks.
  package struct Subject: Hashable, Sendable {
    package let provider: ChamberNumber
    package let municipality: MunicipalityCode
    package let product: ProductCode

    package init(
      provider: ChamberNumber,
      municipality: MunicipalityCode,
      product: ProductCode
    ) {
      self.provider = provider
      self.municipality = municipality
      self.product = product
    }
  }

  package var subject: Subject {
    Subject(provider: provider, municipality: municipality, product: product)
  }
}

import Journal
import People
import Quantities

/// How the values of this room stand in the body of a journal entry.
///
/// Codes and numbers that others gave out stand as the texts of the standard, dates as ISO 8601, an
/// absent value as an absent key.
extension JSONWriter {
  mutating func date(_ key: String, _ date: CivilDate) { field(key, date.description) }

  mutating func date(_ key: String, ifPresent date: CivilDate?) {
    field(key, ifPresent: date?.description)
  }

  mutating func volume(_ key: String, ifPresent volume: SupportVolume?) {
    guard let volume else { return }
    object(key) { json in
      json.field("amount", volume.amount)
      json.field("unit", volume.unit.code)
      json.field("frequency", volume.frequency.code)
    }
  }

  /// Writes the terms as fields of the object at hand.
  mutating func terms(_ terms: AllocationTerms) {
    field("category", ifPresent: terms.category?.description)
    field("code", ifPresent: terms.code?.description)
    date("from", terms.from)
    date("through", ifPresent: terms.through)
    volume("volume", ifPresent: terms.volume)
    field("budget", ifPresent: terms.budget?.rawValue)
  }

  /// Writes who is concerned as fields of the object at hand.
  mutating func parties(
    _ municipality: MunicipalityCode,
    _ provider: ProviderCode,
    _ client: ClientKey
  ) {
    field("municipality", municipality.description)
    field("provider", provider.description)
    field("client", client.description)
  }
}

extension JSONFields {
  mutating func date(_ key: String) throws(JSONFailure) -> CivilDate {
    try parsed(key, "is not a date such as 2025-01-31") { CivilDate($0) }
  }

  mutating func date(ifPresent key: String) throws(JSONFailure) -> CivilDate? {
    try parsed(ifPresent: key, "is not a date such as 2025-01-31") { CivilDate($0) }
  }

  /// Reads the text of a key, when it is there, into a value; refused when that gives nil.
  mutating func parsed<Value>(
    ifPresent key: String,
    _ why: String,
    _ parse: (String) -> Value?
  ) throws(JSONFailure) -> Value? {
    try read(ifPresent: key) { value throws(JSONFailure) in
      guard let parsed = parse(try value.string()) else { throw JSONFailure(.notAllowed(why)) }
      return parsed
    }
  }

  mutating func municipality() throws(JSONFailure) -> MunicipalityCode {
    try parsed("municipality", "is not a code of four digits") { MunicipalityCode($0) }
  }

  mutating func provider() throws(JSONFailure) -> ProviderCode {
    try parsed("provider", "is not a code of eight digits") { ProviderCode($0) }
  }

  mutating func client() throws(JSONFailure) -> ClientKey {
    try parsed("client", "is not a key of 32 hexadecimal digits") { ClientKey($0) }
  }

  mutating func volume(ifPresent key: String) throws(JSONFailure) -> SupportVolume? {
    try read(ifPresent: key) { value throws(JSONFailure) in
      try value.fields { json throws(JSONFailure) in
        SupportVolume(
          amount: try json.integer("amount"),
          unit: try json.parsed("unit", "is not a unit of the standard") { ClaimUnit(code: $0) },
          frequency: try json.parsed("frequency", "is not a frequency of the standard") {
            Frequency(code: $0)
          }
        )
      }
    }
  }

  mutating func terms() throws(JSONFailure) -> AllocationTerms {
    AllocationTerms(
      category: try parsed(ifPresent: "category", "is not a code of two digits") {
        ProductCategory($0)
      },
      code: try parsed(ifPresent: "code", "is not a product code") { ProductCode($0) },
      from: try date("from"),
      through: try date(ifPresent: "through"),
      volume: try volume(ifPresent: "volume"),
      budget: try integer(ifPresent: "budget").map { Cents($0) }
    )
  }
}

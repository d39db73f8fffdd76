import Journal
import Quantities

/// How the values of this room stand in a snapshot.
extension BinaryWriter {
  mutating func date(_ date: CivilDate) { signed(Int64(date.dayNumber)) }

  mutating func terms(_ terms: AllocationTerms) {
    optional(terms.category) { $0.varint(UInt64($1.number)) }
    optional(terms.code) { $0.string($1.description) }
    date(terms.from)
    optional(terms.through) { $0.date($1) }
    optional(terms.volume) { writer, volume in
      writer.signed(volume.amount)
      writer.byte(volume.unit.rawValue)
      writer.byte(volume.frequency.rawValue)
    }
    optional(terms.budget) { $0.signed($1.rawValue) }
  }
}

extension BinaryReader {
  mutating func date() throws(BinaryFailure) -> CivilDate {
    CivilDate(dayNumber: try signed(as: Int32.self))
  }

  mutating func municipality() throws(BinaryFailure) -> MunicipalityCode {
    guard let code = MunicipalityCode(number: try varint()) else {
      throw failure(.notAllowed("a municipality has more than four digits"))
    }
    return code
  }

  mutating func provider() throws(BinaryFailure) -> ProviderCode {
    guard let code = ProviderCode(number: try varint()) else {
      throw failure(.notAllowed("a provider has more than eight digits"))
    }
    return code
  }

  mutating func terms() throws(BinaryFailure) -> AllocationTerms {
    AllocationTerms(
      category: try optional { reader throws(BinaryFailure) in
        guard let category = ProductCategory(number: try reader.varint()) else {
          throw reader.failure(.notAllowed("a category has more than two digits"))
        }
        return category
      },
      code: try optional { reader throws(BinaryFailure) in
        guard let code = ProductCode(try reader.string()) else {
          throw reader.failure(.notAllowed("a product code is empty or too long"))
        }
        return code
      },
      from: try date(),
      through: try optional { reader throws(BinaryFailure) in try reader.date() },
      volume: try optional { reader throws(BinaryFailure) in try reader.volume() },
      budget: try optional { reader throws(BinaryFailure) in Cents(try reader.signed()) }
    )
  }

  private mutating func volume() throws(BinaryFailure) -> SupportVolume {
    let amount = try signed()
    guard let unit = ClaimUnit(rawValue: try byte()),
      let frequency = Frequency(rawValue: try byte())
    else { throw failure(.notAllowed("a unit or frequency is not on the list")) }
    return SupportVolume(amount: amount, unit: unit, frequency: frequency)
  }
}

package import Journal
import People
import Quantities

extension DeliveryBook: Equatable {
  /// Whether both hold the same deliveries in the same order.
  package static func == (left: DeliveryBook, right: DeliveryBook) -> Bool {
    left.all == right.all
  }
}

extension DeliveryBook {
  /// The number of the layout that `write` writes; it changes with every change of the bytes.
  package static let snapshotLayout: UInt16 = 1

  /// Writes every delivery; the index is rebuilt on reading.
  package func write(to writer: inout BinaryWriter) {
    writer.count(all.count)
    for delivery in all { delivery.write(to: &writer) }
  }

  /// Reads what `write` wrote; anything else is a failure with its place.
  package init(from reader: inout BinaryReader, seed: UInt64 = 0) throws(BinaryFailure) {
    self.init(seed: seed)
    let count = try reader.count(ofAtLeast: 25)
    for _ in 0..<count { restore(try Delivery(from: &reader)) }
  }
}

extension Delivery {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.varint(UInt64(parties.municipality.number))
    writer.varint(UInt64(parties.provider.number))
    writer.fixed(parties.client.high)
    writer.fixed(parties.client.low)
    writer.optional(key.number) { $0.signed($1) }
    writer.optional(key.category) { $0.varint(UInt64($1.number)) }
    writer.optional(key.code) { $0.string($1.description) }
    writer.signed(Int64(key.begin.dayNumber))
    writer.optional(allocationFrom) { $0.signed(Int64($1.dayNumber)) }
    writer.signed(position)
    writer.optional(deletedAt) { $0.signed($1) }
    writer.boolean(isAnnulled)
    writer.count(stops.count)
    for stop in stops {
      writer.varint(UInt64(stop.reason.number))
      writer.signed(Int64(stop.end.dayNumber))
      writer.signed(stop.position)
      writer.optional(stop.deletedAt) { $0.signed($1) }
    }
  }

  fileprivate init(from reader: inout BinaryReader) throws(BinaryFailure) {
    let parties = try DeliveryParties(from: &reader)
    let key = try StartKey(from: &reader)
    let allocationFrom = try reader.optional { reader throws(BinaryFailure) in
      try reader.day()
    }
    let position = try reader.signed()
    let deletedAt = try reader.optional { reader throws(BinaryFailure) in try reader.signed() }
    let isAnnulled = try reader.boolean()
    var stops: [Stop] = []
    for _ in 0..<(try reader.count(ofAtLeast: 4)) { stops.append(try Stop(from: &reader)) }
    self.init(
      parties: parties,
      key: key,
      allocationFrom: allocationFrom,
      position: position,
      stops: stops,
      deletedAt: deletedAt,
      isAnnulled: isAnnulled
    )
  }
}

extension DeliveryParties {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryFailure) {
    guard let municipality = MunicipalityCode(number: try reader.varint()),
      let provider = ProviderCode(number: try reader.varint())
    else { throw reader.failure(.notAllowed("a municipality or provider has too many digits")) }
    self.municipality = municipality
    self.provider = provider
    client = ClientKey(high: try reader.fixed(UInt64.self), low: try reader.fixed(UInt64.self))
  }
}

extension StartKey {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryFailure) {
    number = try reader.optional { reader throws(BinaryFailure) in try reader.signed() }
    category = try reader.optional { reader throws(BinaryFailure) in
      guard let category = ProductCategory(number: try reader.varint()) else {
        throw reader.failure(.notAllowed("a category has more than two digits"))
      }
      return category
    }
    code = try reader.optional { reader throws(BinaryFailure) in
      guard let code = ProductCode(try reader.string()) else {
        throw reader.failure(.notAllowed("a product code is empty or too long"))
      }
      return code
    }
    begin = try reader.day()
  }
}

extension Delivery.Stop {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryFailure) {
    guard let reason = StopReason(number: try reader.varint()) else {
      throw reader.failure(.notAllowed("a reason to stop has more than two digits"))
    }
    self.init(
      reason: reason,
      end: try reader.day(),
      position: try reader.signed(),
      deletedAt: try reader.optional { reader throws(BinaryFailure) in try reader.signed() }
    )
  }
}

extension BinaryReader {
  fileprivate mutating func day() throws(BinaryFailure) -> CivilDate {
    CivilDate(dayNumber: try signed(as: Int32.self))
  }
}

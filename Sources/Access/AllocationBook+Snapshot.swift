package import Journal
import People
import Quantities

extension AllocationBook: Equatable {
  /// Whether both hold the same allocations in the same slots.
  package static func == (left: AllocationBook, right: AllocationBook) -> Bool {
    left.all == right.all
  }
}

extension AllocationBook {
  /// Writes every slot; the indexes are rebuilt on reading.
  package func write(to writer: inout BinaryWriter) {
    writer.count(slotCount)
    for allocation in all { allocation.write(to: &writer) }
  }

  /// Reads what `write` wrote; anything else is a failure with its place.
  package init(
    from reader: inout BinaryReader,
    seed: UInt64 = 0
  ) throws(BinaryFailure) {
    self.init(seed: seed)
    // The fewest bytes of an allocation: 3 numbers, a key, a flag, 2 counts and a version of 10.
    let count = try reader.count(ofAtLeast: 32)
    for _ in 0..<count {
      let allocation = try Allocation(from: &reader)
      guard restore(allocation) else {
        throw reader.failure(.notAllowed("an allocation number stands twice in the book"))
      }
    }
  }
}

extension Allocation {
  func write(to writer: inout BinaryWriter) {
    writer.varint(UInt64(municipality.number))
    writer.signed(number)
    writer.varint(UInt64(provider.number))
    writer.fixed(client.high)
    writer.fixed(client.low)
    writer.boolean(isAnnulled)
    writer.count(versions.count)
    for version in versions { version.write(to: &writer) }
    writer.count(annulledVersions.count)
    for version in annulledVersions { version.write(to: &writer) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFailure) {
    let municipality = try reader.municipality()
    let number = try reader.signed()
    let provider = try reader.provider()
    let client = ClientKey(
      high: try reader.fixed(UInt64.self),
      low: try reader.fixed(UInt64.self)
    )
    let isAnnulled = try reader.boolean()
    let count = try reader.count(ofAtLeast: 10)
    var versions: [AllocationVersion] = []
    for _ in 0..<count {
      let version = try AllocationVersion(from: &reader)
      if let last = versions.last, version.decided <= last.decided {
        throw reader.failure(.notAllowed("the versions of an allocation are not in order"))
      }
      versions.append(version)
    }
    guard let current = versions.popLast() else {
      throw reader.failure(.notAllowed("an allocation has no version"))
    }
    var annulled: [AllocationVersion] = []
    for _ in 0..<(try reader.count(ofAtLeast: 10)) {
      annulled.append(try AllocationVersion(from: &reader))
    }
    self.init(
      municipality: municipality,
      number: number,
      provider: provider,
      client: client,
      current: current,
      earlier: versions,
      annulledVersions: annulled,
      isAnnulled: isAnnulled
    )
  }
}

extension AllocationVersion {
  func write(to writer: inout BinaryWriter) {
    writer.signed(Int64(decided.on.dayNumber))
    writer.signed(decided.at.nanoseconds)
    writer.terms(terms)
    writer.byte(changeReason?.rawValue ?? 0)
    writer.optional(providerReference) { $0.string($1) }
    writer.signed(position)
    writer.boolean(isTakenOver)
  }

  init(from reader: inout BinaryReader) throws(BinaryFailure) {
    let decided = DecisionMoment(
      on: try reader.date(),
      at: CivilTime(nanoseconds: try reader.signed())
    )
    let terms = try reader.terms()
    let reason = try reader.byte()
    let changeReason = ChangeReason(rawValue: reason)
    if changeReason == nil, reason != 0 {
      throw reader.failure(.notAllowed("a reason of change is not on the list"))
    }
    let reference = try reader.optional { reader throws(BinaryFailure) in try reader.string() }
    self.init(
      decided: decided,
      terms: terms,
      changeReason: changeReason,
      providerReference: reference,
      position: try reader.signed(),
      isTakenOver: try reader.boolean()
    )
  }
}

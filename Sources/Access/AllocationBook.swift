package import Columns
package import People
package import Quantities

/// The place of an allocation in its book; it never changes and is never given away again.
package struct AllocationID: Hashable, Comparable, Sendable {
  package let slot: Int32

  @inlinable
  package init(slot: Int32) { self.slot = slot }

  @inlinable
  package static func < (left: AllocationID, right: AllocationID) -> Bool {
    left.slot < right.slot
  }
}

/// All allocations of a region, found by number and by client.
///
/// A copy is cheap and shares what is not changed afterwards. Looking up a number costs one probe
/// and one comparison, whatever the size of the book.
package struct AllocationBook: Sendable {
  /// A slot for every allocation ever recorded, also the annulled ones.
  private var slots: ClientRows<Allocation>
  private var byNumber = HashIndex()

  /// A book without allocations.
  ///
  /// - Parameter seed: the region's own, because numbers come from others (see `StableHash`).
  package init(seed: UInt64 = 0) { slots = ClientRows(seed: seed) }
}

// MARK: - Reading

extension AllocationBook {
  /// Every slot in order, also of the annulled allocations.
  package var all: ChunkedArray<Allocation> { slots.rows }

  /// The number of slots; an allocation's slot lies between 0 and this.
  package var slotCount: Int { slots.count }

  /// The allocation with a number, which is unique within its municipality.
  package func find(number: Int64, municipality: MunicipalityCode) -> AllocationID? {
    guard let place = place(number, municipality), !slots.rows[place].isAnnulled else {
      return nil
    }
    return AllocationID(slot: Int32(place))
  }

  /// The allocation in a slot, also when it was annulled.
  ///
  /// - Precondition: this book gave out the slot.
  package subscript(id: AllocationID) -> Allocation { slots.rows[Int(id.slot)] }

  /// The terms of the current version: all that a claim line is compared with.
  ///
  /// - Precondition: this book gave out the slot.
  package func terms(of id: AllocationID) -> AllocationTerms {
    slots.rows[Int(id.slot)].current.terms
  }

  /// Whether the current version deletes the allocation (code 13).
  ///
  /// - Precondition: this book gave out the slot.
  package func isDeleted(_ id: AllocationID) -> Bool {
    slots.rows[Int(id.slot)].current.isDeleted
  }

  /// The allocations of a client with a provider, in the order in which they became known.
  package func allocations(of client: ClientKey, with provider: ProviderCode) -> [AllocationID] {
    allocations(of: client).filter { slots.rows[Int($0.slot)].provider == provider }
  }

  /// The allocations of a client, in the order in which they became known.
  package func allocations(of client: ClientKey) -> [AllocationID] {
    slots.places(of: client).compactMap { place in
      slots.rows[place].isAnnulled ? nil : AllocationID(slot: Int32(place))
    }
  }

  /// Whether the client has an allocation, current or not.
  package func knows(client: ClientKey) -> Bool { !allocations(of: client).isEmpty }

  /// The last slot of a number, also of an annulled allocation.
  private func place(_ number: Int64, _ municipality: MunicipalityCode) -> Int? {
    byNumber.find(hash: hash(number, municipality)) { place in
      slots.rows[place].number == number && slots.rows[place].municipality == municipality
    }
  }

  private func hash(_ number: Int64, _ municipality: MunicipalityCode) -> UInt64 {
    var hash = StableHash(seed: slots.seed)
    hash.combine(number)
    hash.combine(UInt64(municipality.number))
    return hash.value
  }
}

// MARK: - Changing

extension AllocationBook {
  /// Takes in a version of an allocation; a version that is known already changes nothing.
  ///
  /// A number that belongs to another client or provider is left alone: the rules refuse it
  /// (TR332), and a book that is rebuilt from the journal never traps.
  package mutating func record(
    _ product: AllocatedProduct,
    of client: ClientKey,
    with provider: ProviderCode,
    in municipality: MunicipalityCode,
    position: Int64,
    isTakenOver: Bool = false
  ) {
    let version = AllocationVersion(product, position: position, isTakenOver: isTakenOver)
    let found = place(product.number, municipality)
    if let found, slots.rows[found].belongs(to: client, at: provider) {
      slots.rows[found].record(version)
      return
    }
    _ = restore(
      Allocation(
        municipality: municipality,
        number: product.number,
        provider: provider,
        client: client,
        current: version
      )
    )
  }

  /// Takes back everything that came with the message at a position.
  ///
  /// Looks at every slot, since messages are hardly ever annulled.
  package mutating func annul(position: Int64) {
    for place in 0..<slots.count where brought(by: position, at: place) {
      slots.rows[place].annul(position: position)
    }
  }

  /// Whether a message brought anything that still stands.
  package func holdsAnything(from position: Int64) -> Bool {
    (0..<slots.count).contains { brought(by: position, at: $0) }
  }

  private func brought(by position: Int64, at place: Int) -> Bool {
    guard !slots.rows[place].isAnnulled else { return false }
    return slots.rows[place].current.position == position
      || slots.rows[place].earlier.contains { $0.position == position }
  }

  /// Puts an allocation in a new slot, unless another one stands under its number.
  ///
  /// The number then leads to the new slot and no longer to an annulled one.
  ///
  /// - Returns: whether it was added.
  mutating func restore(_ allocation: Allocation) -> Bool {
    let found = place(allocation.number, allocation.municipality)
    if let found, !slots.rows[found].isAnnulled { return false }
    let hash = hash(allocation.number, allocation.municipality)
    let place = slots.append(allocation)
    if let found {
      _ = byNumber.replace(hash: hash, with: place) { $0 == found }
    } else {
      byNumber.insert(hash: hash, value: place)
    }
    return true
  }
}

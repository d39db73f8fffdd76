import Columns
package import Quantities

/// Every line the region ever judged, as columns; a line is its row number.
///
/// Only what later lines must be compared with is here. All that was claimed, and the receipt of the
/// verdict, stand in the journal entry of the claim.
package struct LineTable: Sendable {
  /// What happened to a line.
  package struct Flags: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let approved = Flags(rawValue: 1)
    package static let credit = Flags(rawValue: 2)
    /// An approved debit that an approved credit took back.
    package static let credited = Flags(rawValue: 4)
    /// Our own line, sent and not answered yet.
    package static let awaiting = Flags(rawValue: 8)
  }

  private var references = TextColumn()
  private var claims = ChunkedArray<Int32>()
  private var allocations = ChunkedArray<Int32>()
  private var firstDays = ChunkedArray<Int32>()
  private var lastDays = ChunkedArray<Int32>()
  private var products = ChunkedArray<Int32>()
  private var categories = ChunkedArray<UInt8>()
  private var units = ChunkedArray<UInt8>()
  private var volumes = ChunkedArray<Int64>()
  private var tariffs = ChunkedArray<Int64>()
  private var amounts = ChunkedArray<Int64>()
  private var flags = ChunkedArray<UInt8>()
  private var codes = TextDictionary()
  private var byReference = HashIndex()
  private var byDelivery = HashIndex()

  package init() {}

  package var count: Int { flags.count }
}

/// A row of the line table, as one value.
package struct LineRow: Hashable, Sendable {
  /// The row of the claim in the table of claims.
  package let claim: Int32
  /// The slot of the allocation; -1 for a line that was tied to none.
  package let allocation: Int32
  package let reference: String
  package let category: ProductCategory
  package let code: ProductCode
  package let period: Period
  package let volume: Int64
  package let unit: ClaimUnit
  package let tariff: Cents?
  package let amount: Cents
  package var flags: LineTable.Flags

  package init(
    claim: Int32, allocation: Int32, reference: String, category: ProductCategory,
    code: ProductCode, period: Period, volume: Int64, unit: ClaimUnit, tariff: Cents?,
    amount: Cents, flags: LineTable.Flags
  ) {
    self.claim = claim
    self.allocation = allocation
    self.reference = reference
    self.category = category
    self.code = code
    self.period = period
    self.volume = volume
    self.unit = unit
    self.tariff = tariff
    self.amount = amount
    self.flags = flags
  }
}

extension LineTable {
  /// Adds a line of a provider.
  ///
  /// - Returns: its row.
  package mutating func append(_ row: LineRow, of provider: ProviderCode) -> Int {
    let place = count
    references.append(row.reference)
    claims.append(row.claim)
    allocations.append(row.allocation)
    firstDays.append(row.period.first.dayNumber)
    lastDays.append(row.period.last.dayNumber)
    products.append(codes.intern(row.code.description))
    categories.append(UInt8(truncatingIfNeeded: row.category.number))
    units.append(row.unit.rawValue)
    volumes.append(row.volume)
    tariffs.append(row.tariff?.rawValue ?? -1)
    amounts.append(row.amount.rawValue)
    flags.append(row.flags.rawValue)
    byReference.insert(hash: Self.hash(row.reference, of: provider), value: place)
    if row.allocation >= 0, !row.flags.contains(.credit), !row.flags.isDisjoint(with: [.approved, .awaiting]) {
      byDelivery.insert(
        hash: Self.hash(row.allocation, row.period.first, row.category, row.code), value: place)
    }
    return place
  }

  /// The line in a row.
  package subscript(row: Int) -> LineRow {
    let first = CivilDate(dayNumber: firstDays[row])
    guard
      let period = Period(from: first, through: CivilDate(dayNumber: lastDays[row])),
      let code = ProductCode(codes.text(products[row])),
      let unit = ClaimUnit(rawValue: units[row])
    else { preconditionFailure("row \(row) was written from a whole line") }
    return LineRow(
      claim: claims[row], allocation: allocations[row], reference: references.text(at: row),
      category: ProductCategory(uncheckedNumber: UInt32(categories[row])), code: code,
      period: period, volume: volumes[row], unit: unit,
      tariff: tariffs[row] < 0 ? nil : Cents(tariffs[row]), amount: Cents(amounts[row]),
      flags: flags(of: row))
  }

  package func flags(of row: Int) -> Flags { Flags(rawValue: flags[row]) }

  /// The slot of the line's allocation; nil for a line that was tied to none.
  package func allocation(of row: Int) -> Int32? { allocations[row] < 0 ? nil : allocations[row] }

  package func claim(of row: Int) -> Int32 { claims[row] }

  /// Sets flags of a line.
  package mutating func insert(_ added: Flags, at row: Int) {
    flags[row] |= added.rawValue
  }

  /// Clears flags of a line.
  package mutating func remove(_ removed: Flags, at row: Int) {
    flags[row] &= ~removed.rawValue
  }

  /// The first line a provider delivered under a reference.
  ///
  /// - Parameter providerOf: the provider of a claim.
  package func find(
    reference: String, of provider: ProviderCode, providerOf: (Int32) -> ProviderCode
  ) -> Int? {
    byReference.find(hash: Self.hash(reference, of: provider)) { row in
      references.equals(reference, at: row) && providerOf(claims[row]) == provider
    }
  }

  /// The line with an approved debit that stands for a period and a product of an allocation.
  ///
  /// - Parameter revoked: lines that a credit in the message at hand has just taken back.
  package func standingDebit(
    allocation: Int32, first: CivilDate, category: ProductCategory, code: ProductCode,
    except revoked: Set<Int32>
  ) -> Int? {
    let hash = Self.hash(allocation, first, category, code)
    return byDelivery.find(hash: hash) { row in
      let flags = flags(of: row)
      return allocations[row] == allocation && firstDays[row] == first.dayNumber
        && UInt32(categories[row]) == category.number
        && codes.text(products[row]) == code.description
        && flags.contains(.approved) && !flags.contains(.credited)
        && !revoked.contains(Int32(truncatingIfNeeded: row))
    }
  }

  private static func hash(_ reference: String, of provider: ProviderCode) -> UInt64 {
    var hash = StableHash()
    hash.combine(UInt64(provider.number))
    hash.combine(reference)
    return hash.value
  }

  /// One hash of an allocation, the first day of a period and a product.
  static func hash(
    _ allocation: Int32, _ first: CivilDate, _ category: ProductCategory, _ code: ProductCode
  ) -> UInt64 {
    var hash = StableHash()
    hash.combine(UInt64(UInt32(bitPattern: allocation)) << 32 | UInt64(UInt32(bitPattern: first.dayNumber)))
    hash.combine(UInt64(category.number))
    hash.combine(code.description)
    return hash.value
  }
}

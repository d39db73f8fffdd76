import Columns
package import Quantities

/// Every line the region ever judged, as columns; a line is its row number.
///
/// Only what later lines must be compared with is here. All that was claimed, and the receipt of
/// the verdict, stand in the journal entry of the claim.
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
    /// Our own line in a claim that was refused as a whole: it counts as not sent.
    package static let annulled = Flags(rawValue: 16)

    /// Every flag there is.
    static let all: Flags = [.approved, .credit, .credited, .awaiting, .annulled]

    /// Whether they are those of a line that was judged and not approved.
    package var isRefusal: Bool { isDisjoint(with: [.approved, .awaiting, .annulled]) }
  }

  /// The references of the lines.
  private(set) var texts = TextColumn()
  /// Everything else of the lines: whole numbers of fixed width.
  private(set) var numbers = ChunkedArray<LineNumbers>()
  /// The product codes that occur, each once.
  private(set) var codes = TextDictionary()
  /// The refused lines, in the order in which they became so.
  private(set) var refusedRows = ChunkedArray<Int32>()
  private var byReference = HashIndex()
  private var byDelivery = HashIndex()

  /// The numbers of one line.
  struct LineNumbers: Hashable, Sendable {
    let volume: Int64
    /// -1 for none.
    let tariff: Int64
    let amount: Int64
    let claim: Int32
    /// -1 for none.
    var allocation: Int32
    let first: Int32
    let last: Int32
    let product: Int32
    let category: UInt8
    let unit: UInt8
    var flags: UInt8
    /// The first rule that refused it (`LineReceipt.refusal`); 0 for none.
    let refusal: UInt8
  }

  package init() {}

  package var count: Int { numbers.count }
}

/// A place in the line table, with the claim whose line stands there.
package struct LineRowID: Hashable, Sendable {
  package let row: Int
  package let claim: Int32
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
  /// The first rule that refused it (`LineReceipt.refusal`); 0 for none.
  package let refusal: UInt8

  package init(
    claim: Int32,
    allocation: Int32,
    reference: String,
    category: ProductCategory,
    code: ProductCode,
    period: Period,
    volume: Int64,
    unit: ClaimUnit,
    tariff: Cents?,
    amount: Cents,
    flags: LineTable.Flags,
    refusal: UInt8 = 0
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
    self.refusal = refusal
  }
}

extension LineTable {
  /// Adds a line of a provider.
  ///
  /// - Returns: its row.
  package mutating func append(_ row: LineRow, of provider: ProviderCode) -> Int {
    let place = count
    texts.append(row.reference)
    numbers.append(
      LineNumbers(
        volume: row.volume,
        tariff: row.tariff?.rawValue ?? -1,
        amount: row.amount.rawValue,
        claim: row.claim,
        allocation: row.allocation,
        first: row.period.first.dayNumber,
        last: row.period.last.dayNumber,
        product: codes.intern(row.code.description),
        category: UInt8(truncatingIfNeeded: row.category.number),
        unit: row.unit.rawValue,
        flags: row.flags.rawValue,
        refusal: row.refusal
      )
    )
    if row.flags.isRefusal { noteRefusal(place) }
    byReference.insert(hash: Self.hash(row.reference, of: provider), value: place)
    let stands = !row.flags.isDisjoint(with: [.approved, .awaiting])
    if row.allocation >= 0, stands, !row.flags.contains(.credit) {
      byDelivery.insert(
        hash: Self.hash(row.allocation, row.period.first, row.category, row.code),
        value: place
      )
    }
    return place
  }

  /// The line in a row.
  package subscript(row: Int) -> LineRow {
    let line = numbers[row]
    guard
      let period = Period(
        from: CivilDate(dayNumber: line.first),
        through: CivilDate(dayNumber: line.last)
      ),
      let code = ProductCode(codes.text(line.product)), let unit = ClaimUnit(rawValue: line.unit)
    else { preconditionFailure("row \(row) was written from a whole line") }
    return LineRow(
      claim: line.claim,
      allocation: line.allocation,
      reference: texts.text(at: row),
      category: ProductCategory(uncheckedNumber: UInt32(line.category)),
      code: code,
      period: period,
      volume: line.volume,
      unit: unit,
      tariff: line.tariff < 0 ? nil : Cents(line.tariff),
      amount: Cents(line.amount),
      flags: Flags(rawValue: line.flags),
      refusal: line.refusal
    )
  }

  /// Notes that a line was refused.
  mutating func noteRefusal(_ row: Int) { refusedRows.append(Int32(truncatingIfNeeded: row)) }

  package func flags(of row: Int) -> Flags { Flags(rawValue: numbers[row].flags) }

  /// The slot of the line's allocation; nil for a line that was tied to none.
  package func allocation(of row: Int) -> Int32? {
    numbers[row].allocation < 0 ? nil : numbers[row].allocation
  }

  package func claim(of row: Int) -> Int32 { numbers[row].claim }

  /// Sets flags of a line.
  package mutating func insert(_ added: Flags, at row: Int) {
    numbers[row].flags |= added.rawValue
  }

  /// Clears flags of a line.
  package mutating func remove(_ removed: Flags, at row: Int) {
    numbers[row].flags &= ~removed.rawValue
  }

  /// Ties a line of our own, which was tied to none, to the allocation it names.
  mutating func tie(_ row: Int, to allocation: Int32) {
    numbers[row].allocation = allocation
    let line = self[row]
    guard !line.flags.contains(.credit), !line.flags.isDisjoint(with: [.approved, .awaiting])
    else { return }
    byDelivery.insert(
      hash: Self.hash(allocation, line.period.first, line.category, line.code),
      value: row
    )
  }

  /// The first line a provider delivered under a reference that satisfies a condition.
  ///
  /// The condition must at least tell lines of other providers apart. A line that counts as not
  /// sent is none.
  package func find(
    reference: String,
    of provider: ProviderCode,
    where isMeant: (LineRowID) -> Bool
  ) -> Int? {
    byReference.find(hash: Self.hash(reference, of: provider)) { row in
      texts.equals(reference, at: row) && !flags(of: row).contains(.annulled)
        && isMeant(LineRowID(row: row, claim: numbers[row].claim))
    }
  }

  /// Whether a line is tied to an allocation beyond a number of slots.
  func reaches(beyond slotCount: Int) -> Bool {
    numbers.contains { Int($0.allocation) >= slotCount }
  }

  /// The reference of a line.
  package func reference(of row: Int) -> String { texts.text(at: row) }

  /// The line with an approved debit that stands for a period and a product of an allocation.
  ///
  /// The revoked lines are those that a credit in the message at hand has just taken back.
  package func standingDebit(
    allocation: Int32,
    first: CivilDate,
    category: ProductCategory,
    code: ProductCode,
    except revoked: Set<Int32>
  ) -> Int? {
    let hash = Self.hash(allocation, first, category, code)
    return byDelivery.find(hash: hash) { row in
      let line = numbers[row]
      let flags = Flags(rawValue: line.flags)
      return line.allocation == allocation && line.first == first.dayNumber
        && UInt32(line.category) == category.number
        && codes.text(line.product) == code.description
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
    _ allocation: Int32,
    _ first: CivilDate,
    _ category: ProductCategory,
    _ code: ProductCode
  ) -> UInt64 {
    var hash = StableHash()
    let day = UInt64(UInt32(bitPattern: first.dayNumber))
    hash.combine(UInt64(UInt32(bitPattern: allocation)) << 32 | day)
    hash.combine(UInt64(category.number))
    hash.combine(code.description)
    return hash.value
  }
}

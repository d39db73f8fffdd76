import Columns
package import Journal
import Quantities

extension ClaimLedger {
  /// Writes the ledger.
  package func write(to writer: inout BinaryWriter) {
    writer.count(claims.count)
    for claim in claims { write(claim, to: &writer) }
    lines.write(to: &writer)
    let balances = (0..<balanceCount).map { balance(of: Int32($0)) }
    for unit in CountedVolumes.units { writer.column(balances.map { $0.volumes[unit] }, .delta) }
    writer.column(balances.map(\.minutes), .delta)
    writer.column(balances.map(\.delivered), .delta)
    writer.column(balances.map(\.amount.rawValue), .delta)
    writer.column(balances.map(\.standingLines), .delta)
    own.write(to: &writer)
    unallocatedLines.write(to: &writer)
    writeOpenings(to: &writer)
  }

  private func write(_ claim: ClaimRecord, to writer: inout BinaryWriter) {
    writer.signed(claim.position)
    writer.varint(UInt64(claim.municipality.number))
    writer.varint(UInt64(claim.provider.number))
    writer.string(claim.number)
    writer.fixed(claim.period.first.dayNumber)
    writer.fixed(claim.period.last.dayNumber)
    writer.signed(claim.claimed.rawValue)
    writer.optional(claim.awarded) { $0.signed($1.rawValue) }
    writer.optional(claim.schemaVersion) { $0.string($1) }
    writer.boolean(claim.isAnnulled)
    writer.boolean(claim.isTable)
    writer.count(claim.lineCount)
  }

  /// Reads what `write` wrote; anything else is a failure with its place.
  package init(from reader: inout BinaryReader) throws(BinaryFailure) {
    self.init()
    var firstLine = 0
    for _ in 0..<(try reader.count()) {
      let claim = try Self.claim(from: &reader, firstLine: firstLine)
      // The index by message rests on this order; the groups of one table share a position.
      guard claims.last.map({ Self.follows(claim, $0) }) ?? true else {
        throw reader.failure(.notAllowed("the claims are not in order"))
      }
      firstLine += claim.lineCount
      add(claim)
    }
    let table = try LineTable(from: &reader) { [self] claim in
      claim >= 0 && Int(claim) < claims.count ? claims[Int(claim)].provider : nil
    }
    guard table.count == firstLine else { throw reader.failure(.outOfRange) }
    let balances = try Self.balances(from: &reader)
    let own = try OwnLines(from: &reader) { [self] row throws(BinaryFailure) in
      guard row >= 0, Int(row) < table.count else { throw BinaryFailure(.outOfRange, at: 0) }
      let provider = claims[Int(table.claim(of: Int(row)))].provider
      return (provider, table.flags(of: Int(row)))
    }
    let unallocated = try UnallocatedLines(from: &reader) { [self] row throws(BinaryFailure) in
      guard row >= 0, Int(row) < table.count else { throw BinaryFailure(.outOfRange, at: 0) }
      let line = table[Int(row)]
      return (claims[Int(line.claim)].provider, line.code, line.period.first.firstOfMonth)
    }
    take(table, balances, own)
    take(unallocated, try Self.openings(from: &reader))
  }

  private static func follows(_ claim: ClaimRecord, _ last: ClaimRecord) -> Bool {
    last.position < claim.position
      || (last.position == claim.position && last.isTable && claim.isTable)
  }

  private func writeOpenings(to writer: inout BinaryWriter) {
    let ordered = openings.sorted { $0.key < $1.key }
    writer.column(ordered.map(\.key), .delta)
    writer.column(ordered.map(\.value.balance.municipality.number), .delta)
    writer.column(ordered.map(\.value.balance.number), .delta)
    writer.column(ordered.map(\.value.balance.volume), .delta)
    writer.column(ordered.map { $0.value.balance.unit?.rawValue ?? 0 })
    writer.column(ordered.map(\.value.balance.amount.rawValue), .delta)
    writer.column(ordered.map(\.value.position), .delta)
  }

  private static func openings(
    from reader: inout BinaryReader
  ) throws(BinaryFailure) -> [Int32: OpeningBalance] {
    let slots = try reader.column(of: Int32.self)
    let municipalities = try reader.column(of: UInt32.self)
    let numbers = try reader.column(of: Int64.self)
    let volumes = try reader.column(of: Int64.self)
    let units = try reader.column(of: UInt8.self)
    let amounts = try reader.column(of: Int64.self)
    let positions = try reader.column(of: Int64.self)
    let counts = [
      municipalities.count, numbers.count, volumes.count, units.count, amounts.count,
      positions.count,
    ]
    guard counts.allSatisfy({ $0 == slots.count }) else { throw reader.failure(.outOfRange) }
    var openings: [Int32: OpeningBalance] = [:]
    for (place, slot) in slots.enumerated() {
      let unit = ClaimUnit(rawValue: units[place])
      guard slot >= 0, let municipality = MunicipalityCode(number: municipalities[place]),
        unit != nil || units[place] == 0
      else { throw reader.failure(.outOfRange) }
      let balance = TakenOverBalance(
        municipality: municipality,
        number: numbers[place],
        volume: volumes[place],
        unit: unit,
        amount: Cents(amounts[place])
      )
      openings[slot] = OpeningBalance(balance: balance, position: positions[place])
    }
    return openings
  }

  private static func balances(
    from reader: inout BinaryReader
  ) throws(BinaryFailure) -> [AllocationBalance] {
    var volumes: [(ClaimUnit, [Int64])] = []
    for unit in CountedVolumes.units { volumes.append((unit, try reader.column(of: Int64.self))) }
    let minutes = try reader.column(of: Int64.self)
    let delivered = try reader.column(of: Int64.self)
    let amounts = try reader.column(of: Int64.self)
    let lines = try reader.column(of: Int32.self)
    let counts = volumes.map(\.1.count) + [delivered.count, amounts.count, lines.count]
    guard counts.allSatisfy({ $0 == minutes.count }) else { throw reader.failure(.outOfRange) }
    return minutes.indices.map { slot in
      var counted = CountedVolumes()
      for (unit, column) in volumes { counted[unit] = column[slot] }
      return AllocationBalance(
        volumes: counted,
        minutes: minutes[slot],
        delivered: delivered[slot],
        amount: Cents(amounts[slot]),
        standingLines: lines[slot]
      )
    }
  }

  private static func claim(
    from reader: inout BinaryReader,
    firstLine: Int
  ) throws(BinaryFailure) -> ClaimRecord {
    let position = try reader.signed()
    let municipality = MunicipalityCode(number: try reader.varint())
    let provider = ProviderCode(number: try reader.varint())
    let number = try reader.string()
    let first = CivilDate(storedDayNumber: try reader.fixed(Int32.self))
    let last = CivilDate(storedDayNumber: try reader.fixed(Int32.self))
    let claimed = Cents(try reader.signed())
    let awarded = try reader.boolean() ? Cents(try reader.signed()) : nil
    let schema = try reader.optional { reader throws(BinaryFailure) in try reader.string() }
    let isAnnulled = try reader.boolean()
    let isTable = try reader.boolean()
    let lineCount = try reader.varint()
    guard let municipality, let provider, let first, let last,
      let period = Period(from: first, through: last), lineCount <= UInt64(Int32.max)
    else { throw reader.failure(.outOfRange) }
    return ClaimRecord(
      position: position,
      municipality: municipality,
      provider: provider,
      number: number,
      period: period,
      claimed: claimed,
      awarded: awarded,
      schemaVersion: schema,
      isAnnulled: isAnnulled,
      isTable: isTable,
      firstLine: firstLine,
      lineCount: Int(lineCount)
    )
  }
}

extension ClaimLedger: Equatable {
  /// Whether both hold the same claims, lines and balances.
  package static func == (left: ClaimLedger, right: ClaimLedger) -> Bool {
    guard left.claims == right.claims, left.lines == right.lines, left.own == right.own,
      left.unallocatedLines == right.unallocatedLines, left.openings == right.openings
    else { return false }
    let count = max(left.balanceCount, right.balanceCount)
    return (0..<count).allSatisfy { left.balance(of: Int32($0)) == right.balance(of: Int32($0)) }
  }
}

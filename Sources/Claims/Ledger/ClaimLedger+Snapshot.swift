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
    writer.column(balances.map(\.volume), .delta)
    writer.column(balances.map(\.minutes), .delta)
    writer.column(balances.map(\.delivered), .delta)
    writer.column(balances.map(\.amount.rawValue), .delta)
    writer.column(balances.map(\.standingLines), .delta)
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
    writer.count(claim.lineCount)
  }

  /// Reads what `write` wrote; anything else is a failure with its place.
  package init(from reader: inout BinaryReader) throws(BinaryFailure) {
    self.init()
    var firstLine = 0
    for _ in 0..<(try reader.count()) {
      let claim = try Self.claim(from: &reader, firstLine: firstLine)
      firstLine += claim.lineCount
      add(claim)
    }
    let table = try LineTable(from: &reader) { [self] claim in
      claim >= 0 && Int(claim) < claims.count ? claims[Int(claim)].provider : nil
    }
    guard table.count == firstLine else { throw reader.failure(.outOfRange) }
    let volumes = try reader.column(of: Int64.self)
    let minutes = try reader.column(of: Int64.self)
    let delivered = try reader.column(of: Int64.self)
    let amounts = try reader.column(of: Int64.self)
    let counts = try reader.column(of: Int32.self)
    guard
      [minutes.count, delivered.count, amounts.count, counts.count]
        .allSatisfy({ $0 == volumes.count })
    else {
      throw reader.failure(.outOfRange)
    }
    take(
      table,
      volumes.indices.map {
        AllocationBalance(
          volume: volumes[$0],
          minutes: minutes[$0],
          delivered: delivered[$0],
          amount: Cents(amounts[$0]),
          standingLines: counts[$0]
        )
      }
    )
  }

  private static func claim(
    from reader: inout BinaryReader,
    firstLine: Int
  ) throws(BinaryFailure) -> ClaimRecord {
    let position = try reader.signed()
    let municipality = MunicipalityCode(number: try reader.varint())
    let provider = ProviderCode(number: try reader.varint())
    let number = try reader.string()
    let first = CivilDate(dayNumber: try reader.fixed(Int32.self))
    let last = CivilDate(dayNumber: try reader.fixed(Int32.self))
    let claimed = Cents(try reader.signed())
    let awarded = try reader.boolean() ? Cents(try reader.signed()) : nil
    let lineCount = try reader.varint()
    guard let municipality, let provider, let period = Period(from: first, through: last),
      lineCount <= UInt64(Int32.max)
    else { throw reader.failure(.outOfRange) }
    return ClaimRecord(
      position: position,
      municipality: municipality,
      provider: provider,
      number: number,
      period: period,
      claimed: claimed,
      awarded: awarded,
      firstLine: firstLine,
      lineCount: Int(lineCount)
    )
  }
}

extension ClaimLedger: Equatable {
  /// Whether both hold the same claims, lines and balances.
  package static func == (left: ClaimLedger, right: ClaimLedger) -> Bool {
    guard left.claims == right.claims, left.lines == right.lines else { return false }
    let count = max(left.balanceCount, right.balanceCount)
    return (0..<count).allSatisfy { left.balance(of: Int32($0)) == right.balance(of: Int32($0)) }
  }
}

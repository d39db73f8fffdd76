package import Journal
import People
import Quantities
package import Rules

/// The bulk of a claim in the journal: its lines, its clients and the receipts, column by column.
///
/// A released layout is never changed, only followed by a next version; golden bytes in the tests
/// hold it.
package enum ClaimColumns {
  /// The lines as they were claimed.
  package static let linesLayout = Layout("claim-lines", version: 1)
  /// The clients the lines point to.
  package static let clientsLayout = Layout("claim-clients", version: 1)
  /// The receipts of the verdicts, line by line.
  package static let receiptsLayout = Layout("claim-receipts", version: 1)
}

// MARK: - Lines

extension ClaimColumns {
  /// Writes lines in the order of the message.
  package static func write(_ lines: [ClaimLine]) -> [UInt8] {
    var writer = BinaryWriter(capacity: lines.count * 64 + 64)
    writer.column(lines.map(\.reference))
    writer.column(lines.map { $0.previousReference ?? "" })
    writer.column(lines.map(\.clientIndex), .delta)
    writer.column(lines.map(\.allocationNumber), .delta)
    writer.column(lines.map { UInt8(truncatingIfNeeded: $0.category.number) })
    var codes: [String: Int32] = [:]
    var distinct: [String] = []
    let codeColumn = lines.map { line -> Int32 in
      if let known = codes[line.code.description] { return known }
      let next = Int32(truncatingIfNeeded: distinct.count)
      codes[line.code.description] = next
      distinct.append(line.code.description)
      return next
    }
    writer.column(distinct)
    writer.column(codeColumn, .delta)
    writer.column(lines.map(\.period.first.dayNumber), .delta)
    writer.column(lines.map(\.period.last.dayNumber), .delta)
    writer.column(lines.map(\.volume), .delta)
    writer.column(lines.map(\.unit.rawValue))
    writer.column(lines.map { $0.tariff?.rawValue ?? -1 }, .delta)
    writer.column(lines.map(\.amount.rawValue), .delta)
    writer.column(lines.map { UInt8($0.isCredit ? 1 : 0) })
    return writer.bytes
  }

  /// Reads lines back; anything that `write` cannot have written is a failure.
  package static func lines(_ bytes: [UInt8]) throws(BinaryFailure) -> [ClaimLine] {
    var reader = BinaryReader(bytes)
    let references = try reader.texts()
    let previous = try reader.texts()
    let clients = try reader.column(of: Int32.self)
    let allocations = try reader.column(of: Int64.self)
    let categories = try reader.column(of: UInt8.self)
    let codes = try reader.texts().map { text throws(BinaryFailure) -> ProductCode in
      guard let code = ProductCode(text) else { throw reader.failure(.outOfRange) }
      return code
    }
    let codeColumn = try reader.column(of: Int32.self)
    let firstDays = try reader.column(of: Int32.self)
    let lastDays = try reader.column(of: Int32.self)
    let volumes = try reader.column(of: Int64.self)
    let units = try reader.column(of: UInt8.self)
    let tariffs = try reader.column(of: Int64.self)
    let amounts = try reader.column(of: Int64.self)
    let credits = try reader.column(of: UInt8.self)
    try reader.finish()
    let counts = [
      previous.count, clients.count, allocations.count, categories.count, codeColumn.count,
      firstDays.count, lastDays.count, volumes.count, units.count, tariffs.count, amounts.count,
      credits.count,
    ]
    guard counts.allSatisfy({ $0 == references.count }) else { throw reader.failure(.outOfRange) }
    var lines: [ClaimLine] = []
    lines.reserveCapacity(references.count)
    for row in references.indices {
      guard let first = CivilDate(storedDayNumber: firstDays[row]),
        let last = CivilDate(storedDayNumber: lastDays[row]),
        let period = Period(from: first, through: last),
        let category = ProductCategory(number: categories[row]),
        let unit = ClaimUnit(rawValue: units[row]), codes.indices.contains(Int(codeColumn[row])),
        isCountable(volumes[row]), isCountable(amounts[row]),
        tariffs[row] == -1 || isCountable(tariffs[row])
      else { throw reader.failure(.outOfRange) }
      lines.append(
        ClaimLine(
          reference: references[row],
          previousReference: previous[row].isEmpty ? nil : previous[row],
          clientIndex: clients[row],
          allocationNumber: allocations[row],
          category: category,
          code: codes[Int(codeColumn[row])],
          period: period,
          volume: volumes[row],
          unit: unit,
          tariff: tariffs[row] < 0 ? nil : Cents(tariffs[row]),
          amount: Cents(amounts[row]),
          isCredit: credits[row] != 0
        )
      )
    }
    return lines
  }

  /// Whether a number may stand in a line: what is larger could not be added up.
  private static func isCountable(_ number: Int64) -> Bool {
    number >= 0 && number <= ClaimLine.largestNumber
  }
}

// MARK: - Clients

extension ClaimColumns {
  /// Writes the clients of a claim and what was said of each.
  package static func write(_ clients: [ClaimedClient], _ verdicts: [Assessment]) -> [UInt8] {
    var writer = BinaryWriter(capacity: clients.count * 17 + 16)
    writer.column(clients.map(\.key.high))
    writer.column(clients.map(\.key.low))
    writer.column(verdicts.map(\.failed.bits))
    return writer.bytes
  }

  /// Reads clients back, with what was said of each.
  package static func clients(
    _ bytes: [UInt8]
  ) throws(BinaryFailure) -> (clients: [ClaimedClient], verdicts: [Assessment]) {
    var reader = BinaryReader(bytes)
    let high = try reader.column(of: UInt64.self)
    let low = try reader.column(of: UInt64.self)
    let failed = try reader.column(of: UInt64.self)
    try reader.finish()
    guard high.count == low.count, failed.count == high.count || failed.isEmpty else {
      throw reader.failure(.outOfRange)
    }
    return (
      zip(high, low).map { ClaimedClient(key: ClientKey(high: $0, low: $1)) },
      failed.map { Assessment(failed: RuleMask(bits: $0)) }
    )
  }
}

// MARK: - Receipts

extension ClaimColumns {
  /// Writes receipts in the order of the lines.
  package static func write(_ receipts: [LineReceipt]) -> [UInt8] {
    var writer = BinaryWriter(capacity: receipts.count * 24 + 64)
    writer.column(receipts.map(\.allocation), .delta)
    writer.column(receipts.map(\.allocationPosition), .delta)
    writer.column(receipts.map(\.priceRow), .delta)
    writer.column(receipts.map(\.usedVolume), .delta)
    writer.column(receipts.map(\.usedAmount.rawValue), .delta)
    writer.column(receipts.map(\.sameReference), .delta)
    writer.column(receipts.map(\.debit.rawValue))
    writer.column(receipts.map(\.debitLine), .delta)
    writer.column(receipts.map(\.standingDebit), .delta)
    writer.column(receipts.map(\.assessment.failed.bits), .delta)
    writer.column(receipts.map(\.assessment.notAssessed.bits), .delta)
    writer.column(receipts.map { UInt8($0.isAssessed ? 1 : 0) })
    return writer.bytes
  }

  /// Reads receipts back.
  package static func receipts(_ bytes: [UInt8]) throws(BinaryFailure) -> [LineReceipt] {
    var reader = BinaryReader(bytes)
    let allocations = try reader.column(of: Int32.self)
    let versions = try reader.column(of: Int64.self)
    let prices = try reader.column(of: Int32.self)
    let volumes = try reader.column(of: Int64.self)
    let amounts = try reader.column(of: Int64.self)
    let references = try reader.column(of: Int32.self)
    let matches = try reader.column(of: UInt8.self)
    let debits = try reader.column(of: Int32.self)
    let standing = try reader.column(of: Int32.self)
    let failed = try reader.column(of: UInt64.self)
    let notAssessed = try reader.column(of: UInt64.self)
    let assessed = try reader.column(of: UInt8.self)
    try reader.finish()
    let counts = [
      versions.count, prices.count, volumes.count, amounts.count, references.count, matches.count,
      debits.count, standing.count, failed.count, notAssessed.count, assessed.count,
    ]
    guard counts.allSatisfy({ $0 == allocations.count }) else { throw reader.failure(.outOfRange) }
    var receipts: [LineReceipt] = []
    receipts.reserveCapacity(allocations.count)
    for row in allocations.indices {
      guard let match = DebitMatch(rawValue: matches[row]), allocations[row] >= -1,
        prices[row] >= -1, references[row] >= -1, debits[row] >= -1, standing[row] >= -2
      else { throw reader.failure(.outOfRange) }
      receipts.append(
        LineReceipt(
          allocation: allocations[row],
          allocationPosition: versions[row],
          priceRow: prices[row],
          usedVolume: volumes[row],
          usedAmount: Cents(amounts[row]),
          sameReference: references[row],
          debit: match,
          debitLine: debits[row],
          standingDebit: standing[row],
          assessment: Assessment(
            failed: RuleMask(bits: failed[row]),
            notAssessed: RuleMask(bits: notAssessed[row])
          ),
          isAssessed: assessed[row] != 0
        )
      )
    }
    return receipts
  }
}

// MARK: - Slots

extension ClaimColumns {
  /// One number per line: a slot of an allocation, or a place in a claim.
  package static let slotsLayout = Layout("claim-slots", version: 1)

  package static func write(slots: [Int32]) -> [UInt8] {
    var writer = BinaryWriter(capacity: slots.count * 2 + 8)
    writer.column(slots, .delta)
    return writer.bytes
  }

  package static func slots(_ bytes: [UInt8]) throws(BinaryFailure) -> [Int32] {
    var reader = BinaryReader(bytes)
    let slots = try reader.column(of: Int32.self)
    try reader.finish()
    return slots
  }
}

import Landscape
import Quantities

/// Plans a year of support that goes in tables: who gets what from whom, and what goes wrong.
///
/// There are no national messages for Participation (003:381); Youth goes in tables here as well.
struct DeliveryPlanner {
  let lots: [PlannedLot]
  /// What a segment needs that its strategy does not say, by its code.
  let tables: [String: NoordLimburgTable.Segment]
  let municipalities: [MunicipalityCode]
  let size: RegionSize
  private var generator: SeededGenerator
  private var clients = 0

  init(
    _ lots: [PlannedLot],
    tables: [String: NoordLimburgTable.Segment],
    municipalities: [MunicipalityCode],
    size: RegionSize,
    seed: UInt64
  ) {
    self.lots = lots
    self.tables = tables
    self.municipalities = municipalities
    self.size = size
    generator = SeededGenerator(seed: seed, part: 60)
  }

  /// All rows, with the month in which each is sent and its reference.
  mutating func rows() -> [DeliveredRow] {
    var rows: [DeliveredRow] = []
    for lot in lots {
      guard let table = tables[lot.segment.code], table.clients > 0,
        let priced = table.products.first
      else { continue }
      let residents = municipalities.map {
        NoordLimburgTable.places[$0.description]?.residents ?? 1
      }
      let wanted = Int64(max(size.clients(table.clients), municipalities.count))
      let counts = Apportionment.divide(wanted, by: residents, minimum: 1)
      for (place, count) in counts.enumerated() {
        let present = lot.contracts.filter { $0.area.contains(place) }
        for _ in 0..<count {
          guard let provider = generator.pick(present)?.provider else { continue }
          clients += 1
          rows += support(provider, municipalities[place], priced)
        }
      }
    }
    rows = withFaults(rows, before: priceBefore)
    number(&rows)
    return rows
  }

  private var priceBefore: [String: Int64] {
    var prices: [String: Int64] = [:]
    for priced in tables.values.flatMap(\.products) {
      prices[priced.product.code] = priced.before
    }
    return prices
  }

  /// A row for each month of a client's trajectory.
  private mutating func support(
    _ provider: Int,
    _ municipality: MunicipalityCode,
    _ priced: NoordLimburgTable.Priced
  ) -> [DeliveredRow] {
    let first = Calendar2025.day(2025, 1 + generator.below(8), 1)
    let begin = generator.chance(perMille: 400) ? first.adding(days: generator.below(20)) : first
    let months = generator.number(in: 3...12)
    let end = min(Calendar2025.last, begin.adding(months: months).adding(days: -1))
    return Calendar2025.months(of: Calendar2025.period(begin, end)).map { period in
      let isPiece = priced.product.unit == .outputPiece
      let volume = isPiece ? 1 : Int64(generator.number(in: 4...26))
      let late = period.first.month < 11 && generator.chance(perMille: 30) ? 1 : 0
      return DeliveredRow(
        client: clients,
        provider: provider,
        municipality: municipality,
        product: priced.product,
        period: period,
        volume: volume,
        tariff: priced.current,
        cents: volume * priced.current,
        round: period.first.month + late
      )
    }
  }

  /// Numbers the rows in the order of the tables, and ties credits to what they take back.
  private func number(_ rows: inout [DeliveredRow]) {
    let order = rows.indices.sorted { left, right in
      (rows[left].round, rows[left].provider, rows[left].client, left)
        < (rows[right].round, rows[right].provider, rows[right].client, right)
    }
    var references: [Int: Int] = [:]
    for (place, index) in order.enumerated() {
      rows[index].reference = place + 1
      references[index] = place + 1
    }
    for index in rows.indices {
      if let debit = rows[index].previous { rows[index].previous = references[debit] }
    }
    rows = order.map { rows[$0] }
  }
}

// MARK: - Faults

extension DeliveryPlanner {
  /// How many of a thousand rows get each fault.
  private static let shares: [(DeliveryFault, Int)] = [
    (.oldTariff, 7), (.wrongAmount, 6), (.tooEarly, 4), (.double, 6), (.mistaken, 6),
  ]

  /// Adds faults with their corrections; a client gets at most one.
  private mutating func withFaults(
    _ right: [DeliveredRow],
    before: [String: Int64]
  ) -> [DeliveredRow] {
    var rows = right
    var order = Array(right.indices)
    generator.shuffle(&order)
    var touched: Set<Int> = []
    for (fault, share) in DeliveryPlanner.shares {
      var left = max(1, right.count * share / 1000)
      for index in order where left > 0 {
        let row = right[index]
        guard row.round < 12, row.round == row.period.first.month, !touched.contains(row.client)
        else { continue }
        guard place(fault, index, &rows, before: before) else { continue }
        touched.insert(row.client)
        left -= 1
      }
    }
    return rows
  }

  private func place(
    _ fault: DeliveryFault,
    _ index: Int,
    _ rows: inout [DeliveredRow],
    before: [String: Int64]
  ) -> Bool {
    var wrong = rows[index]
    wrong.fault = fault
    switch fault {
    case .oldTariff:
      guard let tariff = before[wrong.product.code] else { return false }
      wrong.tariff = tariff
      wrong.cents = tariff * wrong.volume
      rows[index].round += 1
    case .wrongAmount:
      wrong.cents += 1_000
      rows[index].round += 1
    case .tooEarly:
      // Sent a month before the one that it is about is over.
      guard wrong.round > 1, wrong.period.last.parts.day > 20 else { return false }
      wrong.round -= 1
    case .double: wrong.round += 1
    case .mistaken:
      guard wrong.product.unit == .hour else { return false }
      wrong.volume += 1
      wrong.cents = wrong.volume * wrong.tariff
      var credit = wrong
      credit.round += 1
      credit.previous = rows.count
      rows[index].round += 2
      rows.append(wrong)
      rows.append(credit)
      return true
    }
    rows.append(wrong)
    return true
  }
}

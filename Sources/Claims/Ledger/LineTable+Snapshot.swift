import Columns
import Journal
import Quantities

extension LineTable {
  /// Writes the lines, column by column.
  func write(to writer: inout BinaryWriter) {
    let rows = 0..<count
    writer.column(rows.map { texts.text(at: $0) })
    writer.column(numbers.map(\.claim), .delta)
    writer.column(numbers.map(\.allocation), .delta)
    writer.column(numbers.map(\.first), .delta)
    writer.column(numbers.map(\.last), .delta)
    writer.column(numbers.map(\.category))
    writer.column(rows.map { codes.text(numbers[$0].product) })
    writer.column(numbers.map(\.unit))
    writer.column(numbers.map(\.volume), .delta)
    writer.column(numbers.map(\.tariff), .delta)
    writer.column(numbers.map(\.amount), .delta)
    writer.column(numbers.map(\.flags))
    writer.column(numbers.map(\.refusal))
  }

  /// Reads what `write` wrote.
  ///
  /// The provider of a claim is what `providerOf` says: nil for a claim that is not known.
  init(
    from reader: inout BinaryReader,
    providerOf: (Int32) -> ProviderCode?
  ) throws(BinaryFailure) {
    self.init()
    let references = try reader.texts()
    let claims = try reader.column(of: Int32.self)
    let allocations = try reader.column(of: Int32.self)
    let firstDays = try reader.column(of: Int32.self)
    let lastDays = try reader.column(of: Int32.self)
    let categories = try reader.column(of: UInt8.self)
    let products = try reader.texts()
    let units = try reader.column(of: UInt8.self)
    let volumes = try reader.column(of: Int64.self)
    let tariffs = try reader.column(of: Int64.self)
    let amounts = try reader.column(of: Int64.self)
    let flags = try reader.column(of: UInt8.self)
    let refusals = try reader.column(of: UInt8.self)
    let counts = [
      claims.count, allocations.count, firstDays.count, lastDays.count, categories.count,
      products.count, units.count, volumes.count, tariffs.count, amounts.count, flags.count,
      refusals.count,
    ]
    guard counts.allSatisfy({ $0 == references.count }) else { throw reader.failure(.outOfRange) }
    for row in references.indices {
      guard let provider = providerOf(claims[row]), let code = ProductCode(products[row]),
        let unit = ClaimUnit(rawValue: units[row]),
        let category = ProductCategory(number: categories[row]),
        let first = CivilDate(storedDayNumber: firstDays[row]),
        let last = CivilDate(storedDayNumber: lastDays[row]),
        let period = Period(from: first, through: last), allocations[row] >= -1,
        flags[row] & ~Flags.all.rawValue == 0
      else { throw reader.failure(.outOfRange) }
      _ = append(
        LineRow(
          claim: claims[row],
          allocation: allocations[row],
          reference: references[row],
          category: category,
          code: code,
          period: period,
          volume: volumes[row],
          unit: unit,
          tariff: tariffs[row] < 0 ? nil : Cents(tariffs[row]),
          amount: Cents(amounts[row]),
          flags: Flags(rawValue: flags[row]),
          refusal: refusals[row]
        ),
        of: provider
      )
    }
  }
}

extension LineTable: Equatable {
  /// Whether both hold the same lines in the same order.
  package static func == (left: LineTable, right: LineTable) -> Bool {
    left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }
}

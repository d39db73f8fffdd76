import Access
import Commissioning
import Journal
import Quantities

extension RegionProfile {
  static let eventName = "region.opened"

  var body: [UInt8] {
    JSONWriter.object { json in
      json.array("municipalities") { json in
        for code in municipalities { json.string(code.description) }
      }
    }
  }

  init(body: [UInt8]) throws(JSONFailure) {
    self = try JSONValue.read(body) { fields throws(JSONFailure) in
      RegionProfile(
        municipalities: try fields.array("municipalities") { value throws(JSONFailure) in
          guard let code = MunicipalityCode(try value.string()) else {
            throw JSONFailure(.notAllowed("it is not a municipality code"))
          }
          return code
        }
      )
    }
  }
}

extension RegionSettings {
  static let eventName = "region.settings-changed"

  /// The answers of the region, in the words of its settings file.
  var body: [UInt8] {
    JSONWriter.object { json in
      json.array("choices") { json in
        for line in fileLines {
          json.object { json in
            json.field("key", line.key)
            json.field("value", line.value)
          }
        }
      }
    }
  }

  init(body: [UInt8]) throws(JSONFailure) {
    let lines = try JSONValue.read(body) { fields throws(JSONFailure) in
      try fields.array("choices") { value throws(JSONFailure) in
        try value.fields { fields throws(JSONFailure) in
          SettingLine(
            key: try fields.string("key"),
            value: try fields.string("value"),
            line: 0
          )
        }
      }
    }
    switch RegionSettings.parse(lines) {
    case .success(let settings): self = settings
    case .failure: throw JSONFailure(.notAllowed("it holds a setting that is not known"))
    }
  }
}

/// A price list in the journal: a short body, and the rows as columns.
enum PriceListColumns {
  static let eventName = "prices.imported"
  static let derivedName = "prices.derived"
  /// A list that was imported.
  static let layout = Layout("price-list", version: 1)
  /// A list that follows from contracts: the same columns, and the contract of each row.
  static let sourcedLayout = Layout("price-list", version: 2)

  /// The layout in which a list is written.
  static func layout(of list: PriceList) -> Layout {
    list.lines.contains { $0.source != nil } ? sourcedLayout : layout
  }

  static func body(_ list: PriceList) -> [UInt8] {
    JSONWriter.object { json in json.field("rows", Int64(list.count)) }
  }

  static func write(_ list: PriceList) -> [UInt8] {
    let rows = list.lines.map(\.row)
    var writer = BinaryWriter(capacity: rows.count * 24 + 64)
    writer.column(list.lines.map { Int64($0.line) }, .delta)
    writer.column(rows.map { $0.municipality.map { Int64($0.number) } ?? -1 }, .delta)
    writer.column(rows.map { $0.provider.map { Int64($0.number) } ?? -1 }, .delta)
    writer.column(rows.map { $0.category.map { Int64($0.number) } ?? -1 }, .delta)
    writer.column(rows.map { $0.code?.description ?? "" })
    writer.column(rows.map { $0.unit?.rawValue ?? 0 })
    writer.column(rows.map(\.tariff.rawValue), .delta)
    writer.column(rows.map { $0.variant?.rawValue ?? "" })
    writer.column(rows.map(\.period.first.dayNumber), .delta)
    writer.column(rows.map { $0.period.last?.dayNumber ?? .max })
    if layout(of: list) == sourcedLayout { write(list.lines.map(\.source), to: &writer) }
    return writer.bytes
  }

  static func read(_ bytes: [UInt8], _ layout: Layout) throws(BinaryFailure) -> PriceList {
    var reader = BinaryReader(bytes)
    let lines = try reader.column(of: Int64.self)
    let municipalities = try reader.column(of: Int64.self)
    let providers = try reader.column(of: Int64.self)
    let categories = try reader.column(of: Int64.self)
    let codes = try reader.texts()
    let units = try reader.column(of: UInt8.self)
    let tariffs = try reader.column(of: Int64.self)
    let variants = try reader.texts()
    let firstDays = try reader.column(of: Int32.self)
    let lastDays = try reader.column(of: Int32.self)
    let sources =
      layout == sourcedLayout
      ? try readSources(from: &reader) : [PriceSource?](repeating: nil, count: lines.count)
    try reader.finish()
    let counts = [
      municipalities.count, providers.count, categories.count, codes.count, units.count,
      tariffs.count, variants.count, firstDays.count, lastDays.count, sources.count,
    ]
    guard counts.allSatisfy({ $0 == lines.count }) else { throw reader.failure(.outOfRange) }
    var rows: [PriceLine] = []
    for row in lines.indices {
      let last = try present(
        lastDays[row] == .max,
        CivilDate(storedDayNumber: lastDays[row]),
        reader
      )
      guard lines[row] >= 0, tariffs[row] >= 0,
        let first = CivilDate(storedDayNumber: firstDays[row]),
        let period = OpenPeriod(from: first, through: last)
      else { throw reader.failure(.outOfRange) }
      let price = PriceRow(
        municipality: try present(
          municipalities[row] == -1,
          MunicipalityCode(number: municipalities[row]),
          reader
        ),
        provider: try present(providers[row] == -1, ProviderCode(number: providers[row]), reader),
        category: try present(
          categories[row] == -1,
          ProductCategory(number: categories[row]),
          reader
        ),
        code: try present(codes[row].isEmpty, ProductCode(codes[row]), reader),
        unit: try present(units[row] == 0, ClaimUnit(rawValue: units[row]), reader),
        tariff: Cents(tariffs[row]),
        variant: try present(
          variants[row].isEmpty,
          DeliveryVariant(rawValue: variants[row]),
          reader
        ),
        period: period
      )
      rows.append(PriceLine(line: Int(lines[row]), row: price, source: sources[row]))
    }
    guard case .success(let list) = PriceList.make(rows) else { throw reader.failure(.outOfRange) }
    return list
  }

  /// Writes each source once, and for each row which one it is; -1 for none.
  private static func write(_ sources: [PriceSource?], to writer: inout BinaryWriter) {
    var places: [PriceSource: Int32] = [:]
    var distinct: [PriceSource] = []
    let column = sources.map { source -> Int32 in
      guard let source else { return -1 }
      if let known = places[source] { return known }
      places[source] = Int32(distinct.count)
      distinct.append(source)
      return Int32(distinct.count - 1)
    }
    writer.column(distinct.map(\.contract.description))
    writer.column(distinct.map { Int64($0.version) }, .delta)
    writer.column(distinct.map { $0.clause ?? "" })
    writer.column(column, .delta)
  }

  private static func readSources(
    from reader: inout BinaryReader
  ) throws(BinaryFailure) -> [PriceSource?] {
    let contracts = try reader.texts()
    let versions = try reader.column(of: Int64.self)
    let clauses = try reader.texts()
    let column = try reader.column(of: Int32.self)
    guard versions.count == contracts.count, clauses.count == contracts.count else {
      throw reader.failure(.outOfRange)
    }
    var distinct: [PriceSource] = []
    for (place, text) in contracts.enumerated() {
      guard let contract = ContractCode(text), versions[place] >= 1 else {
        throw reader.failure(.outOfRange)
      }
      distinct.append(
        PriceSource(
          contract: contract,
          version: Int(versions[place]),
          clause: clauses[place].isEmpty ? nil : clauses[place]
        )
      )
    }
    var sources: [PriceSource?] = []
    for number in column {
      guard number >= -1, number < distinct.count else { throw reader.failure(.outOfRange) }
      sources.append(number < 0 ? nil : distinct[Int(number)])
    }
    return sources
  }

  /// A cell that may be empty; one that is not empty and holds nothing of its kind is a failure.
  private static func present<Value>(
    _ isEmpty: Bool,
    _ value: Value?,
    _ reader: BinaryReader
  ) throws(BinaryFailure) -> Value? {
    if isEmpty { return nil }
    guard let value else { throw reader.failure(.outOfRange) }
    return value
  }
}

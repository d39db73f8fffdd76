import Commissioning
import Landscape
import Quantities
import Rules

/// What a file with providers, contracts and tariffs asks for, in the order in which it is done.
struct AgreementFile {
  /// One thing that the file asks for, with the line it stands on.
  struct Item {
    let line: Int
    /// The key of the list it stands in: `contracten`.
    let section: Section
    let command: ContractCommand
  }

  /// A list that may stand in a file.
  enum Section: String, CaseIterable {
    case providers = "aanbieders"
    case contracts = "contracten"
    case tariffs = "tarieven"
  }

  let items: [Item]
  let findings: [ImportFinding]

  /// Reads a file in which the given lists may stand, and nothing else.
  init(_ bytes: [UInt8], sections: [Section]) {
    let file = DraftFile(bytes)
    var items: [Item] = []
    if let root = file.root {
      for section in sections {
        for record in root.records(section.rawValue) {
          let commands = Self.commands(record, section)
          record.finish()
          items += commands.map {
            Item(line: record.place.line, section: section, command: $0)
          }
        }
      }
      root.finish()
      if items.isEmpty, file.findings.all.isEmpty {
        let names = sections.map(\.rawValue).joined(separator: ", ")
        file.findings.add(
          root.place,
          nil,
          BilingualText(
            "er staat niets in. Begin met een lijst onder: \(names).",
            "there is nothing in it. Begin with a list under: \(names)."
          )
        )
      }
    }
    self.items = items
    findings = file.findings.all
  }

  private static func commands(_ record: DraftRecord, _ section: Section) -> [ContractCommand] {
    switch section {
    case .providers: provider(record).map { [.recordProvider($0)] } ?? []
    case .contracts:
      contract(record).map { draft, tariffs in [.conclude(draft)] + tariffs } ?? []
    case .tariffs: tariff(record).map { [$0] } ?? []
    }
  }
}

// MARK: - Providers and tariffs

extension AgreementFile {
  private static func provider(_ record: DraftRecord) -> ProviderRecord? {
    let chamber: ChamberNumber? = record.value("kvk", .digits)
    let name = record.value("naam", .text)
    let codes = record.records("agb").compactMap { dated -> ProviderRecord.DatedCode? in
      let code: ProviderCode? = dated.value("code", .digits)
      let period = period(dated)
      dated.finish()
      guard let code, let period else { return nil }
      return ProviderRecord.DatedCode(code, period)
    }
    let lots: [LotCode] = record.values("percelen", .label())
    let products = record.values("producten", .product)
    let groups = record.values("doelgroepen", .text)
    let area: [MunicipalityCode] = record.values("gebied", .digits)
    let capacity = record.value("capaciteit", ifPresent: .number(0...1_000_000))
    let profile = record.value("profiel", ifPresent: .text)
    guard let chamber, let name else { return nil }
    return ProviderRecord(
      chamber: chamber,
      name: name,
      claimCodes: codes,
      lots: lots,
      products: products,
      targetGroups: groups,
      area: area,
      capacity: capacity,
      profile: profile ?? ""
    )
  }

  /// The days of a block: `vanaf`, and `tot` when there is a last one.
  static func period(_ record: DraftRecord) -> OpenPeriod? {
    let first = record.value("vanaf", .date)
    let last = record.value("tot", ifPresent: .date)
    guard let first else { return nil }
    if let period = OpenPeriod(from: first, through: last) { return period }
    record.findings.add(
      record.place,
      "tot",
      BilingualText(
        "de laatste dag ligt voor de eerste. Verbeter een van beide.",
        "the last day lies before the first. Correct one of the two."
      )
    )
    return nil
  }

  private static func tariff(_ record: DraftRecord) -> ContractCommand? {
    let lot: LotCode? = record.value("perceel", ifPresent: .label())
    let contract: ContractCode? = record.value("contract", ifPresent: .label())
    let scope: TariffScope?
    switch (lot, contract) {
    case (let lot?, nil): scope = .lot(lot)
    case (nil, let contract?): scope = .contract(contract)
    default:
      record.findings.add(
        record.place,
        nil,
        BilingualText(
          "noem een contract of een perceel, en niet allebei.",
          "name a contract or a lot, and not both."
        )
      )
      scope = nil
    }
    return tariff(record, for: scope)
  }

  /// The tariff of a block for a scope; nil when something of it is missing.
  static func tariff(_ record: DraftRecord, for scope: TariffScope?) -> ContractCommand? {
    let product = record.value("product", .product)
    let price = record.value("prijs_cent", .cents)
    let unit = record.value("eenheid", .unit)
    let period = period(record)
    let basis = basis(record)
    let buildUp = record.record("opbouw").flatMap(buildUp)
    guard let scope, let product, let price, let unit, let period else { return nil }
    return .agreeTariff(
      TariffBook.Key(scope, product),
      Tariff(price: price, unit: unit, period: period, buildUp: buildUp, basis: basis)
    )
  }

  /// Where it comes from: `bron`, or else `aanname`; without either it is an assumption.
  static func basis(_ record: DraftRecord) -> Basis {
    let source = record.value("bron", ifPresent: .text)
    let assumption = record.value("aanname", ifPresent: .text)
    if let source { return .document(source) }
    return .assumption(assumption ?? "bij het vastleggen is geen bron genoemd")
  }

  private static func buildUp(_ record: DraftRecord) -> TariffBuildUp? {
    let hourly = record.value("uurkosten_cent", .cents)
    let made = TariffBuildUp(
      hourlyCost: hourly ?? .zero,
      overhead: record.value("overhead", ifPresent: .percentage),
      productivity: record.value("productiviteit", ifPresent: .percentage),
      travelAndTraining: record.value("reis_en_scholing_cent", ifPresent: .cents),
      indexation: record.value("indexering", ifPresent: .percentage),
      otherDemands: record.value("overige_eisen_cent", ifPresent: .cents),
      basis: basis(record)
    )
    record.finish()
    return hourly == nil ? nil : made
  }
}

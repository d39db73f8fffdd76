package import Messages
package import Quantities

/// One large claim that passes every rule, with the awards and prices it rests on: for load.
///
/// Lines go to as many clients as there are test numbers; what is more than two lines for each goes
/// to more allocations and to earlier months, which a claim may hold as arrears.
package struct ClaimFile: Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let lineCount: Int
  package let clientCount: Int
  /// The prices of the only provider, as tab separated text.
  package let contractList: [UInt8]
  private let linesPerClient: Int
  let products: [SupportProduct]
  /// From the last one back.
  let months: [Period]
  let seed: UInt64
  private let composer: Composer

  /// The most lines that fit: four products over the sixty months that a claim may look back.
  package static let maximumLines = clientLimit * 4 * 60

  private static let clientLimit = 9_000

  /// Plans a claim of exactly so many lines, at least one and at most `maximumLines`.
  package static func make(lines: Int, seed: UInt64 = 1) -> ClaimFile {
    ClaimFile(lines: min(max(1, lines), maximumLines), seed: seed)
  }

  private init(lines: Int, seed: UInt64) {
    let clients = min(ClaimFile.clientLimit, (lines + 1) / 2)
    let perClient = (lines + clients - 1) / clients
    let products = Array(ClaimFile.products.prefix(perClient <= 4 ? min(perClient, 2) : 4))
    let monthCount = (perClient + products.count - 1) / products.count
    let lastMonth = Calendar2025.month(ofRound: 12)
    let provider = ProviderCode(uncheckedNumber: 99_990_101)
    let place = ClaimFile.place
    self.seed = seed
    lineCount = lines
    clientCount = clients
    linesPerClient = perClient
    self.products = products
    months = (0..<monthCount).map { Period(monthOf: lastMonth.first.adding(months: -$0)) }
    municipality = place.code
    self.provider = provider
    contractList = ClaimFile.contractList
    let begin = lastMonth.first.adding(months: 1 - monthCount)
    composer = Composer(
      people: PersonRegister(seed: seed),
      providers: [provider],
      municipalities: [place],
      allocations: (0..<clients).flatMap { client in
        products.enumerated().map { order, product in
          ClaimFile.allocation(client, order, product, from: begin)
        }
      }
    )
  }
}

// MARK: - What is awarded

extension ClaimFile {
  /// The only municipality of the load; nobody lives at its addresses.
  private static let place = RegionShape.Municipality(
    code: MunicipalityCode(uncheckedNumber: 356),
    name: "Nieuwegein",
    town: "Nieuwegein",
    postcode: 3430,
    clients: 0,
    cents: 0,
    inConcentrationView: true
  )

  /// What is claimed, with the price of a unit in cents.
  private static let range: [(product: SupportProduct, tariff: Int64)] = [
    (SupportProduct(code: "02OZ2", category: "02", unit: .hour), 6_045),
    (SupportProduct(code: "02OZ3", category: "02", unit: .hour), 7_215),
    (SupportProduct(code: "02OZ1", category: "02", unit: .hour), 5_170),
    (SupportProduct(code: "02OZM", category: "02", unit: .outputPiece), 52_000),
  ]
  private static let products = range.map(\.product)

  private static func tariff(_ product: SupportProduct) -> Int64 {
    range.first { $0.product == product }?.tariff ?? 0
  }

  private static let contractList: [UInt8] = {
    var text =
      "gemeente\taanbieder\tcategorie\tproductcode\teenheid\ttarief_cent\tvariant"
      + "\tingangsdatum\teinddatum\n"
    for product in products {
      let variant = product.unit.isOutput ? "outputgericht" : "inspanningsgericht"
      text += "\t\t\(product.category)\t\(product.code)\t\(product.unit.code)"
      text += "\t\(tariff(product))\t\(variant)\t2020-01-01\t\n"
    }
    return Array(text.utf8)
  }()

  private static func allocation(
    _ client: Int,
    _ order: Int,
    _ product: SupportProduct,
    from first: CivilDate
  ) -> PlannedAllocation {
    let isPiece = product.unit == .outputPiece
    let volume = SupportVolume(
      amount: isPiece ? 1 : 5,
      unit: product.unit,
      frequency: isPiece ? .month : .week
    )
    let version = PlannedVersion(
      day: first.adding(days: -20),
      first: first,
      last: Calendar2025.day(2026, 6, 30),
      size: .volume(volume),
      reason: nil
    )
    return PlannedAllocation(
      number: 4_000_000 + client * 4 + order + 1,
      client: client,
      provider: 0,
      municipality: 0,
      product: .specific(product),
      versions: [version]
    )
  }

  /// The awards that the claim needs, a 301 for each client, each made when it is asked for.
  package var awards: some Sequence<SyntheticFile> & Sendable {
    (0..<clientCount).lazy.map { client in
      let file = awardFile(client)
      return SyntheticFile(
        name: SyntheticFile.name(
          day: file.day,
          serial: client + 1,
          type: file.typeName,
          provider: provider
        ),
        day: file.day,
        bytes: MessageWriter.write(award(client)),
        intent: file.intent
      )
    }
  }

  /// The award of one client as a message.
  package func award(_ client: Int) -> Message {
    composer.message(awardFile(client), serial: client + 1)
  }

  private func awardFile(_ client: Int) -> PlannedFile {
    let first = client * products.count
    return PlannedFile(
      day: composer.allocations[first].versions[0].day,
      provider: 0,
      municipality: 0,
      content: .allocations((first..<first + products.count).map { ($0, 0) }),
      intent: Intent(.accept)
    )
  }
}

// MARK: - The claim

extension ClaimFile {
  /// The day of the claim; process with this day or a later one as today.
  package var day: CivilDate { Calendar2025.day(2026, 1, 6) }

  /// One line of a claim: a product of a client in a month, each by its place in the plan.
  struct Cell {
    let client: Int
    let product: Int
    let month: Int
    /// Makes its reference unique.
    let number: Int
  }

  /// The claim as a message.
  package var message: Message {
    // Round-robin over the clients would scatter their lines: take the clients in turn instead.
    let cells = (0..<lineCount).lazy.map { line in
      let place = line % linesPerClient
      return Cell(
        client: line / linesPerClient,
        product: place % products.count,
        month: place / products.count,
        number: line + 1
      )
    }
    return message(of: cells, called: "N\(lineCount)", period: months[0], part: 8)
  }

  /// A claim of some lines; those of one client follow each other.
  func message(
    of cells: some Sequence<Cell>,
    called name: String,
    period: Period,
    part: Int
  ) -> Message {
    let writer = ClaimWriter()
    let prefix = "\(seed % 1_000)"
    var sheet = writer.begin(
      from: provider,
      to: municipality.description,
      identification: "C" + prefix + name,
      number: "D" + prefix + name,
      period: period,
      on: day
    )
    var generator = SeededGenerator(seed: seed, part: part)
    for cell in cells {
      writer.add(
        content(cell, &generator),
        of: composer.people.citizen(cell.client).digits,
        allocation: composer.allocations[cell.client * products.count + cell.product].number,
        reference: PlannedLine.text(ofReference: cell.number),
        to: &sheet
      )
    }
    return writer.finish(sheet)
  }

  /// The claim as a file in one of the layouts.
  package func claim(_ layout: ClaimLayout = .plain) -> SyntheticFile {
    SyntheticFile(
      name: SyntheticFile.name(day: day, serial: 1, type: "WMO323", provider: provider),
      day: day,
      bytes: layout.apply(to: MessageWriter.write(message), seed: seed),
      intent: Intent(.accept)
    )
  }

  private func content(_ cell: Cell, _ generator: inout SeededGenerator) -> LineContent {
    let product = products[cell.product]
    let period = months[cell.month]
    let tariff = Cents(ClaimFile.tariff(product))
    // Now and then in minutes, which allocations in hours allow (TR341).
    if product.unit != .outputPiece, generator.below(7) == 0 {
      let minutes = Int64(generator.number(in: 20...160)) * 5
      return LineContent(
        product: product,
        period: period,
        volume: minutes,
        unit: .minute,
        tariff: tariff.scaled(by: 1, over: 60)?.rawValue,
        cents: tariff.scaled(by: minutes, over: 60)?.rawValue ?? 0
      )
    }
    let volume = product.unit == .outputPiece ? 1 : Int64(generator.number(in: 1...14))
    return LineContent(
      product: product,
      period: period,
      volume: volume,
      unit: product.unit,
      tariff: tariff.rawValue,
      cents: tariff.rawValue * volume
    )
  }
}

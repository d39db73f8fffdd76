import Quantities

/// What one provider did in one segment and municipality: so many clients for so much money.
struct Cell: Sendable {
  let segment: Int
  let provider: Int
  let municipality: Int
  let clients: Int
  let cents: Int64
}

/// The table of providers by municipalities of one segment.
struct CellTable: Sendable {
  let cells: [Cell]

  /// Fills the table of a segment, as its demand asks.
  init(_ shape: RegionShape, segment: Int, seed: UInt64) {
    let part = shape.segments[segment]
    var generator = SeededGenerator(seed: seed, part: 1)
    switch part.demand {
    case .margins(let providers):
      cells = CellTable.cells(
        Margins(shape: shape, segment: segment, providers: providers, movers: part.movers),
        &generator
      )
    case .areas(let areas, let asked):
      cells = asked.indices.flatMap { municipality in
        CellTable.cells(areas, asked[municipality], municipality, segment, &generator)
      }
    }
  }

  /// The sums between which a table is filled; every provider serves every municipality.
  private struct Margins {
    let shape: RegionShape
    let segment: Int
    let providers: [SegmentShape.Provider]
    let movers: [Int]

    var municipalities: [RegionShape.Municipality] { shape.municipalities }
  }

  private static func cells(
    _ margins: Margins,
    _ generator: inout SeededGenerator
  ) -> [Cell] {
    let shape = margins
    let inView = shape.municipalities.indices.filter {
      shape.municipalities[$0].inConcentrationView
    }
    let outside = shape.municipalities.indices.filter {
      !shape.municipalities[$0].inConcentrationView
    }
    func slots(_ municipality: Int) -> Int {
      shape.municipalities[municipality].clients + shape.movers[municipality]
    }
    // Smallest first: what the rows before it did not take is left for the largest provider, which
    // has room for it in every municipality.
    let rows = Array(shape.providers.indices.reversed())
    let counts = Apportionment.table(
      rows: rows.map { shape.providers[$0].clients },
      columns: inView.map(slots)
    )
    var cells: [Cell] = []
    if let counts {
      cells = CellTable.fill(shape, rows: rows, inView: inView, counts: counts, &generator)
    }
    for municipality in outside {
      let clients = Apportionment.divide(
        Int64(slots(municipality)),
        by: shape.providers.map(\.cents),
        minimum: 1
      )
      let weights = clients.map { $0 * Int64(generator.number(in: 70...130)) }
      let cents = Apportionment.divide(shape.municipalities[municipality].cents, by: weights)
      for provider in shape.providers.indices {
        let clients = Int(clients[provider])
        cells.append(
          Cell(
            segment: shape.segment,
            provider: provider,
            municipality: municipality,
            clients: clients,
            cents: cents[provider]
          )
        )
      }
    }
    return cells
  }

  /// The money of every cell of the view: rows and columns both add up.
  private static func fill(
    _ shape: Margins,
    rows: [Int],
    inView: [Int],
    counts: [[Int]],
    _ generator: inout SeededGenerator
  ) -> [Cell] {
    var moneyLeft = inView.map { shape.municipalities[$0].cents }
    var clientsLeft = inView.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    var cells: [Cell] = []
    for (row, provider) in rows.enumerated() {
      let isLast = row == rows.count - 1
      // Dearer municipalities stay dearer: weigh by what a client of the rest costs there.
      let weights = inView.indices.map { column in
        moneyLeft[column] / Int64(max(1, clientsLeft[column])) * Int64(counts[row][column])
          * Int64(generator.number(in: 90...110)) / 100
      }
      let money =
        isLast ? moneyLeft : Apportionment.divide(shape.providers[provider].cents, by: weights)
      for column in inView.indices {
        moneyLeft[column] -= money[column]
        clientsLeft[column] -= counts[row][column]
        cells.append(
          Cell(
            segment: shape.segment,
            provider: provider,
            municipality: inView[column],
            clients: counts[row][column],
            cents: money[column]
          )
        )
      }
    }
    return cells
  }

  /// The cells of a municipality: every provider that works there gets its share.
  ///
  /// Clients are whole, so that a small provider may have none in a small municipality.
  private static func cells(
    _ areas: [SegmentShape.ProviderArea],
    _ asked: SegmentShape.Asked,
    _ municipality: Int,
    _ segment: Int,
    _ generator: inout SeededGenerator
  ) -> [Cell] {
    let present = areas.filter { $0.municipalities.contains(municipality) }
    guard !present.isEmpty, asked.clients > 0 else { return [] }
    let weights = present.map { $0.weight * Int64(generator.number(in: 70...130)) }
    let clients = Apportionment.divide(Int64(asked.clients), by: weights)
    let shares = clients.map { $0 * Int64(generator.number(in: 80...120)) }
    let cents = Apportionment.divide(asked.cents, by: shares)
    return present.indices.filter { clients[$0] > 0 }.map { place in
      Cell(
        segment: segment,
        provider: present[place].provider,
        municipality: municipality,
        clients: Int(clients[place]),
        cents: cents[place]
      )
    }
  }
}

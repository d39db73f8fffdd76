import Quantities

/// What one provider did in one municipality: so many clients for so much money.
struct Cell: Sendable {
  let provider: Int
  let municipality: Int
  let clients: Int
  let cents: Int64
}

/// The table of providers by municipalities, filled between the margins of a region's shape.
struct CellTable: Sendable {
  let cells: [Cell]

  /// Fills the table; every provider serves every municipality.
  init(_ shape: RegionShape, seed: UInt64) {
    var generator = SeededGenerator(seed: seed, part: 1)
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
            provider: provider,
            municipality: municipality,
            clients: clients,
            cents: cents[provider]
          )
        )
      }
    }
    self.cells = cells
  }

  /// The money of every cell of the view: rows and columns both add up.
  private static func fill(
    _ shape: RegionShape,
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
}

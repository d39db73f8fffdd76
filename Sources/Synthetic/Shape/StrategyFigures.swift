import Landscape
import Quantities

/// The figures of before that a strategy gives, as a region needs them.
struct StrategyFigures {
  private let figures: [BaselineFigure]

  init(_ strategy: Strategy) { figures = strategy.figures }

  /// Clients and cost of a municipality.
  func municipality(
    _ code: MunicipalityCode
  ) throws(ShapeFault) -> (clients: Int, cents: Int64) {
    let figure = figures.first { $0.municipality == code.description }
    guard let clients = figure?.clients.flatMap({ Int(exactly: $0) }), let cents = figure?.cents
    else { throw .missingFigure(code.description) }
    return (clients, cents)
  }

  /// Number and cost of a group of providers, by the code of the figure.
  func group(_ code: String) throws(ShapeFault) -> (providers: Int, cents: Int64) {
    let figure = figures.first { $0.code == code }
    guard let count = figure?.providers.flatMap({ Int(exactly: $0) }), let cents = figure?.cents
    else { throw .missingFigure(code) }
    return (count, cents)
  }

  /// The table of concentration as the source prints it.
  func printedConcentration() throws(ShapeFault) -> [ConcentrationFigure] {
    let codes: [(ConcentrationLine, String)] = [
      (.all, "f2-totaal"), (.top12, "f2-90"), (.top7, "f2-80"), (.beyond12, "f2-10"),
      (.fewerThan7Clients, "f2-klein"),
    ]
    var printed: [ConcentrationFigure] = []
    for (line, code) in codes {
      let group = try group(code)
      printed.append(
        ConcentrationFigure(line: line, providers: group.providers, cost: Cents(group.cents))
      )
    }
    return printed
  }
}

extension ProductUnit {
  /// The unit in which messages count it; nil for one that they do not know.
  var claimUnit: ClaimUnit? {
    switch self {
    case .minute: .minute
    case .hour: .hour
    case .halfDay: .halfDay
    case .fullDay: .fullDay
    case .piece, .month, .trajectory: .outputPiece
    }
  }
}

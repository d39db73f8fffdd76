import Journal
import Quantities
import Rules
import Synthetic

/// The two tables of the source beside what came out, and what was refused and why.
struct DemoReport {
  let synthetic: SyntheticRegion
  let figures: DemoFigures
  let outcomes: [String: Int]
  let refusals: [String: Int]

  /// Clients and cost per municipality, as they came out.
  private var municipalities: [MunicipalityFigure] {
    synthetic.municipalities.map { expected in
      let found = figures.municipality(expected.municipality)
      return MunicipalityFigure(
        municipality: expected.municipality,
        name: expected.name,
        clients: found.clients,
        cost: found.cost
      )
    }
  }

  /// How the money is spread over providers, as it came out.
  private var concentration: [ConcentrationFigure] {
    ConcentrationFigure.table(of: figures.providers(in: synthetic.concentrationView))
  }

  /// Whether every figure is the one of the source, to the cent.
  var isAsExpected: Bool {
    municipalities == synthetic.municipalities && concentration == synthetic.concentration
  }
}

// MARK: - Text

extension DemoReport {
  /// The report for a terminal.
  func lines(in language: Language) -> [String] {
    func said(_ dutch: String, _ english: String) -> String {
      language == .dutch ? dutch : english
    }
    var lines = [said("Regio \(synthetic.name)", "Region \(synthetic.name)")]
    lines.append(
      synthetic.name == "Lekstroom"
        ? said(SyntheticRegion.caption, SyntheticRegion.englishCaption) : ""
    )
    lines.append("")
    lines += municipalityTable(in: language)
    lines.append("")
    lines += concentrationTable(in: language)
    lines.append("")
    lines.append(said("Berichten naar uitkomst", "Messages by outcome"))
    for (outcome, count) in outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("  " + Self.left(outcome, 20) + Self.right("\(count)", 8))
    }
    lines.append("")
    lines.append(said("Bevindingen naar regel (retourcode)", "Findings by rule (return code)"))
    for (rule, count) in refusals.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("  " + Self.left(rule, 20) + Self.right("\(count)", 8))
    }
    lines.append("")
    lines.append(
      isAsExpected
        ? said(
          "Alle cijfers zijn gelijk aan die van de bron.",
          "All figures are equal to those of the source."
        )
        : said(
          "De cijfers wijken af van die van de bron.",
          "The figures differ from those of the source."
        )
    )
    return lines
  }

  private func municipalityTable(in language: Language) -> [String] {
    let columns =
      language == .dutch
      ? ["gemeente", "cliënten", "bron", "kosten", "bron"]
      : ["municipality", "clients", "source", "cost", "source"]
    let widths = [22, 10, 10, 18, 18]
    var rows = [Self.row(columns, widths)]
    for (found, expected) in zip(municipalities, synthetic.municipalities) {
      rows.append(
        Self.row(
          [
            found.name, "\(found.clients)", "\(expected.clients)",
            found.cost.text(in: language), expected.cost.text(in: language),
          ],
          widths
        )
      )
    }
    return rows
  }

  private func concentrationTable(in language: Language) -> [String] {
    let printed = synthetic.printedConcentration
    let hasPrinted = !printed.isEmpty
    let isDutch = language == .dutch
    let names =
      isDutch
      ? ["", "aanbieders", "kosten", "verwacht", "gedrukt"]
      : ["", "providers", "cost", "expected", "printed"]
    let columns = hasPrinted ? names : Array(names.dropLast())
    let widths = [38, 12, 18, 18] + (hasPrinted ? [18] : [])
    var rows = [Self.row(columns, widths)]
    for (index, found) in concentration.enumerated() {
      let name = isDutch ? found.line.dutchText : found.line.englishText
      var cells = [name, "\(found.providers)", found.cost.text(in: language)]
      cells.append(
        synthetic.concentration.indices.contains(index)
          ? synthetic.concentration[index].cost.text(in: language) : ""
      )
      if hasPrinted {
        cells.append(printed.indices.contains(index) ? printed[index].cost.text(in: language) : "")
      }
      rows.append(Self.row(cells, widths))
    }
    if hasPrinted {
      rows.append(isDutch ? SyntheticRegion.printedNote : SyntheticRegion.englishPrintedNote)
    }
    return rows
  }

  private static func row(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      index == 0 ? left(cell.0, cell.1) : right(cell.0, cell.1)
    }.joined()
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

// MARK: - JSON

extension DemoReport {
  /// The report as one JSON object.
  var json: [UInt8] {
    JSONWriter.object { json in
      json.field("region", synthetic.name)
      json.field("asExpected", isAsExpected)
      json.array("municipalities") { json in
        for (found, expected) in zip(municipalities, synthetic.municipalities) {
          json.object { json in
            json.field("code", found.municipality.description)
            json.field("name", found.name)
            json.field("clients", Int64(found.clients))
            json.field("expectedClients", Int64(expected.clients))
            json.field("cents", found.cost.rawValue)
            json.field("expectedCents", expected.cost.rawValue)
          }
        }
      }
      json.array("concentration") { json in
        for (found, expected) in zip(concentration, synthetic.concentration) {
          json.object { json in
            json.field("line", found.line.englishText)
            json.field("providers", Int64(found.providers))
            json.field("cents", found.cost.rawValue)
            json.field("expectedCents", expected.cost.rawValue)
          }
        }
      }
      Self.write(outcomes, "outcomes", to: &json)
      Self.write(refusals, "findings", to: &json)
    }
  }

  private static func write(
    _ counts: [String: Int],
    _ name: String,
    to json: inout JSONWriter
  ) {
    json.object(name) { json in
      for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
        json.field(key, Int64(count))
      }
    }
  }
}

import Quantities
import Rules
import Synthetic

extension DemoReport {
  /// The report for a terminal.
  func lines(in language: Language) -> [String] {
    func said(_ dutch: String, _ english: String) -> String {
      language == .dutch ? dutch : english
    }
    var lines = [said("Regio \(synthetic.name)", "Region \(synthetic.name)")]
    if let caption = demo.caption { lines.append(caption[language]) }
    lines.append("")
    lines += municipalityTable(in: language)
    if !synthetic.concentration.isEmpty { lines += [""] + concentrationTable(in: language) }
    if !demo.deliveryFigures.isEmpty { lines += [""] + deliveryTable(in: language) }
    if !expectedContracts.isEmpty { lines += [""] + contractTable(in: language) }
    lines.append("")
    lines.append(said("Berichten naar uitkomst", "Messages by outcome"))
    for (outcome, count) in tally.outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("  " + Self.left(outcome, 20) + Self.right("\(count)", 8))
    }
    lines.append("")
    lines.append(said("Bevindingen naar regel (retourcode)", "Findings by rule (return code)"))
    for (rule, count) in tally.refusals.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("  " + Self.left(rule, 20) + Self.right("\(count)", 8))
    }
    if tally.rows > 0 { lines += [""] + rowTable(in: language) }
    lines.append("")
    lines.append(
      isAsExpected
        ? said(
          "Alle cijfers zijn gelijk aan die van \(basis.dutch).",
          "All figures are equal to those of \(basis.english)."
        )
        : said(
          "De cijfers wijken af van die van \(basis.dutch).",
          "The figures differ from those of \(basis.english)."
        )
    )
    return lines
  }

  /// What the figures are held against: the source, or the plan of a region that has none.
  private var basis: BilingualText {
    synthetic.printedConcentration.isEmpty
      ? BilingualText("het plan", "the plan") : BilingualText("de bron", "the source")
  }

  private func municipalityTable(in language: Language) -> [String] {
    let isSource = !synthetic.printedConcentration.isEmpty
    let (bron, source) = isSource ? ("bron", "source") : ("plan", "plan")
    let columns =
      language == .dutch
      ? ["gemeente", "cliënten", bron, "kosten", bron]
      : ["municipality", "clients", source, "cost", source]
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

  /// What Participation and Youth cost by municipality; its clients go by references of providers.
  private func deliveryTable(in language: Language) -> [String] {
    let widths = [24, 18, 18]
    let columns =
      language == .dutch
      ? ["Participatie en Jeugd", "kosten", "plan"]
      : ["Participation and Youth", "cost", "plan"]
    return [Self.row(columns, widths)]
      + demo.deliveryFigures.map { expected in
        Self.row(
          [
            expected.name, figures.deliveries(expected.municipality).text(in: language),
            expected.cost.text(in: language),
          ],
          widths
        )
      }
  }

  private func rowTable(in language: Language) -> [String] {
    let title =
      language == .dutch
      ? "Leveringen in tabellen: \(tally.approvedRows) van \(CountedNoun.line.text(tally.rows).dutch) "
        + "goedgekeurd"
      : "Deliveries in tables: \(tally.approvedRows) of \(CountedNoun.line.text(tally.rows).english) "
        + "approved"
    return [title]
      + tally.rowRefusals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        "  " + Self.left($0.key, 20) + Self.right("\($0.value)", 8)
      }
  }

  private func contractTable(in language: Language) -> [String] {
    let widths = [22, 12, 8]
    let columns =
      language == .dutch
      ? ["perceel", "contracten", "plan"] : ["lot", "contracts", "plan"]
    return [Self.row(columns, widths)]
      + figures.contractsByLot.map { lot, count in
        Self.row([lot, "\(count)", "\(expectedContracts[lot] ?? 0)"], widths)
      }
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

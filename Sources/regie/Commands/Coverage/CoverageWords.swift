import Commissioning
import Journal
import Quantities
import Rules

/// How coverage is shown: as lines for people and as objects for programs.
enum CoverageWords {
  static let empty = BilingualText(
    "Er is niets te tonen: er lopen op deze dag geen contracten en er zijn geen opgaven.",
    "There is nothing to show: no contracts run on this day and nothing was reported."
  )

  static func lines(_ finding: CoverageFinding, _ language: Language) -> [String] {
    let cell = finding.cell
    let head = [
      cell.municipality.description, cell.targetGroup ?? "*", cell.product.description,
      finding.colour.text[language],
    ]
    var texts = finding.reasons.map { $0.text[language] }
    if let opens = finding.opens {
      let text = opens.text(since: finding.openedOn)
      texts.append(text[language])
    }
    if finding.norm.basis.isAssumption { texts.append(mark(finding.norm)[language]) }
    return [(head + [texts.joined(separator: " ")]).joined(separator: "\t")]
  }

  private static func mark(_ norm: CoverageNorm) -> BilingualText {
    BilingualText("[norm: aanname]", "[norm: assumption]")
  }

  static func json(_ finding: CoverageFinding, _ language: Language) -> [UInt8] {
    JSONWriter.object { json in
      json.field("municipality", finding.cell.municipality.description)
      json.field("group", ifPresent: finding.cell.targetGroup)
      json.field("product", finding.cell.product.description)
      json.field("colour", finding.colour.code)
      json.array("reasons") { json in
        for reason in finding.reasons {
          json.object { json in
            json.field("code", reason.code)
            json.field("text", reason.text[language])
          }
        }
      }
      json.field("contracted", Int64(finding.contracted))
      json.field("takingClients", Int64(finding.taking))
      json.field("freePlaces", Int64(finding.freePlaces))
      json.field("shortestWaitDays", ifPresent: finding.shortestWait.map { Int64($0) })
      if let opens = finding.opens {
        json.object("opens") { json in
          json.field("procedure", opens.kind.rawValue)
          json.field("basis", opens.basis.text[language])
          json.field("since", ifPresent: finding.openedOn?.description)
        }
      }
      json.object("norm") { json in write(finding.norm, to: &json) }
      json.array("providers") { json in
        for offer in finding.offers { json.object { json in write(offer, to: &json) } }
      }
    }
  }

  private static func write(_ offer: CoverageOffer, to json: inout JSONWriter) {
    json.field("provider", offer.provider.description)
    json.field("takesClients", offer.takesClients)
    guard let report = offer.report else { return }
    json.field("reportedOn", report.on.description)
    json.field("isStale", offer.isStale)
    json.field("freePlaces", ifPresent: report.freePlaces.map { Int64($0) })
    json.field("waitingDays", ifPresent: report.waitingDays.map { Int64($0) })
    if let isLate = offer.isLate { json.field("isLate", isLate) }
  }

  static func write(_ norm: CoverageNorm, to json: inout JSONWriter) {
    json.field("code", norm.code.description)
    json.field("municipality", ifPresent: norm.scope.municipality?.description)
    json.field("group", ifPresent: norm.scope.targetGroup)
    json.field("product", ifPresent: norm.scope.product?.description)
    json.field("from", norm.period.first.description)
    json.field("through", ifPresent: norm.period.last?.description)
    json.field("minimumProviders", Int64(norm.thresholds.minimumProviders))
    json.field("wantedProviders", Int64(norm.thresholds.wantedProviders))
    json.field("minimumPlaces", Int64(norm.thresholds.minimumPlaces))
    json.field("waiting", norm.waiting.term.length.description)
    json.field("waitingBasis", norm.waiting.basis.dutchText)
    json.field("basis", norm.basis.dutchText)
    json.field("isAssumption", norm.basis.isAssumption)
  }

  static func line(_ norm: CoverageNorm, _ language: Language) -> String {
    let scope = norm.scope
    let cells = [
      norm.code.description, scope.municipality?.description ?? "*", scope.targetGroup ?? "*",
      scope.product?.description ?? "*", norm.period.first.description,
      norm.period.last?.description ?? "", "\(norm.thresholds.minimumProviders)",
      "\(norm.thresholds.wantedProviders)", "\(norm.thresholds.minimumPlaces)",
      norm.waiting.term.length.description, norm.basis.text[language],
    ]
    return cells.joined(separator: "\t")
  }

  /// A file of reports whose lines are wrong: all findings, and that nothing was taken over.
  static func refused(_ file: String, _ refusal: ImportRefusal) -> ProgramFailure {
    var failure = ProgramFailure(
      Status.invalidInput,
      "coverage.refused",
      BilingualText(
        "\(file) is niet overgenomen; verbeter de genoemde regels en geef de opdracht opnieuw.",
        "\(file) was not taken over; mend the lines that are named and give the command again."
      )
    )
    failure.findings = refusal.findings.map {
      ProgramFailure.FileFinding(file: file, finding: $0)
    }
    return failure
  }
}

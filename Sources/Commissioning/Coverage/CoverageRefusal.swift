package import Quantities
package import Rules

/// Why something about coverage is not done.
package enum CoverageRefusal: Error, Hashable, Sendable {
  case noReports
  /// One of the reports cannot be taken; the first has place 0.
  case report(Int, CapacityFault)
  case nothingChanges
  case normExists(Label<CoverageNorm>)
  case normOverlaps(Label<CoverageNorm>)
  case unknownNorm(Label<CoverageNorm>)
  case normEndsTooEarly(CivilDate)
  case notRed(CoverageCell)
  case alreadyOpen(CivilDate)
  case notOpen(CoverageCell)
  case noOutcome
}

/// Why a report of room and waiting cannot be taken.
package enum CapacityFault: Hashable, Sendable {
  case saysNothing
  case places(Int)
  case wait(Int)
  case inTheFuture(CivilDate)
  case unknownProvider(ChamberNumber)
  case notContracted(CapacityReport)
  case twice(CapacityReport)
}

extension CapacityFault {
  /// The sentence for an official: what is wrong and what to do.
  package var text: BilingualText {
    switch self {
    case .saysNothing:
      BilingualText(
        "De opgave noemt plaatsen noch wachttijd; geef ten minste een van beide.",
        "The report gives neither places nor a wait; give at least one of them."
      )
    case .places(let count):
      BilingualText(
        "Het aantal vrije plaatsen (\(count)) ligt niet tussen 0 en "
          + "\(CapacityReport.mostPlaces); controleer het getal.",
        "The number of free places (\(count)) is not between 0 and "
          + "\(CapacityReport.mostPlaces); check the number."
      )
    case .wait(let days):
      BilingualText(
        "De wachttijd (\(CountedNoun.day.text(days).dutch)) ligt niet tussen 0 en \(CapacityReport.longestWait); geef "
          + "haar in dagen.",
        "The wait (\(CountedNoun.day.text(days).english)) is not between 0 and \(CapacityReport.longestWait); give it in "
          + "days."
      )
    case .inTheFuture(let day):
      BilingualText(
        "De opgave is van \(day.dutchText) en die dag moet nog komen; geef de dag waarop is "
          + "geteld.",
        "The report is of \(day), which is still to come; give the day on which was counted."
      )
    case .unknownProvider(let provider):
      BilingualText(
        "Aanbieder \(provider) heeft hier geen contract; controleer het KvK-nummer of leg eerst "
          + "het contract vast.",
        "Provider \(provider) has no contract here; check the trade register number or record the "
          + "contract first."
      )
    case .notContracted(let report):
      BilingualText(
        "Aanbieder \(report.provider) heeft op \(report.on.dutchText) geen contract voor product "
          + "\(report.product) in gemeente \(report.municipality); controleer product en gemeente.",
        "Provider \(report.provider) has no contract for product \(report.product) in "
          + "municipality \(report.municipality) on \(report.on); check product and municipality."
      )
    case .twice(let report):
      BilingualText(
        "Voor aanbieder \(report.provider), product \(report.product) en gemeente "
          + "\(report.municipality) staat er al een opgave van \(report.on.dutchText); laat er een "
          + "staan.",
        "For provider \(report.provider), product \(report.product) and municipality "
          + "\(report.municipality) there is a report of \(report.on) already; leave one."
      )
    }
  }
}

extension CoverageRefusal {
  /// The sentence for an official: what forbids it, where that stands, and what can be done.
  package var text: BilingualText {
    switch self {
    case .noReports:
      BilingualText("Er is geen opgave; geef er ten minste een.", "There is no report; give one.")
    case .report(_, let fault): fault.text
    case .nothingChanges:
      BilingualText(
        "Er verandert niets: dit stond al zo vast.",
        "Nothing changes: it stood like this already."
      )
    case .normExists(let code):
      BilingualText(
        "Norm \(code) bestaat al; kies een andere code, of beëindig de oude eerst.",
        "Norm \(code) exists already; choose another code, or end the old one first."
      )
    case .normOverlaps(let code):
      BilingualText(
        "Norm \(code) geldt al voor hetzelfde in een deel van deze periode; beëindig die eerst.",
        "Norm \(code) holds for the same in a part of this period; end that one first."
      )
    case .unknownNorm(let code):
      BilingualText(
        "Norm \(code) is niet bekend; controleer de code.",
        "Norm \(code) is not known; check the code."
      )
    case .normEndsTooEarly(let first):
      BilingualText(
        "De norm begint op \(first.dutchText); kies een einddatum op of na die dag.",
        "The norm begins on \(first); choose a last day on or after it."
      )
    default: openingText
    }
  }

  private var openingText: BilingualText {
    switch self {
    case .notRed(let cell):
      BilingualText(
        "Aanvullende contractering opent alleen waar geen dekkend aanbod is (bron 003:474); "
          + "\(cell) is niet rood. Bekijk de reden met `regie coverage show`.",
        "Supplementary contracting opens only where offer is not sufficient (source 003:474); "
          + "\(cell) is not red. See the reason with `regie coverage show`."
      )
    case .alreadyOpen(let since):
      BilingualText(
        "Aanvullende contractering is hier al open sinds \(since.dutchText).",
        "Supplementary contracting has been open here since \(since)."
      )
    case .notOpen(let cell):
      BilingualText(
        "Voor \(cell) staat geen aanvullende contractering open.",
        "No supplementary contracting is open for \(cell)."
      )
    case .noOutcome:
      BilingualText(
        "Zeg wat de aanvullende contractering opleverde; dat blijft bewaard.",
        "Say what came of the supplementary contracting; that is kept."
      )
    default: BilingualText("", "")
    }
  }
}

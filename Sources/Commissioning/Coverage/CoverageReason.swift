import Quantities
package import Rules

/// Why a place of the matrix is green, amber or red.
///
/// - Dutch term: reden van een kleur in de dekkingsmatrix
package enum CoverageReason: Hashable, Sendable {
  case nobodyContracted
  case nobodyTakesClients(contracted: Int)
  case tooFewProviders(taking: Int, minimum: Int)
  case everybodyWaits(shortestDays: Int, norm: LegalTerm)
  case fewProviders(taking: Int, wanted: Int)
  case littleRoom(free: Int, minimum: Int)
  case manyWait(late: Int, norm: LegalTerm)
  /// Of so many providers that take clients nothing is known that can be counted on.
  case notReported(providers: Int)
  /// So many contracted providers never said for which groups they are there.
  case groupsNotRecorded(providers: Int)
  case enough(taking: Int, free: Int, shortestDays: Int?)
}

extension CoverageReason {
  package var colour: CoverageColour {
    switch self {
    case .nobodyContracted, .nobodyTakesClients, .tooFewProviders, .everybodyWaits: .red
    case .fewProviders, .littleRoom, .manyWait, .notReported, .groupsNotRecorded: .amber
    case .enough: .green
    }
  }

  /// A short word for tables and programs.
  package var code: String {
    switch self {
    case .nobodyContracted: "niemand-gecontracteerd"
    case .nobodyTakesClients: "niemand-neemt-aan"
    case .tooFewProviders: "te-weinig-aanbieders"
    case .everybodyWaits: "overal-te-lang-wachten"
    case .fewProviders: "weinig-aanbieders"
    case .littleRoom: "weinig-plaats"
    case .manyWait: "te-lang-wachten"
    case .notReported: "geen-opgave"
    case .groupsNotRecorded: "doelgroep-niet-vastgelegd"
    case .enough: "genoeg"
    }
  }

  /// One sentence for a policy adviser.
  package var text: BilingualText {
    switch self {
    case .nobodyContracted:
      BilingualText("Geen aanbieder is gecontracteerd.", "No provider is contracted.")
    case .nobodyTakesClients(let count):
      BilingualText(
        "Geen van de gecontracteerde aanbieders (\(count)) neemt cliënten aan.",
        "None of the contracted providers (\(count)) takes clients."
      )
    case .tooFewProviders(let taking, let minimum):
      BilingualText(
        "Aanbieders die cliënten aannemen: \(taking); ten minste \(minimum) zijn nodig.",
        "Providers that take clients: \(taking); at least \(minimum) are needed."
      )
    case .everybodyWaits(let days, let norm):
      BilingualText(
        "Overal is de wachttijd langer dan \(norm.term.length.dutchText); de kortste is "
          + "\(CountedNoun.day.text(days).dutch) (\(norm.basis.text.dutch)).",
        "Everywhere the wait is longer than \(norm.term.length.englishText); the shortest is "
          + "\(CountedNoun.day.text(days).english) (\(norm.basis.text.english))."
      )
    default: otherText
    }
  }

  private var otherText: BilingualText {
    switch self {
    case .fewProviders(let taking, let wanted):
      BilingualText(
        "Aanbieders die cliënten aannemen: \(taking); gewenst zijn er \(wanted).",
        "Providers that take clients: \(taking); \(wanted) are wanted."
      )
    case .littleRoom(let free, let minimum):
      BilingualText(
        "Vrije plaatsen: \(free); ten minste \(minimum) zijn nodig.",
        "Free places: \(free); at least \(minimum) are needed."
      )
    case .manyWait(let late, let norm):
      BilingualText(
        "Bij \(CountedNoun.provider.text(late).dutch) is de wachttijd langer dan \(norm.term.length.dutchText) "
          + "(\(norm.basis.text.dutch)).",
        "At \(CountedNoun.provider.text(late).english) the wait is longer than \(norm.term.length.englishText) "
          + "(\(norm.basis.text.english))."
      )
    case .notReported(let count):
      BilingualText(
        "Van \(CountedNoun.provider.text(count).dutch) is er geen actuele opgave van plaats en "
          + "wachttijd; vraag ernaar.",
        "Of \(CountedNoun.provider.text(count).english) there is no recent report of room and wait; "
          + "ask for it."
      )
    case .groupsNotRecorded(let count):
      BilingualText(
        "Van \(CountedNoun.contractedProvider.text(count).dutch) is de doelgroep niet vastgelegd.",
        "Of \(CountedNoun.contractedProvider.text(count).english) the target groups are not recorded."
      )
    case .enough(let taking, let free, let days):
      BilingualText(
        "Genoeg aanbod: \(CountedNoun.provider.text(taking).dutch), "
          + CountedNoun.freePlace.text(free).dutch
          + (days.map { ", kortste wachttijd \(CountedNoun.day.text($0).dutch)." } ?? "."),
        "Enough offer: \(CountedNoun.provider.text(taking).english), "
          + CountedNoun.freePlace.text(free).english
          + (days.map { ", shortest wait \(CountedNoun.day.text($0).english)." } ?? ".")
      )
    default: BilingualText("", "")
    }
  }
}

package import Quantities
package import Rules

/// Why something about a transition policy is not done.
package enum TransitionRefusal: Error, Hashable, Sendable {
  case unknownPolicy(Label<TransitionPolicy>)
  case noRules(Label<TransitionPolicy>)
  case notAddressed(MunicipalityCode)
  case noProduct
  case otherProduct(ProductCode, [ProductCode])
  case alreadyAdopted(CivilDate)
  case notAdopted(Label<TransitionPolicy>, MunicipalityCode)
  case endsTooEarly(CivilDate)
  case noName
  case noSignal(TransitionSignal.Key)
  case noReason
  case reasonTooLong
  case reasonNamesResident
  case nothingChanges
}

extension TransitionRefusal {
  /// The sentence for an official: what forbids it, where that stands, and what can be done.
  package var text: BilingualText {
    switch self {
    case .unknownPolicy(let code):
      BilingualText(
        "Strategie \(code) is in deze regio niet bekend; neem haar eerst op.",
        "Strategy \(code) is not known in this region; take it in first."
      )
    case .noRules(let code):
      BilingualText(
        "Strategie \(code) heeft geen overgangsregels; er is niets om over te nemen.",
        "Strategy \(code) has no transition rules; there is nothing to adopt."
      )
    case .notAddressed(let municipality):
      BilingualText(
        "Het advies is niet aan gemeente \(municipality) gericht; alleen de gemeenten van de "
          + "strategie kunnen het overnemen (bron 001:3-5).",
        "The advice is not addressed to municipality \(municipality); only the municipalities of "
          + "the strategy can adopt it (source 001:3-5)."
      )
    case .noProduct:
      BilingualText(
        "Noem het product waarvoor het advies geldt (bron 001:33-36).",
        "Name the product that the advice is for (source 001:33-36)."
      )
    case .otherProduct(let product, let products):
      BilingualText(
        "Het advies gaat niet over product \(product), maar over "
          + "\(products.map(\.description).joined(separator: ", ")).",
        "The advice is not about product \(product) but about "
          + "\(products.map(\.description).joined(separator: ", "))."
      )
    case .alreadyAdopted(let first):
      BilingualText(
        "De gemeente heeft het advies al overgenomen per \(first.dutchText); trek dat eerst in, of "
          + "kies een later begin.",
        "The municipality adopted the advice already as of \(first); withdraw that first, or choose "
          + "a later first day."
      )
    default: otherText
    }
  }

  private var otherText: BilingualText {
    switch self {
    case .notAdopted(let code, let municipality):
      BilingualText(
        "Gemeente \(municipality) heeft het advies van \(code) niet overgenomen.",
        "Municipality \(municipality) has not adopted the advice of \(code)."
      )
    case .endsTooEarly(let first):
      BilingualText(
        "Het advies is overgenomen per \(first.dutchText); kies een einddatum op of na die dag.",
        "The advice was adopted as of \(first); choose a last day on or after it."
      )
    case .noName:
      BilingualText("Noem de naam van het eigen bedrijf.", "Name the own company.")
    case .noSignal(let key):
      BilingualText(
        "Bij toewijzing \(key.trajectory) is geen signaal van \(key.policy); er wordt geen reden "
          + "gevraagd. Bekijk de signalen met `regie transition signals`.",
        "There is no signal of \(key.policy) at allocation \(key.trajectory); no reason is asked. "
          + "See the signals with `regie transition signals`."
      )
    case .noReason:
      BilingualText("Geef de reden; die blijft bewaard.", "Give the reason; it is kept.")
    case .reasonTooLong:
      BilingualText(
        "De reden is langer dan \(TransitionBook.longestReason) tekens; vat haar samen.",
        "The reason is longer than \(TransitionBook.longestReason) characters; make it shorter."
      )
    case .reasonNamesResident:
      BilingualText(
        "In de reden staat een getal van 8 of 9 cijfers, dat een burgerservicenummer kan zijn. De "
          + "reden blijft altijd bewaard (AVG artikel 5): noem daarin geen inwoner.",
        "The reason holds a number of 8 or 9 digits, which may be a citizen number. The reason is "
          + "kept for ever (GDPR article 5): name no resident in it."
      )
    case .nothingChanges:
      BilingualText(
        "Er verandert niets: dit stond al zo vast.",
        "Nothing changes: it stood like this already."
      )
    default: BilingualText("", "")
    }
  }
}

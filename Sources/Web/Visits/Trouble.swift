import Documents
import Rules

/// What goes wrong, as a page: what happened, whether anything was kept, and what to do (WB-12).
enum Trouble: Error, Hashable, Sendable {
  case notFound
  case methodNotAllowed
  case badRequest
  /// What stands behind the question mark cannot be read, or is too much.
  case badAddress
  /// The form has a field that the page does not have (AZ-03).
  case unknownField
  /// The form did not come from a page of this session.
  case foreignForm
  case tooLarge(limit: Int)
  case unsupportedForm
  case tooManyTries(seconds: Int)
  /// The region cannot write: its disk is full or failed.
  case storage
  case busy
  /// A mistake of ours.
  case unknown

  func page(_ language: Language, trace: TraceName?) -> Page {
    let words = words(language)
    var html = HTML()
    html.element("p", text: words.advice)
    if let trace, self == .unknown || self == .storage {
      html.element("p") { html in
        html.write(language == .dutch ? "Kenmerk voor de beheerder: " : "Reference: ")
        html.element("code", text: trace.text)
      }
    }
    return Page(words.title, lead: words.what, status: status, body: html)
  }

  var status: PageStatus {
    switch self {
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .badRequest, .badAddress, .unknownField: .badRequest
    case .foreignForm: .forbidden
    case .tooLarge: .tooLarge
    case .unsupportedForm: .unsupported
    case .tooManyTries: .tooMany
    case .storage, .busy: .unavailable
    case .unknown: .failed
    }
  }

  private struct Words {
    let title: String
    let what: String
    let advice: String

    init(_ title: String, _ what: String, _ advice: String) {
      self.title = title
      self.what = what
      self.advice = advice
    }
  }

  private func words(_ language: Language) -> Words {
    switch self {
    case .badAddress: Self.badAddress(language == .dutch)
    case .unknownField: Self.unknownField(language == .dutch)
    default: language == .dutch ? dutch : english
    }
  }

  private static func badAddress(_ isDutch: Bool) -> Words {
    isDutch
      ? Words(
        "Dit adres is niet te lezen",
        "Wat achter het vraagteken staat is beschadigd, of het is te veel.",
        "Ga via het menu naar de pagina en kies daar opnieuw."
      )
      : Words(
        "This address cannot be read",
        "What stands behind the question mark is damaged, or too much.",
        "Find the page through the menu and choose again there."
      )
  }

  private static func unknownField(_ isDutch: Bool) -> Words {
    isDutch
      ? Words(
        "Dit formulier heeft een onbekend veld",
        "Er kwam een veld mee dat niet op de pagina staat. Er is niets gewijzigd.",
        "Laad de pagina opnieuw en verzend het formulier nog eens."
      )
      : Words(
        "This form has an unknown field",
        "A field came along that is not on the page. Nothing was changed.",
        "Load the page again and send the form once more."
      )
  }

  private var dutch: Words {
    switch self {
    case .notFound:
      Words(
        "Deze pagina is er niet",
        "Het adres bestaat niet, of u mag deze pagina niet zien.",
        "Controleer het adres, of ga via het menu naar de pagina die u zoekt."
      )
    case .methodNotAllowed:
      Words(
        "Dit kan hier niet",
        "Op dit adres kunt u kijken, maar niets verzenden.",
        "Ga via het menu naar de pagina die u zoekt."
      )
    case .badRequest, .badAddress, .unknownField:
      Words(
        "Dit formulier is niet te lezen",
        "Een veld ontbreekt, staat er twee keer in, of is beschadigd. Er is niets gewijzigd.",
        "Ga terug, laad de pagina opnieuw en verzend het formulier nog eens."
      )
    case .foreignForm:
      Words(
        "Dit formulier hoort niet bij uw sessie",
        "Het kwam van een andere plek, of van een pagina van voor uw laatste aanmelding. "
          + "Er is niets gewijzigd.",
        "Open de pagina opnieuw vanuit het menu en vul het formulier daar in."
      )
    case .tooLarge(let limit):
      Words(
        "Dit is te groot",
        "Wat u verzond is groter dan \(limit >> 20) MB. Er is niets gewijzigd.",
        "Splits het bestand en lever de delen een voor een aan."
      )
    case .unsupportedForm:
      Words(
        "Dit soort formulier kennen we niet",
        "De gegevens kwamen in een vorm die deze pagina niet leest. Er is niets gewijzigd.",
        "Gebruik het formulier op de pagina zelf."
      )
    case .tooManyTries(let seconds):
      Words(
        "Te veel pogingen",
        "Er is te vaak achter elkaar geprobeerd om aan te melden.",
        "Wacht \(seconds == 1 ? "1 seconde" : "\(seconds) seconden") en probeer het dan opnieuw."
      )
    case .storage:
      Words(
        "Opslaan lukt nu niet",
        "De opslag van de regio is vol of hapert. Wat u verzond is niet verwerkt; "
          + "wat al was opgeslagen is veilig.",
        "Meld het aan de beheerder. Lezen kan vaak nog wel; probeer verzenden later opnieuw."
      )
    case .busy:
      Words(
        "Het is nu te druk",
        "De server doet op dit moment te veel tegelijk. Er is niets gewijzigd.",
        "Probeer het over een minuut opnieuw."
      )
    case .unknown:
      Words(
        "Er ging iets mis bij ons",
        "Dit is een fout van Regie en niet van u. Er is niets gewijzigd.",
        "Probeer het opnieuw. Blijft het misgaan, geef de beheerder dan het kenmerk hieronder."
      )
    }
  }

  private var english: Words {
    switch self {
    case .notFound:
      Words(
        "This page is not here",
        "The address does not exist, or you may not see this page.",
        "Check the address, or find the page through the menu."
      )
    case .methodNotAllowed:
      Words(
        "This cannot be done here",
        "You can look at this address, but send nothing to it.",
        "Find the page through the menu."
      )
    case .badRequest, .badAddress, .unknownField:
      Words(
        "This form cannot be read",
        "A field is missing, there twice, or damaged. Nothing was changed.",
        "Go back, load the page again and send the form once more."
      )
    case .foreignForm:
      Words(
        "This form does not belong to your session",
        "It came from another place, or from a page of before you last signed in. "
          + "Nothing was changed.",
        "Open the page again from the menu and fill in the form there."
      )
    case .tooLarge(let limit):
      Words(
        "This is too large",
        "What you sent is larger than \(limit >> 20) MB. Nothing was changed.",
        "Split the file and hand the parts in one by one."
      )
    case .unsupportedForm:
      Words(
        "We do not know this kind of form",
        "The data came in a form that this page does not read. Nothing was changed.",
        "Use the form on the page itself."
      )
    case .tooManyTries(let seconds):
      Words(
        "Too many tries",
        "There were too many tries to sign in, one after the other.",
        "Wait \(seconds == 1 ? "1 second" : "\(seconds) seconds") and try again."
      )
    case .storage:
      Words(
        "Saving does not work now",
        "The storage of the region is full or failing. What you sent was not processed; "
          + "what was saved before is safe.",
        "Tell the administrator. Reading often still works; try sending again later."
      )
    case .busy:
      Words(
        "It is too busy now",
        "The server does too much at once at this moment. Nothing was changed.",
        "Try again in a minute."
      )
    case .unknown:
      Words(
        "Something went wrong on our side",
        "This is a mistake of Regie and not of yours. Nothing was changed.",
        "Try again. If it keeps going wrong, give the administrator the reference below."
      )
    }
  }
}

import Claims
import Documents
import People
import Quantities
import Region
import Rules

/// Asks whom to find and why; the number never stands in an address.
enum PersonPage {
  /// How a person is named.
  enum Name: String, CaseIterable {
    case number = "bsn"
    case reference = "kenmerk"
  }

  static func page(_ visit: Visit, values: Query = Query(), errors: [FieldError] = []) -> Page {
    var html = HTML()
    html.alert(.warning, nil) {
      $0.paragraph(
        visit.say(
          "Zoeken op een persoon wordt vastgelegd, ook als er niemand wordt gevonden. Zoek alleen "
            + "wie u voor uw werk nodig hebt.",
          "Looking for a person is recorded, also when nobody is found. Look only for whom your "
            + "work needs."
        )
      )
    }
    let form = FormView(
      visit.address(.claims(.findPerson)),
      on: visit,
      values: values,
      errors: errors
    )
    form.write(&html, visit.say("Vastleggen en zoeken", "Record and search")) { html in
      fields(form, visit, &html)
    }
    return Page(
      visit.say("Persoon zoeken", "Find a person"),
      titled: errors,
      visit,
      lead: visit.say(
        "Toewijzingen en declaratieregels van een persoon, met een reden.",
        "Allocations and claim lines of one person, with a reason."
      ),
      body: html
    )
  }

  private static func fields(_ form: FormView, _ visit: Visit, _ html: inout HTML) {
    form.select(
      "gemeente",
      visit.say("Gemeente", "Municipality"),
      visit.municipalityChoices,
      &html
    )
    form.select("wet", visit.say("Wet", "Law"), laws(visit), &html)
    form.select(
      "soort",
      visit.say("Zoeken op", "Look for"),
      [
        ListFilter.Choice(Name.number.rawValue, "BSN"),
        ListFilter.Choice(
          Name.reference.rawValue,
          visit.say("Kenmerk van de aanbieder", "Reference of the provider")
        ),
      ],
      &html
    )
    form.input(
      "nummer",
      visit.say("BSN of kenmerk", "BSN or reference"),
      autocomplete: "off",
      &html
    )
    form.input(
      "aanbieder",
      visit.say("Code van de aanbieder", "Code of the provider"),
      description: visit.say("Alleen bij een kenmerk.", "Only with a reference."),
      isOptional: true,
      &html
    )
    PurposeField.write(form, &html)
  }

  private static func laws(_ visit: Visit) -> [ListFilter.Choice] {
    SupportLaw.allCases.map { ListFilter.Choice($0.word, visit.say($0.name)) }
  }
}

/// What a search form asks for.
struct PersonSearch {
  let scope: ClientScope
  let purpose: AccessPurpose
  let person: Person

  enum Person {
    case number(CitizenNumber)
    case reference(ClientReference)
  }

  /// Reads the form; on failure what is wrong with which field.
  static func read(_ form: PostedForm) -> Result<PersonSearch, PersonSearchErrors> {
    let visit = form.visit
    var errors: [FieldError] = []
    func fail(_ field: String, _ dutch: String, _ english: String) {
      errors.append(FieldError(field, visit.say(dutch, english)))
    }
    let codes = Set(visit.municipalityChoices.map(\.value))
    let municipality = form["gemeente"].flatMap { codes.contains($0) ? MunicipalityCode($0) : nil }
    if municipality == nil { fail("gemeente", "Kies een gemeente.", "Choose a municipality.") }
    let law = SupportLaw.allCases.first { $0.word == form["wet"] }
    if law == nil { fail("wet", "Kies een wet.", "Choose a law.") }
    let purpose = AccessPurpose(word: form["doel"])
    if purpose == nil { fail("doel", "Kies een reden.", "Choose a reason.") }
    var person: Person?
    switch form["soort"].flatMap(PersonPage.Name.init) {
    case .number:
      person = form["nummer"].flatMap { CitizenNumber(digits: $0) }
        .flatMap { $0.passesElevenTest ? .number($0) : nil }
      if person == nil {
        fail("nummer", "Vul een BSN van negen cijfers in.", "Fill in a BSN of nine digits.")
      }
    case .reference:
      let provider = form["aanbieder"].flatMap { ProviderCode($0) }
      if provider == nil {
        fail("aanbieder", "Vul de code van acht cijfers in.", "Fill in the code of eight digits.")
      }
      let reference = provider.flatMap { ClientReference(of: $0, form["nummer"] ?? "") }
      person = reference.map { .reference($0) }
      if provider != nil, person == nil {
        fail("nummer", "Vul het kenmerk in, ten hoogste 64 tekens.", "Fill in the reference.")
      }
    case nil: fail("soort", "Kies waarop u zoekt.", "Choose what you look for.")
    }
    guard errors.isEmpty, let municipality, let law, let purpose, let person else {
      return .failure(PersonSearchErrors(errors: errors))
    }
    let scope = ClientScope(municipality: municipality, law: law)
    return .success(PersonSearch(scope: scope, purpose: purpose, person: person))
  }
}

/// What is wrong with a search form.
struct PersonSearchErrors: Error {
  let errors: [FieldError]
}

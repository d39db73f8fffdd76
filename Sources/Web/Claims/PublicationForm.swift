import Accounts
import Documents
import Quantities

/// Proposes figures of a year for publication: with the rules for publication applied before
/// anybody sees them, and as known on a day.
struct PublicationForm: DeedForm {
  let visit: Visit

  var address: RegionAddress { .claims(.publicationProposal) }
  /// The municipalities that whoever proposes reaches.
  var scope: Reach { visit.grant?.reach ?? .municipalities([]) }
  var fieldNames: Set<String> { ["jaar", "peildag"] }
  var title: String { visit.say("Cijfers publiceren", "Publish figures") }

  var lead: String {
    visit.say(
      "U draagt het toegekende bedrag en het aantal cliënten per gemeente voor publicatie voor.",
      "You propose the amount awarded and the number of clients per municipality for publication."
    )
  }

  var crumbs: [Crumb] {
    [Crumb(visit.say("Publicaties", "Publications"), visit.address(.claims(.publications)))]
  }

  var obstacle: String? { nil }

  func writeFacts(_ html: inout HTML) {
    html.paragraph(
      visit.say(
        "Aantallen onder 10 blijven weg, aantallen gaan uit in vijftallen en bedragen in hele "
          + "duizenden euro's. Een ander keurt de publicatie goed.",
        "Counts under 10 are left out, counts leave in fives and amounts in whole thousands of "
          + "euros. Somebody else approves the publication."
      )
    )
  }

  func writeFields(_ form: FormView, _ html: inout HTML) {
    form.input(
      "jaar",
      visit.say("Jaar", "Year"),
      description: visit.say("Bijvoorbeeld 2025.", "For instance 2025."),
      &html
    )
    form.input(
      "peildag",
      visit.say("Bekend op", "Known on"),
      description: visit.say(
        "De cijfers zoals ze op deze dag bekend waren; uiterlijk vandaag.",
        "The figures as they were known on this day; today at the latest."
      ),
      type: "date",
      &html
    )
  }

  func read(_ fields: Query) async throws -> Deed {
    var reader = FieldReader(fields, visit)
    let year = fields["jaar"].flatMap { Int($0) }.flatMap { (2000...2100).contains($0) ? $0 : nil }
    if year == nil { reader.fail("jaar", "Vul een jaar in, zoals 2025.", "Fill in a year.") }
    let knownOn = reader.day("peildag")
    if let knownOn, knownOn > visit.today {
      reader.fail("peildag", "Kies uiterlijk vandaag.", "Choose today at the latest.")
    }
    try reader.check()
    guard let year, let knownOn else { throw FieldErrors(errors: []) }
    let model = try await published(year, knownOn)
    let made = await PublishedFigures(model, year: year, knownOn: knownOn)
    guard !made.rows.isEmpty else {
      let text = visit.say(
        "In dit jaar is niets toegekend.",
        "Nothing was awarded in this year."
      )
      throw FieldErrors(errors: [FieldError("jaar", text)])
    }
    return .publication(made)
  }

  /// The same visit as somebody outside the region would make it.
  private func published(_ year: Int, _ knownOn: CivilDate) async throws -> Visit {
    let past = try await visit.region.past.state(knownOn: knownOn, of: visit.state)
    return Visit(
      region: visit.region,
      slug: visit.slug,
      visitor: visit.visitor,
      grant: Grant(right: .seeFigures, reach: scope, detail: .published),
      language: visit.language,
      state: past.state,
      knownOn: knownOn,
      validOn: visit.today,
      today: visit.today,
      now: visit.now,
      query: Query([QueryItem("jaar", "\(year)")])
    )
  }
}

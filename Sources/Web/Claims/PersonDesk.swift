import Access
import Accounts
import Claims
import Columns
import Documents
import People
import Quantities
import Region

/// Finds a person: the record first, then what there is of the person under a pseudonym, and the
/// number itself only when it is asked for once more.
struct PersonDesk {
  private let form: PostedForm
  private var visit: Visit { form.visit }
  /// The client whose number is asked for.
  private static let clientName = "client"

  init(_ form: PostedForm) { self.form = form }

  func page() async throws -> Page {
    guard !form.isRestored else { return PersonPage.page(visit, values: form.fields.fields) }
    guard let actor = visit.visitor?.principal.user.accessActor else { throw Trouble.unknown }
    guard try await PersonQuota.allows(actor, visit.region.accessLog, at: visit.now) else {
      return tooMany
    }
    if form[Self.clientName] != nil { return try await number() }
    switch PersonSearch.read(form) {
    case .failure(let failure):
      return PersonPage.page(visit, values: form.fields.fields, errors: failure.errors)
    case .success(let search): return try await find(search)
    }
  }

  private var tooMany: Page {
    var html = HTML()
    html.paragraph(
      visit.say(
        "Wacht tot er een uur voorbij is, of vraag de functionaris gegevensbescherming.",
        "Wait until an hour has passed, or ask the privacy officer."
      )
    )
    return Page(
      visit.say("U hebt veel personen opgezocht", "You looked up many persons"),
      lead: visit.say(
        "In een uur kunt u ten hoogste \(PersonQuota.limit) verschillende personen opzoeken.",
        "You can look up \(PersonQuota.limit) different persons an hour at most."
      ),
      status: .tooMany,
      body: html
    )
  }

  private func find(_ search: PersonSearch) async throws -> Page {
    let vault = visit.region.vault
    let found =
      switch search.person {
      case .number(let number): try await vault.find([number], in: search.scope).first
      case .reference(let reference): try await vault.find([reference], in: search.scope).first
      }
    let client = found.flatMap(\.self)
    let subjects = client.map { [$0] } ?? []
    let request = try visit.accessRequest(search.purpose, subjects)
    _ = try await visit.region.accessLog.append(request)
    guard let client else { return nobody }
    return page(client, search.purpose, number: nil)
  }

  /// Shows the number of a client who was found, under a record of its own.
  private func number() async throws -> Page {
    guard let client = form[Self.clientName].flatMap({ ClientKey($0) }),
      let purpose = AccessPurpose(word: form["doel"]),
      !allocations(of: client).isEmpty
    else { throw Trouble.notFound }
    let request = try visit.accessRequest(purpose, [client])
    let grant = try await visit.region.accessLog.grant(for: request)
    let numbers = try await visit.region.vault.numbers(of: [client], under: grant)
    let number = numbers.first.flatMap(\.self)
    let none = visit.say("niet bekend of vernietigd", "not known or destroyed")
    return page(client, purpose, number: number?.digits ?? none)
  }

  private var nobody: Page {
    var html = HTML()
    html.paragraph(
      visit.say(
        "Controleer het nummer, de gemeente en de wet. De zoekvraag is vastgelegd.",
        "Check the number, the municipality and the law. The search was recorded."
      )
    )
    html.element("p") {
      $0.element(
        "a",
        .href(visit.path(.claims(.findPerson))),
        text: visit.say("Opnieuw zoeken", "Search again")
      )
    }
    return Page(
      visit.say("Niemand gevonden", "Nobody found"),
      lead: visit.say(
        "Met deze gegevens is hier geen persoon bekend.",
        "Nobody is known here under these particulars."
      ),
      body: html
    )
  }
}

// MARK: - What there is of a person

extension PersonDesk {
  /// The allocations of a client within reach, by their places.
  private func allocations(of client: ClientKey) -> [AllocationID] {
    visit.state.access.allocations.allocations(of: client).filter { id in
      let allocation = visit.state.access.allocations[id]
      return visit.reaches(allocation.municipality, allocation.provider)
    }
  }

  private func page(_ client: ClientKey, _ purpose: AccessPurpose, number: String?) -> Page {
    let allocations = allocations(of: client)
    let names = RegionNames(visit.state)
    var html = HTML()
    html.facts { html in
      html.fact(visit.say("Pseudoniem", "Pseudonym")) { $0.write(client.pseudonym) }
      html.fact("BSN") { $0.write(number ?? visit.say("verborgen", "hidden")) }
      html.fact(visit.say("Reden", "Reason")) { $0.write(visit.say(purpose.words)) }
    }
    if number == nil, !allocations.isEmpty { ask(client, purpose, &html) }
    html.heading(2, visit.say("Toewijzingen", "Allocations"))
    table(allocations, names, &html)
    html.heading(2, visit.say("Declaratieregels", "Claim lines"))
    lines(allocations, names, &html)
    return Page(
      visit.say("Gevonden persoon", "Person found"),
      lead: visit.say(
        "Dat u deze persoon hebt bekeken is vastgelegd.",
        "That you looked at this person was recorded."
      ),
      crumbs: [
        Crumb(visit.say("Persoon zoeken", "Find a person"), visit.address(.claims(.findPerson)))
      ],
      body: html
    )
  }

  private func ask(_ client: ClientKey, _ purpose: AccessPurpose, _ html: inout HTML) {
    var again = FormView(visit.address(.claims(.findPerson)), on: visit)
    again.hidden = [
      QueryItem(Self.clientName, client.description), QueryItem("doel", purpose.word),
    ]
    again.write(&html, visit.say("Toon het BSN", "Show the BSN")) { _ in }
  }

  private func table(
    _ allocations: [AllocationID],
    _ names: RegionNames,
    _ html: inout HTML
  ) {
    guard !allocations.isEmpty else {
      html.paragraph(visit.say("Er zijn geen toewijzingen.", "There are no allocations."))
      return
    }
    PlainTable(
      id: "toewijzingen",
      caption: visit.say("Toewijzingen van deze persoon", "Allocations of this person"),
      columns: [
        ListTable.Column("nummer", visit.say("Nummer", "Number")),
        ListTable.Column("aanbieder", visit.say("Aanbieder", "Provider")),
        ListTable.Column("product", visit.say("Product", "Product")),
        ListTable.Column("van", visit.say("Vanaf", "From")),
        ListTable.Column("tot", visit.say("Tot en met", "Through")),
        ListTable.Column("toegekend", visit.say("Toegekend", "Awarded"), isNumeric: true),
      ],
      rows: allocations.map { id in
        let allocation = visit.state.access.allocations[id]
        let version = allocation.current
        return ListTable.Row([
          .text("\(allocation.number)"),
          .text(names.withCode(allocation.provider)),
          .text(version.code?.description ?? version.category?.description ?? ""),
          .day(version.from),
          version.through.map { .day($0) } ?? .none,
          .euros(visit.state.ledger.balance(of: id.slot).amount),
        ])
      }
    ).write(&html, on: visit)
  }

  private func lines(
    _ allocations: [AllocationID],
    _ names: RegionNames,
    _ html: inout HTML
  ) {
    var filter = LineFilter()
    filter.allocations = Set(allocations.map(\.slot))
    filter.municipalities = visit.municipalitiesWithin
    let rows = allocations.isEmpty ? [] : visit.state.ledger.rows(filter)
    guard !rows.isEmpty else {
      html.paragraph(visit.say("Er zijn geen declaratieregels.", "There are no claim lines."))
      return
    }
    PlainTable(
      id: "regels",
      caption: visit.say("Regels van deze persoon", "Lines of this person"),
      columns: LinesModel.columns(visit),
      rows: rows.suffix(200).reversed().map { LinesModel.row(Int($0), visit, names) }
    ).write(&html, on: visit)
    guard rows.count > 200 else { return }
    html.note(
      visit.say(
        "De laatste 200 van \(rows.count) regels.",
        "The last 200 of \(rows.count) lines."
      )
    )
  }
}

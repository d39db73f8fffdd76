import Claims
import Documents

/// The list of claim lines.
enum LinesPage {
  static func reply(_ visit: Visit) async throws -> Reply {
    let model = await LinesModel(visit)
    guard ListQuery(visit.query).format == .page else {
      return try RowsFile(table: model.table, count: model.count).reply(visit)
    }
    return .page(page(model, visit))
  }

  private static func page(_ model: LinesModel, _ visit: Visit) -> Page {
    var html = HTML()
    if let claim = model.claim, visit.reaches(claim.municipality, claim.provider) {
      let names = RegionNames(visit.state)
      html.note(
        visit.say(
          "Alleen de regels van declaratie \(claim.number) van \(names.withCode(claim.provider)).",
          "Only the lines of claim \(claim.number) of \(names.withCode(claim.provider))."
        )
      )
    }
    let view = ListView(
      model.table,
      on: visit,
      at: .claims(.lines),
      filters: model.filters,
      emptyText: visit.say(
        "Er zijn nog geen declaratieregels.",
        "There are no claim lines yet."
      )
    )
    view.write(model.table.rows, of: model.count, &html)
    html.note(
      visit.say(
        "Cliënten staan hier onder een pseudoniem. Zoeken gaat op het begin van het "
          + "referentienummer.",
        "Clients stand here under a pseudonym. Searching looks at the beginning of the reference."
      )
    )
    return Page(
      visit.say("Declaratieregels", "Claim lines"),
      lead: visit.say(
        "Elke regel die is ingediend, met hoe het ermee staat.",
        "Every line that was claimed, with how it stands."
      ),
      showsDates: true,
      body: html
    )
  }
}

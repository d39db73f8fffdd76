import Commissioning
import Documents
import Exchange
import Quantities
import Region

/// Hands a table of deliveries or of open allocations in.
enum TableUploadPage {
  /// What a table is about.
  enum Kind: String, CaseIterable {
    case deliveries = "leveringen"
    case allocations = "toewijzingen"
  }

  static func page(_ visit: Visit, values: Query = Query(), errors: [FieldError] = []) -> Page {
    var html = HTML()
    var form = FormView(
      visit.address(.claims(.uploadTable)),
      on: visit,
      values: values,
      errors: errors
    )
    form.hasFile = true
    form.write(&html, visit.say("Aanleveren en beoordelen", "Hand in and judge")) { html in
      form.select(
        "soort",
        visit.say("Wat staat er in de tabel?", "What is in the table?"),
        [
          ListFilter.Choice(
            Kind.deliveries.rawValue,
            visit.say("Leveringen", "Deliveries")
          ),
          ListFilter.Choice(
            Kind.allocations.rawValue,
            visit.say("Lopende toewijzingen om over te nemen", "Open allocations to take over")
          ),
        ],
        &html
      )
      form.file(
        "tabel",
        visit.say("Tabel", "Table"),
        description: visit.say(
          "CSV of TSV in UTF-8, met de namen van de kolommen in de eerste rij.",
          "CSV or TSV in UTF-8, with the names of the columns in the first row."
        ),
        accept: ".csv,.tsv,.txt,text/csv",
        &html
      )
    }
    return Page(
      visit.say("Tabel aanleveren", "Hand a table in"),
      titled: errors,
      visit,
      lead: visit.say(
        "Een tabel wordt in zijn geheel gelezen. Staat er een fout in, dan verandert er niets.",
        "A table is read as a whole. When there is a fault in it, nothing changes."
      ),
      crumbs: [
        Crumb(visit.say("Aanleveren", "Upload"), visit.address(.claims(.upload)))
      ],
      body: html
    )
  }

  /// Judges what was sent.
  static func take(_ form: PostedForm) async throws -> Reply {
    let visit = form.visit
    let values = form.fields.fields
    guard !form.isRestored else { return .page(page(visit, values: values)) }
    var errors: [FieldError] = []
    let kind = form["soort"].flatMap(Kind.init)
    if kind == nil {
      errors.append(
        FieldError("soort", visit.say("Kies wat er in de tabel staat.", "Choose what it holds."))
      )
    }
    if let objection = UploadCheck.objection(to: form.fields.file, .table) {
      errors.append(FieldError("tabel", visit.say(objection)))
    }
    // A table may name any municipality of the region, so it takes somebody who reaches them all.
    let all = Set(visit.state.profile?.municipalities ?? [])
    if let own = visit.municipalitiesWithin, !own.isSuperset(of: all),
      let file = form.fields.file, names(all.subtracting(own), file.bytes)
    {
      errors.append(
        FieldError(
          "tabel",
          visit.say(
            "In deze tabel staat een gemeente die niet bij uw rol hoort. Er is niets gewijzigd.",
            "This table names a municipality outside your role. Nothing was changed."
          )
        )
      )
    }
    guard errors.isEmpty, let kind, let bytes = form.fields.file?.bytes else {
      return .page(page(visit, values: values, errors: errors))
    }
    switch kind {
    case .deliveries:
      switch try await visit.region.intake.takeDeliveries(bytes, on: visit.today) {
      case .success(let judged): return .page(result(judged, visit))
      case .failure(let refusal): return .page(refused(refusal, visit))
      }
    case .allocations:
      switch try await visit.region.intake.takeAllocations(bytes, on: visit.today) {
      case .success(let taken): return .page(result(taken, visit))
      case .failure(let refusal): return .page(refused(refusal, visit))
      }
    }
  }

  /// Whether a cell of the table is exactly the code of one of these municipalities.
  private static func names(_ codes: Set<MunicipalityCode>, _ bytes: [UInt8]) -> Bool {
    let ends: Set<UInt8> = [
      UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D, UInt8(ascii: "\""), 0x20,
    ]
    return bytes.split(whereSeparator: { ends.contains($0) }).contains { cell in
      guard cell.count <= 4, let code = MunicipalityCode(String(decoding: cell, as: UTF8.self))
      else { return false }
      return codes.contains(code)
    }
  }
}

// MARK: - What came of it

extension TableUploadPage {
  private static func result(_ judged: DeliveriesJudged, _ visit: Visit) -> Page {
    var html = HTML()
    let kind: StatusKind = judged.approved == judged.rows ? .positive : .warning
    html.alert(kind, nil) {
      $0.paragraph(
        visit.say(
          "\(judged.approved) van \(judged.rows) regels zijn goedgekeurd.",
          "\(judged.approved) of \(judged.rows) lines were approved."
        )
      )
    }
    if judged.isRepeated {
      html.paragraph(
        visit.say(
          "Deze tabel was al beoordeeld; er is niets veranderd.",
          "This table was judged before; nothing changed."
        )
      )
    }
    html.facts([
      (
        name: visit.say("Ingediend", "Claimed"),
        value: Wording.euros(judged.claimed, visit.language)
      ),
      (
        name: visit.say("Toegekend", "Awarded"),
        value: Wording.euros(judged.awarded, visit.language)
      ),
    ])
    if !judged.refusals.isEmpty {
      PlainTable(
        id: "afgekeurd",
        caption: visit.say("Afgekeurde regels per reden", "Refused lines per reason"),
        columns: [
          ListTable.Column("regel", visit.say("Regel", "Rule")),
          ListTable.Column("aantal", visit.say("Regels", "Lines"), isNumeric: true),
        ],
        rows: judged.refusals.map { ListTable.Row([.text($0.rule), .number($0.rows)]) }
      ).write(&html, on: visit)
    }
    html.element("p") {
      $0.element(
        "a",
        .href(visit.path(.claims(.workList))),
        text: visit.say("Naar de werklijst", "To the work list")
      )
    }
    return Page(visit.say("Tabel beoordeeld", "Table judged"), body: html)
  }

  private static func result(_ taken: AllocationsTaken, _ visit: Visit) -> Page {
    var html = HTML()
    html.alert(.positive, nil) {
      $0.paragraph(
        visit.say(
          "\(taken.allocations) toewijzingen zijn overgenomen, \(taken.balances) met een beginstand.",
          "\(taken.allocations) allocations were taken over, \(taken.balances) with a balance."
        )
      )
    }
    return Page(visit.say("Tabel overgenomen", "Table taken over"), body: html)
  }

  private static func refused(_ refusal: ImportRefusal, _ visit: Visit) -> Page {
    var html = HTML()
    html.alert(.negative, nil) {
      $0.paragraph(
        visit.say(
          "De tabel is niet overgenomen en er is niets gewijzigd. Herstel wat hieronder staat.",
          "The table was not taken over and nothing was changed. Mend what stands below."
        )
      )
    }
    PlainTable(
      id: "fouten",
      caption: visit.say("Wat er mis is", "What is wrong"),
      columns: [
        ListTable.Column("rij", visit.say("Rij", "Row"), isNumeric: true),
        ListTable.Column("kolom", visit.say("Kolom", "Column")),
        ListTable.Column("tekst", visit.say("Wat er mis is", "What is wrong")),
      ],
      rows: refusal.findings.prefix(200).map { finding in
        ListTable.Row([
          .number(finding.line), .text(finding.column ?? ""),
          .text(visit.say(finding.text, finding.english)),
        ])
      }
    ).write(&html, on: visit)
    if refusal.findings.count > 200 {
      let further = refusal.findings.count - 200
      html.note(visit.say("En nog \(further) fouten.", "And \(further) more faults."))
    }
    var page = Page(visit.say("Tabel niet overgenomen", "Table not taken over"), body: html)
    page.status = .badRequest
    page.titlePrefix = visit.say("Niet verzonden", "Not sent")
    return page
  }
}

import Accounts
import Claims
import Columns
import Documents
import Exchange
import Journal
import Quantities
import Region
import Rules

/// Hands one message in and shows what came of it, line by line.
enum UploadPage {
  static func page(_ visit: Visit, errors: [FieldError] = []) -> Page {
    var html = HTML()
    form(visit, errors, &html)
    if visit.may(.uploadTables) {
      html.element("p") {
        $0.element(
          "a",
          .href(visit.path(.claims(.uploadTable))),
          text: visit.say("Een tabel aanleveren", "Hand a table in")
        )
      }
    }
    return Page(title(visit), titled: errors, visit, lead: lead(visit), body: html)
  }

  private static func title(_ visit: Visit) -> String {
    visit.say("Bericht aanleveren", "Hand a message in")
  }

  private static func lead(_ visit: Visit) -> String {
    visit.say(
      "Een iWmo- of iJw-bericht wordt meteen beoordeeld. Hetzelfde bericht nog eens aanleveren "
        + "verandert niets.",
      "A message is judged at once. Handing the same message in again changes nothing."
    )
  }

  private static func form(_ visit: Visit, _ errors: [FieldError], _ html: inout HTML) {
    var form = FormView(visit.address(.claims(.upload)), on: visit, errors: errors)
    form.hasFile = true
    form.write(&html, visit.say("Aanleveren en beoordelen", "Hand in and judge")) { html in
      form.file(
        "bericht",
        visit.say("Bericht", "Message"),
        description: visit.say("Een XML-bestand, een bericht per keer.", "One XML file at a time."),
        accept: ".xml,text/xml,application/xml",
        &html
      )
    }
  }

  /// Judges what was sent.
  static func take(_ form: PostedForm) async throws -> Page {
    let visit = form.visit
    guard !form.isRestored else { return page(visit) }
    let file = form.fields.file
    if let objection = UploadCheck.objection(to: file, .message) {
      return page(visit, errors: [FieldError("bericht", visit.say(objection))])
    }
    let bytes = file?.bytes ?? []
    if let parties = MessageParties(bytes),
      !visit.reaches(parties.municipality, parties.provider)
    {
      return page(
        visit,
        errors: [
          FieldError(
            "bericht",
            visit.say(
              "Dit bericht is van een gemeente of aanbieder die niet bij uw rol hoort. "
                + "Er is niets van overgenomen.",
              "This message is of a municipality or provider outside your role. "
                + "Nothing of it was taken over."
            )
          )
        ]
      )
    }
    let result = try await visit.region.intake.take(bytes, on: visit.today)
    return try await outcome(result, visit)
  }
}

// MARK: - What came of it

extension UploadPage {
  private static func outcome(_ result: IntakeResult, _ visit: Visit) async throws -> Page {
    var html = HTML()
    let isNothing = result.outcome == .rejectTransport
    html.alert(result.outcome.kind, nil) { html in
      html.paragraph(sentence(result, visit))
    }
    findings(result, visit, &html)
    if let position = result.position { try await links(position, result, visit, &html) }
    html.heading(2, visit.say("Nog een bericht", "Another message"))
    form(visit, [], &html)
    var page = Page(
      "\(result.message ?? visit.say("Bestand", "File")): \(visit.say(result.outcome.words))",
      body: html
    )
    if isNothing {
      page.status = .badRequest
      page.titlePrefix = visit.say("Niet overgenomen", "Not taken in")
    }
    return page
  }

  private static func sentence(_ result: IntakeResult, _ visit: Visit) -> String {
    switch result.outcome {
    case .accept:
      visit.say(
        "Het bericht is goedgekeurd en overgenomen.",
        "The message was accepted and taken over."
      )
    case .signal:
      visit.say(
        "Het bericht is overgenomen. Er is iets om op te letten; dat staat hieronder.",
        "The message was taken over. There is something to look at below."
      )
    case .rejectLine, .rejectClient:
      visit.say(
        "Een deel van het bericht is afgekeurd; de rest is overgenomen.",
        "A part of the message was refused; the rest was taken over."
      )
    case .rejectClass, .rejectClaim, .rejectHeader, .rejectMessage:
      visit.say(
        "Het bericht is afgekeurd. Er is niets van overgenomen; het nummer is wel gebruikt.",
        "The message was refused. Nothing was taken over; its number was used."
      )
    case .rejectTransport:
      visit.say(
        "Dit bestand is geen bericht voor deze regio. Er is niets gewijzigd.",
        "This file is no message for this region. Nothing was changed."
      )
    }
  }

  private static func findings(_ result: IntakeResult, _ visit: Visit, _ html: inout HTML) {
    guard !result.findings.isEmpty else { return }
    html.heading(2, visit.say("Wat er is gevonden", "What was found"))
    FindingTable(
      id: "bevindingen",
      caption: visit.say("Bevindingen met wat u kunt doen", "Findings with what to do"),
      rows: result.findings.prefix(200).map { finding in
        FindingTable.Row(
          place: finding.path.isEmpty ? finding.judges : finding.path,
          code: finding.code,
          rule: finding.rule,
          text: visit.say(finding.text)
        )
      }
    ).write(&html, on: visit)
    html.note(
      visit.say(
        "Regels met TR staan in iWmo en iJw 3.2, met hetzelfde nummer.",
        "Rules with TR stand in iWmo and iJw 3.2, under the same number."
      )
    )
    let further = max(0, result.findings.count - 200) + result.furtherFindings
    if further > 0 {
      html.note(visit.say("En nog \(further) bevindingen.", "And \(further) more findings."))
    }
  }

  private static func links(
    _ last: Position,
    _ result: IntakeResult,
    _ visit: Visit,
    _ html: inout HTML
  ) async throws {
    guard let first = try await visit.region.journal.command(at: last).first else { return }
    let state = visit.region.office.view.state
    if let found = state.ledger.claim(broughtBy: first.position.rawValue) {
      lines(state.ledger.claims[found], state, visit, &html)
    }
    let position = "\(first.position)"
    html.element("ul") { html in
      html.element("li") {
        $0.element(
          "a",
          .href(visit.path(.claims(.message(position)))),
          text: visit.say("Het bericht in het logboek", "The message in the log")
        )
      }
      guard result.reply != nil, visit.may(.downloadMessages) else { return }
      html.element("li") {
        $0.element(
          "a",
          .href(visit.path(.claims(.messageAnswer(position)))),
          text: visit.say("Ons antwoord ophalen", "Fetch our answer")
        )
      }
    }
  }

  /// The lines of a claim with what was decided on each.
  private static func lines(
    _ claim: ClaimRecord,
    _ state: RegionState,
    _ visit: Visit,
    _ html: inout HTML
  ) {
    html.heading(2, visit.say("Per regel", "Line by line"))
    let shown = claim.rows.prefix(200)
    PlainTable(
      id: "regels",
      caption: visit.say("Goedgekeurd en afgekeurd per regel", "Accepted and refused per line"),
      columns: [
        ListTable.Column("regel", visit.say("Regel", "Line")),
        ListTable.Column("bedrag", visit.say("Bedrag", "Amount"), isNumeric: true),
        ListTable.Column("stand", visit.say("Stand", "Standing")),
        ListTable.Column("eerste", visit.say("Eerste reden", "First reason")),
        ListTable.Column("bron", visit.say("Bron", "Source")),
      ],
      rows: shown.map { row in
        let line = state.ledger.lines[row]
        let standing = LineFilter.Standing(line.flags)
        let rule = state.ledger.refusingRule(of: row)
        let source = rule.flatMap { id in LineRules.set.rules.first { $0.id == id }?.source }
        return ListTable.Row([
          visit.may(.explainClaims)
            ? .link(line.reference, .claims(.line("\(row)"))) : .text(line.reference),
          .euros(line.flags.contains(.credit) ? Cents(-line.amount.rawValue) : line.amount),
          .status(standing.kind, visit.say(standing.words)),
          .text(rule?.description ?? ""),
          .text(source ?? ""),
        ])
      }
    ).write(&html, on: visit)
    guard claim.lineCount > shown.count else { return }
    html.note(
      visit.say(
        "De eerste 200 van \(claim.lineCount) regels; de rest staat bij het bericht.",
        "The first 200 of \(claim.lineCount) lines; the rest stand with the message."
      )
    )
  }
}

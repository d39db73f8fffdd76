import Accounts
import Documents
import Journal
import Quantities
import Region
import Rules

/// A message: what it said in figures, what was found, and what came of it.
///
/// No person stands here.
enum MessagePage {
  static func page(_ position: String, _ visit: Visit) async throws -> Page {
    let model = try await MessageModel(position, visit)
    var html = HTML()
    facts(model, visit, &html)
    figures(model, visit, &html)
    findings(model, visit, &html)
    files(position, model, visit, &html)
    let judged = model.judged
    return Page(
      "\(judged.key.message) \(judged.key.identification)",
      lead: visit.say(judged.outcome.words),
      crumbs: [Crumb(visit.say("Berichten", "Messages"), visit.address(.claims(.messages)))],
      showsDates: true,
      body: html
    )
  }

  private static func facts(_ model: MessageModel, _ visit: Visit, _ html: inout HTML) {
    let judged = model.judged
    let names = RegionNames(visit.state)
    html.heading(2, visit.say("Kenmerken", "Particulars"))
    html.facts { html in
      html.fact(visit.say("Oordeel", "Verdict")) {
        $0.badge(judged.outcome.kind, visit.say(judged.outcome.words))
      }
      html.fact(visit.say("Richting", "Direction")) { $0.write(visit.say(judged.flow.words)) }
      html.fact(visit.say("Gemeente", "Municipality")) {
        $0.write(names.withCode(judged.municipality))
      }
      html.fact(visit.say("Aanbieder", "Provider")) { $0.write(names.withCode(judged.provider)) }
      html.fact(visit.say("Dagtekening", "Dated")) {
        $0.write(Wording.day(judged.dated, visit.language))
      }
      html.fact(visit.say("Bekend op", "Known on")) {
        $0.write(Wording.day(model.first.knownOn, visit.language))
      }
      html.fact(visit.say("Journaalregel", "Journal entry")) {
        $0.write("\(model.first.position)")
      }
      if let reply = judged.reply {
        html.fact(visit.say("Ons antwoord", "Our answer")) {
          $0.write("\(reply.message) \(reply.identification)")
        }
      }
    }
  }

  private static func figures(_ model: MessageModel, _ visit: Visit, _ html: inout HTML) {
    guard !model.figures.isEmpty else { return }
    html.heading(2, visit.say("Wat het bericht zegt", "What the message says"))
    html.facts(model.figures.map { (name: visit.say($0.name), value: $0.value) })
    guard let claim = model.claim, visit.may(.seeClaims) else { return }
    let query = Query([QueryItem("declaratie", "\(claim)")])
    html.element("p") {
      $0.element(
        "a",
        .href(visit.path(.claims(.lines), query)),
        text: visit.say("Bekijk de regels van deze declaratie", "See the lines of this claim")
      )
    }
  }

  private static func findings(_ model: MessageModel, _ visit: Visit, _ html: inout HTML) {
    html.heading(2, visit.say("Bevindingen", "Findings"))
    let findings = model.judged.findings
    guard !findings.isEmpty else {
      html.paragraph(
        visit.say("Er is niets op het bericht aan te merken.", "There is nothing wrong with it.")
      )
      return
    }
    FindingTable(
      id: "bevindingen",
      caption: visit.say("Wat er is gevonden", "What was found"),
      rows: findings.prefix(200).map {
        FindingTable.Row(
          place: "\($0.judges) \($0.row + 1)",
          code: $0.code,
          rule: $0.rule,
          text: visit.say($0.text)
        )
      }
    ).write(&html, on: visit)
    let further = max(0, findings.count - 200) + model.judged.furtherFindings
    if further > 0 {
      html.note(
        visit.say("En nog \(further) bevindingen.", "And \(further) more findings.")
      )
    }
  }

  private static func files(
    _ position: String,
    _ model: MessageModel,
    _ visit: Visit,
    _ html: inout HTML
  ) {
    guard visit.may(.downloadMessages) else { return }
    html.heading(2, visit.say("Het bericht zelf", "The message itself"))
    html.paragraph(
      visit.say(
        "In het bericht staan gegevens van personen. We vragen eerst waarvoor u het nodig hebt.",
        "The message holds data of persons. We first ask what you need it for."
      )
    )
    html.element("ul") { html in
      html.element("li") {
        $0.element(
          "a",
          .href(visit.path(.claims(.messageFile(position)))),
          text: visit.say("Het bericht ophalen", "Fetch the message")
        )
      }
      guard model.judged.reply != nil else { return }
      html.element("li") {
        $0.element(
          "a",
          .href(visit.path(.claims(.messageAnswer(position)))),
          text: visit.say("Ons antwoord ophalen", "Fetch our answer")
        )
      }
    }
  }
}

/// Findings as a table: where, which code and rule, and the sentence that says what to do.
struct FindingTable {
  let id: String
  let caption: String
  let rows: [Row]

  struct Row {
    let place: String
    let code: String
    let rule: String
    let text: String
  }

  func write(_ html: inout HTML, on visit: Visit) {
    PlainTable(
      id: id,
      caption: caption,
      columns: [
        ListTable.Column("plaats", visit.say("Waar", "Where")),
        ListTable.Column("code", "Code"),
        ListTable.Column("regel", visit.say("Regel", "Rule")),
        ListTable.Column("tekst", visit.say("Wat er mis is en wat u kunt doen", "What to do")),
      ],
      rows: rows.map {
        let whole = visit.say("het hele bericht", "the whole message")
        return ListTable.Row([
          .text($0.place.isEmpty ? whole : $0.place), .text($0.code), .text($0.rule),
          .text($0.text),
        ])
      }
    ).write(&html, on: visit)
  }
}

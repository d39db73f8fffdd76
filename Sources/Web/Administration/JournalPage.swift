import Documents
import Journal
import Quantities
import Region
import Rules

/// The journal: its end, a check of the whole chain, and its entries by name and day.
enum JournalPage {
  static func reply(_ visit: Visit) async throws -> Reply {
    visit.query["vorm"] == "hoofd" ? headFile(visit) : .page(try await page(visit))
  }

  /// Begins a check; how far it is stands on the page.
  static func take(_ form: PostedForm) async throws -> Reply {
    let region = form.visit.region
    if !form.isRestored {
      let head = region.office.view.state.head
      await region.journalCheck.begin(
        region.journal,
        to: head,
        region.accounts,
        at: form.visit.now
      )
    }
    return .seeOther(form.visit.address(.administration(.journal)))
  }

  private static func headFile(_ visit: Visit) -> Reply {
    let head = visit.state.head
    let bytes = JSONWriter.object { json in
      json.field("position", head.position.rawValue)
      json.field("hash", head.hash.description)
      json.field("recordedAt", head.recordedAt.description)
      json.field("knownOn", head.knownOn.description)
    }
    return .file(
      name: "\(visit.slug)-journaal-\(head.position).json",
      type: "application/json",
      bytes: bytes
    )
  }

  private static func page(_ visit: Visit) async throws -> Page {
    var html = HTML()
    head(visit, &html)
    html.heading(2, visit.say("Controle", "Check"))
    let state = await visit.region.journalCheck.state
    check(state, visit, &html)
    events(await visit.region.journalCheck.events, visit, &html)
    html.heading(2, visit.say("Regels van het journaal", "Entries of the journal"))
    try await JournalEntries.write(visit, &html)
    return Page(
      visit.say("Journaal", "Journal"),
      lead: visit.say(
        "Alles wat de regio weet, in volgorde. Niets wordt gewijzigd of gewist.",
        "All that the region knows, in order. Nothing is changed or erased."
      ),
      body: html
    )
  }

  private static func head(_ visit: Visit, _ html: inout HTML) {
    let head = visit.state.head
    html.facts { html in
      html.fact(visit.say("Laatste regel", "Last entry")) { $0.write("\(head.position)") }
      html.fact(visit.say("Kenmerk", "Hash")) {
        $0.element("code", text: head.hash.description)
      }
      html.fact(visit.say("Opgeschreven", "Recorded")) { $0.write(head.recordedAt.secondText) }
      html.fact(visit.say("Bekend op", "Known on")) {
        $0.write(Wording.day(head.knownOn, visit.language))
      }
    }
    let query = Query([QueryItem("vorm", "hoofd")])
    html.element("p") {
      $0.element(
        "a",
        .href(visit.path(.administration(.journal), query)),
        text: visit.say("Dit hoofd bewaren als bestand", "Keep this head as a file")
      )
    }
  }

  private static func events(
    _ events: JournalCheck.Events,
    _ visit: Visit,
    _ html: inout HTML
  ) {
    switch events {
    case .never: break
    case .sound(let count):
      html.paragraph(
        visit.say(
          "Ook alle \(count) beveiligingsgebeurtenissen kloppen, en er ontbreekt er geen.",
          "All \(count) security events agree as well, and none is missing."
        )
      )
    case .failed(let text):
      html.alert(
        .negative,
        visit.say("De beveiligingsgebeurtenissen kloppen niet", "The security events are broken")
      ) { $0.paragraph(visit.say(text)) }
    }
  }

  private static func check(_ state: JournalCheck.State, _ visit: Visit, _ html: inout HTML) {
    switch state {
    case .never:
      html.paragraph(
        visit.say(
          "Sinds de start van de server is het journaal nog niet gecontroleerd.",
          "The journal was not checked since the server started."
        )
      )
    case .running(let progress):
      html.element("p", .role("status")) { html in
        html.write(
          visit.say(
            "Bezig: \(progress.checked) van \(progress.last) regels. ",
            "Busy: \(progress.checked) of \(progress.last) entries. "
          )
        )
        html.element(
          "a",
          .href(visit.path(.administration(.journal))),
          text: visit.say("Stand verversen", "Refresh")
        )
      }
      return
    case .sound(let progress):
      html.alert(.positive, nil) {
        $0.paragraph(
          visit.say(
            "Alle \(progress.last) regels kloppen met hun voorganger "
              + "(gecontroleerd \(progress.begun.secondText)).",
            "All \(progress.last) entries agree with the one before "
              + "(checked \(progress.begun.secondText))."
          )
        )
      }
    case .failed(let progress, _):
      html.alert(.negative, visit.say("Het journaal klopt niet", "The journal is broken")) {
        $0.paragraph(
          visit.say(
            "Na regel \(progress.checked) gaat het mis. Stop met werken en meld dit meteen.",
            "It goes wrong after entry \(progress.checked). Stop working and report this at once."
          )
        )
      }
    }
    FormView(visit.address(.administration(.journal)), on: visit)
      .write(&html, visit.say("Nu controleren", "Check now")) { _ in }
  }
}

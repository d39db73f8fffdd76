import Accounts
import Documents
import Exchange
import Journal
import People
import Region
import Rules

/// Hands out a message or our answer to it: first the reason, then the access record, then it.
struct MessageFileDesk {
  enum Part {
    case original, answer
  }

  private let position: String
  private let part: Part
  private let visit: Visit

  init(_ position: String, _ part: Part, _ visit: Visit) {
    self.position = position
    self.part = part
    self.visit = visit
  }

  private var address: ClaimsAddress {
    part == .original ? .messageFile(position) : .messageAnswer(position)
  }

  /// The form that asks what it is for.
  func page() async throws -> Page {
    let model = try await model()
    return page(model, values: Query(), errors: [])
  }

  /// Gives the file, once the access record is durable.
  func take(_ form: PostedForm) async throws -> Reply {
    let model = try await model()
    guard !form.isRestored, let purpose = AccessPurpose(word: form["doel"]) else {
      var errors: [FieldError] = []
      if !form.isRestored {
        errors = [FieldError("doel", visit.say("Kies waarvoor u het nodig hebt.", "Choose why."))]
      }
      return .page(page(model, values: form.fields.fields, errors: errors))
    }
    let original = model.judged.original
    let subjects = try await visit.region.vault.clients(of: original)
    let grant = try await visit.region.accessLog.grant(
      for: try visit.accessRequest(purpose, subjects)
    )
    switch part {
    case .original:
      let opened = try await visit.region.vault.open(original, under: grant)
      return .file(
        name: "\(model.judged.key.message)-\(position).xml",
        type: "application/xml",
        bytes: opened.bytes
      )
    case .answer:
      let file = try await visit.region.intake.answer(to: model.entries, on: visit.today)
      guard let file else { return .page(gone(model)) }
      return .file(name: file.name, type: "application/xml", bytes: file.bytes)
    }
  }

  private func model() async throws -> MessageModel {
    let model = try await MessageModel(position, visit)
    if part == .answer, model.judged.reply == nil { throw Trouble.notFound }
    return model
  }

  private var name: String {
    part == .original
      ? visit.say("Bericht ophalen", "Fetch the message")
      : visit.say("Ons antwoord ophalen", "Fetch our answer")
  }

  private func page(_ model: MessageModel, values: Query, errors: [FieldError]) -> Page {
    var html = HTML()
    html.alert(.warning, nil) {
      $0.paragraph(
        visit.say(
          "In dit bestand staan gegevens van personen. Dat u het ophaalt wordt vastgelegd, met uw "
            + "reden en de personen die erin staan.",
          "This file holds data of persons. That you fetch it is recorded, with your reason and "
            + "the persons in it."
        )
      )
    }
    let form = FormView(visit.address(.claims(address)), on: visit, values: values, errors: errors)
    form.write(&html, visit.say("Vastleggen en ophalen", "Record and fetch")) { html in
      PurposeField.write(form, &html)
    }
    return Page(
      name,
      titled: errors,
      visit,
      lead: "\(model.judged.key.message) \(model.judged.key.identification)",
      crumbs: [
        Crumb(visit.say("Berichten", "Messages"), visit.address(.claims(.messages))),
        Crumb(
          model.judged.key.identification,
          visit.address(.claims(.message(position)))
        ),
      ],
      body: html
    )
  }

  /// The answer can no longer be made, because a person in it was destroyed.
  private func gone(_ model: MessageModel) -> Page {
    var html = HTML()
    html.paragraph(
      visit.say(
        "Van een persoon in dit bericht zijn de gegevens vernietigd. Het antwoord kan daarom niet "
          + "meer worden gemaakt.",
        "The data of a person in this message were destroyed. The answer can be made no more."
      )
    )
    return Page(name, status: .notFound, body: html)
  }
}

/// The question what person data are needed for.
enum PurposeField {
  static func write(_ form: FormView, _ html: inout HTML) {
    let none = ListFilter.Choice("", form.say("Kies een reden", "Choose a reason"))
    form.select(
      "doel",
      form.say("Waarvoor hebt u dit nodig?", "What do you need this for?"),
      [none]
        + AccessPurpose.choices.map {
          ListFilter.Choice($0.word, $0.words[form.language])
        },
      description: form.say(
        "De reden komt in het inzagelogboek.",
        "The reason goes into the access records."
      ),
      &html
    )
  }
}

extension Visit {
  /// The request for person data by whoever visits.
  func accessRequest(
    _ purpose: AccessPurpose,
    _ subjects: [ClientKey]
  ) throws -> AccessRequest {
    guard let actor = visitor?.principal.user.accessActor else { throw Trouble.unknown }
    return AccessRequest(actor: actor, purpose: purpose, subjects: subjects, at: now)
  }
}

extension Page {
  /// A page with a form, which says in the title of the window that it was not sent.
  init(
    _ title: String,
    titled errors: [FieldError],
    _ visit: Visit,
    lead: String? = nil,
    crumbs: [Crumb] = [],
    body: HTML
  ) {
    self.init(title, lead: lead, crumbs: crumbs, body: body)
    guard !errors.isEmpty else { return }
    status = .badRequest
    let count = errors.count
    titlePrefix = visit.say(
      count == 1 ? "Niet verzonden (1 fout)" : "Niet verzonden (\(count) fouten)",
      count == 1 ? "Not sent (1 error)" : "Not sent (\(count) errors)"
    )
  }
}

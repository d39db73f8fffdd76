import Commissioning
import Documents
import Journal
import Quantities
import Region
import Rules

/// Bids, scores, ranking, award and complaints.
extension ProcedurePage {
  func bids(_ html: inout HTML) {
    let isAdmission = plan.kind == .admission
    html.heading(
      2,
      isAdmission
        ? view.say("Aanmeldingen", "Applications") : view.say("Inschrijvingen", "Bids")
    )
    switch model.bids {
    case .sealed(let rows): sealed(rows, &html)
    case .named(let bids):
      opening(&html)
      visit.writeTable(table(bids), &html)
      scores(bids, &html)
    case .own(let bids):
      let none = view.say("U schreef hier niet op in.", "You did not bid here.")
      visit.writeTable(table(bids), empty: none, &html)
    }
  }

  private func sealed(_ rows: [ProcedureModel.SealedRow], _ html: inout HTML) {
    html.paragraph(
      view.say(
        "\(rows.count) inschrijvingen, verzegeld. Van wie ze zijn is pas na het openen te zien.",
        "\(rows.count) bids, sealed. Who they are from can be seen only after the opening."
      )
    )
    let table = ListTable(
      id: "verzegeld",
      caption: view.say(
        "Vingerafdrukken van verzegelde inschrijvingen",
        "Fingerprints of sealed bids"
      ),
      columns: [
        ListTable.Column("vingerafdruk", view.say("Vingerafdruk", "Fingerprint")),
        ListTable.Column("ontvangen", view.say("Ontvangen", "Received")),
        ListTable.Column("bytes", "Bytes", isNumeric: true),
      ],
      rows: rows.map { row in
        ListTable.Row([
          .text(row.digest), .text(Wording.moment(row.submitted, view.language)),
          .number(row.byteCount),
        ])
      }
    )
    visit.writeTable(table, &html)
  }

  /// The record of the opening.
  private func opening(_ html: inout HTML) {
    guard let opening = procedure.opening else { return }
    html.facts { html in
      visit.writeFact(
        view.say("Geopend", "Opened"),
        .text(Wording.moment(opening.at, view.language)),
        &html
      )
      visit.writeFact(
        view.say("Door", "By"),
        .text(opening.by.map(\.description).joined(separator: ", ")),
        &html
      )
      visit.writeFact(
        view.say("Bewaard op platform", "Kept on platform"),
        .quoted(opening.platform ?? ""),
        &html
      )
    }
  }

  private func table(_ bids: [Bid]) -> ListTable {
    ListTable(
      id: "inschrijvingen",
      caption: view.say("Inschrijvingen en hun stand", "Bids and their state"),
      columns: [
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("perceel", view.say("Perceel", "Lot")),
        ListTable.Column("ontvangen", view.say("Ontvangen", "Received")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("ontbreekt", view.say("Bewijs dat ontbreekt", "Evidence missing")),
        ListTable.Column("vingerafdruk", view.say("Vingerafdruk", "Fingerprint")),
      ],
      rows: bids.map { bid in
        let unproven = bid.isInPlay ? bid.unproven(plan.requirements, on: view.day) : []
        return ListTable.Row([
          view.cell(bid.key.provider), .text(bid.key.lot.description),
          .text(Wording.moment(bid.submitted, view.language)),
          .status(bid.state.status, view.say(bid.state.text)),
          .text(unproven.map(\.code.description).joined(separator: ", ")),
          .text(bid.sealed.map { String($0.digest.description.prefix(16)) } ?? ""),
        ])
      }
    )
  }

  /// What every assessor gave, and on what they agreed.
  private func scores(_ bids: [Bid], _ html: inout HTML) {
    guard !plan.criteria.isEmpty, bids.contains(where: { !$0.scores.isEmpty }) else { return }
    html.heading(3, view.say("Scores en consensus", "Scores and consensus"))
    let table = ListTable(
      id: "scores",
      caption: view.say("Scores per criterium", "Scores by criterion"),
      columns: [
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("perceel", view.say("Perceel", "Lot")),
        ListTable.Column("criterium", view.say("Criterium", "Criterion")),
        ListTable.Column("scores", view.say("Per beoordelaar", "By assessor")),
        ListTable.Column("consensus", "Consensus", isNumeric: true),
        ListTable.Column("reden", view.say("Waarom", "Why")),
      ],
      rows: bids.filter { !$0.scores.isEmpty }.flatMap { bid in
        plan.criteria.map { criterion in
          let given = bid.scores.sorted { $0.key < $1.key }.compactMap { officer, points in
            points[criterion.code].map { "\(officer): \($0)" }
          }
          let consensus = bid.consensus[criterion.code]
          return ListTable.Row([
            view.cell(bid.key.provider), .text(bid.key.lot.description),
            .text(criterion.code.description), .text(given.joined(separator: ", ")),
            consensus.map { .number($0.points) } ?? .none, .quoted(consensus?.reason ?? ""),
          ])
        }
      }
    )
    visit.writeTable(table, &html)
  }
}

// MARK: - Ranking and award

extension ProcedurePage {
  func ranking(_ html: inout HTML) {
    html.heading(2, view.say("Rangorde", "Ranking"))
    guard plan.kind != .admission else {
      html.alert(.neutral, nil) { html in
        html.paragraph(
          view.say(
            "In een toelatingsprocedure is rangschikken niet toegestaan: wie aan de eisen voldoet "
              + "wordt toegelaten, en de cliënt kiest "
              + "(HvJ EU, Falk Pharma en Tirkkonen).",
            "In an admission ranking is not allowed: who meets the requirements is admitted, and "
              + "the client chooses (EU Court of Justice, Falk Pharma and Tirkkonen)."
          )
        )
      }
      return
    }
    guard view.own == nil else {
      html.paragraph(
        view.say(
          "De rangorde van andere inschrijvers is niet openbaar; uw eigen stand staat hierboven.",
          "The ranking of other bidders is not public; your own state stands above."
        )
      )
      return
    }
    for row in model.lots { ranking(row, &html) }
  }

  private func ranking(_ row: ProcedureModel.LotRow, _ html: inout HTML) {
    html.heading(3, view.say("Perceel \(row.lot.code)", "Lot \(row.lot.code)"))
    guard let ranking = row.ranking else {
      let refusal = row.refusal.map { view.say($0.text, $0.english) }
      html.paragraph(refusal ?? view.say("Er is geen rangorde.", "There is no ranking."))
      return
    }
    let table = ListTable(
      id: "rangorde-\(row.lot.code)",
      caption: view.say("Rangorde van perceel \(row.lot.code)", "Ranking of lot \(row.lot.code)"),
      columns: [
        ListTable.Column("plaats", view.say("Plaats", "Place"), isNumeric: true),
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("punten", view.say("Punten", "Points"), isNumeric: true),
        ListTable.Column(
          "beslist",
          view.say("Bij gelijke stand besliste", "Between equals decided")
        ),
      ],
      rows: ranking.entries.enumerated().map { place, entry in
        ListTable.Row([
          .number(place + 1), view.cell(entry.provider), .number(entry.total),
          .text(entry.decidedBy.map { view.say($0.text) } ?? ""),
        ])
      }
    )
    let none = view.say("Er zijn geen inschrijvingen.", "There are no bids.")
    visit.writeTable(table, empty: none, &html)
  }

  func awards(_ html: inout HTML) {
    guard plan.kind != .admission else { return }
    html.heading(2, view.say("Gunning en opschortingstermijn", "Award and stand-still"))
    let table = ListTable(
      id: "gunning",
      caption: view.say("Gunning per perceel", "Award by lot"),
      columns: [
        ListTable.Column("perceel", view.say("Perceel", "Lot")),
        ListTable.Column("dag", view.say("Besluit van", "Decided on")),
        ListTable.Column("winnaars", view.say("Gegund aan", "Awarded to")),
        ListTable.Column("opschorting", view.say("Laatste dag opschorting", "Stand-still ends")),
        ListTable.Column("stand", view.say("Stand", "State")),
      ],
      rows: model.lots.compactMap { row in row.award.map { award(row.lot, $0) } }
    )
    let none = view.say("Er is nog niet gegund.", "Nothing was awarded yet.")
    visit.writeTable(table, empty: none, &html)
    if let relief = procedure.relief {
      let ruled =
        relief.ruled.map {
          view.say(
            "; uitspraak op \(view.day($0))",
            "; ruling on \(view.day($0))"
          )
        } ?? view.say("; nog geen uitspraak", "; no ruling yet")
      html.note(
        view.say(
          "Kort geding van \(view.day(relief.sought))",
          "Interim relief of \(view.day(relief.sought))"
        ) + ruled + "."
      )
    }
  }

  private func award(_ lot: Lot, _ award: ProcurementProcedure.Award) -> ListTable.Row {
    let state: ListTable.Cell
    if let final = award.finalOn {
      let day = Wording.shortDay(final, view.language)
      state = .status(.positive, view.say("definitief op \(day)", "final on \(day)"))
    } else if view.day <= award.standstillEnd {
      let days = view.day.days(to: award.standstillEnd)
      state = .status(
        .warning,
        view.say(
          "opschorting loopt, nog \(days) dagen",
          "stand-still runs, \(days) days left"
        )
      )
    } else {
      state = .status(.neutral, view.say("opschorting voorbij", "stand-still over"))
    }
    return ListTable.Row([
      .text(lot.code.description), .day(award.on), .text(view.names.names(award.winners)),
      .day(award.standstillEnd), state,
    ])
  }

  func complaints(_ html: inout HTML) {
    let shown = procedure.complaints.filter { view.own == nil || $0.provider == view.own }
    guard !shown.isEmpty else { return }
    html.heading(2, view.say("Klachten", "Complaints"))
    let table = ListTable(
      id: "klachten",
      caption: view.say("Klachten", "Complaints"),
      columns: [
        ListTable.Column("nummer", view.say("Nummer", "Number"), isNumeric: true),
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("ontvangen", view.say("Ontvangen", "Received")),
        ListTable.Column("uiterlijk", view.say("Antwoord uiterlijk", "Answer by")),
        ListTable.Column("beantwoord", view.say("Beantwoord", "Answered")),
      ],
      rows: shown.map { complaint in
        ListTable.Row([
          .number(complaint.number), view.cell(complaint.provider), .day(complaint.received),
          .day(complaint.due),
          complaint.answered.map { .day($0) }
            ?? .status(
              complaint.due < view.day ? .negative : .warning,
              view.say("nog niet", "not yet")
            ),
        ])
      }
    )
    visit.writeTable(table, &html)
  }
}

extension Bid.State {
  var status: StatusKind {
    switch self {
    case .submitted: .neutral
    case .withdrawn: .neutral
    case .setAside, .notAwarded: .warning
    case .awarded, .admitted: .positive
    }
  }
}

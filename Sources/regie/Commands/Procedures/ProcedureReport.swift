import Commissioning
import Journal
import Quantities
import Rules

/// A procedure as people look at it.
///
/// Before the opening it tells how many bids there are and nothing else of them: who bids is
/// nobody's business until all bids are opened together.
struct ProcedureReport {
  let procedure: ProcurementProcedure
  let day: CivilDate

  init(_ procedure: ProcurementProcedure, on day: CivilDate) {
    self.procedure = procedure
    self.day = day
  }

  /// The steps with their days and the rule behind each.
  struct Steps {
    let calendar: ProcedureCalendar
    let isPublished: Bool
    /// Terms that the plan makes longer than their rules.
    let choices: [CalendarStep: TermLength]

    /// The days that were published, or those that a publication on a day would give.
    init(
      _ procedure: ProcurementProcedure,
      publishedOn day: CivilDate
    ) throws(CalendarFault) {
      isPublished = procedure.isPublished
      choices = procedure.plan.choices
      if let calendar = procedure.calendar {
        self.calendar = calendar
      } else {
        calendar = try ProcedureCalendar(
          procedure.plan.kind,
          published: day,
          choices: procedure.plan.choices,
          entryOpens: procedure.plan.entryOpens
        )
      }
    }

    /// One line per step: day, step, and the term with its ground.
    var lines: [String] {
      calendar.ordered.map { step, day in
        let rule = calendar.rule(of: step).map { rule in
          let chosen = choices[step].map { "gekozen: \($0.dutchText); regel: " } ?? ""
          return "\t\(chosen)\(rule.term.dutchText), na \(rule.after.rawValue)"
        }
        return "\(day)\t\(step.rawValue)\(rule ?? "")"
      }
    }

    func write(to json: inout JSONWriter) {
      json.field("published", isPublished)
      json.array("calendar") { json in
        for (step, day) in calendar.ordered {
          json.object { json in
            json.field("step", step.rawValue)
            json.field("day", day.description)
            guard let rule = calendar.rule(of: step) else { return }
            json.field("after", rule.after.rawValue)
            json.field("term", (choices[step] ?? rule.term.term.length).description)
            json.field("counting", rule.term.term.counting.rawValue)
            json.field("countingSource", rule.term.term.counting.source)
            json.field("basis", rule.term.basis.dutchText)
            json.field("assumption", rule.term.basis.isAssumption)
          }
        }
      }
    }
  }
}

// MARK: - Text

extension ProcedureReport {
  var lines: [String] {
    let plan = procedure.plan
    var lines = ["\(plan.code)\t\(plan.title)"]
    let closing = procedure.closing.map { "; sluit op \($0.dutchText)" } ?? ""
    lines.append("\(plan.kind.dutchText): \(procedure.stage.rawValue)\(closing)")
    if let reason = procedure.withdrawal { lines.append("reden\t\(reason)") }
    if plan.kind.hasSealedBids { lines.append(keyLine) }
    lines += decisionLines + stepLines + lotLines
    for requirement in plan.requirements where requirement.test == nil {
      lines.append("let op\teis \(requirement.code) heeft geen toets (bron 003:187)")
    }
    for criterion in plan.criteria {
      let indicator = criterion.indicator.map { "; wordt KPI \($0)" } ?? ""
      lines.append(
        "criterium\t\(criterion.code)\t\(criterion.text), \(criterion.maximumPoints) punten, "
          + "minimum \(criterion.minimumPoints)\(indicator)"
      )
    }
    return lines + questionLines + bidLines
  }

  private var keyLine: String {
    if let key = procedure.key { return "sleutel\t\(key.line)" }
    return "sleutel\tnog te maken door \(BookWords.list(procedure.withoutKey))"
  }

  private var decisionLines: [String] {
    procedure.plan.gates.enumerated().flatMap { place, step in
      step.map { body in
        let day = procedure.approvals[body].map { "besloten op \($0)" } ?? "nog niet besloten"
        return "besluit\tstap \(place + 1)\t\(body)\t\(day)"
      }
    }
  }

  private var stepLines: [String] {
    do throws(CalendarFault) {
      let steps = try Steps(procedure, publishedOn: day)
      let head = steps.isPublished ? "kalender" : "kalender bij publicatie op \(day)"
      return [head] + steps.lines.map { "  \($0)" }
    } catch {
      return ["kalender\t\(error.text)"]
    }
  }

  private var lotLines: [String] {
    procedure.plan.lots.map { lot in
      let municipalities = procedure.participants(in: lot.code)
      let maximum = lot.maximumAwards.map { "ten hoogste \($0)" } ?? "geen maximum"
      var cells = [
        "perceel", lot.code.description, lot.kind.rawValue, lot.entry.rawValue, maximum,
        "minimumscore \(lot.minimumScore)", "gemeenten \(BookWords.list(municipalities))",
      ]
      if let award = procedure.awards[lot.code] {
        let state =
          award.finalOn.map { "definitief op \($0)" }
          ?? "opschorting tot en met \(award.standstillEnd)"
        cells.append("gegund aan \(BookWords.list(award.winners)), \(state)")
      }
      return cells.joined(separator: "\t")
    }
  }

  private var questionLines: [String] {
    procedure.notes.flatMap { note in
      note.items.map { "nota \(note.number)\t\($0.question)\t\($0.answer)" }
    } + (untold == 0 ? [] : ["vragen\tnog niet voor ieder beantwoord: \(untold)"])
  }

  private var untold: Int { procedure.questions.count { $0.note == nil } }

  /// Whether who bids may be told; applications are nobody's secret.
  private var mayName: Bool { !procedure.plan.kind.hasSealedBids || procedure.isOpened }

  private var bidLines: [String] {
    guard mayName else { return ["inschrijvingen\t\(procedure.keptBids.count), verzegeld"] }
    return procedure.bids.values.sorted { $0.key < $1.key }.map { bid in
      "inschrijving\t\(bid.key.lot)\t\(bid.key.provider)\t\(bid.submitted)\t\(bid.state.dutchText)"
    }
  }
}

// MARK: - JSON

extension ProcedureReport {
  var json: [UInt8] {
    JSONWriter.object { json in
      json.field("procedure", procedure.plan.code.description)
      json.field("title", procedure.plan.title)
      json.field("kind", procedure.plan.kind.rawValue)
      json.field("stage", procedure.stage.rawValue)
      json.field("closing", ifPresent: procedure.closing?.description)
      json.field("key", ifPresent: procedure.key?.line)
      json.field("opened", ifPresent: procedure.opening?.at.description)
      if let steps = try? Steps(procedure, publishedOn: day) { steps.write(to: &json) }
      json.array("missingDecisions") { json in
        for body in procedure.missingApprovals { json.string(body.description) }
      }
      json.array("lots") { json in
        for lot in procedure.plan.lots { json.object { json in write(lot, to: &json) } }
      }
      json.field("bidCount", Int64(procedure.keptBids.count))
      guard mayName else { return }
      json.array("bids") { json in
        for bid in procedure.bids.values.sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.field("lot", bid.key.lot.description)
            json.field("provider", bid.key.provider.description)
            json.field("submitted", bid.submitted.description)
            json.field("digest", ifPresent: bid.sealed?.digest.description)
            json.field("state", bid.state.dutchText)
            json.field("points", Int64(bid.total))
          }
        }
      }
    }
  }

  private func write(_ lot: Lot, to json: inout JSONWriter) {
    json.field("lot", lot.code.description)
    json.field("entry", lot.entry.rawValue)
    json.field("minimumScore", Int64(lot.minimumScore))
    json.field("maximumAwards", ifPresent: lot.maximumAwards.map { Int64($0) })
    json.array("municipalities") { json in
      for code in procedure.participants(in: lot.code) { json.string(code.description) }
    }
    guard let award = procedure.awards[lot.code] else { return }
    json.array("winners") { json in
      for winner in award.winners { json.string(winner.description) }
    }
    json.field("standstillEnd", award.standstillEnd.description)
    json.field("final", ifPresent: award.finalOn?.description)
  }
}

extension Bid.State {
  /// Where a bid stands, in a few words.
  var dutchText: String {
    switch self {
    case .submitted: "doet mee"
    case .withdrawn: "ingetrokken"
    case .setAside(let requirement): "voldoet niet aan \(requirement)"
    case .awarded(let on): "gegund op \(on)"
    case .notAwarded(let on): "niet gegund op \(on)"
    case .admitted(let from): "toegelaten vanaf \(from)"
    }
  }
}

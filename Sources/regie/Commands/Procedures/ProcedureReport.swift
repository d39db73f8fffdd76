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
    var lines: [BilingualText] {
      calendar.ordered.map { step, day in
        let rule = calendar.rule(of: step).map { rule -> BilingualText in
          let chosen =
            choices[step].map { choice in
              BilingualText(
                "gekozen: \(choice.dutchText); regel: ",
                "chosen: \(choice.englishText); rule: "
              )
            } ?? .empty
          return "\t" + chosen + rule.term.text + BilingualText(", na ", ", after ")
            + rule.after.text
        }
        return "\(day)\t" + step.text + (rule ?? .empty)
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
  func lines(in language: Language) -> [String] { lines.map { $0[language] } }

  private var lines: [BilingualText] {
    let plan = procedure.plan
    var lines = [BilingualText(quoted: "\(plan.code)\t\(plan.title)")]
    let closing =
      procedure.closing.map {
        BilingualText("; sluit op \($0.dutchText)", "; closes on \($0)")
      } ?? .empty
    lines.append(plan.kind.text + ": " + procedure.stage.text + closing)
    if let reason = procedure.withdrawal {
      lines.append(BilingualText("reden", "reason") + "\t\(reason)")
    }
    if plan.kind.hasSealedBids { lines.append(keyLine) }
    lines += decisionLines + stepLines + lotLines
    for requirement in plan.requirements where requirement.test == nil {
      lines.append(
        BilingualText(
          "let op\teis \(requirement.code) heeft geen toets (bron 003:187)",
          "note\trequirement \(requirement.code) has no test (source 003:187)"
        )
      )
    }
    for criterion in plan.criteria {
      let indicator =
        criterion.indicator.map { BilingualText("; wordt KPI \($0)", "; becomes KPI \($0)") }
        ?? .empty
      let points = CountedNoun.point.text(criterion.maximumPoints)
      lines.append(
        BilingualText("criterium", "criterion") + "\t\(criterion.code)\t\(criterion.text), "
          + points + ", minimum \(criterion.minimumPoints)" + indicator
      )
    }
    return lines + questionLines + bidLines
  }

  private var keyLine: BilingualText {
    let name = BilingualText("sleutel", "key") + "\t"
    if let key = procedure.key { return name + key.line }
    return name + BilingualText("nog te maken door ", "still to be made by ")
      + BookWords.list(procedure.withoutKey)
  }

  private var decisionLines: [BilingualText] {
    procedure.plan.gates.enumerated().flatMap { place, step in
      step.map { body in
        let day =
          procedure.approvals[body].map { BilingualText("besloten op \($0)", "decided on \($0)") }
          ?? BilingualText("nog niet besloten", "not decided yet")
        return BilingualText("besluit\tstap", "decision\tstep") + " \(place + 1)\t\(body)\t" + day
      }
    }
  }

  private var stepLines: [BilingualText] {
    do throws(CalendarFault) {
      let steps = try Steps(procedure, publishedOn: day)
      let head =
        steps.isPublished
        ? BilingualText("kalender", "calendar")
        : BilingualText("kalender bij publicatie op \(day)", "calendar when published on \(day)")
      return [head] + steps.lines.map { "  " + $0 }
    } catch {
      return [BilingualText("kalender\t", "calendar\t") + error.text]
    }
  }

  private var lotLines: [BilingualText] {
    procedure.plan.lots.map { lot in
      let municipalities = procedure.participants(in: lot.code)
      let maximum =
        lot.maximumAwards.map { BilingualText("ten hoogste \($0)", "at most \($0)") }
        ?? BilingualText("geen maximum", "no maximum")
      var cells = [
        BilingualText("perceel", "lot"), BilingualText(quoted: lot.code.description),
        lot.kind.text, lot.entry.text, maximum,
        BilingualText("minimumscore", "minimum score") + " \(lot.minimumScore)",
        BilingualText("gemeenten", "municipalities") + " \(BookWords.list(municipalities))",
      ]
      if let award = procedure.awards[lot.code] {
        let state =
          award.finalOn.map { BilingualText("definitief op \($0)", "final on \($0)") }
          ?? BilingualText(
            "opschorting tot en met \(award.standstillEnd)",
            "stand-still through \(award.standstillEnd)"
          )
        cells.append(
          BilingualText("gegund aan ", "awarded to ") + "\(BookWords.list(award.winners)), " + state
        )
      }
      return cells.joined(separator: "\t")
    }
  }

  private var questionLines: [BilingualText] {
    procedure.notes.flatMap { note in
      note.items.map { item in
        BilingualText("nota", "note") + " \(note.number)\t\(item.question)\t\(item.answer)"
      }
    } + (untold == 0 ? [] : [unansweredLine])
  }

  private var unansweredLine: BilingualText {
    BilingualText(
      "vragen\tnog niet voor ieder beantwoord: \(untold)",
      "questions\tnot answered to everyone yet: \(untold)"
    )
  }

  private var untold: Int { procedure.questions.count { $0.note == nil } }

  private var bidLines: [BilingualText] {
    guard procedure.mayNameBidders else {
      let count = procedure.keptBids.count
      return [BilingualText("inschrijvingen\t\(count), verzegeld", "bids\t\(count), sealed")]
    }
    return procedure.bids.values.sorted { $0.key < $1.key }.map { bid in
      BilingualText("inschrijving", "bid")
        + "\t\(bid.key.lot)\t\(bid.key.provider)\t\(bid.submitted)\t" + bid.state.text
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
      guard procedure.mayNameBidders else { return }
      json.array("bids") { json in
        for bid in procedure.bids.values.sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.field("lot", bid.key.lot.description)
            json.field("provider", bid.key.provider.description)
            json.field("submitted", bid.submitted.description)
            json.field("digest", ifPresent: bid.sealed?.digest.description)
            json.field("state", bid.state.text.dutch)
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

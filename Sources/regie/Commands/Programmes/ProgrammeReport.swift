import Commissioning
import Journal
import Quantities
import Rules

/// A programme as people look at it on a day.
struct ProgrammeReport {
  let programme: CommissioningProgramme
  let day: CivilDate

  init(_ programme: CommissioningProgramme, on day: CivilDate) {
    self.programme = programme
    self.day = day
  }

  /// The sum of what was planned, expected and found to clash.
  var scheduleLines: [BilingualText] {
    let forecasts = programme.forecast(on: day)
    var lines = forecasts.map { forecast in
      let milestone = programme.plan.milestone(forecast.milestone)
      let reached =
        forecast.isReached
        ? BilingualText("bereikt", "reached") : BilingualText("verwacht", "expected")
      var cells = [
        BilingualText(quoted: forecast.milestone.description),
        BilingualText("gepland", "planned") + " \(forecast.due)", reached + " \(forecast.expected)",
      ]
      if forecast.slipDays > 0 { cells.append(Self.later(forecast.slipDays)) }
      if let cause = forecast.becauseOf {
        cells.append(BilingualText("door \(cause)", "because of \(cause)"))
      }
      cells.append(BilingualText(quoted: milestone?.text ?? ""))
      return cells.joined(separator: "\t")
    }
    lines += programme.clashes().map { BilingualText("botsing", "clash") + "\t" + $0.text }
    lines += programme.contractStarts(on: day).map { start in
      let slip =
        start.slipDays > 0
        ? ", " + Self.later(start.slipDays) + BilingualText(" dan gepland", " than planned")
        : .empty
      return BilingualText(
        "start van de contracten\t\(start.expected.dutchText)",
        "start of the contracts\t\(start.expected)"
      ) + slip
    }
    return lines
  }

  /// `1 dag later`, `12 dagen later`.
  private static func later(_ days: Int) -> BilingualText {
    CountedNoun.day.text(days) + BilingualText(" later", " later")
  }

  func schedule(to json: inout JSONWriter) {
    json.array("milestones") { json in
      for forecast in programme.forecast(on: day) {
        json.object { json in
          json.field("milestone", forecast.milestone.description)
          json.field("due", forecast.due.description)
          json.field("expected", forecast.expected.description)
          json.field("slipDays", Int64(forecast.slipDays))
          json.field("becauseOf", ifPresent: forecast.becauseOf?.description)
          json.field("reached", forecast.isReached)
        }
      }
    }
    json.array("clashes") { json in
      for clash in programme.clashes() {
        json.object { json in
          json.field("milestone", clash.milestone.description)
          json.field("due", clash.due.description)
          json.field("waitsFor", clash.waitsFor.description)
          json.field("earliest", clash.earliest.description)
          json.field("text", clash.text[Speech.current.language])
        }
      }
    }
  }
}

// MARK: - Text

extension ProgrammeReport {
  func lines(in language: Language) -> [String] { lines.map { $0[language] } }

  private var lines: [BilingualText] {
    let plan = programme.plan
    var lines = [
      BilingualText(quoted: "\(plan.code)\t\(plan.title)"),
      BilingualText("gemeenten", "municipalities") + "\t\(BookWords.list(plan.municipalities))",
    ]
    lines += plan.phases.map { phase in
      let last = phase.period.last?.description ?? ""
      return BilingualText("fase", "phase")
        + "\t\(phase.code)\t\(phase.period.first) - \(last)\t\(phase.contents) ("
        + phase.basis.text + ")"
    }
    lines += scheduleLines
    lines += programme.decisions.map { decision in
      BilingualText("besluit", "decision") + "\t\(decision.code)\t\(decision.text)\t"
        + decision.state.text
    }
    lines += programme.budgets.values.sorted { $0.year < $1.year }.map { budget in
      BilingualText(
        "begroting\t\(budget.year)\t\(budget.amount.dutchText)\t",
        "budget\t\(budget.year)\t\(budget.amount.englishText)\t"
      )
        + (budget.isAdopted
          ? BilingualText("vastgesteld", "adopted") : BilingualText("voorstel", "proposal"))
    }
    return lines + consultationLines + talkLines + readinessLines
  }

  private var consultationLines: [BilingualText] {
    programme.consultations.map { talk in
      let report =
        talk.reported.map { day in
          BilingualText(
            "verslag \(day), reacties \(talk.reactions.count)",
            "report \(day), reactions \(talk.reactions.count)"
          )
        } ?? BilingualText("verslag nog te publiceren", "report still to be published")
      return BilingualText("consultatie", "consultation") + "\t\(talk.code)\t\(talk.on)\t" + report
    }
      + programme.advice.map { advice in
        let given =
          advice.given.map { given in
            given.verdict.text + BilingualText(" op \(given.on)", " on \(given.on)")
          } ?? BilingualText("gevraagd", "asked")
        let answer =
          advice.response == nil ? .empty : BilingualText(", beantwoord", ", answered")
        return BilingualText("advies", "advice") + "\t\(advice.code)\t\(advice.council)\t" + given
          + answer
      }
  }

  private var talkLines: [BilingualText] {
    programme.scope.map { item in
      let until =
        item.arrangement.map { arrangement in
          "; \(arrangement.text)"
            + BilingualText(" tot en met \(arrangement.ends)", " through \(arrangement.ends)")
        } ?? .empty
      let place = item.isIn ? BilingualText("binnen", "inside") : BilingualText("buiten", "outside")
      return BilingualText("afbakening", "scope") + "\t\(item.code)\t" + place
        + "\t\(item.reason)" + until
    }
      + programme.defaults.sorted { $0.key < $1.key }.map { key, value in
        let others = value.overrides.sorted { $0.key < $1.key }
          .map { "\($0.key): \($0.value.value) (\($0.value.reason))" }
        return BilingualText("afspraak", "agreement") + "\t"
          + ([key, value.value] + others).joined(separator: "\t")
      }
  }

  private var readinessLines: [BilingualText] {
    programme.plan.readiness.map { item in
      let state =
        programme.ready[item.code].map { BilingualText("gereed op \($0)", "ready on \($0)") }
        ?? BilingualText("open", "open")
      return BilingualText("randvoorwaarde", "condition") + "\t\(item.code)\t\(item.responsible)\t"
        + state + "\t\(item.text)"
    }
      + CommissioningStandard.allCases.map { point in
        let shown = programme.standard[point].map { "\($0.on): \($0.text)" } ?? "open"
        return BilingualText("opdrachtgeverschap", "commissioning standard")
          + "\t\(point.rawValue)\t\(shown)\t" + point.basis.text
      }
      + programme.impacts.map { impact in
        BilingualText("impactanalyse", "impact analysis") + "\t\(impact.on)\t\(impact.subject)"
      }
  }
}

// MARK: - JSON

extension ProgrammeReport {
  var json: [UInt8] {
    JSONWriter.object { json in
      json.field("programme", programme.plan.code.description)
      json.field("title", programme.plan.title)
      schedule(to: &json)
      json.array("decisions") { json in
        for decision in programme.decisions {
          json.object { json in
            json.field("decision", decision.code.description)
            json.field("text", decision.text)
            json.field("state", decision.state.text.dutch)
            json.field("basis", decision.basis.dutchText)
          }
        }
      }
      json.array("openReadiness") { json in
        for item in programme.openReadiness { json.string(item.code.description) }
      }
      json.array("openAgreements") { json in
        for point in programme.openStandard { json.string(point.rawValue) }
      }
      json.array("unreported") { json in
        for talk in programme.unreported { json.string(talk.code.description) }
      }
      json.array("endingArrangements") { json in
        for item in programme.endingArrangements(on: day) { json.string(item.code.description) }
      }
      json.object("defaults") { json in
        for (key, value) in programme.defaults.sorted(by: { $0.key < $1.key }) {
          json.object(key) { json in
            json.field("value", value.value)
            json.object("overrides") { json in
              for (code, other) in value.overrides.sorted(by: { $0.key < $1.key }) {
                json.field(code.description, other.value)
              }
            }
          }
        }
      }
    }
  }
}

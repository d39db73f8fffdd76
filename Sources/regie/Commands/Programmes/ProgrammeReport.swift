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
  var scheduleLines: [String] {
    let forecasts = programme.forecast(on: day)
    var lines = forecasts.map { forecast in
      let milestone = programme.plan.milestone(forecast.milestone)
      var cells = [
        forecast.milestone.description, "gepland \(forecast.due)",
        forecast.isReached ? "bereikt \(forecast.expected)" : "verwacht \(forecast.expected)",
      ]
      if forecast.slipDays > 0 { cells.append("\(forecast.slipDays) dagen later") }
      if let cause = forecast.becauseOf { cells.append("door \(cause)") }
      cells.append(milestone?.text ?? "")
      return cells.joined(separator: "\t")
    }
    lines += programme.clashes().map { "botsing\t\($0.text)" }
    lines += programme.contractStarts(on: day).map { start in
      "start van de contracten\t\(start.expected.dutchText)"
        + (start.slipDays > 0 ? ", \(start.slipDays) dagen later dan gepland" : "")
    }
    return lines
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
          json.field("text", clash.text)
        }
      }
    }
  }
}

// MARK: - Text

extension ProgrammeReport {
  var lines: [String] {
    let plan = programme.plan
    var lines = [
      "\(plan.code)\t\(plan.title)", "gemeenten\t\(BookWords.list(plan.municipalities))",
    ]
    lines += plan.phases.map { phase in
      "fase\t\(phase.code)\t\(phase.period.first) - \(phase.period.last?.description ?? "")\t"
        + "\(phase.contents) (\(phase.basis.dutchText))"
    }
    lines += scheduleLines
    lines += programme.decisions.map { "besluit\t\($0.code)\t\($0.text)\t\($0.state.dutchText)" }
    lines += programme.budgets.values.sorted { $0.year < $1.year }.map { budget in
      "begroting\t\(budget.year)\t\(budget.amount.text(in: .dutch))\t"
        + (budget.isAdopted ? "vastgesteld" : "voorstel")
    }
    return lines + talkLines + readinessLines
  }

  private var talkLines: [String] {
    programme.consultations.map { talk in
      let report = talk.reported.map { "verslag \($0), reacties \(talk.reactions.count)" }
      return "consultatie\t\(talk.code)\t\(talk.on)\t\(report ?? "verslag nog te publiceren")"
    }
      + programme.advice.map { advice in
        let given = advice.given.map { "\($0.verdict.rawValue) op \($0.on)" } ?? "gevraagd"
        let answer = advice.response == nil ? "" : ", beantwoord"
        return "advies\t\(advice.code)\t\(advice.council)\t\(given)\(answer)"
      }
      + programme.scope.map { item in
        let until = item.arrangement.map { "; \($0.text) tot en met \($0.ends)" } ?? ""
        return
          "afbakening\t\(item.code)\t\(item.isIn ? "binnen" : "buiten")\t\(item.reason)\(until)"
      }
      + programme.defaults.sorted { $0.key < $1.key }.map { key, value in
        let others = value.overrides.sorted { $0.key < $1.key }
          .map { "\($0.key): \($0.value.value) (\($0.value.reason))" }
        return (["afspraak", key, value.value] + others).joined(separator: "\t")
      }
  }

  private var readinessLines: [String] {
    programme.plan.readiness.map { item in
      let state = programme.ready[item.code].map { "gereed op \($0)" } ?? "open"
      return "randvoorwaarde\t\(item.code)\t\(item.responsible)\t\(state)\t\(item.text)"
    }
      + CommissioningStandard.allCases.map { point in
        let shown = programme.standard[point].map { "\($0.on): \($0.text)" } ?? "open"
        return "opdrachtgeverschap\t\(point.rawValue)\t\(shown)\t\(point.basis.dutchText)"
      }
      + programme.impacts.map { "impactanalyse\t\($0.on)\t\($0.subject)" }
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
            json.field("state", decision.state.dutchText)
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

extension ProgrammeDecision.State {
  /// Where a decision stands, in a few words.
  var dutchText: String {
    switch self {
    case .waiting(let bodies): "wacht op \(BookWords.list(bodies))"
    case .adopted(let on): "vastgesteld op \(on)"
    case .rejected(let body, let on): "afgewezen door \(body) op \(on)"
    }
  }
}

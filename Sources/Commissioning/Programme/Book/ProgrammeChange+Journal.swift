import Journal
import Quantities

extension ProgrammeChange {
  var name: ProgrammeEvent.Name {
    switch self {
    case .replanned: .replanned
    case .reached: .reached
    case .proposed: .proposed
    case .decided: .decided
    case .budgetSet: .budgetSet
    case .consulted: .consulted
    case .reported: .reported
    case .reacted: .reacted
    case .adviceAsked: .adviceAsked
    case .adviceGiven: .adviceGiven
    case .responded: .responded
    case .scopeSet: .scopeSet
    case .madeReady: .madeReady
    case .impactAssessed: .impactAssessed
    case .evidenced: .evidenced
    case .defaultSet: .defaultSet
    case .overridden: .overridden
    case .overrideDropped: .overrideDropped
    }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .replanned(let code, let due, let reason):
      json.text("milestone", code)
      json.text("due", due)
      json.field("reason", reason)
    case .reached(let code, let on):
      json.text("milestone", code)
      json.text("on", on)
    case .proposed(let decision): decision.write(to: &json)
    case .decided(let code, let body, let taken):
      json.text("decision", code)
      json.text("body", body)
      json.text("on", taken.on)
      json.text("outcome", taken.outcome)
    case .budgetSet(let budget):
      json.field("year", Int64(budget.year))
      json.amount("amount", budget.amount)
      json.field("adopted", budget.isAdopted)
    case .madeReady(let code, let on):
      json.text("item", code)
      json.text("on", on)
    case .defaultSet(let key, let value, let basis):
      json.field("key", key)
      json.field("value", value)
      json.text("basis", basis)
    case .overridden(let key, let municipality, let value, let reason):
      json.field("key", key)
      json.text("municipality", municipality)
      json.field("value", value)
      json.field("reason", reason)
    case .overrideDropped(let key, let municipality):
      json.field("key", key)
      json.text("municipality", municipality)
    default: writeTalk(to: &json)
    }
  }

  private func writeTalk(to json: inout JSONWriter) {
    switch self {
    case .consulted(let consultation): consultation.write(to: &json)
    case .reported(let code, let on):
      json.text("consultation", code)
      json.text("on", on)
    case .reacted(let code, let reaction):
      json.text("consultation", code)
      json.text("on", reaction.on)
      json.field("text", reaction.text)
    case .adviceAsked(let advice): advice.write(to: &json)
    case .adviceGiven(let code, let given):
      json.text("advice", code)
      json.text("on", given.on)
      json.text("verdict", given.verdict)
      json.field("text", given.text)
    case .responded(let code, let text):
      json.text("advice", code)
      json.field("text", text)
    case .scopeSet(let item): item.write(to: &json)
    case .impactAssessed(let assessment): assessment.write(to: &json)
    case .evidenced(let point, let evidence):
      json.text("point", point)
      json.text("on", evidence.on)
      json.field("text", evidence.text)
    default: break
    }
  }

  init(_ name: ProgrammeEvent.Name, from json: inout JSONFields) throws(JSONFailure) {
    switch name {
    case .replanned:
      let code: MilestoneCode = try json.text("milestone")
      self = .replanned(code, due: try json.text("due"), reason: try json.string("reason"))
    case .reached: self = .reached(try json.text("milestone"), on: try json.text("on"))
    case .proposed: self = .proposed(try ProgrammeDecision(from: &json))
    case .decided:
      let code: Label<ProgrammeDecision> = try json.text("decision")
      let body: BodyCode = try json.text("body")
      let on: CivilDate = try json.text("on")
      self = .decided(
        code,
        body,
        ProgrammeDecision.Taken(on: on, outcome: try json.text("outcome"))
      )
    case .budgetSet:
      self = .budgetSet(
        ProgrammeBudget(
          year: try json.int("year"),
          amount: try json.amount("amount"),
          isAdopted: try json.boolean("adopted")
        )
      )
    case .madeReady: self = .madeReady(try json.text("item"), on: try json.text("on"))
    case .defaultSet:
      let key = try json.string("key")
      let value = try json.string("value")
      self = .defaultSet(key: key, value: value, try json.text("basis"))
    case .overridden:
      let key = try json.string("key")
      let municipality: MunicipalityCode = try json.text("municipality")
      let value = try json.string("value")
      self = .overridden(
        key: key,
        municipality,
        value: value,
        reason: try json.string("reason")
      )
    case .overrideDropped:
      self = .overrideDropped(key: try json.string("key"), try json.text("municipality"))
    default: self = try Self.readTalk(name, from: &json)
    }
  }

  private static func readTalk(
    _ name: ProgrammeEvent.Name,
    from json: inout JSONFields
  ) throws(JSONFailure) -> ProgrammeChange {
    switch name {
    case .consulted: return .consulted(try MarketConsultation(from: &json))
    case .reported: return .reported(try json.text("consultation"), on: try json.text("on"))
    case .reacted:
      let code: Label<MarketConsultation> = try json.text("consultation")
      let on: CivilDate = try json.text("on")
      return .reacted(code, MarketConsultation.Reaction(on: on, text: try json.string("text")))
    case .adviceAsked: return .adviceAsked(try CouncilAdvice(from: &json))
    case .adviceGiven:
      let code: Label<CouncilAdvice> = try json.text("advice")
      let on: CivilDate = try json.text("on")
      let verdict: CouncilAdvice.Verdict = try json.text("verdict")
      return .adviceGiven(
        code,
        CouncilAdvice.Given(on: on, verdict: verdict, text: try json.string("text"))
      )
    case .responded: return .responded(try json.text("advice"), try json.string("text"))
    case .scopeSet: return .scopeSet(try ScopeItem(from: &json))
    case .impactAssessed: return .impactAssessed(try ImpactAssessment(from: &json))
    case .evidenced:
      let point: CommissioningStandard = try json.text("point")
      let on: CivilDate = try json.text("on")
      return .evidenced(
        point,
        CommissioningProgramme.StandardEvidence(on: on, text: try json.string("text"))
      )
    default: throw JSONFailure(.notAllowed("\(name.rawValue) is not about a programme"))
    }
  }
}

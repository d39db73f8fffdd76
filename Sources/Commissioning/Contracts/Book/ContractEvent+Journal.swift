package import Journal
import Quantities

extension ContractEvent {
  /// The words under which the events stand in the journal, for ever, with their versions.
  package enum Name: String, CaseIterable, Sendable {
    case concluded = "contract.concluded"
    case extended = "contract.extended"
    case reviewed = "contract.reviewed"
    case partAdded = "contract.part-added"
    case amended = "contract.amended"
    case terminated = "contract.terminated"
    case intakeStopAsked = "contract.intake-stop-asked"
    case intakeStopAnswered = "contract.intake-stop-answered"
    case intakeStopLifted = "contract.intake-stop-lifted"
    case ceilingAnnounced = "contract.ceiling-announced"
    case ceilingDecided = "contract.ceiling-decided"
    case ceilingPlanAgreed = "contract.ceiling-plan-agreed"
    case ceilingWarned = "contract.ceiling-warned"
    case ceilingTalked = "contract.ceiling-talked"
    case ceilingSettled = "contract.ceiling-settled"
    case continuityAssessed = "contract.continuity-assessed"
    case tariffAgreed = "tariff.agreed"
    case providerRecorded = "provider.recorded"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .concluded: .concluded
    case .tariffAgreed: .tariffAgreed
    case .providerRecorded: .providerRecorded
    case .happened(_, let change): change.name
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .concluded(let draft): draft.write(to: &json)
      case .tariffAgreed(let key, let version):
        json.text("scope", key.scope)
        json.text("product", key.product)
        version.write(to: &json)
      case .providerRecorded(let record): record.write(to: &json)
      case .happened(let code, let change):
        json.text("contract", code)
        change.write(to: &json)
      }
    }
  }

  /// Reads a body back.
  package init(_ name: Name, version: UInt16, body: [UInt8]) throws(JSONFailure) {
    guard version == name.version else {
      throw JSONFailure(.notAllowed("version \(version) of \(name.rawValue) is not known"))
    }
    self = try JSONValue.read(body) { json throws(JSONFailure) in
      switch name {
      case .concluded: .concluded(try ContractDraft(from: &json))
      case .tariffAgreed:
        .tariffAgreed(
          TariffBook.Key(try json.text("scope"), try json.text("product")),
          try Tariff(from: &json)
        )
      case .providerRecorded: .providerRecorded(try ProviderRecord(from: &json))
      default:
        .happened(try json.text("contract"), try ContractChange(name, from: &json))
      }
    }
  }
}

extension ContractChange {
  fileprivate var name: ContractEvent.Name {
    switch self {
    case .extended: .extended
    case .reviewed: .reviewed
    case .partAdded: .partAdded
    case .amended: .amended
    case .terminated: .terminated
    case .intakeStopAsked: .intakeStopAsked
    case .intakeStopAnswered: .intakeStopAnswered
    case .intakeStopLifted: .intakeStopLifted
    case .continuityAssessed: .continuityAssessed
    case .ceiling(let step):
      switch step {
      case .announced: .ceilingAnnounced
      case .decided: .ceilingDecided
      case .planAgreed: .ceilingPlanAgreed
      case .warned: .ceilingWarned
      case .talked: .ceilingTalked
      case .settled: .ceilingSettled
      }
    }
  }

  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .extended(let through): json.text("through", through)
    case .reviewed(let year, let isGood, let end):
      json.field("year", Int64(year))
      json.field("good", isGood)
      json.text("end", ifPresent: end)
    case .partAdded(let part): part.write(to: &json)
    case .amended(let amendment): amendment.write(to: &json)
    case .terminated(let termination):
      json.text("ground", termination.ground)
      json.text("noticed", termination.noticed)
      json.text("effective", termination.effective)
    case .intakeStopAsked(let stop):
      json.text("asked", stop.asked)
      json.text("from", stop.from)
      json.text("through", ifPresent: stop.through)
    case .intakeStopAnswered(let answer):
      json.text("on", answer.on)
      json.field("allowed", answer.isAllowed)
    case .intakeStopLifted(let on): json.text("on", on)
    case .continuityAssessed(let assessment):
      json.text("on", assessment.on)
      json.field("step", Int64(assessment.step.rawValue))
    case .ceiling(let step): step.write(to: &json)
    }
  }

  fileprivate init(
    _ name: ContractEvent.Name,
    from json: inout JSONFields
  ) throws(JSONFailure) {
    switch name {
    case .extended: self = .extended(through: try json.text("through"))
    case .reviewed:
      self = .reviewed(
        year: try json.int("year"),
        isGood: try json.boolean("good"),
        end: try json.text(ifPresent: "end")
      )
    case .partAdded: self = .partAdded(try ContractPart(from: &json))
    case .amended: self = .amended(try ContractAmendment(from: &json))
    case .terminated:
      self = .terminated(
        EarlyTermination(
          ground: try json.text("ground"),
          noticed: try json.text("noticed"),
          effective: try json.text("effective")
        )
      )
    case .intakeStopAsked:
      self = .intakeStopAsked(
        IntakeStop(
          asked: try json.text("asked"),
          from: try json.text("from"),
          through: try json.text(ifPresent: "through")
        )
      )
    case .intakeStopAnswered:
      self = .intakeStopAnswered(
        IntakeStop.Answer(on: try json.text("on"), isAllowed: try json.boolean("allowed"))
      )
    case .intakeStopLifted: self = .intakeStopLifted(on: try json.text("on"))
    case .continuityAssessed:
      let on: CivilDate = try json.text("on")
      guard let step = ContinuityRisk(rawValue: try json.int("step")) else {
        throw JSONFailure(.outOfRange).within(key: "step")
      }
      self = .continuityAssessed(ContinuityAssessment(on: on, step: step))
    default: self = .ceiling(try CeilingStep(name, from: &json))
    }
  }
}

extension CeilingStep {
  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .announced(let from, let on):
      json.text("from", from)
      json.text("on", on)
    case .decided(let decision):
      json.text("on", decision.on)
      json.text("through", decision.through)
      json.amount("amount", decision.amount)
    case .planAgreed(let on), .talked(let on): json.text("on", on)
    case .warned(let on, let used):
      json.text("on", on)
      json.amount("used", used)
    case .settled(let outcome):
      json.text("on", outcome.on)
      json.amount("amount", ifPresent: outcome.amount)
    }
  }

  fileprivate init(
    _ name: ContractEvent.Name,
    from json: inout JSONFields
  ) throws(JSONFailure) {
    switch name {
    case .ceilingAnnounced:
      self = .announced(from: try json.text("from"), on: try json.text("on"))
    case .ceilingDecided:
      self = .decided(
        BudgetCeiling.Decision(
          on: try json.text("on"),
          through: try json.text("through"),
          amount: try json.amount("amount")
        )
      )
    case .ceilingPlanAgreed: self = .planAgreed(on: try json.text("on"))
    case .ceilingWarned:
      self = .warned(on: try json.text("on"), used: try json.amount("used"))
    case .ceilingTalked: self = .talked(on: try json.text("on"))
    case .ceilingSettled:
      self = .settled(
        BudgetCeiling.Outcome(
          on: try json.text("on"),
          amount: try json.amount(ifPresent: "amount")
        )
      )
    default: throw JSONFailure(.notAllowed("\(name.rawValue) is not about a contract"))
    }
  }
}

import Journal
import Quantities

extension ProgrammeDecision.Outcome: JournalText {}
extension MarketConsultation.Form: JournalText {}
extension CouncilAdvice.Verdict: JournalText {}
extension CommissioningStandard: JournalText {}

extension ProgrammePlan: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("programme", code)
    json.field("title", title)
    json.texts("municipalities", municipalities)
    json.records("phases", phases)
    json.records("milestones", milestones)
    json.records("readiness", readiness)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("programme"),
      title: try json.string("title"),
      municipalities: try json.texts("municipalities"),
      phases: try json.records("phases"),
      milestones: try json.records("milestones"),
      readiness: try json.records("readiness")
    )
  }
}

extension ProgrammePhase: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("phase", code)
    json.field("contents", contents)
    json.record("period", period)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("phase"),
      contents: try json.string("contents"),
      period: try json.record("period"),
      basis: try json.text("basis")
    )
  }
}

extension Milestone: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("milestone", code)
    json.field("text", text)
    json.text("start", ifPresent: start)
    json.text("due", due)
    json.records("after", after)
    json.field("contractStart", isContractStart)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("milestone"),
      text: try json.string("text"),
      start: try json.text(ifPresent: "start"),
      due: try json.text("due"),
      after: try json.records("after"),
      isContractStart: try json.boolean("contractStart"),
      basis: try json.text("basis")
    )
  }
}

extension Milestone.Dependency: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("milestone", milestone)
    json.text("lag", ifPresent: lag)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(try json.text("milestone"), lag: try json.text(ifPresent: "lag"))
  }
}

extension ReadinessItem: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("item", code)
    json.field("text", text)
    json.text("responsible", responsible)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("item"),
      text: try json.string("text"),
      responsible: try json.text("responsible"),
      basis: try json.text("basis")
    )
  }
}

extension ProgrammeDecision: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("decision", code)
    json.field("text", text)
    json.field("binds", binds)
    json.array("steps") { json in
      for step in steps {
        json.array { json in for body in step { json.string(body.description) } }
      }
    }
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    let code: Label<ProgrammeDecision> = try json.text("decision")
    let text = try json.string("text")
    let binds = try json.string("binds")
    let steps: [[BodyCode]] = try json.array("steps") { value throws(JSONFailure) in
      try value.elements { value throws(JSONFailure) in try value.text() }
    }
    self.init(code: code, text: text, binds: binds, steps: steps, basis: try json.text("basis"))
  }
}

extension MarketConsultation: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("consultation", code)
    json.field("subject", subject)
    json.text("form", form)
    json.text("on", on)
    json.texts("participants", participants)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("consultation"),
      subject: try json.string("subject"),
      form: try json.text("form"),
      on: try json.text("on"),
      participants: try json.texts("participants")
    )
  }
}

extension CouncilAdvice: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("advice", code)
    json.text("council", council)
    json.field("subject", subject)
    json.text("asked", asked)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("advice"),
      council: try json.text("council"),
      subject: try json.string("subject"),
      asked: try json.text("asked")
    )
  }
}

extension ScopeItem: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("item", code)
    json.field("text", text)
    json.field("in", isIn)
    json.field("reason", reason)
    json.record("arrangement", ifPresent: arrangement)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("item"),
      text: try json.string("text"),
      isIn: try json.boolean("in"),
      reason: try json.string("reason"),
      arrangement: try json.record(ifPresent: "arrangement"),
      basis: try json.text("basis")
    )
  }
}

extension ScopeItem.Arrangement: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("text", text)
    json.text("ends", ends)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(text: try json.string("text"), ends: try json.text("ends"))
  }
}

extension ImpactAssessment: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("subject", subject)
    json.text("on", on)
    json.field("time", time)
    json.field("money", money)
    json.field("quality", quality)
    json.field("organisation", organisation)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      subject: try json.string("subject"),
      on: try json.text("on"),
      time: try json.string("time"),
      money: try json.string("money"),
      quality: try json.string("quality"),
      organisation: try json.string("organisation")
    )
  }
}

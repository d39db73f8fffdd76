import Journal
import Quantities

extension ProcedureKind: JournalText {}
extension Lot.Kind: JournalText {}
extension EntryPolicy: JournalText {}
extension Requirement.Kind: JournalText {}
extension EvidenceKind: JournalText {}
extension CalendarStep: JournalText {}

extension ProcedurePlan: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("procedure", code)
    json.field("title", title)
    json.text("kind", kind)
    json.texts("municipalities", municipalities)
    json.records("lots", lots)
    json.records("requirements", requirements)
    json.records("criteria", criteria)
    json.texts("tieBreaks", tieBreaks)
    json.array("gates") { json in
      for step in gates {
        json.array { json in for body in step { json.string(body.description) } }
      }
    }
    json.texts("openers", openers)
    json.texts("assessors", assessors)
    json.records(
      "choices",
      CalendarStep.allCases.compactMap { step in
        choices[step].map { CalendarChoice(step: step, length: $0) }
      }
    )
    json.field("closingTime", closingTime.description)
    json.text("entryOpens", ifPresent: entryOpens)
    json.amount("estimatedValue", ifPresent: estimatedValue)
    json.record("segment", ifPresent: segment)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    let code: ProcedureCode = try json.text("procedure")
    let title = try json.string("title")
    let kind: ProcedureKind = try json.text("kind")
    let municipalities: [MunicipalityCode] = try json.texts("municipalities")
    let lots: [Lot] = try json.records("lots")
    let requirements: [Requirement] = try json.records("requirements")
    let criteria: [AwardCriterion] = try json.records("criteria")
    let tieBreaks: [TieBreak] = try json.texts("tieBreaks")
    let gates: [[BodyCode]] = try json.array("gates") { value throws(JSONFailure) in
      try value.elements { value throws(JSONFailure) in try value.text() }
    }
    let openers: [OfficerCode] = try json.texts("openers")
    let assessors: [OfficerCode] = try json.texts("assessors")
    let choices: [CalendarChoice] = try json.records("choices")
    self.init(
      code: code,
      title: title,
      kind: kind,
      municipalities: municipalities,
      lots: lots,
      requirements: requirements,
      criteria: criteria,
      tieBreaks: tieBreaks,
      gates: gates,
      openers: openers,
      assessors: assessors,
      choices: Dictionary(choices.map { ($0.step, $0.length) }) { first, _ in first },
      closingTime: try json.parsed("closingTime", "is not a time such as 12:00:00") {
        CivilTime($0)
      },
      entryOpens: try json.text(ifPresent: "entryOpens"),
      estimatedValue: try json.amount(ifPresent: "estimatedValue"),
      segment: try json.record(ifPresent: "segment")
    )
  }
}

extension ProcedurePlan.SegmentReference: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("strategy", strategy)
    json.field("segment", segment)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(strategy: try json.string("strategy"), segment: try json.string("segment"))
  }
}

/// A term that a procedure makes longer, as it stands in the journal.
private struct CalendarChoice: JournalRecord {
  let step: CalendarStep
  let length: TermLength

  init(step: CalendarStep, length: TermLength) {
    self.step = step
    self.length = length
  }

  func write(to json: inout JSONWriter) {
    json.text("step", step)
    json.text("length", length)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(step: try json.text("step"), length: try json.text("length"))
  }
}

extension Lot: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("lot", code)
    json.text("kind", kind)
    json.text("entry", entry)
    json.field("minimumAwards", ifPresent: minimumAwards.map { Int64($0) })
    json.field("maximumAwards", ifPresent: maximumAwards.map { Int64($0) })
    json.field("minimumScore", Int64(minimumScore))
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("lot"),
      kind: try json.text("kind"),
      entry: try json.text("entry"),
      minimumAwards: try json.int(ifPresent: "minimumAwards"),
      maximumAwards: try json.int(ifPresent: "maximumAwards"),
      minimumScore: try json.int("minimumScore")
    )
  }
}

extension Requirement: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("requirement", code)
    json.text("kind", kind)
    json.field("text", text)
    json.text("evidence", ifPresent: evidence)
    json.field("test", ifPresent: test)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("requirement"),
      kind: try json.text("kind"),
      text: try json.string("text"),
      evidence: try json.text(ifPresent: "evidence"),
      test: try json.string(ifPresent: "test"),
      basis: try json.text("basis")
    )
  }
}

extension AwardCriterion: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("criterion", code)
    json.field("text", text)
    json.field("maximumPoints", Int64(maximumPoints))
    json.field("minimumPoints", Int64(minimumPoints))
    json.field("price", isPrice)
    json.field("indicator", ifPresent: indicator)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("criterion"),
      text: try json.string("text"),
      maximumPoints: try json.int("maximumPoints"),
      minimumPoints: try json.int("minimumPoints"),
      isPrice: try json.boolean("price"),
      indicator: try json.string(ifPresent: "indicator")
    )
  }
}

extension Evidence: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("kind", kind)
    json.text("issued", issued)
    json.text("validThrough", ifPresent: validThrough)
    json.text("received", received)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      kind: try json.text("kind"),
      issued: try json.text("issued"),
      validThrough: try json.text(ifPresent: "validThrough"),
      received: try json.text("received")
    )
  }
}

extension SealedBid: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("digest", digest)
    json.field("bytes", Int64(byteCount))
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(digest: try json.text("digest"), byteCount: try json.int("bytes"))
  }
}

extension BidKey: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("lot", lot)
    json.text("provider", provider)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(try json.text("lot"), try json.text("provider"))
  }
}

extension ClarificationNote: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("note", Int64(number))
    json.text("on", on)
    json.records("items", items)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      number: try json.int("note"),
      on: try json.text("on"),
      items: try json.records("items")
    )
  }
}

extension ClarificationNote.Item: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("question", question)
    json.field("answer", answer)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(question: try json.string("question"), answer: try json.string("answer"))
  }
}

extension ProcurementProcedure.KeptBid: JournalRecord {
  func write(to json: inout JSONWriter) {
    key.write(to: &json)
    json.text("at", submitted)
    json.record("sealed", sealed)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    let key = try BidKey(from: &json)
    let submitted: CivilMoment = try json.text("at")
    self.init(key: key, sealed: try json.record("sealed"), submitted: submitted)
  }
}

import Journal
import Quantities

extension ProcedureChange {
  var name: ProcedureEvent.Name {
    switch self {
    case .lotsChosen: .lotsChosen
    case .approved: .approved
    case .keyed: .keyed
    case .published: .published
    case .asked: .asked
    case .answered: .answered
    case .noted: .noted
    case .postponed: .postponed
    case .submitted: .submitted
    case .bidWithdrawn: .bidWithdrawn
    case .opened: .opened
    case .evidenced: .evidenced
    case .setAside: .setAside
    case .scored: .scored
    case .agreed: .agreed
    case .drawn: .drawn
    case .awarded: .awarded
    case .complained: .complained
    case .complaintAnswered: .complaintAnswered
    case .reliefSought: .reliefSought
    case .ruled: .ruled
    case .finalised: .finalised
    case .admitted: .admitted
    case .withdrawn: .withdrawn
    }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .lotsChosen(let municipality, let lots):
      json.text("municipality", municipality)
      json.texts("lots", lots)
    case .approved(let body, let on):
      json.text("body", body)
      json.text("on", on)
    case .keyed(let officer, let key, let on):
      json.text("opener", officer)
      json.text("key", key)
      json.text("on", on)
    case .published(let days): json.calendarDays(days)
    case .reliefSought(let on): json.text("on", on)
    case .asked(let provider, let text, let on):
      json.text("provider", provider)
      json.field("text", text)
      json.text("on", on)
    case .answered(let number, let text):
      json.field("question", Int64(number))
      json.field("text", text)
    case .noted(let note, let numbers):
      note.write(to: &json)
      json.array("questions") { json in for number in numbers { json.integer(Int64(number)) } }
    case .postponed(let moment, let days):
      json.text("closing", moment)
      json.calendarDays(days)
    case .complained(let provider, let on, let due):
      json.text("provider", provider)
      json.text("on", on)
      json.text("due", due)
    case .complaintAnswered(let number, let on):
      json.field("complaint", Int64(number))
      json.text("on", on)
    case .ruled(let on, let through):
      json.text("on", on)
      json.text("bidsBindThrough", through)
    case .withdrawn(let reason): json.field("reason", reason)
    default: writeBid(to: &json)
    }
  }

  private func writeBid(to json: inout JSONWriter) {
    switch self {
    case .submitted(let key, let sealed, let at):
      key.write(to: &json)
      json.text("at", at)
      json.record("sealed", ifPresent: sealed)
    case .bidWithdrawn(let key): key.write(to: &json)
    case .opened(let opening):
      json.text("at", opening.at)
      json.texts("by", opening.by)
      json.field("platform", ifPresent: opening.platform)
      json.records("bids", opening.bids)
    case .evidenced(let key, let requirement, let evidence):
      key.write(to: &json)
      json.text("requirement", requirement)
      evidence.write(to: &json)
    case .setAside(let key, let requirement, let reason):
      key.write(to: &json)
      json.text("requirement", requirement)
      json.field("reason", reason)
    case .scored(let key, let criterion, let points, let officer):
      key.write(to: &json)
      json.text("criterion", criterion)
      json.field("points", Int64(points))
      json.text("by", officer)
    case .agreed(let key, let criterion, let points, let reason):
      key.write(to: &json)
      json.text("criterion", criterion)
      json.field("points", Int64(points))
      json.field("reason", reason)
    case .drawn(let lot, let order):
      json.text("lot", lot)
      json.texts("order", order)
    case .awarded(let lot, let award):
      json.text("lot", lot)
      json.text("on", award.on)
      json.texts("winners", award.winners)
      json.text("standstillEnd", award.standstillEnd)
    case .finalised(let lot, let on):
      json.text("lot", lot)
      json.text("on", on)
    case .admitted(let key, let from):
      key.write(to: &json)
      json.text("from", from)
    default: break
    }
  }

  init(_ name: ProcedureEvent.Name, from json: inout JSONFields) throws(JSONFailure) {
    switch name {
    case .lotsChosen: self = .lotsChosen(try json.text("municipality"), try json.texts("lots"))
    case .approved: self = .approved(try json.text("body"), on: try json.text("on"))
    case .keyed:
      let officer: OfficerCode = try json.text("opener")
      self = .keyed(officer, try json.text("key"), on: try json.text("on"))
    case .published: self = .published(try json.calendarDays())
    case .reliefSought: self = .reliefSought(on: try json.text("on"))
    case .asked:
      self = .asked(
        try json.text("provider"),
        try json.string("text"),
        on: try json.text("on")
      )
    case .answered:
      self = .answered(question: try json.int("question"), try json.string("text"))
    case .noted:
      let note = try ClarificationNote(from: &json)
      self = .noted(
        note,
        questions: try json.array("questions") { value throws(JSONFailure) in
          Int(try value.integer(as: Int32.self))
        }
      )
    case .postponed:
      let closing: CivilMoment = try json.text("closing")
      self = .postponed(closing, try json.calendarDays())
    case .complained:
      self = .complained(
        try json.text("provider"),
        on: try json.text("on"),
        due: try json.text("due")
      )
    case .complaintAnswered:
      self = .complaintAnswered(try json.int("complaint"), on: try json.text("on"))
    case .ruled:
      self = .ruled(on: try json.text("on"), bidsBindThrough: try json.text("bidsBindThrough"))
    case .withdrawn: self = .withdrawn(reason: try json.string("reason"))
    default: self = try Self.readBid(name, from: &json)
    }
  }

  private static func readBid(
    _ name: ProcedureEvent.Name,
    from json: inout JSONFields
  ) throws(JSONFailure) -> ProcedureChange {
    switch name {
    case .submitted:
      let key = try BidKey(from: &json)
      let at: CivilMoment = try json.text("at")
      return .submitted(key, try json.record(ifPresent: "sealed"), at: at)
    case .bidWithdrawn: return .bidWithdrawn(try BidKey(from: &json))
    case .opened:
      return .opened(
        ProcurementProcedure.Opening(
          at: try json.text("at"),
          by: try json.texts("by"),
          platform: try json.string(ifPresent: "platform"),
          bids: try json.records("bids")
        )
      )
    case .evidenced:
      let key = try BidKey(from: &json)
      return .evidenced(key, try json.text("requirement"), try Evidence(from: &json))
    case .setAside:
      let key = try BidKey(from: &json)
      return .setAside(key, try json.text("requirement"), reason: try json.string("reason"))
    case .scored:
      let key = try BidKey(from: &json)
      let criterion: Label<AwardCriterion> = try json.text("criterion")
      return .scored(key, criterion, points: try json.int("points"), by: try json.text("by"))
    case .agreed:
      let key = try BidKey(from: &json)
      let criterion: Label<AwardCriterion> = try json.text("criterion")
      return .agreed(
        key,
        criterion,
        points: try json.int("points"),
        reason: try json.string("reason")
      )
    case .drawn: return .drawn(try json.text("lot"), try json.texts("order"))
    case .awarded:
      let lot: LotCode = try json.text("lot")
      let on: CivilDate = try json.text("on")
      let winners: [ChamberNumber] = try json.texts("winners")
      return .awarded(
        lot,
        ProcurementProcedure.Award(
          on: on,
          winners: winners,
          standstillEnd: try json.text("standstillEnd")
        )
      )
    case .finalised: return .finalised(try json.text("lot"), on: try json.text("on"))
    case .admitted:
      let key = try BidKey(from: &json)
      return .admitted(key, from: try json.text("from"))
    default: throw JSONFailure(.notAllowed("\(name.rawValue) is not about a bid"))
    }
  }
}

extension JSONWriter {
  /// Writes the day of every step, in the order of the procedure.
  fileprivate mutating func calendarDays(_ days: [CalendarStep: CivilDate]) {
    object("days") { json in
      for step in CalendarStep.allCases { json.text(step.rawValue, ifPresent: days[step]) }
    }
  }
}

extension JSONFields {
  fileprivate mutating func calendarDays() throws(JSONFailure) -> [CalendarStep: CivilDate] {
    try object("days") { json throws(JSONFailure) in
      var days: [CalendarStep: CivilDate] = [:]
      for step in CalendarStep.allCases {
        days[step] = try json.text(ifPresent: step.rawValue) as CivilDate?
      }
      return days
    }
  }
}

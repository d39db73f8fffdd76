package import Journal
import People
import Quantities
import Rules

/// Claim events as they stand in the journal: stored name, version, body, bulk.
extension ClaimEvent {
  /// The hand-written word under which the event is stored.
  package var name: String {
    switch self {
    case .judged: "claim.judged"
    case .submitted: "claim.submitted"
    case .answered: "claim.answered"
    case .annulled: "claim.annulled"
    case .tableJudged: "claim.table-judged"
    case .balanceTakenOver: "claim.balance-taken-over"
    }
  }

  /// All words of this room.
  package static let names = [
    "claim.judged", "claim.submitted", "claim.answered", "claim.annulled", "claim.table-judged",
    "claim.balance-taken-over",
  ]

  /// The version of the body that is written now.
  package var version: UInt16 { Self.version(of: name) }

  private static func version(of name: String) -> UInt16 {
    switch name {
    // Since version 2 a claim of our own has its schema versions, and an answer its message.
    case "claim.submitted", "claim.answered": 2
    default: 1
    }
  }

  /// Compact JSON in a fixed order of keys.
  package var body: [UInt8] {
    switch self {
    case .judged(let event):
      JSONWriter.object { json in Self.write(event, to: &json) }
    case .tableJudged(let event):
      JSONWriter.object { json in
        Self.write(event.claim, to: &json)
        event.write(to: &json)
      }
    case .balanceTakenOver(let balance):
      JSONWriter.object { json in balance.write(to: &json) }
    case .submitted(let event):
      JSONWriter.object { json in
        Self.write(event.notice, to: &json)
        json.field("schema", ifPresent: event.notice.schemaVersion)
      }
    case .annulled(let message):
      JSONWriter.object { json in json.field("message", message) }
    case .answered(let event):
      JSONWriter.object { json in
        json.field("message", event.message)
        json.field("provider", event.provider.description)
        json.field("number", event.number)
        json.field("awarded", event.awarded.rawValue)
      }
    }
  }

  /// The columns beside the body.
  package var attachments: [NewAttachment] {
    switch self {
    case .judged(let event):
      Self.bulk(of: event)
    case .tableJudged(let event):
      Self.bulk(of: event.claim) + [
        NewAttachment(layout: TableColumns.layout, bytes: TableColumns.write(event.facts))
      ]
    case .submitted(let event):
      [
        NewAttachment(
          layout: ClaimColumns.linesLayout,
          bytes: ClaimColumns.write(event.notice.lines)
        ),
        NewAttachment(
          layout: ClaimColumns.clientsLayout,
          bytes: ClaimColumns.write(event.notice.clients, [])
        ),
        NewAttachment(
          layout: ClaimColumns.slotsLayout,
          bytes: ClaimColumns.write(slots: event.allocations)
        ),
      ]
    case .answered(let event):
      [
        NewAttachment(
          layout: ClaimColumns.slotsLayout,
          bytes: ClaimColumns.write(slots: event.refused)
        )
      ]
    case .annulled, .balanceTakenOver: []
    }
  }

  private static func bulk(of event: ClaimJudged) -> [NewAttachment] {
    [
      NewAttachment(
        layout: ClaimColumns.linesLayout,
        bytes: ClaimColumns.write(event.notice.lines)
      ),
      NewAttachment(
        layout: ClaimColumns.clientsLayout,
        bytes: ClaimColumns.write(event.notice.clients, event.verdict.clients)
      ),
      NewAttachment(
        layout: ClaimColumns.receiptsLayout,
        bytes: ClaimColumns.write(event.verdict.receipts)
      ),
    ]
  }

  private static func write(_ event: ClaimJudged, to json: inout JSONWriter) {
    write(event.notice, to: &json)
    json.field("awarded", event.verdict.awarded.rawValue)
    json.field("claimRefusedBy", Int64(bitPattern: event.verdict.claim.failed.bits))
    json.field("day", event.basis.day.description)
    json.array("ruleSets") { json in
      for name in event.basis.ruleSets { json.string(name) }
    }
    json.field("priceList", Int64(event.basis.priceList))
    json.field("settings", Int64(event.basis.settings))
  }

  private static func write(_ notice: ClaimNotice, to json: inout JSONWriter) {
    json.field("municipality", notice.municipality.description)
    json.field("provider", notice.provider.description)
    json.field("number", notice.number)
    json.field("first", notice.period.first.description)
    json.field("last", notice.period.last.description)
    json.field("dated", notice.dated.description)
    json.field("claimed", notice.total.rawValue)
    json.field("lines", Int64(notice.lines.count))
  }
}

// MARK: - Reading

/// Why a stored claim event could not be read.
package enum ClaimEventFailure: Error, Sendable {
  case unknownEvent(String)
  case body(JSONFailure)
  case columns(BinaryFailure)
  case missing(Layout)
}

extension ClaimEvent {
  /// Reads an event of this room back from an entry of the journal.
  package init(_ entry: Entry) throws(ClaimEventFailure) {
    // A claim of our own only gained a key that may be absent.
    let oldest: UInt16 = entry.event == "claim.submitted" ? 1 : Self.version(of: entry.event)
    guard entry.eventVersion >= oldest, entry.eventVersion <= Self.version(of: entry.event) else {
      throw .unknownEvent(entry.event)
    }
    switch entry.event {
    case "claim.judged": self = .judged(try Self.judged(entry))
    case "claim.table-judged": self = .tableJudged(try Self.tableJudged(entry))
    case "claim.balance-taken-over":
      self = .balanceTakenOver(
        try Self.json(entry) { fields throws(JSONFailure) in
          try TakenOverBalance(from: &fields)
        }
      )
    case "claim.submitted": self = .submitted(try Self.submitted(entry))
    case "claim.answered": self = .answered(try Self.answered(entry))
    case "claim.annulled":
      self = .annulled(
        message: try Self.json(entry) { fields throws(JSONFailure) in
          try fields.integer("message")
        }
      )
    default: throw .unknownEvent(entry.event)
    }
  }

  private static func judged(_ entry: Entry) throws(ClaimEventFailure) -> ClaimJudged {
    let (lines, clients, verdicts) = try bulk(of: entry)
    let receipts = try receipts(of: entry)
    guard receipts.allSatisfy({ LineRules.set.holds($0.assessment) }) else {
      throw .body(unknownRule)
    }
    return try json(entry) { fields throws(JSONFailure) in
      try judged(&fields, lines, clients, verdicts, receipts)
    }
  }

  private static func tableJudged(_ entry: Entry) throws(ClaimEventFailure) -> TableJudged {
    let (lines, clients, verdicts) = try bulk(of: entry)
    let receipts = try receipts(of: entry)
    guard receipts.allSatisfy({ TableRules.set.holds($0.assessment) }) else {
      throw .body(unknownRule)
    }
    let facts = try columns(entry, TableColumns.layout) {
      bytes throws(BinaryFailure) in try TableColumns.facts(bytes)
    }
    return try json(entry) { fields throws(JSONFailure) in
      let claim = try judged(&fields, lines, clients, verdicts, receipts)
      return try TableJudged.read(claim, facts, &fields)
    }
  }

  private static var unknownRule: JSONFailure {
    JSONFailure(.notAllowed("the columns name a rule that there is not"))
  }

  private static func receipts(of entry: Entry) throws(ClaimEventFailure) -> [LineReceipt] {
    try columns(entry, ClaimColumns.receiptsLayout) {
      bytes throws(BinaryFailure) in try ClaimColumns.receipts(bytes)
    }
  }

  private static func judged(
    _ fields: inout JSONFields,
    _ lines: [ClaimLine],
    _ clients: [ClaimedClient],
    _ verdicts: [Assessment],
    _ receipts: [LineReceipt]
  ) throws(JSONFailure) -> ClaimJudged {
    let notice = try notice(&fields, clients, lines)
    guard receipts.count == lines.count, verdicts.count == clients.count else {
      throw JSONFailure(.notAllowed("the columns hold another number of verdicts than of lines"))
    }
    guard verdicts.allSatisfy({ ClaimedClientRules.set.holds($0) }) else { throw unknownRule }
    let awarded = Cents(try fields.integer("awarded"))
    let failed = RuleMask(bits: UInt64(bitPattern: try fields.integer("claimRefusedBy")))
    guard ClaimRules.set.holds(Assessment(failed: failed)) else {
      throw JSONFailure(.notAllowed("it names a rule that there is not"))
    }
    let day = try fields.parsed("day", "it is not a date") { CivilDate($0) }
    let ruleSets = try fields.array("ruleSets") { value throws(JSONFailure) in
      try value.string()
    }
    let basis = ClaimBasis(
      day: day,
      ruleSets: ruleSets,
      priceList: Int(try fields.integer("priceList", as: UInt32.self)),
      settings: Int(try fields.integer("settings", as: UInt32.self))
    )
    let verdict = ClaimVerdict(
      claim: Assessment(failed: failed),
      clients: verdicts,
      receipts: receipts,
      awarded: awarded
    )
    return ClaimJudged(notice: notice, verdict: verdict, basis: basis)
  }

  private static func submitted(_ entry: Entry) throws(ClaimEventFailure) -> ClaimSubmitted {
    let (lines, clients, _) = try bulk(of: entry)
    let slots = try columns(entry, ClaimColumns.slotsLayout) {
      bytes throws(BinaryFailure) in try ClaimColumns.slots(bytes)
    }
    return try json(entry) { fields throws(JSONFailure) in
      guard slots.count == lines.count, slots.allSatisfy({ $0 >= -1 }) else {
        throw JSONFailure(.notAllowed("the columns hold another number of slots than of lines"))
      }
      let notice = try notice(&fields, clients, lines)
      return ClaimSubmitted(
        notice: ClaimNotice(notice, schemaVersion: try fields.string(ifPresent: "schema")),
        allocations: slots
      )
    }
  }

  private static func answered(_ entry: Entry) throws(ClaimEventFailure) -> ClaimAnswered {
    let refused = try columns(entry, ClaimColumns.slotsLayout) {
      bytes throws(BinaryFailure) in try ClaimColumns.slots(bytes)
    }
    return try json(entry) { fields throws(JSONFailure) in
      guard refused.allSatisfy({ $0 >= 0 }) else {
        throw JSONFailure(.notAllowed("the columns hold a line that there cannot be"))
      }
      return ClaimAnswered(
        message: try fields.integer("message"),
        provider: try fields.parsed("provider", "it is not a provider code") { ProviderCode($0) },
        number: try fields.string("number"),
        refused: refused,
        awarded: Cents(try fields.integer("awarded"))
      )
    }
  }

  private static func bulk(
    of entry: Entry
  ) throws(ClaimEventFailure) -> ([ClaimLine], [ClaimedClient], [Assessment]) {
    let lines = try columns(entry, ClaimColumns.linesLayout) {
      bytes throws(BinaryFailure) in try ClaimColumns.lines(bytes)
    }
    let clients = try columns(entry, ClaimColumns.clientsLayout) {
      bytes throws(BinaryFailure) in try ClaimColumns.clients(bytes)
    }
    return (lines, clients.clients, clients.verdicts)
  }

  private static func notice(
    _ fields: inout JSONFields,
    _ clients: [ClaimedClient],
    _ lines: [ClaimLine]
  ) throws(JSONFailure) -> ClaimNotice {
    let municipality = try fields.parsed("municipality", "it is not a municipality code") {
      MunicipalityCode($0)
    }
    let provider = try fields.parsed("provider", "it is not a provider code") { ProviderCode($0) }
    let number = try fields.string("number")
    let first = try fields.parsed("first", "it is not a date") { CivilDate($0) }
    let last = try fields.parsed("last", "it is not a date") { CivilDate($0) }
    let dated = try fields.parsed("dated", "it is not a date") { CivilDate($0) }
    let claimed = Cents(try fields.integer("claimed"))
    guard let period = Period(from: first, through: last) else {
      throw JSONFailure(.notAllowed("the period ends before it begins"))
    }
    guard try fields.integer("lines", as: Int.self) == lines.count,
      lines.allSatisfy({ clients.indices.contains(Int($0.clientIndex)) })
    else { throw JSONFailure(.notAllowed("the columns hold another number of lines or clients")) }
    return ClaimNotice(
      municipality: municipality,
      provider: provider,
      number: number,
      period: period,
      dated: dated,
      total: claimed,
      clients: clients,
      lines: lines
    )
  }

  private static func json<Value>(
    _ entry: Entry,
    _ read: (inout JSONFields) throws(JSONFailure) -> Value
  ) throws(ClaimEventFailure) -> Value {
    do throws(JSONFailure) { return try JSONValue.read(entry.body, read) } catch {
      throw .body(error)
    }
  }

  private static func columns<Value>(
    _ entry: Entry,
    _ layout: Layout,
    _ read: ([UInt8]) throws(BinaryFailure) -> Value
  ) throws(ClaimEventFailure) -> Value {
    guard let attachment = entry.attachments.first(where: { $0.layout == layout }) else {
      throw .missing(layout)
    }
    do throws(BinaryFailure) { return try read(attachment.bytes) } catch { throw .columns(error) }
  }
}

import Messages
import Quantities
import Synthetic

/// What a file came to.
struct Judged: Equatable {
  var outcome: IntendedOutcome
  var codes: [String] = []
  /// The codes of every line, by reference; only for a claim that was judged line by line.
  var lines: [String: [String]] = [:]
}

/// Judges the messages of a region straight from the text of the standard, as plainly as can be.
///
/// It shares nothing with the planner but the standard: it reads messages, not plans. It knows the
/// rules that the region is meant to meet or to break, and no others.
struct ReferenceJudge {
  struct AllocationKey: Hashable {
    let municipality: String
    let number: Int64
  }

  struct Allocation {
    let citizen: String
    let provider: String
    let category: String?
    let code: String?
    let first: CivilDate
    let last: CivilDate?
    let volume: SupportVolume?
    let budget: Int64?
    let reason: String?
    let decided: CivilDate
  }

  var allocations: [AllocationKey: Allocation] = [:]
  var citizens: Set<String> = []
  var prices: ContractPrices
  /// Approved debits that were not credited.
  var approved: [AllocationKey: [ClaimLine]] = [:]
  var creditedReferences: Set<String> = []
  var references: Set<String> = []
  var identifications: Set<String> = []
  var claimNumbers: Set<String> = []
  var lastPeriod: [String: CivilDate] = [:]
  /// The begin of the current start of an allocation.
  var started: [AllocationKey: CivilDate] = [:]
  var acceptedCents: [String: Int64] = [:]

  init(prices: [UInt8]) { self.prices = ContractPrices(prices) }

  mutating func judge(_ message: Message) -> Judged {
    let sheet = Sheet(message)
    let identification = "\(message.type) \(sheet.sender) \(sheet.identification)"
    let isNew = !identifications.contains(identification)
    let judged: Judged =
      switch message.type {
      case .wmo301: award(sheet)
      case .wmo305: start(sheet, isNew: isNew)
      case .wmo307: stop(sheet)
      default: claim(sheet, isNew: isNew)
      }
    if judged.outcome < .rejectHeader { identifications.insert(identification) }
    return isNew || judged.outcome == .rejectHeader
      ? judged : Judged(outcome: .rejectHeader, codes: ["9056"])
  }
}

/// A message with its values at hand by path.
struct Sheet {
  let message: Message

  init(_ message: Message) { self.message = message }

  func text(_ path: String, _ row: Int = 0) -> String? {
    field(path).flatMap { message.text($0, row) }
  }
  func date(_ path: String, _ row: Int = 0) -> CivilDate? {
    text(path, row).flatMap { CivilDate($0) }
  }
  func number(_ path: String, _ row: Int = 0) -> Int64? { text(path, row).flatMap { Int64($0) } }
  func count(_ path: String) -> Int {
    message.type.grammar.table(path).map { message.count($0) } ?? 0
  }

  private func field(_ path: String) -> Field? {
    let field = FieldIndex.fields[message.type.name]?[path]
    if field == nil { preconditionFailure("no field \(path) in \(message.type)") }
    return field
  }

  var sender: String { text("Header/Afzender") ?? "" }
  var receiver: String { text("Header/Ontvanger") ?? "" }
  var identification: String { text("Header/BerichtIdentificatie/Identificatie") ?? "" }
  var day: CivilDate { date("Header/BerichtIdentificatie/Dagtekening") ?? CivilDate(dayNumber: 0) }
}

/// Every field of the messages of a region, by every end of its path: looking one up in the grammar
/// each time would take most of the time of the tests.
enum FieldIndex {
  static let fields: [String: [String: Field]] = {
    var index: [String: [String: Field]] = [:]
    for type in [MessageType.wmo301, .wmo305, .wmo307, .wmo323] {
      for field in type.grammar.fields {
        var path = type.grammar[field].fullPath[...]
        while true {
          if let known = type.grammar.field(String(path)) {
            index[type.name, default: [:]][String(path)] = known
          }
          guard let slash = path.firstIndex(of: "/") else { break }
          path = path[path.index(after: slash)...]
        }
      }
    }
    return index
  }()
}

/// The contract list, read as its header says.
struct ContractPrices {
  private struct Row {
    let municipality: String
    let provider: String
    let code: String
    let unit: String
    let cents: Int64
    let first: CivilDate
    let last: CivilDate?
  }

  private var rows: [Row] = []

  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard cells.count == 9, let cents = Int64(cells[5]), let first = CivilDate(cells[7]) else {
        continue
      }
      rows.append(
        Row(
          municipality: cells[0],
          provider: cells[1],
          code: cells[3],
          unit: cells[4],
          cents: cents,
          first: first,
          last: CivilDate(cells[8])
        )
      )
    }
  }

  /// The price of the most specific row: provider before municipality before product.
  func price(
    provider: String,
    municipality: String,
    code: String,
    unit: String,
    on day: CivilDate
  )
    -> Int64?
  {
    let fitting = rows.filter { row in
      ["", provider].contains(row.provider) && ["", municipality].contains(row.municipality)
        && row.code == code && row.unit == unit && row.first <= day
        && (row.last.map { day <= $0 } ?? true)
    }
    func weight(_ row: Row) -> Int {
      (row.provider.isEmpty ? 0 : 2) + (row.municipality.isEmpty ? 0 : 1)
    }
    return fitting.max { weight($0) < weight($1) }?.cents
  }
}

// MARK: - Awards, starts and stops

extension ReferenceJudge {
  private mutating func award(_ sheet: Sheet) -> Judged {
    let citizen = sheet.text("Client/Bsn") ?? ""
    citizens.insert(citizen)
    let path = "ToegewezenProduct/"
    for row in 0..<sheet.count("ToegewezenProduct") {
      guard let number = sheet.number(path + "ToewijzingNummer", row),
        let decided = sheet.date(path + "Toewijzingsdatum", row),
        let first = sheet.date(path + "Ingangsdatum", row)
      else { return Judged(outcome: .rejectMessage, codes: ["0001"]) }
      let key = AllocationKey(municipality: sheet.sender, number: number)
      if let known = allocations[key], known.decided > decided { continue }
      var volume: SupportVolume?
      if let amount = sheet.number(path + "Omvang/Volume", row),
        let unit = sheet.text(path + "Omvang/Eenheid", row).flatMap({ ClaimUnit(code: $0) }),
        let frequency = sheet.text(path + "Omvang/Frequentie", row)
          .flatMap({ Frequency(code: $0) })
      {
        volume = SupportVolume(amount: amount, unit: unit, frequency: frequency)
      }
      allocations[key] = Allocation(
        citizen: citizen,
        provider: sheet.receiver,
        category: sheet.text(path + "Product/Categorie", row),
        code: sheet.text(path + "Product/Code", row),
        first: first,
        last: sheet.date(path + "Einddatum", row),
        volume: volume,
        budget: sheet.number(path + "Budget", row),
        reason: sheet.text(path + "RedenWijziging", row) ?? allocations[key]?.reason,
        decided: decided
      )
    }
    return Judged(outcome: .accept)
  }

  private mutating func start(_ sheet: Sheet, isNew: Bool) -> Judged {
    let path = "StartProduct/"
    guard let number = sheet.number(path + "ToewijzingNummer"),
      let begin = sheet.date(path + "Begindatum"), begin <= sheet.day
    else { return Judged(outcome: .rejectMessage, codes: ["0001"]) }
    let key = AllocationKey(municipality: sheet.receiver, number: number)
    guard let allocation = allocations[key], allocation.provider == sheet.sender else {
      return Judged(outcome: .rejectClass, codes: ["9019"])
    }
    if started[key] != nil { return Judged(outcome: .rejectClass, codes: ["9326"]) }
    if isNew { started[key] = begin }
    return Judged(outcome: .accept)
  }

  private mutating func stop(_ sheet: Sheet) -> Judged {
    let path = "StopProduct/"
    guard let number = sheet.number(path + "ToewijzingNummer"),
      let begin = sheet.date(path + "Begindatum"), let end = sheet.date(path + "Einddatum"),
      begin <= end, end <= sheet.day
    else { return Judged(outcome: .rejectMessage, codes: ["0001"]) }
    let key = AllocationKey(municipality: sheet.receiver, number: number)
    guard started[key] == begin,
      sheet.date(path + "ToewijzingIngangsdatum") == allocations[key]?.first
    else { return Judged(outcome: .rejectClass, codes: ["9069"]) }
    started[key] = nil
    return Judged(outcome: .accept)
  }
}

import Messages
import Quantities
import Synthetic

/// A line of a claim as it is read.
struct ClaimLine: Equatable {
  let citizen: String
  let reference: String
  let previous: String?
  let number: Int64
  let category: String
  let code: String
  let period: Period
  let volume: Int64
  let unit: ClaimUnit
  let tariff: Int64?
  let cents: Int64
  let isCredit: Bool

  init?(_ sheet: Sheet, row: Int) {
    let path = "Prestatie/"
    guard let lines = sheet.message.type.grammar.table("Prestatie"),
      let citizen = sheet.text("Client/Bsn", sheet.message.parent(lines, row)),
      let reference = sheet.text(path + "ProductReferentie/ReferentieNummer", row),
      let number = sheet.number(path + "ToewijzingNummer", row),
      let category = sheet.text(path + "ProductCategorie", row),
      let code = sheet.text(path + "ProductCode", row),
      let first = sheet.date(path + "ProductPeriode/Begindatum", row),
      let last = sheet.date(path + "ProductPeriode/Einddatum", row),
      let period = Period(from: first, through: last),
      let volume = sheet.number(path + "GeleverdVolume", row),
      let unit = sheet.text(path + "Eenheid", row).flatMap({ ClaimUnit(code: $0) }),
      let cents = sheet.number(path + "IngediendBedrag/Bedrag", row),
      let sign = sheet.text(path + "IngediendBedrag/DebetCredit", row)
    else { return nil }
    self.citizen = citizen
    self.reference = reference
    self.previous = sheet.text(path + "ProductReferentie/VorigReferentieNummer", row)
    self.number = number
    self.category = category
    self.code = code
    self.period = period
    self.volume = volume
    self.unit = unit
    self.tariff = sheet.number(path + "ProductTarief", row)
    self.cents = cents
    self.isCredit = sign == "C"
  }

  /// Whether another line is about the same support.
  func sameSupport(_ other: ClaimLine) -> Bool {
    period == other.period && category == other.category && code == other.code
      && number == other.number
  }
}

extension ReferenceJudge {
  mutating func claim(_ sheet: Sheet, isNew: Bool) -> Judged {
    let lines = (0..<sheet.count("Prestatie")).compactMap { ClaimLine(sheet, row: $0) }
    guard lines.count == sheet.count("Prestatie"), !lines.isEmpty, isSound(sheet, lines) else {
      return Judged(outcome: .rejectMessage, codes: ["0001"])
    }
    guard isNew else { return Judged(outcome: .rejectHeader, codes: ["9056"]) }
    let number = sheet.sender + (sheet.text("DeclaratieNummer") ?? "")
    guard claimNumbers.insert(number).inserted else {
      return Judged(outcome: .rejectClaim, codes: ["9333"])
    }
    let parties = sheet.sender + sheet.receiver
    let begin = sheet.date("DeclaratiePeriode/Begindatum") ?? sheet.day
    if let last = lastPeriod[parties], begin < last {
      return Judged(outcome: .rejectClaim, codes: ["8214"])
    }
    lastPeriod[parties] = begin
    return judgeLines(sheet, lines, period: Period(monthOf: begin))
  }

  /// The rules of level 2 that a claim of the region may break.
  private func isSound(_ sheet: Sheet, _ lines: [ClaimLine]) -> Bool {
    var sum: Int64 = 0
    for line in lines {
      sum += line.isCredit ? -line.cents : line.cents
      guard (line.tariff == nil) == (line.unit == .euro), line.isCredit == (line.previous != nil),
        CitizenNumber(digits: line.citizen)?.passesElevenTest == true,
        line.period.first.firstOfMonth == line.period.last.firstOfMonth,
        line.period.last <= sheet.day, line.unit != .euro || line.cents == line.volume
      else { return false }
    }
    for (index, line) in lines.enumerated() where !line.isCredit {
      for other in lines[(index + 1)...] where !other.isCredit {
        if line.citizen == other.citizen, line.sameSupport(other) { return false }
      }
    }
    let total = sheet.number("TotaalIngediendBedrag/TotaalBedrag") ?? -1
    let sign = sheet.text("TotaalIngediendBedrag/DebetCredit")
    let begin = sheet.date("DeclaratiePeriode/Begindatum")
    let end = sheet.date("DeclaratiePeriode/Einddatum")
    return Int64(sum.magnitude) == total && (sign == "C") == (sum < 0)
      && begin.map { Period(monthOf: $0) }
        == begin.flatMap { first in
          end.flatMap { Period(from: first, through: $0) }
        }
  }

  private mutating func judgeLines(
    _ sheet: Sheet,
    _ lines: [ClaimLine],
    period: Period
  ) -> Judged {
    var judged = Judged(outcome: .accept)
    var all: Set<String> = []
    let ordered = lines.filter(\.isCredit) + lines.filter { !$0.isCredit }
    for line in ordered {
      var codes: [String]
      if citizens.contains(line.citizen) {
        codes = judge(line, from: sheet.sender, to: sheet.receiver, within: period)
        if !codes.isEmpty { judged.outcome = max(judged.outcome, .rejectLine) }
      } else {
        codes = ["8187"]
        judged.outcome = .rejectClient
      }
      references.insert(sheet.sender + line.reference)
      judged.lines[line.reference] = codes.sorted()
      all.formUnion(codes)
      if codes.isEmpty { take(line, from: sheet.sender, to: sheet.receiver) }
    }
    judged.codes = all.sorted()
    return judged
  }

  private mutating func take(_ line: ClaimLine, from provider: String, to municipality: String) {
    let key = AllocationKey(municipality: municipality, number: line.number)
    if line.isCredit {
      creditedReferences.insert(provider + (line.previous ?? ""))
      approved[key]?.removeAll { $0.reference == line.previous }
    } else {
      approved[key, default: []].append(line)
    }
    acceptedCents[municipality, default: 0] += line.isCredit ? -line.cents : line.cents
  }

  private func judge(
    _ line: ClaimLine,
    from provider: String,
    to municipality: String,
    within claimed: Period
  ) -> [String] {
    var codes: [String] = []
    if references.contains(provider + line.reference) { codes.append("8021") }
    let key = AllocationKey(municipality: municipality, number: line.number)
    guard let allocation = allocations[key], allocation.citizen == line.citizen,
      allocation.provider == provider
    else { return codes + ["9338"] }
    let others = approved[key] ?? []
    if line.isCredit {
      let debit = others.first { $0.reference == line.previous }
      let isSame = debit.map { $0.sameSupport(line) && $0.cents == line.cents } ?? false
      return codes + (isSame ? [] : ["8017"])
    }
    if line.period.last > claimed.last { codes.append("9319") }
    codes += productCodes(line, allocation)
    codes += periodCodes(line, allocation)
    codes += volumeCodes(line, allocation, others)
    codes += priceCodes(line, allocation, provider, municipality)
    if others.contains(where: { $0.sameSupport(line) }) { codes.append("9389") }
    return codes
  }

  private func productCodes(_ line: ClaimLine, _ allocation: Allocation) -> [String] {
    var codes: [String] = []
    if let category = allocation.category, category != line.category { codes.append("9339") }
    if let code = allocation.code, code != line.code { codes.append("9340") }
    if let unit = allocation.volume?.unit, unit != line.unit,
      !(unit == .hour && line.unit == .minute)
    {
      codes.append("9341")
    }
    if allocation.reason == "13" { codes.append("9384") }
    return codes
  }

  private func periodCodes(_ line: ClaimLine, _ allocation: Allocation) -> [String] {
    var codes: [String] = []
    let month = Period(monthOf: line.period.first)
    if line.period.first < allocation.first { codes.append("9307") }
    if let last = allocation.last, line.period.last > last { codes.append("9308") }
    let begin = month.contains(allocation.first) ? allocation.first : month.first
    if line.period.first != begin, line.period.first != month.first { codes.append("9387") }
    let end = allocation.last.map { month.contains($0) ? $0 : month.last } ?? month.last
    if line.period.last != end, line.period.last != month.last { codes.append("9388") }
    if line.period.first == month.first, begin > month.first { codes.append("9307+9387") }
    if line.period.last == month.last, end < month.last { codes.append("9308+9388") }
    return codes
  }

  private func volumeCodes(
    _ line: ClaimLine,
    _ allocation: Allocation,
    _ others: [ClaimLine]
  ) -> [String] {
    if let budget = allocation.budget {
      return others.reduce(line.cents, { $0 + $1.cents }) > budget ? ["9369"] : []
    }
    guard let volume = allocation.volume else { return [] }
    let factor: Int64 = volume.unit == .hour && line.unit == .minute ? 60 : 1
    let most = volume.amount * factor
    var codes: [String] = []
    let perLine =
      switch volume.frequency {
      case .day: most * Int64(line.period.dayCount)
      // Household help may claim six weeks in a month.
      case .week where line.category == "01" && !volume.unit.isOutput: most * 6
      case .week: most * Int64(line.period.isoWeeksTouched)
      case .month, .total: most
      }
    if line.volume > perLine { codes.append("9321") }
    var whole: Int64? = volume.frequency == .total ? most : nil
    if volume.frequency != .total,
      let all = allocation.last.flatMap({ Period(from: allocation.first, through: $0) })
    {
      whole = most * Int64(volume.frequency == .week ? all.isoWeeksTouched : all.monthsTouched)
    }
    let sum = others.reduce(line.volume) { $0 + $1.volume }
    if let whole, sum > whole { codes.append("9322") }
    return codes
  }

  private func priceCodes(
    _ line: ClaimLine,
    _ allocation: Allocation,
    _ provider: String,
    _ municipality: String
  ) -> [String] {
    guard let tariff = line.tariff else { return [] }
    let isMinutes = line.unit == .minute
    let price = prices.price(
      provider: provider,
      municipality: municipality,
      code: line.code,
      unit: isMinutes ? "04" : line.unit.code,
      on: line.period.first
    )
    guard let price else { return ["0611"] }
    let expected = isMinutes ? Rounding.halfUp(price, over: 60) ?? 0 : price
    var codes = tariff == expected ? [] : ["0611"]
    let amount = isMinutes ? Rounding.halfUp(price * line.volume, over: 60) : tariff * line.volume
    if amount != line.cents { codes.append("9346") }
    return codes
  }
}

import Claims
import Messages
import People
import Quantities

/// Turns a claim message into the claim that the rules judge.
///
/// This runs for every line, so it reads whole columns instead of asking field by field.
struct ClaimMapping {
  private let fields: MessageFields
  private let message: Message

  init(_ fields: MessageFields) {
    self.fields = fields
    message = fields.message
  }

  /// The claim; nil when an element is missing that the format check should have demanded.
  ///
  /// The keys of the clients are given in the order of the message.
  func notice(_ clients: [ClientKey]) -> ClaimNotice? {
    guard let municipality = fields.municipality, let provider = fields.provider,
      let number = fields.text("Declaratie/DeclaratieNummer"),
      let first = fields.date("Declaratie/DeclaratiePeriode/Begindatum"),
      let last = fields.date("Declaratie/DeclaratiePeriode/Einddatum"),
      let period = Period(from: first, through: last),
      let dated = fields.date("Declaratie/DeclaratieDagtekening"),
      let total = fields.integer("Declaratie/TotaalIngediendBedrag/TotaalBedrag"),
      let lines = listedLines()
    else { return nil }
    let isCredit = fields.text("Declaratie/TotaalIngediendBedrag/DebetCredit") == "C"
    return ClaimNotice(
      municipality: municipality,
      provider: provider,
      number: number,
      period: period,
      dated: dated,
      total: Cents(isCredit ? -total : total),
      clients: clients.map { ClaimedClient(key: $0) },
      lines: lines,
      schemaVersion: fields.schemaVersion("XsdVersie")
    )
  }

  /// The lines of a claim, or those that an answer lists.
  func listedLines() -> [ClaimLine]? {
    guard let table = fields.table("Prestatie"), let columns = Columns(fields) else { return nil }
    let parents = message.parents(table)
    var lines: [ClaimLine] = []
    lines.reserveCapacity(parents.count)
    var codes: [String: ProductCode] = [:]
    for row in parents.indices {
      guard let line = columns.line(row, client: parents[row], &codes) else { return nil }
      lines.append(line)
    }
    return lines
  }

  /// The columns of a claim line, each fetched once.
  private struct Columns {
    let references: ElementTexts
    let previous: ElementTexts
    let codes: ElementTexts
    let allocations: [Int64]
    let categories: [Int64]
    let firstDays: [Int64]
    let lastDays: [Int64]
    let volumes: [Int64]
    let units: [Int64]
    let tariffs: [Int64]
    let amounts: [Int64]
    let sides: [Int64]
    private let credit = PackedCode.pack("C")
    private let unitOfCode: [Int64: ClaimUnit]
    private let categoryOfCode: [Int64: ProductCategory]

    init?(_ fields: MessageFields) {
      func numbers(_ path: String) -> [Int64]? {
        fields.field("Prestatie/" + path).map { fields.message.integers($0) }
      }
      func texts(_ path: String) -> ElementTexts? {
        fields.field("Prestatie/" + path).map { fields.message.texts($0) }
      }
      guard let references = texts("ProductReferentie/ReferentieNummer"),
        let previous = texts("ProductReferentie/VorigReferentieNummer"),
        let codes = texts("ProductCode"), let allocations = numbers("ToewijzingNummer"),
        let categories = numbers("ProductCategorie"),
        let firstDays = numbers("ProductPeriode/Begindatum"),
        let lastDays = numbers("ProductPeriode/Einddatum"),
        let volumes = numbers("GeleverdVolume"), let units = numbers("Eenheid"),
        let tariffs = numbers("ProductTarief"), let amounts = numbers("IngediendBedrag/Bedrag"),
        let sides = numbers("IngediendBedrag/DebetCredit")
      else { return nil }
      self.references = references
      self.previous = previous
      self.codes = codes
      self.allocations = allocations
      self.categories = categories
      self.firstDays = firstDays
      self.lastDays = lastDays
      self.volumes = volumes
      self.units = units
      self.tariffs = tariffs
      self.amounts = amounts
      self.sides = sides
      var packed: [Int64: ClaimUnit] = [:]
      for unit in ClaimUnit.allCases { packed[PackedCode.pack(unit.code) ?? 0] = unit }
      unitOfCode = packed
      var known: [Int64: ProductCategory] = [:]
      for packed in Set(categories) {
        known[packed] = ProductCategory(PackedCode.unpack(packed))
      }
      categoryOfCode = known
    }

    func line(_ row: Int, client: Int32, _ known: inout [String: ProductCode]) -> ClaimLine? {
      guard let reference = references.text(row), let codeText = codes.text(row),
        let category = categoryOfCode[categories[row]], let unit = unitOfCode[units[row]],
        let period = Period(
          from: CivilDate(dayNumber: Int32(truncatingIfNeeded: firstDays[row])),
          through: CivilDate(dayNumber: Int32(truncatingIfNeeded: lastDays[row]))
        )
      else { return nil }
      guard let code = known[codeText] ?? ProductCode(codeText) else { return nil }
      known[codeText] = code
      return ClaimLine(
        reference: reference,
        previousReference: previous.text(row),
        clientIndex: client,
        allocationNumber: allocations[row],
        category: category,
        code: code,
        period: period,
        volume: volumes[row],
        unit: unit,
        tariff: tariffs[row] == Message.absent ? nil : Cents(tariffs[row]),
        amount: Cents(amounts[row]),
        isCredit: sides[row] == credit
      )
    }
  }
}

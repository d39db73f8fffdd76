import Messages
import Quantities

/// A claim message that is being filled in.
struct ClaimSheet {
  var builder: MessageBuilder
  /// Debits minus credits.
  var cents: Int64 = 0
  fileprivate var client = -1
  fileprivate var citizen = ""

  fileprivate init(builder: MessageBuilder) { self.builder = builder }
}

/// Writes claims, with the elements of a line looked up beforehand: there are very many.
struct ClaimWriter: Sendable {
  private let form = MessageForm(.wmo323)
  private let clients: TableID
  private let lines: TableID
  private let citizen: Field
  private let reference: Field
  private let previous: Field
  private let allocation: Field
  private let category: Field
  private let code: Field
  private let begin: Field
  private let end: Field
  private let volume: Field
  private let unit: Field
  private let tariff: Field
  private let amount: Field
  private let sign: Field

  init() {
    let client = "Declaratie/Clienten/Client"
    let line = client + "/Prestaties/Prestatie"
    clients = form.table(client)
    lines = form.table(line)
    citizen = form[client + "/Bsn"]
    reference = form[line + "/ProductReferentie/ReferentieNummer"]
    previous = form[line + "/ProductReferentie/VorigReferentieNummer"]
    allocation = form[line + "/ToewijzingNummer"]
    category = form[line + "/ProductCategorie"]
    code = form[line + "/ProductCode"]
    begin = form[line + "/ProductPeriode/Begindatum"]
    end = form[line + "/ProductPeriode/Einddatum"]
    volume = form[line + "/GeleverdVolume"]
    unit = form[line + "/Eenheid"]
    tariff = form[line + "/ProductTarief"]
    amount = form[line + "/IngediendBedrag/Bedrag"]
    sign = form[line + "/IngediendBedrag/DebetCredit"]
  }

  /// A claim without lines.
  func begin(
    from provider: ProviderCode,
    to municipality: String,
    identification: String,
    number: String,
    period: Period,
    on day: CivilDate
  ) -> ClaimSheet {
    var builder = form.begin(
      from: provider.description,
      to: municipality,
      identification: identification,
      on: day
    )
    builder.set(form["Declaratie/DeclaratieNummer"], text: number)
    builder.set(form["Declaratie/DeclaratiePeriode/Begindatum"], date: period.first)
    builder.set(form["Declaratie/DeclaratiePeriode/Einddatum"], date: period.last)
    builder.set(form["Declaratie/DeclaratieDagtekening"], date: day)
    return ClaimSheet(builder: builder)
  }

  /// Adds a line.
  ///
  /// Lines of one client must follow each other. A filled previous reference makes it a credit.
  func add(
    _ content: LineContent,
    of citizenDigits: String,
    allocation number: Int,
    reference text: String,
    previous previousText: String? = nil,
    withoutTariff: Bool = false,
    to sheet: inout ClaimSheet
  ) {
    if sheet.citizen != citizenDigits {
      sheet.client = sheet.builder.append(clients)
      sheet.citizen = citizenDigits
      sheet.builder.set(citizen, sheet.client, text: citizenDigits)
    }
    let row = sheet.builder.append(lines, under: sheet.client)
    sheet.builder.set(reference, row, text: text)
    if let previousText { sheet.builder.set(previous, row, text: previousText) }
    sheet.builder.set(allocation, row, integer: Int64(number))
    sheet.builder.set(category, row, text: content.product.category)
    sheet.builder.set(code, row, text: content.product.code)
    sheet.builder.set(begin, row, date: content.period.first)
    sheet.builder.set(end, row, date: content.period.last)
    sheet.builder.set(volume, row, integer: content.volume)
    sheet.builder.set(unit, row, text: content.unit.code)
    if let tariffCents = content.tariff, !withoutTariff {
      sheet.builder.set(tariff, row, integer: tariffCents)
    }
    sheet.builder.set(amount, row, integer: content.cents)
    sheet.builder.set(sign, row, text: previousText == nil ? "D" : "C")
    sheet.cents += previousText == nil ? content.cents : -content.cents
  }

  /// The message, with its total.
  func finish(_ sheet: consuming ClaimSheet) -> Message {
    var builder = sheet.builder
    let total = "Declaratie/TotaalIngediendBedrag/"
    builder.set(form[total + "TotaalBedrag"], integer: Int64(sheet.cents.magnitude))
    builder.set(form[total + "DebetCredit"], text: sheet.cents < 0 ? "C" : "D")
    return builder.build()
  }
}

import Accounts
import Commissioning
import Documents
import Quantities
import Region
import Rules

/// Proposes a tariff of one product of a contract.
struct TariffForm: DeedForm {
  let visit: Visit
  private let view: CommissioningView
  private let contract: Contract
  private let products: [ProductCode]

  init(_ visit: Visit, _ text: String) throws {
    self.visit = visit
    view = CommissioningView(visit)
    contract = try view.contract(text)
    products = visit.state.contracts.products(of: contract)
  }

  private var code: ContractCode { contract.draft.code }
  var address: RegionAddress { .commissioning(.tariffProposal(code.description)) }
  var scope: Reach { .region }
  var fieldNames: Set<String> { ["product", "prijs", "eenheid", "vanaf", "grondslag"] }
  var title: String { visit.say("Tarief voordragen", "Propose a tariff") }

  var lead: String {
    visit.say(
      "U draagt een tarief van contract \(code) voor; het geldt pas als een ander het goedkeurt.",
      "You propose a tariff of contract \(code); it holds only when somebody else approves it."
    )
  }

  var crumbs: [Crumb] { visit.contractCrumbs(code) }

  var obstacle: String? {
    guard products.isEmpty else { return nil }
    return visit.say("Dit contract heeft geen producten.", "This contract has no products.")
  }

  func writeFacts(_ html: inout HTML) { contract.writeTariffs(view, visit, &html) }

  func writeFields(_ form: FormView, _ html: inout HTML) {
    html.heading(2, visit.say("Uw voordracht", "Your proposal"))
    form.select(
      "product",
      visit.say("Product", "Product"),
      products.map { ListFilter.Choice($0.description, view.names.name($0)) },
      &html
    )
    form.input(
      "prijs",
      visit.say("Tarief in euro's", "Tariff in euros"),
      description: visit.say("Bijvoorbeeld 71,20.", "For instance 71,20."),
      &html
    )
    form.select(
      "eenheid",
      visit.say("Per", "Per"),
      ClaimUnit.allCases.map { ListFilter.Choice($0.code, $0.text(of: 1, in: visit.language)) },
      &html
    )
    form.input(
      "vanaf",
      visit.say("Eerste dag", "First day"),
      description: visit.say(
        "Het tarief van nu eindigt op de dag ervoor.",
        "The tariff of now ends on the day before."
      ),
      type: "date",
      &html
    )
    form.input(
      "grondslag",
      visit.say("Grondslag", "Basis"),
      description: visit.say(
        "Waar het tarief op rust, bijvoorbeeld een bepaling van het contract.",
        "What the tariff rests on, such as a clause of the contract."
      ),
      &html
    )
  }

  func read(_ fields: Query) throws(FieldErrors) -> Deed {
    var reader = FieldReader(fields, visit)
    let product = fields["product"].flatMap { ProductCode($0) }
      .flatMap { products.contains($0) ? $0 : nil }
    if product == nil { reader.fail("product", "Kies een product.", "Choose a product.") }
    let price = reader.amount("prijs")
    let unit = fields["eenheid"].flatMap { ClaimUnit(code: $0) }
    if unit == nil { reader.fail("eenheid", "Kies een eenheid.", "Choose a unit.") }
    let first = reader.day("vanaf")
    let basis = fields["grondslag"].flatMap { $0.utf8.count <= 500 ? $0 : nil }
    if basis == nil {
      reader.fail(
        "grondslag",
        "Schrijf in een regel waar het tarief op rust.",
        "Write in one line what the tariff rests on."
      )
    }
    try reader.check()
    guard let product, let price, let unit, let basis,
      let period = first.flatMap({ OpenPeriod(from: $0, through: nil) })
    else { throw FieldErrors(errors: []) }
    let key = TariffBook.Key(.contract(code), product)
    let tariff = Tariff(price: price, unit: unit, period: period, basis: .clause(basis))
    return .tariffs(code, [AgreedTariff(key, tariff)])
  }
}

extension Contract {
  /// The tariffs of the contract that hold on the day, as they are now.
  func writeTariffs(_ view: CommissioningView, _ visit: Visit, _ html: inout HTML) {
    html.heading(2, visit.say("Hoe het nu is", "How it is now"))
    let book = view.state.contracts
    let rows = book.products(of: self).map { product -> ListTable.Row in
      guard let now = book.tariffs.version(of: product, under: self, on: view.day) else {
        return ListTable.Row([.text(view.names.name(product)), .none, .none, .none])
      }
      return ListTable.Row([
        .text(view.names.name(product)), .euros(now.price),
        .text(now.unit.text(of: 1, in: view.language)), .text(view.text(now.period)),
      ])
    }
    let table = ListTable(
      id: "tarieven-nu",
      caption: visit.say("Tarieven op deze dag", "Tariffs on this day"),
      columns: [
        ListTable.Column("product", "Product"),
        ListTable.Column("tarief", visit.say("Tarief", "Tariff"), isNumeric: true),
        ListTable.Column("eenheid", visit.say("Per", "Per")),
        ListTable.Column("geldig", visit.say("Geldig", "Valid")),
      ],
      rows: rows
    )
    visit.writeTable(table, &html)
  }
}

extension CommissioningView {
  /// A contract by its code, when it may be seen.
  func contract(_ text: String) throws(Trouble) -> Contract {
    guard let code = ContractCode(text), let contract = state.contracts.contracts[code],
      shows(contract)
    else { throw .notFound }
    return contract
  }
}

extension Visit {
  /// The way to what is proposed about a contract.
  func contractCrumbs(_ code: ContractCode) -> [Crumb] {
    [
      Crumb(say("Contracten", "Contracts"), address(.commissioning(.contracts))),
      Crumb("Contract \(code)", address(.commissioning(.contract(code.description)))),
    ]
  }
}

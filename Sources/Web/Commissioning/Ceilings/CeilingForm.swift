import Accounts
import Commissioning
import Documents
import Quantities

/// Proposes a decision on the budget ceiling of a contract.
struct CeilingForm: DeedForm {
  let visit: Visit
  private let contract: Contract
  private let open: [CeilingChange.Step]

  init(_ visit: Visit, _ text: String) throws {
    self.visit = visit
    guard let code = ContractCode(text),
      let contract = CommissioningView(visit).contracts.first(where: { $0.draft.code == code })
    else { throw Trouble.notFound }
    self.contract = contract
    open = CeilingChange.open(contract)
  }

  private var code: ContractCode { contract.draft.code }
  var address: RegionAddress { .commissioning(.ceilingProposal(code.description)) }
  var scope: Reach { .region }
  var fieldNames: Set<String> { ["besluit", "vanaf", "bedrag", "tot"] }

  var title: String { visit.say("Plafond voordragen", "Propose a ceiling") }

  var lead: String {
    visit.say(
      "U draagt een besluit over het plafond van contract \(code) voor; een ander beslist.",
      "You propose a decision on the ceiling of contract \(code); somebody else decides."
    )
  }

  var crumbs: [Crumb] {
    [
      Crumb(visit.say("Contracten", "Contracts"), visit.address(.commissioning(.contracts))),
      Crumb("Contract \(code)", visit.address(.commissioning(.contract(code.description)))),
    ]
  }

  var obstacle: String? {
    guard open.isEmpty else { return nil }
    return visit.say(
      "Dit contract laat niet toe dat er een plafond komt.",
      "This contract allows no ceiling."
    )
  }

  func writeFacts(_ html: inout HTML) {
    let words = DeedWords(visit)
    let facts = CeilingChange.before(contract)
    html.heading(2, visit.say("Hoe het nu is", "How it is now"))
    html.facts(facts.map { (name: words.name($0), value: visit.text(words.cell($0))) })
  }

  func writeFields(_ form: FormView, _ html: inout HTML) {
    html.heading(2, visit.say("Uw voordracht", "Your proposal"))
    form.select("besluit", visit.say("Besluit", "Decision"), open.map { choice($0) }, &html)
    if open.contains(.announce) {
      form.input(
        "vanaf",
        visit.say("Eerste dag van het plafond", "First day of the ceiling"),
        description: visit.say(
          "Ten minste zes maanden na de aankondiging.",
          "At least six months after the announcement."
        ),
        type: "date",
        &html
      )
    }
    if open.contains(.decide) || open.contains(.settle) {
      let isSettling = open.contains(.settle)
      form.input(
        "bedrag",
        visit.say("Bedrag in euro's", "Amount in euros"),
        description: isSettling
          ? visit.say(
            "Bijvoorbeeld 250.000. Leeg: het plafond blijft gelijk.",
            "For instance 250.000. Empty: the ceiling stays as it is."
          )
          : visit.say("Bijvoorbeeld 250.000.", "For instance 250.000."),
        isOptional: isSettling,
        &html
      )
    }
    if open.contains(.decide) {
      form.input(
        "tot",
        visit.say("Laatste dag van het plafond", "Last day of the ceiling"),
        type: "date",
        &html
      )
    }
  }

  private func choice(_ step: CeilingChange.Step) -> ListFilter.Choice {
    let text =
      switch step {
      case .announce: visit.say("een plafond aankondigen", "announce a ceiling")
      case .decide: visit.say("bedrag en laatste dag vaststellen", "decide amount and last day")
      case .settle: visit.say("besluiten na het gesprek", "decide after the talk")
      }
    return ListFilter.Choice(step.rawValue, text)
  }

  func read(_ fields: Query) throws(FieldErrors) -> Deed {
    var reader = FieldReader(fields, visit)
    let step = reader.choice("besluit", of: CeilingChange.Step.self)
    if let step, !open.contains(step) {
      reader.fail(
        "besluit",
        "Dit besluit kan nu niet; kies een ander.",
        "This decision is not possible now; choose another."
      )
    }
    var change: CeilingChange?
    switch step {
    case .announce: change = reader.day("vanaf").map { .announce(from: $0) }
    case .decide:
      let (amount, through) = (reader.amount("bedrag"), reader.day("tot"))
      if let amount, let through { change = .decide(amount: amount, through: through) }
    case .settle:
      let amount = fields["bedrag"] == nil ? nil : reader.amount("bedrag")
      change = .settle(amount: amount)
    case nil: break
    }
    try reader.check()
    guard let change else { throw FieldErrors(errors: []) }
    return .ceiling(code, change)
  }
}

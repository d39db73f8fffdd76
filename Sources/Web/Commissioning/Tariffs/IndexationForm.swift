import Accounts
import Commissioning
import Documents
import Quantities
import Region

/// Proposes the tariffs of a contract raised into a year, as `regie agreements index` does.
struct IndexationForm: DeedForm {
  let visit: Visit
  private let view: CommissioningView
  private let contract: Contract

  init(_ visit: Visit, _ text: String) throws {
    self.visit = visit
    view = CommissioningView(visit)
    contract = try view.contract(text)
  }

  private var code: ContractCode { contract.draft.code }
  var address: RegionAddress { .commissioning(.indexationProposal(code.description)) }
  var scope: Reach { .region }

  var fieldNames: Set<String> {
    [
      "jaar", "gewicht", "ova", "ova-eerder", "ova-definitief", "ppc", "ppc-eerder",
      "ppc-definitief",
    ]
  }

  var title: String { visit.say("Indexering voordragen", "Propose an indexation") }

  var lead: String {
    visit.say(
      "U draagt nieuwe tarieven van contract \(code) voor; ze gelden pas als een ander ze "
        + "goedkeurt.",
      "You propose new tariffs of contract \(code); they hold only when somebody else approves "
        + "them."
    )
  }

  var crumbs: [Crumb] { visit.contractCrumbs(code) }
  var obstacle: String? { nil }

  func writeFacts(_ html: inout HTML) { contract.writeTariffs(view, visit, &html) }

  func writeFields(_ form: FormView, _ html: inout HTML) {
    html.heading(2, visit.say("Uw voordracht", "Your proposal"))
    form.input(
      "jaar",
      visit.say("Jaar", "Year"),
      description: visit.say(
        "De nieuwe tarieven gelden vanaf 1 januari van dit jaar.",
        "The new tariffs hold from 1 January of this year."
      ),
      &html
    )
    form.input(
      "gewicht",
      visit.say("Gewicht van OVA in procenten", "Weight of OVA in percent"),
      description: visit.say(
        "PPC heeft de rest. In de jeugdhulp is OVA 90.",
        "PPC has the rest. In youth care OVA is 90."
      ),
      &html
    )
    for (name, index) in [("ova", "OVA"), ("ppc", "PPC")] {
      form.input(
        name,
        visit.say("\(index): prognose van het jaar", "\(index): prognosis of the year"),
        description: visit.say("Een percentage, zoals 3,1.", "A percentage, such as 3,1."),
        &html
      )
      form.input(
        "\(name)-eerder",
        visit.say(
          "\(index): prognose van het jaar ervoor",
          "\(index): prognosis of the year before"
        ),
        description: visit.say(
          "Voor de correctie. In het eerste jaar na het begin van het contract blijft dit leeg.",
          "For the correction. In the first year after the contract began this stays empty."
        ),
        isOptional: true,
        &html
      )
      form.input(
        "\(name)-definitief",
        visit.say("\(index): uitkomst van het jaar ervoor", "\(index): outcome of the year before"),
        isOptional: true,
        &html
      )
    }
  }

  func read(_ fields: Query) throws(FieldErrors) -> Deed {
    var reader = FieldReader(fields, visit)
    let year = fields["jaar"].flatMap { Int($0) }.flatMap { (2000...2100).contains($0) ? $0 : nil }
    if year == nil { reader.fail("jaar", "Vul een jaar in, zoals 2027.", "Fill in a year.") }
    let weight = percentage("gewicht", &reader)
    let series = ["ova", "ppc"].map { self.series($0, year ?? 0, &reader) }
    let rule = weight.flatMap { weight in
      Indexation(
        personnel: weight,
        material: Rate(millionths: 1_000_000 - weight.millionths),
        basis: .standard("artikel 3.2: indexering met OVA en PPC")
      )
    }
    if weight != nil, rule == nil {
      reader.fail("gewicht", "Kies 0 tot en met 100.", "Choose 0 up to and including 100.")
    }
    try reader.check()
    guard let year, let rule, let first = CivilDate(year: year, month: 1, day: 1) else {
      throw FieldErrors(errors: [])
    }
    let tariffs: [AgreedTariff]
    do throws(IndexationGap) {
      let step = try rule.step(
        into: year,
        personnel: series[0],
        material: series[1],
        firstContractYear: contract.term.start.parts.year
      )
      tariffs = try visit.state.contracts
        .indexed(contract, by: step, from: first, basis: rule.basis)
        .map { AgreedTariff($0.key, $0.tariff) }
    } catch {
      throw FieldErrors(errors: [FieldError("ova", error.text)])
    }
    guard !tariffs.isEmpty else {
      let text = visit.say(
        "Er is geen tarief om te indexeren op de dag voor \(year).",
        "There is no tariff to index on the day before \(year)."
      )
      throw FieldErrors(errors: [FieldError("jaar", text)])
    }
    return .tariffs(code, tariffs)
  }

  private func percentage(_ field: String, _ reader: inout FieldReader) -> Rate? {
    let rate = reader.fields[field].flatMap { Rate(percent: $0) }
    if rate == nil {
      reader.fail(
        field,
        "Vul een percentage in, zoals 3,1.",
        "Fill in a percentage, such as 3,1."
      )
    }
    return rate
  }

  /// An index with its year and, where filled in, prognosis and outcome of the one before.
  private func series(_ name: String, _ year: Int, _ reader: inout FieldReader) -> IndexSeries {
    var years: [Int: IndexSeries.Year] = [:]
    if let now = percentage(name, &reader) { years[year] = IndexSeries.Year(prognosis: now) }
    let (earlier, final) = ("\(name)-eerder", "\(name)-definitief")
    if reader.fields[earlier] != nil || reader.fields[final] != nil {
      let before = percentage(earlier, &reader)
      let outcome = reader.fields[final] == nil ? nil : percentage(final, &reader)
      if let before { years[year - 1] = IndexSeries.Year(prognosis: before, final: outcome) }
    }
    return IndexSeries(years)
  }
}

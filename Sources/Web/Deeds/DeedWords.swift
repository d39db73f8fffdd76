import Commissioning
import Quantities
import Region
import Rules

/// Facts of deeds as people read them: names for codes, amounts and days in the language.
struct DeedWords {
  let visit: Visit
  private let names: RegionNames

  init(_ visit: Visit) {
    self.visit = visit
    names = RegionNames(visit.state)
  }

  /// What would be done, in one line.
  func title(_ deed: Deed) -> String {
    switch deed {
    case .ceiling(let code, let change):
      switch change {
      case .announce:
        visit.say("plafond aankondigen, contract \(code)", "announce a ceiling, contract \(code)")
      case .decide:
        visit.say("plafond vaststellen, contract \(code)", "decide the ceiling, contract \(code)")
      case .settle:
        visit.say(
          "besluit na het gesprek over het plafond, contract \(code)",
          "decision after the talk on the ceiling, contract \(code)"
        )
      }
    case .contract(let draft):
      visit.say(
        "contract \(draft.code) sluiten met \(names.name(draft.provider))",
        "conclude contract \(draft.code) with \(names.name(draft.provider))"
      )
    case .tariffs(let code, let tariffs):
      visit.say(
        tariffs.count == 1
          ? "tarief van contract \(code)" : "\(tariffs.count) tarieven van contract \(code)",
        tariffs.count == 1
          ? "tariff of contract \(code)" : "\(tariffs.count) tariffs of contract \(code)"
      )
    case .publication(let figures):
      visit.say("cijfers over \(figures.year) publiceren", "publish figures of \(figures.year)")
    }
  }

  func name(_ fact: DeedFact) -> String {
    let name = visit.say(fact.name.text).capitalizedFirst
    guard !fact.detail.isEmpty else { return name }
    switch fact.name {
    case .clients, .awarded:
      return "\(name): " + (MunicipalityCode(fact.detail).map { names.name($0) } ?? fact.detail)
    default:
      return "\(name): " + (ProductCode(fact.detail).map { names.name($0) } ?? fact.detail)
    }
  }

  func cell(_ fact: DeedFact) -> ListTable.Cell {
    switch fact.value {
    case .none where [.clients, .awarded].contains(fact.name): .hidden
    case .none: .text(visit.say("geen", "none"))
    case .amount(let amount): .euros(amount)
    case .day(let day): .day(day)
    case .count(let count): .number(Int(clamping: count))
    case .text(let text): .text(words(text, fact.name))
    }
  }
}

extension DeedWords {
  /// The words for codes.
  private func words(_ text: String, _ name: DeedFact.Name) -> String {
    func each(_ word: (String) -> String?) -> String {
      text.split(separator: ",").map { part in
        let code = String(part.drop { $0 == " " })
        return word(code) ?? code
      }.joined(separator: ", ")
    }
    switch name {
    case .provider: return ChamberNumber(text).map { names.name($0) } ?? text
    case .municipalities: return each { MunicipalityCode($0).map { names.name($0) } }
    case .products: return each { ProductCode($0).map { names.name($0) } }
    case .form:
      return ContractForm(rawValue: text).map { "\(text): \(visit.say($0.text))" } ?? text
    case .variant: return DeliveryVariant(rawValue: text).map { visit.say($0.text) } ?? text
    case .tariffUnit: return ClaimUnit(code: text)?.text(of: 1, in: visit.language) ?? text
    case .ceilingAllowed, .dissolutionAllowed:
      return text == "ja" ? visit.say("ja", "yes") : visit.say("nee", "no")
    case .ceilingAnnounced, .ceilingDecided:
      return visit.say("de dag van uitvoeren", "the day it is carried out")
    default: return text
    }
  }
}

extension DeedFact.Name {
  var text: BilingualText {
    switch self {
    case .ceilingAnnounced: BilingualText("plafond aangekondigd op", "ceiling announced on")
    case .ceilingFrom: BilingualText("plafond vanaf", "ceiling from")
    case .ceilingThrough: BilingualText("plafond tot en met", "ceiling through")
    case .ceilingAmount: BilingualText("bedrag van het plafond", "amount of the ceiling")
    case .ceilingDecided: BilingualText("plafond vastgesteld op", "ceiling decided on")
    case .ceilingNotices: BilingualText("meldingen bij dit plafond", "notices of this ceiling")
    case .ceilingOutcomes: BilingualText("besluiten na een gesprek", "decisions after a talk")
    case .contractEnd: BilingualText("laatste dag van het contract", "last day of the contract")
    default: contractText
    }
  }

  private var contractText: BilingualText {
    switch self {
    case .contract: BilingualText("contract", "contract")
    case .provider: BilingualText("aanbieder", "provider")
    case .claimCodes: BilingualText("AGB-codes", "AGB codes")
    case .lot: BilingualText("perceel", "lot")
    case .municipalities: BilingualText("gemeenten", "municipalities")
    case .products: BilingualText("producten", "products")
    case .form: BilingualText("contractvorm", "form of contract")
    case .variant: BilingualText("uitvoeringsvariant", "variant")
    case .start: BilingualText("eerste dag", "first day")
    case .term: BilingualText("looptijd", "term")
    case .reasonForLength: BilingualText("motivering van de looptijd", "reason for the term")
    case .ceilingAllowed: BilingualText("plafond mogelijk", "ceiling possible")
    case .dissolutionAllowed:
      BilingualText("ontbinding na het eerste jaar", "dissolution after the first year")
    case .documents: BilingualText("documenten", "documents")
    default: tariffText
    }
  }

  private var tariffText: BilingualText {
    switch self {
    case .tariff: BilingualText("tarief", "tariff")
    case .tariffUnit: BilingualText("eenheid", "unit")
    case .tariffFrom: BilingualText("tarief vanaf", "tariff from")
    case .tariffVersions: BilingualText("eerdere tarieven", "earlier tariffs")
    case .tariffBasis: BilingualText("grondslag", "basis")
    case .year: BilingualText("jaar", "year")
    case .knownOn: BilingualText("bekend op", "known on")
    case .clients: BilingualText("cliënten", "clients")
    default: BilingualText("toegekend bedrag", "amount awarded")
    }
  }
}

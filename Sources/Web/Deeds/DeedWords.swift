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
    }
  }

  func name(_ fact: DeedFact) -> String {
    let name = visit.say(fact.name.text).capitalizedFirst
    guard !fact.detail.isEmpty else { return name }
    return "\(name): " + (ProductCode(fact.detail).map { names.name($0) } ?? fact.detail)
  }

  func cell(_ fact: DeedFact) -> ListTable.Cell {
    switch fact.value {
    case .none: .text(visit.say("geen", "none"))
    case .amount(let amount): .euros(amount)
    case .day(let day): .day(day)
    case .count(let count): .number(Int(clamping: count))
    case .text(let text): .text(text)
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
    default: BilingualText("totaal", "total")
    }
  }
}

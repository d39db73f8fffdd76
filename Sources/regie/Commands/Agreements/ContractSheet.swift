import Commissioning
import Journal
import Quantities
import Rules

/// One contract as it stands on a day, for people and for programs.
struct ContractSheet {
  let contract: Contract
  let book: ContractBook
  let today: CivilDate

  init(_ contract: Contract, in book: ContractBook, on today: CivilDate) {
    self.contract = contract
    self.book = book
    self.today = today
  }

  private var draft: ContractDraft { contract.draft }

  /// The tariffs that hold on the day, by product.
  private var tariffs: [(product: ProductCode, tariff: Tariff)] {
    draft.products.compactMap { product in
      book.tariffs.version(of: product, under: contract, on: today).map { (product, $0) }
    }
  }
}

extension ContractSheet {
  /// One object; only what a list needs unless it is to be whole.
  func json(isWhole: Bool) -> [UInt8] {
    JSONWriter.object { json in
      json.field("contract", draft.code.description)
      json.field("provider", draft.provider.description)
      json.texts("claimCodes", draft.claimCodes.map(\.description))
      json.field("lot", ifPresent: draft.lot?.description)
      json.texts("municipalities", draft.municipalities.map(\.description))
      json.texts("products", draft.products.map(\.description))
      json.field("form", draft.form.rawValue)
      json.field("variant", draft.variant.rawValue)
      json.field("start", contract.term.start.description)
      json.field("lastDay", contract.lastDay.description)
      json.field("maximumEnd", contract.term.maximumEnd.description)
      json.field("pattern", contract.term.pattern.description)
      json.field("mode", contract.term.pattern.mode.rawValue)
      json.field("state", contract.state(on: today).rawValue)
      json.field("version", Int64(contract.version(on: today)))
      json.field("ceilingCents", ifPresent: contract.ceiling?.amount?.rawValue)
      guard isWhole else { return }
      writeDetails(to: &json)
    }
  }

  private func writeDetails(to json: inout JSONWriter) {
    json.array("documents") { json in
      for part in contract.parts(on: today) {
        json.object { json in
          json.field("code", part.code.description)
          json.field("kind", part.kind.rawValue)
          json.field("title", part.title)
        }
      }
    }
    json.array("tariffs") { json in
      for (product, tariff) in tariffs {
        json.object { json in
          json.field("product", product.description)
          json.field("priceCents", tariff.price.rawValue)
          json.field("unit", tariff.unit.code)
          json.field("from", tariff.period.first.description)
          json.field("through", ifPresent: tariff.period.last?.description)
          json.field("basis", tariff.basis.dutchText)
        }
      }
    }
    json.array("decisive") { json in
      for date in contract.decisiveDates() where date.date >= today {
        json.object { json in
          json.field("date", date.date.description)
          json.field("what", date.kind.rawValue)
          json.field("clause", date.basis.dutchText)
        }
      }
    }
  }

  /// The contract for a terminal.
  func lines(in language: Language) -> [String] {
    let rows: [(BilingualText, String)] = [
      (BilingualText("contract", "contract"), draft.code.description),
      (BilingualText("aanbieder (KvK)", "provider"), draft.provider.description),
      (BilingualText("AGB", "claim codes"), draft.claimCodes.texts),
      (BilingualText("perceel", "lot"), draft.lot?.description ?? ""),
      (BilingualText("gemeenten", "municipalities"), draft.municipalities.texts),
      (BilingualText("producten", "products"), draft.products.texts),
      (
        BilingualText("contractvorm", "form"),
        "\(draft.form.rawValue): \(draft.form.text[language])"
      ),
      (BilingualText("variant", "variant"), draft.variant.rawValue),
      (
        BilingualText("looptijd", "term"),
        "\(contract.term.pattern) (\(contract.term.pattern.mode.text[language])), "
          + "\(contract.term.start) - \(contract.lastDay), max. \(contract.term.maximumEnd)"
      ),
      (BilingualText("stand", "state"), contract.state(on: today).rawValue),
      (BilingualText("plafond", "ceiling"), contract.ceiling?.amount?.text(in: language) ?? ""),
    ]
    var lines = rows.filter { !$0.1.isEmpty }.map { "\($0.0[language])\t\($0.1)" }
    for part in contract.parts(on: today) {
      lines.append("\(part.kind.text[language])\t\(part.code) \(part.title)")
    }
    for (product, tariff) in tariffs {
      lines.append(
        "\(language == .dutch ? "tarief" : "tariff")\t\(product) \(tariff.price.text(in: language)) "
          + "(\(tariff.unit.code)) \(tariff.period.first) - "
          + "\(tariff.period.last?.description ?? "") [\(tariff.basis.text[language])]"
      )
    }
    for date in contract.decisiveDates() where date.date >= today {
      lines.append("\(date.date)\t\(date.kind.text[language]) [\(date.basis.text[language])]")
    }
    return lines
  }
}

extension Array where Element: CustomStringConvertible {
  /// The elements as one text.
  fileprivate var texts: String { map(\.description).joined(separator: " ") }
}

package import Journal
package import People
import Quantities
package import Rules

extension ClaimLine {
  /// What was claimed as rows of a table of two columns, the person left out.
  package func table(
    of notice: ClaimNotice,
    under law: SupportLaw? = nil,
    in language: Language
  ) -> [String] {
    let dutch = language == .dutch
    func row(_ name: String, _ value: String) -> String {
      "  " + name + String(repeating: " ", count: max(1, 22 - name.count)) + value
    }
    var rows = [
      row(dutch ? "aanbieder" : "provider", notice.provider.description),
      row(dutch ? "gemeente" : "municipality", notice.municipality.description),
      row(dutch ? "cliënt" : "client", ComparedValue.Value.sealed.text(in: language)),
      row(
        dutch ? "toewijzing" : "allocation",
        allocationNumber == 0 ? (dutch ? "geen" : "none") : "\(allocationNumber)"
      ),
      row("product", category == .notGiven ? "\(code)" : "\(category) \(code)"),
      row(
        dutch ? "productperiode" : "product period",
        ComparedValue.Value.period(period).text(in: language)
      ),
      row(dutch ? "gedeclareerd" : "claimed", unit.text(of: volume, in: language)),
    ]
    if let law { rows.insert(row(dutch ? "wet" : "law", law.name[language]), at: 2) }
    if let tariff {
      rows.append(
        row(dutch ? "tarief" : "tariff", ComparedValue.Value.cents(tariff).text(in: language))
      )
    }
    let amount = ComparedValue.Value.cents(amount).text(in: language)
    rows.append(row(dutch ? "bedrag" : "amount", amount + (isCredit ? " (credit)" : "")))
    return rows
  }

  /// What was claimed as fields of JSON, the person left out.
  package func write(to json: inout JSONWriter) {
    json.field("reference", reference)
    json.field("previousReference", ifPresent: previousReference)
    json.field("client", "sealed")
    // A table may name neither.
    if allocationNumber != 0 { json.field("allocation", allocationNumber) }
    if category != .notGiven { json.field("category", category.description) }
    json.field("product", code.description)
    json.field("first", period.first.description)
    json.field("last", period.last.description)
    json.field("volume", volume)
    json.field("unit", unit.code)
    json.field("tariff", ifPresent: tariff?.rawValue)
    json.field("amount", amount.rawValue)
    json.field("credit", isCredit)
  }
}

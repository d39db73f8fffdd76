import Journal
import Quantities
package import Rules

extension LineExplanation {
  /// The explanation in plain words: what was claimed, what was allowed and why, the rules with
  /// their source, and how to mend it.
  package func text(in language: Language) -> String {
    let dutch = language == .dutch
    var lines: [String] = []
    lines.append(heading(dutch))
    lines.append("")
    lines += line.table(of: claim.notice, in: language)
    lines.append("")
    lines += decision(in: language)
    for rule in failures {
      lines.append("")
      lines += explained(rule, in: language)
    }
    let skipped = rules.filter { $0.notAssessedBecauseOf != nil }
    if !skipped.isEmpty {
      lines.append("")
      lines.append(dutch ? "Niet beoordeeld:" : "Not assessed:")
      for rule in skipped {
        let premise = rule.notAssessedBecauseOf?.description ?? ""
        lines.append(
          "  \(rule.id) " + (dutch ? "omdat \(premise) niet klopt" : "because \(premise) failed")
        )
      }
    }
    lines.append("")
    lines += basis(in: language)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ dutch: Bool) -> String {
    let verdict =
      isApproved ? (dutch ? "goedgekeurd" : "approved") : (dutch ? "afgekeurd" : "refused")
    return dutch
      ? "Regel \(line.reference) van declaratie \(claim.notice.number): \(verdict)"
      : "Line \(line.reference) of claim \(claim.notice.number): \(verdict)"
  }

  private func decision(in language: Language) -> [String] {
    let amount = ComparedValue.Value.cents(awarded).text(in: language)
    guard language == .dutch else {
      guard !isApproved else {
        return ["Awarded: \(amount). Every rule was met; a line is awarded whole or not at all."]
      }
      return ["Awarded: \(amount). A line is awarded whole or not at all; this is why it was not:"]
    }
    guard !isApproved else {
      return [
        "Toegekend: \(amount). Aan elke regel is voldaan; een regel wordt heel toegekend of niet."
      ]
    }
    return ["Toegekend: \(amount). Een regel wordt heel toegekend of niet; hierom is het niet:"]
  }

  private func explained(_ rule: RuleExplanation, in language: Language) -> [String] {
    let dutch = language == .dutch
    guard let text = ClaimTexts.text(of: rule.id, for: rule.compared) else {
      return ["  \(rule.id)"]
    }
    var lines = [
      "  \(rule.code?.description ?? "") \(rule.id): "
        + text.statement(rule.compared, in: language)
    ]
    if let remedy = text.remedy(rule.compared, in: language) {
      lines.append((dutch ? "    Herstel: " : "    Remedy: ") + remedy)
    }
    lines.append((dutch ? "    Bron: " : "    Source: ") + rule.source)
    if let choice = ClaimTexts.choice(rule.id, rule.choice, in: language) {
      lines.append((dutch ? "    Keuze van Regie: " : "    Our reading: ") + choice)
    }
    return lines
  }

  private func basis(in language: Language) -> [String] {
    let dutch = language == .dutch
    let receipt = claim.verdict.receipts[row]
    var parts = [claim.basis.ruleSets.first ?? ""]
    if receipt.allocation >= 0 {
      parts.append(
        (dutch ? "toewijzing uit journaalregel " : "allocation from journal entry ")
          + "\(receipt.allocationPosition)"
      )
    }
    if receipt.priceRow >= 0 {
      parts.append(
        (dutch ? "prijslijst " : "price list ") + "\(claim.basis.priceList), "
          + (dutch ? "rij " : "row ") + "\(receipt.priceRow + 1)"
      )
    }
    parts.append(
      (dutch ? "beoordeeld op " : "judged on ")
        + ComparedValue.Value.date(claim.basis.day).text(in: language)
    )
    return [(dutch ? "Grondslag: " : "Basis: ") + parts.joined(separator: "; ")]
  }
}

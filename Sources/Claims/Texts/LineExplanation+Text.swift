import Commissioning
import Journal
import People
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
    lines += line.table(of: claim.notice, under: table?.law, in: language)
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
    lines += notApplied(in: language)
    lines.append("")
    lines += takenOver(in: language)
    lines += basis(in: language)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ dutch: Bool) -> String {
    let verdict =
      isApproved ? (dutch ? "goedgekeurd" : "approved") : (dutch ? "afgekeurd" : "refused")
    if let table {
      let row = table.facts[row].row
      return dutch
        ? "Regel \(row) van leveringstabel \(claim.notice.number) (\(line.reference)): \(verdict)"
        : "Line \(row) of delivery table \(claim.notice.number) (\(line.reference)): \(verdict)"
    }
    return dutch
      ? "Regel \(line.reference) van declaratie \(claim.notice.number): \(verdict)"
      : "Line \(line.reference) of claim \(claim.notice.number): \(verdict)"
  }

  /// The rules about messages that were not laid on the line of a table, and why.
  private func notApplied(in language: Language) -> [String] {
    guard let table else { return [] }
    let rules = TableRules.notApplied(under: table.law).map { "  \($0.rule): \($0.why[language])" }
    var lines = ["", language == .dutch ? "Niet van toepassing:" : "Not applied:"] + rules
    if table.law == .participation {
      lines.append(
        language == .dutch
          ? "  De Participatiewet heeft geen berichtenstandaard; de andere regels van iWmo/iJw "
            + "gelden hier als keuze van Regie."
          : "  The Participation Act has no message standard; the other rules of iWmo/iJw hold "
            + "here as a choice of Regie."
      )
    }
    return lines
  }

  /// What was awarded before the allocation was taken over.
  private func takenOver(in language: Language) -> [String] {
    guard let opening else { return [] }
    guard !opening.balance.isZero else {
      return [
        language == .dutch
          ? "De toewijzing is overgenomen (journaalregel \(opening.position)); daarvoor was er "
            + "niets op toegekend."
          : "The allocation was taken over (journal entry \(opening.position)); nothing had been "
            + "awarded on it before."
      ]
    }
    let amount = ComparedValue.Value.cents(opening.balance.amount).text(in: language)
    let volume = opening.balance.unit.map { $0.text(of: opening.balance.volume, in: language) }
    let sum = [volume, amount].compactMap(\.self).joined(separator: ", ")
    return [
      language == .dutch
        ? "Voor de overname van de toewijzing (journaalregel \(opening.position)) is toegekend: "
          + "\(sum). Dat telt mee in wat al is goedgekeurd."
        : "Before the allocation was taken over (journal entry \(opening.position)) was awarded: "
          + "\(sum). It counts in what was approved already."
    ]
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
    if let agreement { parts.append(named(agreement, dutch)) }
    parts.append(
      (dutch ? "beoordeeld op " : "judged on ")
        + ComparedValue.Value.date(claim.basis.day).text(in: language)
    )
    return [(dutch ? "Grondslag: " : "Basis: ") + parts.joined(separator: "; ")]
  }

  /// The contract behind the price, with its version and the clause where it has one.
  private func named(_ agreement: PriceSource, _ dutch: Bool) -> String {
    let clause = agreement.clause.map { (dutch ? ", bepaling " : ", clause ") + $0 } ?? ""
    return "contract \(agreement.contract), " + (dutch ? "versie " : "version ")
      + "\(agreement.version)" + clause
  }
}

import Commissioning
import Journal
import Quantities
package import Rules

extension LineExplanation {
  /// The receipt as compact JSON in a fixed order of keys: the same verdict gives the same bytes.
  package func json(in language: Language) -> [UInt8] {
    let receipt = claim.verdict.receipts[row]
    return JSONWriter.object { json in
      json.field("provider", claim.notice.provider.description)
      json.field("municipality", claim.notice.municipality.description)
      json.field("claim", claim.notice.number)
      if let table {
        json.field("law", table.law.word)
        json.field("row", Int64(table.facts[row].row))
      }
      json.object("line") { json in line.write(to: &json) }
      json.field("verdict", isApproved ? "approved" : "refused")
      json.field("awarded", awarded.rawValue)
      json.field("reproduced", isReproduced)
      json.array("rules") { json in
        for rule in rules { Self.write(rule, in: language, to: &json) }
      }
      writeNotApplied(in: language, to: &json)
      json.object("receipt") { json in
        json.field("day", claim.basis.day.description)
        json.array("ruleSets") { json in
          for name in claim.basis.ruleSets { json.string(name) }
        }
        json.field("priceList", Int64(claim.basis.priceList))
        json.field("settings", Int64(claim.basis.settings))
        json.field("allocationPosition", receipt.allocationPosition)
        json.field("priceRow", Int64(receipt.priceRow))
        json.field("usedVolume", receipt.usedVolume)
        json.field("usedAmount", receipt.usedAmount.rawValue)
        json.field("sameReferenceLine", Int64(receipt.sameReference))
        json.field("creditedLine", Int64(receipt.debitLine))
        json.field("standingDebitLine", Int64(receipt.standingDebit))
        writeAgreement(to: &json)
        writeTable(to: &json)
        writeOpening(to: &json)
      }
    }
  }

  /// The rules about messages that were not laid on the line of a table.
  private func writeNotApplied(in language: Language, to json: inout JSONWriter) {
    guard let table else { return }
    json.array("notApplied") { json in
      for (rule, why) in TableRules.notApplied(under: table.law) {
        json.object { json in
          json.field("rule", rule.description)
          json.field("why", why[language])
        }
      }
    }
  }

  private func writeTable(to json: inout JSONWriter) {
    guard let table else { return }
    let fact = table.facts[row]
    json.field("allocationNamed", fact.namesAllocation)
    json.field("fittingAllocations", Int64(fact.fittingAllocations))
    json.field("sameDeliveryLine", Int64(fact.sameDelivery))
    guard fact.ceiling >= 0 else { return }
    let ceiling = table.ceilings[Int(fact.ceiling)]
    json.object("ceiling") { json in
      json.field("contract", ceiling.contract)
      json.field("amount", ceiling.amount.rawValue)
      json.field("awardedBefore", fact.awardedBefore.rawValue)
    }
  }

  private func writeAgreement(to json: inout JSONWriter) {
    guard let agreement else { return }
    json.object("contract") { json in
      json.field("code", agreement.contract.description)
      json.field("version", Int64(agreement.version))
      json.field("clause", ifPresent: agreement.clause)
    }
  }

  private func writeOpening(to json: inout JSONWriter) {
    guard let opening else { return }
    json.object("takenOver") { json in
      json.field("position", opening.position)
      json.field("volume", opening.balance.volume)
      json.field("unit", ifPresent: opening.balance.unit?.code)
      json.field("amount", opening.balance.amount.rawValue)
    }
  }

  private static func write(
    _ rule: RuleExplanation,
    in language: Language,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("rule", rule.id.description)
      json.field("code", ifPresent: rule.code?.description)
      json.field("source", rule.source)
      json.field(
        "choice",
        ifPresent: ClaimTexts.choice(rule.id, rule.choice, in: language)
      )
      if let premise = rule.notAssessedBecauseOf {
        json.field("notAssessedBecauseOf", premise.description)
        return
      }
      if let text = ClaimTexts.text(of: rule.id, for: rule.compared) {
        json.field("text", text.statement(rule.compared, in: language))
        json.field("remedy", ifPresent: text.remedy(rule.compared, in: language))
      }
      json.array("compared") { json in
        for value in rule.compared {
          json.object { json in
            json.field("name", value.name)
            json.field("value", value.value.text(in: language))
          }
        }
      }
    }
  }
}

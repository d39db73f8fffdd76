extension ContractElement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [String] {
    var lines: [String] = []
    if let form = form.value { lines.append("Vorm \(form.rawValue): \(form.dutchText)") }
    if let text = description.value { lines.append(text.capitalizedFirst) }
    if let term = term.value { lines.append(contentsOf: term.statements) }
    if let entry = entry.value { lines.append(contentsOf: entry.statements) }
    if let procedure = procedure.value { lines.append("Procedure: \(procedure.dutchText)") }
    if let award = award.value { lines.append("Gunning: \(award)") }
    switch guaranteesTurnover.value {
    case false?: lines.append("Geen omzetgarantie")
    case true?: lines.append("Met omzetgarantie")
    case nil: break
    }
    if obligesPurchase.value == false { lines.append("Zonder afnameplicht") }
    if mayBeAmended.value == true { lines.append("Overeenkomst kan worden aangepast") }
    if let evaluation { lines.append(evaluation.statement) }
    lines.append(contentsOf: (commitments + cooperation).map(\.capitalizedFirst))
    if form.value == nil { lines.append("Contractvorm onbekend") }
    return lines
  }
}

extension ContractTerm {
  /// The term in short statements: `Duur: 3+1+1`.
  package var statements: [String] {
    guard let pattern = patternText else { return ["Duur onbekend"] }
    let intention = isIntention ? " (intentie)" : ""
    let rolling = way.value == .rolling ? ", met boeggolf" : ""
    // The first day is what is assumed when a term is; a printed one stands above the table.
    let day = provenance.isMarked ? start.value.map { ", vanaf \($0.dutchText)" } ?? "" : ""
    var lines = ["Duur: \(pattern)\(intention)\(rolling)\(day)\(provenance.mark)"]
    if let description { lines.append(description.capitalizedFirst) }
    return lines
  }
}

extension EntryRule {
  fileprivate var statements: [String] {
    guard let policy = policy.value else { return ["Toetreding onbekend"] }
    var line = policy.dutchText.capitalizedFirst
    if let from = from?.value { line += " vanaf \(from.dutchText)" }
    if let condition { line += ", \(condition)" }
    return [line + provenance.mark]
      + (supplementary.map { ["Aanvullende contractering \($0)"] } ?? [])
  }
}

extension ContractEvaluation {
  fileprivate var statement: String {
    let day = on.value.map { " (\($0.dutchText))" } ?? ""
    let end = mayDissolve ? "; ontbinding mogelijk" : ""
    return "Evaluatie\(day): \(description ?? "moment onbekend")\(end)\(provenance.mark)"
  }
}

extension PaymentElement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [String] {
    var lines: [String] = []
    if let text = description.value { lines.append(text.capitalizedFirst) }
    if let variant = variant.value { lines.append("Variant: \(variant.dutchText)") }
    switch models {
    case .known(let models):
      // A source that names its models in a sentence is not repeated.
      let sentence = (description.value ?? "").lowercased()
      for model in models where !sentence.contains(model.kind.dutchText.lowercased()) {
        lines.append(model.kind.dutchText.capitalizedFirst + model.provenance.mark)
      }
    case .unknown: lines.append("Bekostiging onbekend")
    }
    if let frame = budgetFrame.value { lines.append(frame.dutchText.capitalizedFirst) }
    if let tariff = tariff.value { lines.append("Tarief: \(tariff)") }
    switch account.value {
    case .hours?: lines.append("Verantwoording in uren")
    case .results?: lines.append("Verantwoording op resultaat, niet in uren")
    case nil: break
    }
    lines.append(contentsOf: incentives.map { "Prikkel: \($0.text)" })
    lines.append(contentsOf: control.map(\.capitalizedFirst).filter { !lines.contains($0) })
    if mayBecomePlaces { lines.append("Gemeenten mogen trajecten omzetten in plekken") }
    if let change = possibleChange { lines.append("Kan wijzigen in \(change.dutchText)") }
    if let text = returnOnInvestment.value { lines.append(text.capitalizedFirst) }
    return lines
  }
}

extension SupplierManagement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [String] {
    var lines: [String] = []
    if let intensity = intensity.value { lines.append(intensity.dutchText.capitalizedFirst) }
    if let text = description.value { lines.append(text.capitalizedFirst) }
    if let layer = layer.value, layer != .region {
      lines.append("Uitvoering: \(layer.dutchText)")
    }
    for level in levels {
      let parts = [level.intensity?.dutchText, level.executor, level.content].compactMap { $0 }
      lines.append("\(level.name.capitalizedFirst): \(parts.joined(separator: "; "))")
    }
    if let frequency = frequency.value { lines.append("Gesprekken: \(frequency.rawValue)") }
    if let text = talks.value { lines.append(text.capitalizedFirst) }
    if let focus = focus.value { lines.append("Gericht op \(focus.joined(separator: ", "))") }
    return lines.isEmpty ? ["Leveranciersmanagement onbekend"] : lines
  }
}

extension AccessElement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [String] {
    var lines: [String] = []
    for text in [framework, organisation, expertise, indication] {
      if let text = text.value { lines.append(text.capitalizedFirst) }
    }
    lines.append(contentsOf: practice.map(\.capitalizedFirst))
    if let access = accessDecides.value, let provider = providerDecides.value {
      func words(_ questions: [Question]) -> String {
        questions.map { $0.rawValue.uppercased() }.joined(separator: ", ")
      }
      let both = provider.isEmpty ? "" : ", aanbieder bepaalt \(words(provider))"
      lines.append("Toegang bepaalt \(words(access))\(both)\(decidesProvenance.mark)")
    }
    if let terms = decisionTerms.value { lines.append("Beschikking in \(terms.rawValue)") }
    return lines.isEmpty ? ["Toegang onbekend"] : lines
  }
}

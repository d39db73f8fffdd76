package import Rules

extension ContractElement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [BilingualText] {
    var lines: [BilingualText] = []
    if let form = form.value {
      lines.append(BilingualText("Vorm", "Form") + " \(form.rawValue): " + form.text)
    }
    if let text = description.value { lines.append(.capital(text)) }
    if let term = term.value { lines.append(contentsOf: term.statements) }
    if let entry = entry.value { lines.append(contentsOf: entry.statements) }
    if let procedure = procedure.value {
      lines.append(BilingualText("Procedure: ", "Procedure: ") + procedure.text)
    }
    if let award = award.value { lines.append(BilingualText("Gunning: ", "Award: ") + award) }
    switch guaranteesTurnover.value {
    case false?: lines.append(BilingualText("Geen omzetgarantie", "No guaranteed turnover"))
    case true?: lines.append(BilingualText("Met omzetgarantie", "With guaranteed turnover"))
    case nil: break
    }
    if obligesPurchase.value == false {
      lines.append(BilingualText("Zonder afnameplicht", "Without a purchase obligation"))
    }
    if mayBeAmended.value == true {
      lines.append(
        BilingualText("Overeenkomst kan worden aangepast", "The agreement can be amended")
      )
    }
    if let evaluation { lines.append(evaluation.statement) }
    lines.append(contentsOf: (commitments + cooperation).map(BilingualText.capital))
    if form.value == nil {
      lines.append(BilingualText("Contractvorm onbekend", "Contract form unknown"))
    }
    return lines
  }
}

extension BilingualText {
  /// The words of a source with a capital at the start; they stay in the language of the source.
  fileprivate static func capital(_ text: String) -> BilingualText {
    BilingualText(quoted: text.capitalizedFirst)
  }
}

extension ContractTerm {
  /// The term in short statements: `Duur: 3+1+1`.
  package var statements: [BilingualText] {
    guard let pattern = patternText else { return [BilingualText("Duur onbekend", "Term unknown")] }
    let intention = isIntention ? BilingualText(" (intentie)", " (intended)") : .empty
    let rolling =
      way.value == .rolling
      ? BilingualText(", met boeggolf", ", with rolling extension") : .empty
    // The first day is what is assumed when a term is; a printed one stands above the table.
    let day: BilingualText =
      provenance.isMarked
      ? start.value.map { BilingualText(", vanaf ", ", from ") + $0.text } ?? .empty : .empty
    let term = BilingualText("Duur: ", "Term: ") + pattern
    var lines = [term + intention + rolling + day + provenance.markText]
    if let description { lines.append(.capital(description)) }
    return lines
  }
}

extension EntryRule {
  fileprivate var statements: [BilingualText] {
    guard let policy = policy.value else {
      return [BilingualText("Toetreding onbekend", "Entry unknown")]
    }
    var line = policy.text.capitalizedFirst
    if let from = from?.value { line = line + BilingualText(" vanaf ", " from ") + from.text }
    if let condition { line = line + ", \(condition)" }
    let more = supplementary.map {
      [BilingualText("Aanvullende contractering ", "Supplementary contracting ") + $0]
    }
    return [line + provenance.markText] + (more ?? [])
  }
}

extension ContractEvaluation {
  fileprivate var statement: BilingualText {
    let day: BilingualText = on.value.map { " (" + $0.text + ")" } ?? .empty
    let end =
      mayDissolve ? BilingualText("; ontbinding mogelijk", "; may be dissolved") : .empty
    let moment =
      description.map(BilingualText.init(quoted:))
      ?? BilingualText("moment onbekend", "moment unknown")
    return BilingualText("Evaluatie", "Evaluation") + day + ": " + moment + end
      + provenance.markText
  }
}

extension PaymentElement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [BilingualText] {
    var lines: [BilingualText] = []
    if let text = description.value { lines.append(.capital(text)) }
    if let variant = variant.value {
      lines.append(BilingualText("Variant: ", "Variant: ") + variant.text)
    }
    lines.append(contentsOf: modelStatements)
    if let frame = budgetFrame.value { lines.append(frame.text.capitalizedFirst) }
    if let tariff = tariff.value { lines.append(BilingualText("Tarief: ", "Tariff: ") + tariff) }
    switch account.value {
    case .hours?: lines.append(BilingualText("Verantwoording in uren", "Accounted for in hours"))
    case .results?:
      lines.append(
        BilingualText(
          "Verantwoording op resultaat, niet in uren",
          "Accounted for by results, not in hours"
        )
      )
    case nil: break
    }
    lines.append(
      contentsOf: incentives.map { BilingualText("Prikkel: ", "Incentive: ") + $0.text }
    )
    lines.append(
      contentsOf: control.map(BilingualText.capital).filter { line in
        !lines.contains { $0.dutch == line.dutch }
      }
    )
    if mayBecomePlaces {
      lines.append(
        BilingualText(
          "Gemeenten mogen trajecten omzetten in plekken",
          "Municipalities may turn trajectories into places"
        )
      )
    }
    if let change = possibleChange {
      lines.append(BilingualText("Kan wijzigen in ", "Can change into ") + change.text)
    }
    if let text = returnOnInvestment.value { lines.append(.capital(text)) }
    return lines
  }

  private var modelStatements: [BilingualText] {
    guard let models = models.value else {
      return [BilingualText("Bekostiging onbekend", "Payment unknown")]
    }
    // A source that names its models in a sentence is not repeated.
    let sentence = (description.value ?? "").lowercased()
    return models.filter { !sentence.contains($0.kind.dutchText.lowercased()) }.map {
      $0.kind.text.capitalizedFirst + $0.provenance.markText
    }
  }
}

extension SupplierManagement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [BilingualText] {
    var lines: [BilingualText] = []
    if let intensity = intensity.value { lines.append(intensity.text.capitalizedFirst) }
    if let text = description.value { lines.append(.capital(text)) }
    if let layer = layer.value, layer != .region {
      lines.append(BilingualText("Uitvoering: ", "Done by: ") + layer.text)
    }
    for level in levels {
      let quoted = [level.executor, level.content].map { $0.map(BilingualText.init(quoted:)) }
      let parts = ([level.intensity?.text] + quoted).compactMap { $0 }
      lines.append("\(level.name.capitalizedFirst): " + parts.joined(separator: "; "))
    }
    if let frequency = frequency.value {
      lines.append(BilingualText("Gesprekken: ", "Talks: ") + frequency.text)
    }
    if let text = talks.value { lines.append(.capital(text)) }
    if let focus = focus.value {
      lines.append(BilingualText("Gericht op ", "Aimed at ") + focus.joined(separator: ", "))
    }
    return lines.isEmpty
      ? [BilingualText("Leveranciersmanagement onbekend", "Supplier management unknown")] : lines
  }
}

extension AccessElement {
  /// The choices in short statements, as in the column of the letters.
  package var statements: [BilingualText] {
    var lines: [BilingualText] = []
    for text in [framework, organisation, expertise, indication] {
      if let text = text.value { lines.append(.capital(text)) }
    }
    lines.append(contentsOf: practice.map(BilingualText.capital))
    if let access = accessDecides.value, let provider = providerDecides.value {
      func words(_ questions: [Question]) -> BilingualText {
        questions.map { $0.text.map { $0.uppercased() } }.joined(separator: ", ")
      }
      let both =
        provider.isEmpty
        ? .empty : BilingualText(", aanbieder bepaalt ", ", provider decides ") + words(provider)
      lines.append(
        BilingualText("Toegang bepaalt ", "Access decides ") + words(access) + both
          + decidesProvenance.markText
      )
    }
    if let terms = decisionTerms.value {
      lines.append(
        BilingualText("Beschikking in ", "Entitlement decision in ")
          + BilingualText(choice: terms.rawValue)
      )
    }
    return lines.isEmpty ? [BilingualText("Toegang onbekend", "Access unknown")] : lines
  }
}

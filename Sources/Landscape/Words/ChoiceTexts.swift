package import Rules

extension BilingualText {
  /// A word that a file chose from the schema, with what it means in English.
  init(choice word: String) { self = SchemaWords.text(word, SchemaWords.choices) }

  /// Why something is not known: in the words of the file, or in ours where the file is silent.
  package static func reason(_ text: String) -> BilingualText {
    text == Record.absent
      ? BilingualText(text, "is not in the strategy file") : BilingualText(quoted: text)
  }

  /// The same with a capital at the start.
  var capitalizedFirst: BilingualText { map(\.capitalizedFirst) }
}

extension PolicyDate {
  /// The date as English readers of Regie write it: as in the file, or between two days.
  package var englishText: String {
    guard day == nil, description.contains("/") else { return description }
    return "between \(earliest) and \(latest)"
  }

  package var text: BilingualText { BilingualText(dutchText, englishText) }
}

extension PaymentModel.Kind {
  package var text: BilingualText {
    let english =
      switch self {
      case .unitPrice: "P x Q"
      case .monthlyRate: "monthly rate"
      case .trajectory: "payment per trajectory"
      case .places: "places"
      case .population: "population payment"
      case .availability: "availability payment"
      case .lumpSum: "lump sum"
      case .bonus: "bonus"
      }
    return BilingualText(dutchText, english)
  }
}

extension ExecutionVariant {
  package var text: BilingualText {
    let english =
      switch self {
      case .effort: "paid for effort"
      case .output: "paid for output"
      case .task: "paid for a task"
      }
    return BilingualText(dutchText, english)
  }
}

extension BudgetFrame {
  package var text: BilingualText {
    let english =
      switch self {
      case .ceilingPerProvider: "budget ceiling per provider"
      case .agreement: "budget agreements"
      case .municipalBudget: "budget of the municipality"
      case .caseBudget: "budget per case"
      }
    return BilingualText(dutchText, english)
  }
}

extension PaymentElement.Account {
  package var text: BilingualText { BilingualText(choice: rawValue) }
}

extension AccessElement.Question {
  package var text: BilingualText { BilingualText(choice: rawValue) }
}

extension ContractForm {
  package var text: BilingualText {
    let english =
      switch self {
      case .openFramework:
        "(framework) agreement without guaranteed turnover, with intermediate entry and amendment"
      case .closedFramework:
        "(framework) agreement without guaranteed turnover, no intermediate entry or amendment"
      case .ceiling: "agreement with a budget ceiling (effort is paid)"
      case .fixedBudget: "agreement on fixed budget agreements"
      }
    return BilingualText(dutchText, english)
  }
}

extension ProcedureKind {
  package var text: BilingualText {
    let english =
      switch self {
      case .socialServices: "SAS without award criteria"
      case .socialServicesWithCriteria: "SAS with award criteria"
      case .admission: "admission (Open House)"
      case .tender: "tender"
      }
    return BilingualText(dutchText, english)
  }
}

extension EntryPolicy {
  package var text: BilingualText {
    let english =
      switch self {
      case .closed: "no intermediate entry"
      case .oneMoment: "one moment to enrol"
      case .duringTerm: "intermediate entry possible"
      case .openHouse: "Open House"
      }
    return BilingualText(dutchText, english)
  }
}

extension SupplierManagement.Class {
  package var text: BilingualText {
    let english =
      switch self {
      case .intensive: "intensive"
      case .startsIntensive: "begins intensive"
      case .incidentDriven: "incident-driven"
      case .relationship: "relationship management"
      case .minimal: "minimal"
      }
    return BilingualText(dutchText, english)
  }
}

extension SupplierManagement.Layer {
  package var text: BilingualText {
    let english =
      switch self {
      case .region: "regional"
      case .municipality: "local"
      case .municipalityWithRegion: "the municipalities concerned with the purchasing organisation"
      case .caseDirector: "per case"
      }
    return BilingualText(dutchText, english)
  }
}

extension SupplierManagement.Frequency {
  package var text: BilingualText {
    let english =
      switch self {
      case .monthly: "monthly"
      case .quarterly: "quarterly"
      case .halfYearly: "half-yearly"
      case .yearly: "yearly"
      case .periodic: "periodically"
      }
    return BilingualText(rawValue, english)
  }
}

extension PolicyLaw {
  package var text: BilingualText {
    let english =
      switch self {
      case .socialSupport: "Wmo"
      case .youth: "Youth"
      case .participation: "Participation"
      }
    return BilingualText(dutchText, english)
  }
}

extension Provenance {
  /// What stands behind a short statement that the region itself did not make: ` [aanname]`.
  package var markText: BilingualText {
    isMarked ? " [" + BilingualText(choice: origin.rawValue) + "]" : .empty
  }
}

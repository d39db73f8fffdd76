package import Quantities
package import Rules

extension TermCounting {
  /// The way of counting in English: `counted by the contract`.
  package var englishText: String {
    switch self {
    case .european: "by Regulation 1182/71"
    case .statutory: "by the General Terms Act (Algemene termijnenwet)"
    case .contract: "by the contract"
    }
  }
}

extension CalendarStep {
  /// The step as it is named in sentences; the Dutch word is the one of the file as well.
  package var text: BilingualText {
    let english =
      switch self {
      case .publication: "publication"
      case .questionsClose: "questions close"
      case .clarification: "clarification note"
      case .entryOpens: "enrolment opens"
      case .closing: "closing of the bids"
      case .opening: "opening"
      case .assessment: "assessment ready"
      case .award: "award decision"
      case .evidence: "evidence"
      case .standstillEnd: "end of the stand-still period"
      case .finalAward: "final award"
      case .awardNotice: "award notice"
      case .bidValidityEnd: "end of the bid validity period"
      case .contractStart: "start of the contract"
      }
    return BilingualText(rawValue, english)
  }
}

extension DecisiveDate.Kind {
  package var text: BilingualText {
    let english =
      switch self {
      case .extensionNotice: "announce the extension"
      case .firstYearReview: "review the first year; dissolution is possible"
      case .yearReview: "review the year; a good year extends"
      case .end: "end of the contract"
      case .terminationEffect: "end by notice"
      case .ceilingDecision: "decide on the ceiling"
      case .ceilingPlan: "joint plan for the ceiling"
      case .ceilingTalk: "talk about the ceiling"
      case .ceilingOutcome: "decision on changing the ceiling"
      case .partEnd: "document ends"
      }
    return BilingualText(rawValue, english)
  }
}

extension EarlyTermination.Ground {
  package var text: BilingualText {
    let english =
      switch self {
      case .insufficientUse: "insufficient use over twelve months"
      case .noDelivery: "twelve months without support and without claims"
      case .firstYear: "results and progress fail to appear after the first year"
      case .forceMajeure: "force majeure that lasts longer than 30 days"
      case .breach: "attributable breach"
      case .bankruptcy: "bankruptcy or suspension of payments"
      case .mutual: "mutual consent"
      }
    return BilingualText(dutchText, english)
  }
}

extension ContractForm {
  package var text: BilingualText {
    let english =
      switch self {
      case .openFramework:
        "(framework) agreement without guaranteed turnover, with entry and amendment"
      case .closedFramework:
        "(framework) agreement without guaranteed turnover, without entry or amendment"
      case .ceiling: "agreement with a budget ceiling; effort is paid"
      case .fixedBudget: "agreement on fixed budget agreements"
      }
    return BilingualText(dutchText, english)
  }
}

extension ContractPart.Kind {
  package var text: BilingualText {
    let english =
      switch self {
      case .addendum: "addendum"
      case .framework: "framework agreement"
      case .subAgreement: "sub-agreement"
      case .clarification: "clarification note"
      case .productDescription: "product description"
      case .deliveryTerms: "terms of delivery"
      case .qualityFramework: "quality framework"
      case .conditions: "general conditions"
      case .bid: "bid"
      }
    return BilingualText(rawValue, english)
  }
}

extension TermPattern.Mode {
  package var text: BilingualText {
    BilingualText(rawValue, self == .option ? "extension" : "rolling extension")
  }
}

extension ProcedureKind {
  package var text: BilingualText {
    let english =
      switch self {
      case .awardCriteria: "SAS procedure with award criteria"
      case .requirementsOnly: "SAS procedure without award criteria"
      case .admission: "admission (Open House)"
      }
    return BilingualText(dutchText, english)
  }
}

extension EvidenceKind {
  package var text: BilingualText {
    let english =
      switch self {
      case .behaviourDeclaration: "declaration of conduct for tenders"
      case .taxDeclaration: "declaration of the tax authority"
      case .registerExtract: "extract from the trade register"
      case .integrityForm: "integrity form (Bibob)"
      case .certificate: "certificate"
      case .reference: "reference"
      }
    return BilingualText(rawValue, english)
  }
}

extension ContinuityRisk {
  package var text: BilingualText {
    let english =
      switch self {
      case .monitoring: "general monitoring"
      case .fallingRatios: "ratios are falling"
      case .weak: "solvency below 20 % or result about zero"
      case .lossMaking: "solvency below 10 % or a loss"
      case .negativeEquity: "negative equity or more than one year of loss"
      case .imminentBankruptcy: "imminent bankruptcy"
      }
    return BilingualText(dutchText, english)
  }
}

extension CostElement {
  package var text: BilingualText {
    let english =
      switch self {
      case .professional: "costs of the professional"
      case .overhead: "reasonable overhead costs"
      case .nonProductiveHours: "non-productive hours (leave, illness, training, meetings)"
      case .travelAndTraining: "costs of travel and training"
      case .indexation: "indexation of the real price"
      case .otherDemands: "other costs from demands of the municipality, reporting included"
      }
    return BilingualText(dutchText, english)
  }
}

extension CommissioningStandard {
  package var text: BilingualText {
    let english =
      switch self {
      case .regionalVision: "The region has a regional vision."
      case .cooperation: "There are agreements on cooperation in the region."
      case .contactPoint: "The region has a contact point."
      case .supraRegional: "Supra-regional questions are in view."
      case .lessBurden: "The administrative burden goes down."
      case .partnership:
        "Municipalities and providers work as partners; contracts are for several years."
      case .seventh: "Agreement 7: complete the text from the resolution of VNG."
      case .eighth: "Agreement 8: complete the text from the resolution of VNG."
      }
    return BilingualText(dutchText, english)
  }
}

extension ProcurementProcedure.Stage {
  package var text: BilingualText {
    let english =
      switch self {
      case .prepared: "in preparation"
      case .published: "published"
      case .open: "open for admission"
      case .opened: "opened"
      case .awarded: "awarded"
      case .final: "awarded, final"
      case .withdrawn: "withdrawn"
      }
    return BilingualText(rawValue, english)
  }
}

extension TieBreak {
  /// What decided, for people.
  package var text: BilingualText {
    switch self {
    case .criterion(let code): BilingualText(dutchText, "higher score on \(code)")
    case .draw: BilingualText(dutchText, "draw")
    }
  }
}

extension CouncilAdvice.Verdict {
  package var text: BilingualText {
    let english =
      switch self {
      case .positive: "positive"
      case .withRemarks: "positive with remarks"
      case .negative: "negative"
      }
    return BilingualText(rawValue, english)
  }
}

extension Lot.Kind {
  package var text: BilingualText {
    let english =
      switch self {
      case .regional: "regional"
      case .local: "local"
      case .single: "single"
      }
    return BilingualText(rawValue, english)
  }
}

extension EntryPolicy {
  package var text: BilingualText {
    switch self {
    case .closed: BilingualText("gesloten", "closed")
    case .oneMoment: BilingualText("op één moment", "one moment")
    case .intermediate: BilingualText("tussentijds", "intermediate entry")
    case .openHouse: BilingualText("altijd (Open House)", "at any time (Open House)")
    }
  }
}

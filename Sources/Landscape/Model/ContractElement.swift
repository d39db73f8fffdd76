/// The choices of a segment or a lot on the contract: form, procedure, term and entry.
///
/// - Dutch term: contractvorm (sturingselement)
package struct ContractElement: Hashable, Sendable {
  package let form: Known<ContractForm>
  /// The wording of the source.
  package let description: Known<String>
  package let guaranteesTurnover: Known<Bool>
  package let obligesPurchase: Known<Bool>
  package let mayBeAmended: Known<Bool>
  package let procedure: Known<ProcedureKind>
  package let term: Known<ContractTerm>
  package let entry: Known<EntryRule>
  package let evaluation: ContractEvaluation?
  /// Who is awarded a contract, in the words of the source.
  package let award: Known<String>
  package let commitments: [String]
  package let cooperation: [String]
  package let wantedProviders: [String]
  /// The parts of the contract, the one that prevails first.
  package let documents: [String]
  package let deliversAllForms: Known<Bool>
  /// Instruments that may be brought in while the contract runs.
  package let laterInstruments: [String]
  package let provenance: Provenance

  /// Whether providers are admitted by requirements alone and clients choose among them.
  package var isAdmission: Bool {
    procedure.value == .admission || entry.value?.policy.value == .openHouse
  }
}

/// The four forms of contract that the regions print in their letters.
///
/// - Dutch term: contractvorm a tot en met d
package enum ContractForm: String, CaseIterable, Sendable {
  /// Framework without guaranteed turnover, with entry and amendment.
  case openFramework = "a"
  /// Framework without guaranteed turnover, without entry or amendment.
  case closedFramework = "b"
  /// Effort is paid up to a budget ceiling.
  case ceiling = "c"
  /// Fixed budget agreements.
  case fixedBudget = "d"

  package var dutchText: String {
    switch self {
    case .openFramework:
      "(raam)overeenkomst zonder omzetgarantie, met tussentijdse toetreding en aanpassing"
    case .closedFramework:
      "(raam)overeenkomst zonder omzetgarantie, geen tussentijdse toetreding of wijziging"
    case .ceiling: "overeenkomst met budgetplafond (inzet wordt vergoed)"
    case .fixedBudget: "overeenkomst over vaste budgetafspraken"
    }
  }
}

/// How providers come to a contract.
///
/// - Dutch term: procedure
package enum ProcedureKind: String, CaseIterable, Sendable {
  /// Social and other specific services, without award criteria.
  case socialServices = "sas"
  case socialServicesWithCriteria = "sas_met_gunningscriteria"
  /// Everyone who meets the requirements; once called Open House.
  case admission = "toelating"
  /// A tender of which the source does not say the kind.
  case tender = "aanbesteding"

  package var dutchText: String {
    switch self {
    case .socialServices: "SAS zonder gunningscriteria"
    case .socialServicesWithCriteria: "SAS met gunningscriteria"
    case .admission: "toelating (Open House)"
    case .tender: "aanbesteding"
    }
  }
}

/// Whether and when providers may come in after the start.
///
/// - Dutch term: toetreding
package struct EntryRule: Hashable, Sendable {
  package let policy: Known<EntryPolicy>
  /// The first day of entry, where it does not begin with the contracts.
  package let from: Known<PolicyDate>?
  package let condition: String?
  /// When more providers are contracted after all.
  package let supplementary: String?
  package let provenance: Provenance
}

/// - Dutch term: toetredingsbeleid
package enum EntryPolicy: String, CaseIterable, Sendable {
  case closed = "gesloten"
  /// One moment to enrol, and none after it.
  case oneMoment = "een_moment"
  case duringTerm = "tussentijds"
  case openHouse = "open_house"

  package var dutchText: String {
    switch self {
    case .closed: "geen tussentijdse toetreding"
    case .oneMoment: "één inschrijfmoment"
    case .duringTerm: "tussentijds toetreden mogelijk"
    case .openHouse: "Open House"
    }
  }

  /// Whether a provider may come in while the contracts run.
  package var isOpen: Bool { self == .duringTerm || self == .openHouse }
}

/// When a contract is looked at again as a whole.
///
/// - Dutch term: evaluatiemoment
package struct ContractEvaluation: Hashable, Sendable {
  package let on: Known<PolicyDate>
  package let description: String?
  package let mayDissolve: Bool
  package let provenance: Provenance
}

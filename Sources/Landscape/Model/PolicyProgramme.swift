package import Quantities

/// The programme in which a region makes and carries out its choices.
///
/// - Dutch term: programma sturing en inkoop
package struct PolicyProgramme: Hashable, Sendable {
  package let name: String
  package let since: Known<PolicyDate>
  package let domains: [String]
  package let phases: Known<[ProgrammePhase]>
  package let milestones: Known<[Milestone]>
  package let budgets: [ProgrammeBudget]
  package let provenance: Provenance
}

/// A part of a programme with a beginning, an end and what it brings.
///
/// - Dutch term: fase
package struct ProgrammePhase: Hashable, Sendable {
  package let number: Int
  package let from: Known<PolicyDate>
  package let through: Known<PolicyDate>
  package let content: [String]
  package let provenance: Provenance
}

/// A dated point in a programme, with what has to be done before it.
///
/// - Dutch term: mijlpaal
package struct Milestone: Hashable, Sendable {
  package let code: String
  package let number: Int?
  package let description: String
  package let start: Known<PolicyDate>?
  package let due: Known<PolicyDate>
  package let actual: Known<PolicyDate>?
  /// The milestones that must be reached first, by their codes.
  package let after: [String]
  /// The laws it concerns; empty for all.
  package let laws: [PolicyLaw]
  /// Its own date for a law, where that differs.
  package let duePerLaw: [Due]
  /// Whether what comes after it is refused as long as it was not reached.
  package let isGate: Bool
  package let provenance: Provenance

  /// A date that holds for one law.
  package struct Due: Hashable, Sendable {
    package let law: PolicyLaw
    package let date: Known<PolicyDate>
  }

  /// Whether it matters for a law.
  package func concerns(_ law: PolicyLaw) -> Bool { laws.isEmpty || laws.contains(law) }

  /// When it is due for a law.
  package func due(for law: PolicyLaw) -> Known<PolicyDate> {
    duePerLaw.first { $0.law == law }?.date ?? due
  }
}

/// The money for a programme in one year.
///
/// - Dutch term: programmabegroting
package struct ProgrammeBudget: Hashable, Sendable {
  package let year: Int
  package let amount: Known<Cents>
  package let state: State
  package let provenance: Provenance

  /// - Dutch term: status van de begroting
  package enum State: String, CaseIterable, Sendable {
    case adopted = "vastgesteld"
    case planned = "nog_voor_te_leggen"
  }
}

/// A choice that bodies made or have to make, with what it binds.
///
/// - Dutch term: besluit
package struct PolicyDecision: Hashable, Sendable {
  package let code: String
  package let text: String
  package let body: Known<String>
  package let date: Known<PolicyDate>
  package let steps: [Step]
  package let binds: [String]
  package let aims: [PolicyAim]
  /// Whether nothing may be published before it was taken.
  package let isGate: Bool
  package let provenance: Provenance

  /// What one body did in a decision that takes several.
  ///
  /// - Dutch term: stap van een besluit
  package struct Step: Hashable, Sendable {
    package let body: String
    package let municipality: MunicipalityCode?
    package let date: Known<PolicyDate>
    package let result: Known<String>
  }
}

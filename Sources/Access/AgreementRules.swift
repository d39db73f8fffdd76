package import Commissioning
import Quantities
package import Rules

/// An allocation with the contracts that it is held against.
package struct AgreedProductCase: Sendable {
  package let recorded: AllocationRecorded
  /// Whether this provider had no support for the client when the allocation begins.
  package let isNewClient: Bool
  /// How the contracts stand; nil where nothing is known of any agreement.
  package let standing: ContractStanding?

  var terms: AllocationTerms { recorded.product.terms }
}

/// The rules about an allocation and the contract of its provider; Regie's own.
///
/// The message standard has no return code for them on an allocation, and the municipality that
/// decides may have its reasons: so they signal, each with its reason and what to do, and refuse
/// nothing. What the contract does not allow is refused where it is claimed.
///
/// - Dutch term: toets van een toewijzing aan het contract
package enum AgreementRules {
  package static let products = RuleSet<AgreedProductCase>(
    version: "regie/toewijzing-contract/1",
    rules: [contracted, running, covered, takesClients, withinCeiling, priced]
  )

  private static func own(
    _ id: RuleID,
    source: String,
    choice: String? = nil,
    dependsOn: [RuleID] = [],
    check: @escaping @Sendable (AgreedProductCase, ContractStanding) -> RuleOutcome,
    compared: @escaping @Sendable (AgreedProductCase) -> [ComparedValue]
  ) -> Rule<AgreedProductCase> {
    Rule(
      id,
      code: nil,
      level: 4,
      judges: AllocationRules.productClass,
      source: source,
      choice: choice,
      inForce: StandardRelease.inForce,
      dependsOn: dependsOn,
      check: { subject in
        guard let standing = subject.standing else { return .notApplicable }
        return check(subject, standing)
      },
      compared: { subject in
        [
          .allocation(subject.recorded.product.number),
          .code("provider", subject.recorded.provider.description),
          .code("municipality", subject.recorded.municipality.description),
          .date("from", subject.terms.from),
        ] + compared(subject)
      }
    )
  }
}

// MARK: - The contract

extension AgreementRules {
  private static let contracted = own(
    "CT01",
    source: "iWmo/iJw 3.2, codelijst WJ759, code 3 (geen contract)",
    choice: """
      Who has no contract in the register is held against the imported price list; without one it \
      is a signal as soon as the municipality has a contract with somebody.
      """,
    check: { _, standing in .of(standing.ground != .nowhere) },
    compared: { _ in [] }
  )

  private static let running = own(
    "CT02",
    source: "iWmo/iJw 3.2, codelijst WJ759, code 3 (geen contract); 001:57-62",
    choice: """
      The day that counts is the first day of the support: what began under a contract is \
      finished, also after its end (001:57-59).
      """,
    dependsOn: ["CT01"],
    check: { _, standing in
      standing.ground == .register ? .of(!standing.running.isEmpty) : .notApplicable
    },
    compared: { subject in
      let nearest = subject.standing?.nearest
      return [
        .code("contract", nearest?.contract.description),
        .date("contractFrom", nearest?.first),
        .date("contractThrough", nearest?.last),
      ]
    }
  )

  private static let covered = own(
    "CT03",
    source: "iWmo/iJw 3.2, codelijst WJ759, code 4 (buiten contract); OP296",
    choice: """
      An allocation of a category is covered by a contract with a product of that category, a \
      generic one by any contract.
      """,
    dependsOn: ["CT02"],
    check: { _, standing in
      standing.ground == .register ? .of(!standing.covering.isEmpty) : .notApplicable
    },
    compared: { subject in
      [
        .code(
          "contracts",
          subject.standing?.running.map(\.description).joined(separator: ", ")
        ),
        support(subject),
      ]
    }
  )

  private static let takesClients = own(
    "CT04",
    source: "contractstandaard: cliëntenstop, schriftelijk overeengekomen",
    choice: """
      A stop is about new clients: somebody whose support by this provider runs until the day \
      before is none. Crisis help is outside it, and an allocation does not say that it is one.
      """,
    dependsOn: ["CT03"],
    check: { subject, standing in
      subject.isNewClient ? .of(standing.intakeStop == nil) : .notApplicable
    },
    compared: { subject in
      [
        .code("contract", subject.standing?.intakeStop?.contract.description),
        .date("stoppedFrom", subject.standing?.intakeStop?.from),
      ]
    }
  )

  private static let withinCeiling = own(
    "CT05",
    source: "contractstandaard artikel 1.5 (bestedingsruimte)",
    choice: """
      A ceiling is reached when what was awarded under it is the decided amount, or more.
      """,
    dependsOn: ["CT03"],
    check: { _, standing in .of(standing.ceiling == nil) },
    compared: { subject in
      let ceiling = subject.standing?.ceiling
      return [
        .code("contract", ceiling?.contract.description),
        .cents("ceiling", ceiling?.amount),
        .cents("awarded", ceiling?.awarded),
        ComparedValue("consequence", consequence(subject.terms.kind)),
      ]
    }
  )

  private static let priced = own(
    "CT06",
    source: "iWmo/iJw 3.2, TR418 (0611: tarief volgens contract)",
    choice: "Only an allocation with a product code has one price.",
    dependsOn: ["CT03"],
    check: { _, standing in standing.hasTariff.map { .of($0) } ?? .notApplicable },
    compared: { subject in
      let isImported = subject.standing?.ground == .imported
      return [
        support(subject),
        ComparedValue(
          "ground",
          isImported
            ? .phrase(dutch: "de ingelezen prijslijst", english: "the imported price list")
            : .phrase(dutch: "het contract", english: "the contract")
        ),
      ]
    }
  )

  /// What is allocated: a product, a category, or whatever fits.
  private static func support(_ subject: AgreedProductCase) -> ComparedValue {
    if let code = subject.terms.code {
      return ComparedValue(
        "support",
        .phrase(dutch: "product \(code)", english: "product \(code)")
      )
    }
    return ComparedValue(
      "support",
      subject.terms.category.map {
        .phrase(dutch: "categorie \($0)", english: "category \($0)")
      } ?? .absent
    )
  }

  /// What the standard says of support above the ceiling, by what the allocation fixes.
  private static func consequence(_ kind: AllocationKind) -> ComparedValue.Value {
    kind == .specific
      ? .phrase(
        dutch: "Een specifieke toewijzing wordt toch volledig betaald",
        english: "A specific allocation is paid in full all the same"
      )
      : .phrase(
        dutch: "Wat erboven komt wordt niet betaald en de aanbieder bewaakt de grens",
        english: "What goes above it is not paid, and the provider guards the limit"
      )
  }
}

// MARK: - Judging

extension AccessState {
  /// What an allocation leaves to signal when it is held against the contracts of its provider.
  ///
  /// Nothing is said of a version that is known already, or of one that takes the allocation away.
  package func agreementFindings(
    of recorded: AllocationRecorded,
    facts: AccessFacts,
    row: Int
  ) -> [Finding] {
    let product = recorded.product
    guard product.changeReason != .deleted else { return [] }
    let id = allocations.find(number: product.number, municipality: recorded.municipality)
    if let id {
      // A number of another's is refused or left alone; a version that is known brings nothing.
      guard allocations[id].belongs(to: recorded.client, at: recorded.provider),
        allocations[id].version(decided: product.decided) == nil
      else { return [] }
    }
    let standing = facts.standing(
      AgreedSupport(
        provider: recorded.provider,
        municipality: recorded.municipality,
        category: product.terms.category,
        code: product.terms.code,
        from: product.terms.from
      )
    )
    guard let standing else { return [] }
    let subject = AgreedProductCase(
      recorded: recorded,
      isNewClient: id == nil && isNewClient(recorded),
      standing: standing
    )
    let rules = AgreementRules.products
    let assessment = rules.assess(subject, on: StandardRelease.judgingDay(facts.today))
    return rules.findings(assessment, of: subject, row: row)
  }

  /// Whether the provider had no support for the client until the day before the allocation.
  private func isNewClient(_ recorded: AllocationRecorded) -> Bool {
    let before = recorded.product.terms.from.adding(days: -1)
    return !allocations.allocations(of: recorded.client, with: recorded.provider).contains { id in
      let allocation = allocations[id]
      return allocation.municipality == recorded.municipality
        && allocation.current.terms.from <= before && allocation.isCurrent(on: before)
    }
  }
}

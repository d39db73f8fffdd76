package import Quantities

/// The choices of a segment or a lot on how providers are paid.
///
/// - Dutch term: bekostiging (sturingselement)
package struct PaymentElement: Hashable, Sendable {
  package let variant: Known<ExecutionVariant>
  package let models: Known<[PaymentModel]>
  package let description: Known<String>
  package let budgetFrame: Known<BudgetFrame>
  package let amount: Known<Cents>
  /// How the amount is derived, such as from what each municipality spent before.
  package let derivation: Known<String>
  package let account: Known<Account>
  package let tariff: Known<String>
  package let incentives: [Incentive]
  package let control: [String]
  package let returnOnInvestment: Known<String>
  package let mayBecomePlaces: Bool
  /// Another model that the contract allows to change to.
  package let possibleChange: PaymentModel.Kind?
  package let example: MonthPriceExample?
  package let provenance: Provenance

  /// What a provider accounts for to the municipality.
  ///
  /// - Dutch term: verantwoording
  package enum Account: String, CaseIterable, Sendable {
    case hours = "uren"
    case results = "resultaat"
  }

  /// What a payment or a way of referring rewards.
  ///
  /// - Dutch term: prikkel
  package struct Incentive: Hashable, Sendable {
    package let kind: Kind
    package let text: String

    /// - Dutch term: soort prikkel
    package enum Kind: String, CaseIterable, Sendable {
      /// Who does well is approached for more clients.
      case volume = "volume"
      case bonus = "beloning"
    }
  }

  /// Whether one of the models is of a kind.
  package func has(_ kind: PaymentModel.Kind) -> Bool {
    models.value?.contains { $0.kind == kind } ?? false
  }
}

/// A model by which is paid, with its parameters.
///
/// - Dutch term: bekostigingsmodel
package struct PaymentModel: Hashable, Sendable {
  package let kind: Kind
  /// The parameters as the file gives them, by their Dutch key, in the order of the schema.
  package let parameters: [Parameter]
  package let provenance: Provenance

  /// - Dutch term: soort bekostigingsmodel
  package enum Kind: String, CaseIterable, Sendable {
    case unitPrice = "pxq"
    case monthlyRate = "maandtarief"
    case trajectory = "traject"
    case places = "plekken"
    case population = "populatie"
    case availability = "beschikbaarheid"
    case lumpSum = "lumpsum"
    case bonus = "beloning"

    package var dutchText: String {
      switch self {
      case .unitPrice: "P x Q"
      case .monthlyRate: "maandtarief"
      case .trajectory: "trajectfinanciering"
      case .places: "plekken"
      case .population: "populatiebekostiging"
      case .availability: "beschikbaarheidsvoorziening"
      case .lumpSum: "lumpsum"
      case .bonus: "beloning"
      }
    }
  }

  /// One parameter of a model.
  ///
  /// - Dutch term: parameter van een bekostigingsmodel
  package struct Parameter: Hashable, Sendable {
    package let key: String
    package let value: Known<Value>
  }

  /// What a parameter holds.
  package enum Value: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case texts([String])
  }

  package subscript(key: String) -> Known<Value>? {
    parameters.first { $0.key == key }?.value
  }

  /// The parameter as a number.
  package func number(_ key: String) -> Int64? {
    guard case .number(let number)? = self[key]?.value else { return nil }
    return number
  }

  /// The parameter as words.
  package func text(_ key: String) -> String? {
    guard case .text(let text)? = self[key]?.value else { return nil }
    return text
  }
}

/// Paid for effort, for output or for a task; a price row carries its own `DeliveryVariant`.
///
/// - Dutch term: uitvoeringsvariant van een strategie
package enum ExecutionVariant: String, CaseIterable, Sendable {
  case effort = "inspanning"
  case output = "output"
  case task = "taak"

  package var dutchText: String {
    switch self {
    case .effort: "inspanningsgericht"
    case .output: "outputgericht"
    case .task: "taakgericht"
    }
  }
}

/// What holds the money within bounds.
///
/// - Dutch term: budgetkader
package enum BudgetFrame: String, CaseIterable, Sendable {
  case ceilingPerProvider = "plafond_per_aanbieder"
  case agreement = "budgetafspraak"
  case municipalBudget = "begroting_gemeente"
  case caseBudget = "casusbudget"

  package var dutchText: String {
    switch self {
    case .ceilingPerProvider: "budgetplafond per aanbieder"
    case .agreement: "budgetafspraken"
    case .municipalBudget: "begroting van de gemeente"
    case .caseBudget: "budget per casus"
    }
  }
}

/// The worked example that a strategy prints of a month price.
///
/// - Dutch term: rekenvoorbeeld maandtarief
package struct MonthPriceExample: Hashable, Sendable {
  package let hoursPerWeek: Int64
  package let hourPrice: Cents
  package let weekPrice: Cents
  package let monthPrice: Cents
}

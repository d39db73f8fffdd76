package import Quantities

/// What a region advises between the old contracts and the new, as rules with their sources.
///
/// It is made from the transition rules of a strategy: every day, product and text in it is said
/// there, and nothing of it in this code.
///
/// - Dutch term: overgangsbeleid (001:48-85)
package struct TransitionPolicy: Hashable, Sendable {
  package let code: Label<TransitionPolicy>
  package let title: String
  /// The municipalities that it was written for.
  package let municipalities: [MunicipalityCode]
  /// The codes of the products it is about, where the strategy knows them; else each municipality
  /// says under which code it buys the product.
  package let products: [ProductCode]
  package let clauses: [TransitionClause]

  package init(
    code: Label<TransitionPolicy>,
    title: String,
    municipalities: [MunicipalityCode],
    products: [ProductCode],
    clauses: [TransitionClause]
  ) {
    self.code = code
    self.title = title
    self.municipalities = municipalities
    self.products = products
    self.clauses = clauses
  }
}

extension TransitionPolicy {
  package func clause(_ kind: TransitionClause.Kind) -> TransitionClause? {
    clauses.first { $0.kind == kind }
  }

  /// The first day of the new contracts; nil when no rule says it.
  package var start: CivilDate? {
    clause(.useContracted)?.period.first
      ?? clause(.limitLeaving)?.period.last.map { $0.adding(days: 1) }
  }
}

/// One rule of a transition policy, ready to be applied.
///
/// - Dutch term: toe te passen overgangsregel (001:50-85)
package struct TransitionClause: Hashable, Sendable {
  package let code: Label<TransitionClause>
  package let kind: Kind
  /// The rule in the words of the strategy.
  package let text: String
  package let period: OpenPeriod
  package let weight: Weight
  /// The lines that it rests on.
  package let bases: [Basis]

  /// What the rule asks when support is allocated.
  ///
  /// - Dutch term: soort overgangsregel
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case limitLeaving = "beperk_vertrekkende"
    case limitLong = "beperk_langlopende"
    case finishRunning = "lopende_afmaken"
    case useContracted = "gebruik_gecontracteerde"
    case askToEnrol = "vraag_inschrijving"
    case entryOpen = "inschrijving_open"
    case describeProvider = "beschrijf_aanbieder"
  }

  /// How binding it is; neither blocks an allocation, for that is the municipality's own decision.
  ///
  /// - Dutch term: gewicht van een overgangsregel
  package enum Weight: String, CaseIterable, Hashable, Sendable {
    case advice = "advies"
    case prohibition = "verbod"
  }

  package init(
    code: Label<TransitionClause>,
    kind: Kind,
    text: String,
    period: OpenPeriod,
    weight: Weight,
    bases: [Basis]
  ) {
    self.code = code
    self.kind = kind
    self.text = text
    self.period = period
    self.weight = weight
    self.bases = bases
  }
}

/// That a municipality took the advice over, from when until when, and for which products.
///
/// - Dutch term: overgenomen advies (001:19-25)
package struct TransitionAdoption: Hashable, Sendable {
  package let policy: Label<TransitionPolicy>
  package let municipality: MunicipalityCode
  package let products: [ProductCode]
  package let period: OpenPeriod

  package init(
    policy: Label<TransitionPolicy>,
    municipality: MunicipalityCode,
    products: [ProductCode],
    period: OpenPeriod
  ) {
    self.policy = policy
    self.municipality = municipality
    self.products = products
    self.period = period
  }
}

/// A company of the municipalities themselves, whose trajectories are outside purchasing.
///
/// - Dutch term: inbesteden, eigen uitvoering (001:28-31)
package struct OwnDelivery: Hashable, Sendable {
  package let provider: ProviderCode
  package let name: String
  package let basis: Basis

  package init(provider: ProviderCode, name: String, basis: Basis) {
    self.provider = provider
    self.name = name
    self.basis = basis
  }
}

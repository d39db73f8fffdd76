package import Commissioning
package import Landscape
import Quantities

extension TransitionPolicy {
  /// The policy that the transition rules of a strategy make; nil when its code is not a label.
  ///
  /// A rule whose kind or first day is unknown cannot be applied and is left out; the check of the
  /// file warns of it.
  package init?(_ strategy: Strategy) {
    guard let code = Label<TransitionPolicy>(strategy.code) else { return nil }
    let names = Set(strategy.transitionRules.compactMap(\.product))
    let products = strategy.products.filter { names.contains($0.code) }
    self.init(
      code: code,
      title: ([strategy.name] + products.map(\.name)).joined(separator: ", "),
      municipalities: strategy.municipalities.sorted(),
      products: Set(products.compactMap(\.productCode.value)).sorted(),
      clauses: strategy.transitionRules.sorted { $0.number < $1.number }
        .compactMap { TransitionClause($0) }
    )
  }
}

extension TransitionClause {
  /// The rule, when it says what it asks and from when.
  fileprivate init?(_ rule: TransitionRule) {
    guard let code = Label<TransitionClause>(rule.code),
      let kind = rule.kind.value.flatMap({ Kind(rawValue: $0.rawValue) }),
      let first = rule.from.value?.earliest,
      let period = OpenPeriod(from: first, through: rule.through?.value?.latest)
    else { return nil }
    self.init(
      code: code,
      kind: kind,
      text: rule.text,
      period: period,
      weight: rule.weight == .advice ? .advice : .prohibition,
      bases: [Basis](rule.provenance)
    )
  }
}

extension [Basis] {
  /// Where a statement of a strategy comes from; what the region did not say itself is marked.
  init(_ provenance: Provenance) {
    let places = provenance.references.map { Basis.document($0.description) }
    let explanation = provenance.explanation ?? provenance.origin.rawValue
    self = places + (provenance.isMarked ? [.assumption(explanation)] : [])
  }
}

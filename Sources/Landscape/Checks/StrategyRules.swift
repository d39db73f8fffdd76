/// All rules about what a strategy says.
package enum StrategyRules {
  package static let all: [StrategyRule] = dates
}

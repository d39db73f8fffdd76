/// Which of the four kinds of agreement of the information letters a contract is.
///
/// - Dutch term: contractvorm (000:50, 004:53)
package enum ContractForm: String, CaseIterable, Hashable, Sendable {
  /// Framework without a promised turnover; others may join and it may be changed.
  case openFramework = "a"
  /// Framework without a promised turnover; nobody joins and nothing is changed.
  case closedFramework = "b"
  /// With a budget ceiling; what is delivered is paid.
  case ceiling = "c"
  /// With fixed budget agreements.
  case fixedBudget = "d"
}

extension ContractForm {
  package var allowsEntry: Bool { self == .openFramework }
  /// Whether the text itself may be changed during the term, by the form's own words.
  package var allowsChange: Bool { self != .closedFramework }

  package var dutchText: String {
    switch self {
    case .openFramework:
      "(raam)overeenkomst zonder omzetgarantie, met toetreding en aanpassing"
    case .closedFramework:
      "(raam)overeenkomst zonder omzetgarantie, zonder toetreding of wijziging"
    case .ceiling: "overeenkomst met budgetplafond; de inzet wordt vergoed"
    case .fixedBudget: "overeenkomst over vaste budgetafspraken"
    }
  }
}

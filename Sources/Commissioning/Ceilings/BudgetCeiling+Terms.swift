import Quantities

extension BudgetCeiling {
  /// The terms of the procedure, each with the article that sets it.
  package enum Terms {
    private static let article = "bestedingsruimte, artikel 1.5"

    /// How long before its first day the ceiling is announced; the provider may give its view.
    package static let announcement = LegalTerm(.months(6), .contract, .standard(article))
    /// How long before its first day period and amount are decided.
    package static let decision = LegalTerm(.months(3), .contract, .standard(article))
    /// How long before its first day there is a joint plan.
    package static let plan = LegalTerm(.months(2), .contract, .standard(article))
    /// How soon after the notice the parties talk.
    package static let talk = LegalTerm(.weeks(2), .contract, .standard(article))
    /// How soon after the talk is decided whether the amount changes.
    package static let outcome = LegalTerm(.weeks(2), .contract, .standard(article))
  }

  /// What the joint plan speaks about (artikel 1.5).
  package static let planSubjects = [
    "administratieve lasten", "maatregelen", "bestaande cliënten", "wachtlijst",
    "na het bereiken van de grens", "crisishulp",
  ]
}

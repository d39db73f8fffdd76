import Quantities

extension AwardedContract {
  /// The documents that a contract out of a procedure begins with: what the provider promised, and
  /// the requirements that hold during the contract.
  package func parts(of procedure: ProcurementProcedure) -> [ContractPart] {
    [
      part(
        "inschrijving",
        .bid,
        "Toezeggingen uit de inschrijving",
        indicators.map { indicator in
          ContractClause(
            subject: "kpi-\(indicator.name)",
            place: "gunningscriterium \(indicator.criterion)",
            text: indicator.text
          )
        }
      ),
      part(
        "eisen",
        .qualityFramework,
        "Eisen uit de procedure",
        procedure.plan.requirements.filter { $0.kind == .performance || $0.kind == .quality }
          .map { requirement in
            ContractClause(
              subject: "eis-\(requirement.code)",
              place: requirement.basis.dutchText,
              text: requirement.text + (requirement.test.map { "; toets: \($0)" } ?? "")
            )
          }
      ),
    ].compactMap(\.self)
  }

  /// A document from the first day on; nil when there is nothing to say in it.
  private func part(
    _ code: String,
    _ kind: ContractPart.Kind,
    _ title: String,
    _ clauses: [ContractClause]
  ) -> ContractPart? {
    guard !clauses.isEmpty, let code = Label<ContractPart>(code),
      let period = OpenPeriod(from: start, through: nil)
    else { return nil }
    return ContractPart(code: code, kind: kind, title: title, period: period, clauses: clauses)
  }
}

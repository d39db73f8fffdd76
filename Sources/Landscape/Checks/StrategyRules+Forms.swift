import Rules

extension StrategyRules {
  /// Models that a form of contract leaves no room for, and ceilings that are missing.
  static func misfits(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.settings.flatMap { setting -> [RuleSite] in
        guard let form = setting.contract?.form.value, let payment = setting.payment else {
          return []
        }
        let label = segment.label + setting.suffix
        var sites = (payment.models.value ?? []).filter { !form.allows($0.kind) }.map { model in
          RuleSite(
            "\(path).bekostiging.modellen",
            label + ": " + model.kind.text
              + BilingualText(" bij vorm \(form.rawValue)", " under form \(form.rawValue)")
          )
        }
        if form == .ceiling, payment.budgetFrame.value != .ceilingPerProvider {
          sites.append(
            RuleSite(
              "\(path).bekostiging.budgetkader",
              label
                + BilingualText(
                  ": vorm c zonder budgetplafond",
                  ": form c without a budget ceiling"
                )
            )
          )
        }
        return sites
      }
    }
  }

  static func entryAgainstForm(_ strategy: Strategy) -> [RuleSite] {
    strategy.sites { segment, path in
      segment.settings.compactMap { setting in
        guard let contract = setting.contract, let form = contract.form.value,
          let policy = contract.entry.value?.policy.value,
          form == .openFramework && !policy.isOpen || form == .closedFramework && policy.isOpen
        else { return nil }
        return RuleSite(
          "\(path).contract.toetreding",
          segment.label + setting.suffix
            + BilingualText(": vorm \(form.rawValue) met ", ": form \(form.rawValue) with ")
            + policy.text
        )
      }
    }
  }
}

extension ContractForm {
  /// Whether a model can be paid under the form.
  package func allows(_ model: PaymentModel.Kind) -> Bool {
    switch model {
    case .unitPrice, .monthlyRate, .trajectory: self != .fixedBudget
    case .places, .bonus: true
    case .population, .availability, .lumpSum: self == .fixedBudget
    }
  }
}

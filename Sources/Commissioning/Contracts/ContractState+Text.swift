package import Rules

extension ContractState {
  /// How a contract stands, in a few words.
  package var text: BilingualText {
    let english =
      switch self {
      case .notYet: "not begun yet"
      case .takesClients: "contracted"
      case .intakeStopped: "contracted, intake stop"
      case .ended: "no longer contracted"
      }
    return BilingualText(rawValue, english)
  }
}

extension DeliveryVariant {
  package var text: BilingualText {
    let english =
      switch self {
      case .effort: "by effort"
      case .output: "by output"
      case .task: "by task"
      }
    return BilingualText(rawValue, english)
  }
}

extension ContractAmendment.Ground {
  package var text: BilingualText {
    let english =
      switch self {
      case .revisionClause: "revision clause"
      case .minor: "not material"
      case .standardChange: "change of the standard"
      case .law: "law"
      case .material: "material"
      }
    return BilingualText(rawValue.spaced, english)
  }
}

extension TariffScope {
  /// For whom a tariff holds.
  package var text: BilingualText {
    switch self {
    case .lot(let code): BilingualText("perceel \(code)", "lot \(code)")
    case .contract(let code): BilingualText("contract \(code)", "contract \(code)")
    }
  }
}

extension String {
  /// A word of ours with spaces in place of its hyphens and underscores, to be read by people.
  var spaced: String {
    String(map { $0 == "-" || $0 == "_" ? " " : $0 })
  }
}

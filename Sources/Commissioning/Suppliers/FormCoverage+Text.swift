import Quantities
package import Rules

extension FormCoverage.Ground {
  /// A short word for programs.
  package var code: String {
    switch self {
    case .stated: "stated"
    case .contracts: "contracts"
    case .unknown: "unknown"
    }
  }

  package var text: BilingualText {
    switch self {
    case .stated(let day): BilingualText("opgave van \(day.dutchText)", "stated on \(day)")
    case .contracts: BilingualText("volgens de contracten", "by the contracts")
    case .unknown: BilingualText("geen opgave", "nothing stated")
    }
  }
}

extension QualityTest.Result {
  /// The result as a word in a table.
  package var text: BilingualText {
    switch self {
    case .met: BilingualText("voldoet", "met")
    case .partlyMet: BilingualText("voldoet deels", "met in part")
    case .notMet: BilingualText("voldoet niet", "not met")
    }
  }
}

extension QualityAlert.Kind {
  package var text: BilingualText {
    switch self {
    case .withoutTest: BilingualText("eis zonder toets", "requirement without a test")
    case .neverTested: BilingualText("nooit getoetst", "never tested")
    case .notMet: BilingualText("voldoet niet", "not met")
    case .expired: BilingualText("toets verlopen", "test expired")
    case .expiresSoon: BilingualText("toets verloopt", "test expires")
    }
  }
}

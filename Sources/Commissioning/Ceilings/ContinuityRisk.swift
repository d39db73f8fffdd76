package import Quantities
package import Rules

/// How urgent the risk is that a provider's support stops.
///
/// - Dutch term: continuïteitsrisico, zes urgentiestappen (Kruger; `definitions.md` B.22)
package enum ContinuityRisk: Int, CaseIterable, Comparable, Hashable, Sendable {
  case monitoring = 1
  case fallingRatios = 2
  case weak = 3
  case lossMaking = 4
  case negativeEquity = 5
  case imminentBankruptcy = 6

  package static func < (left: ContinuityRisk, right: ContinuityRisk) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The figures of a provider from which the step follows.
package struct ContinuityFigures: Hashable, Sendable {
  package let solvency: Rate
  package let equity: Cents
  package let revenue: Cents
  package let result: Cents
  /// For how many years on end there was a loss, the last one included.
  package let yearsOfLoss: Int
  package let areRatiosFalling: Bool
  package let isBankruptcyImminent: Bool

  package init(
    solvency: Rate,
    equity: Cents,
    revenue: Cents,
    result: Cents,
    yearsOfLoss: Int,
    areRatiosFalling: Bool,
    isBankruptcyImminent: Bool
  ) {
    self.solvency = solvency
    self.equity = equity
    self.revenue = revenue
    self.result = result
    self.yearsOfLoss = yearsOfLoss
    self.areRatiosFalling = areRatiosFalling
    self.isBankruptcyImminent = isBankruptcyImminent
  }
}

extension ContinuityRisk {
  /// The step of a provider: the most urgent one whose test is met.
  package init(_ figures: ContinuityFigures) {
    if figures.isBankruptcyImminent {
      self = .imminentBankruptcy
    } else if figures.equity < .zero || figures.yearsOfLoss > 1 {
      self = .negativeEquity
    } else if figures.solvency < .percent(10) || figures.isLoss {
      self = .lossMaking
    } else if figures.solvency < .percent(20) || figures.isAboutBreakEven {
      self = .weak
    } else {
      self = figures.areRatiosFalling ? .fallingRatios : .monitoring
    }
  }

  package var dutchText: String {
    switch self {
    case .monitoring: "algemene monitoring"
    case .fallingRatios: "kengetallen dalen"
    case .weak: "solvabiliteit onder 20 % of resultaat rond nul"
    case .lossMaking: "solvabiliteit onder 10 % of verlies"
    case .negativeEquity: "negatief eigen vermogen of meer dan een jaar verlies"
    case .imminentBankruptcy: "dreigend faillissement"
    }
  }

  /// What the region does at this step.
  package var measures: (text: BilingualText, basis: Basis) {
    let text =
      switch self {
      case .monitoring: BilingualText("jaarcijfers volgen", "follow the yearly figures")
      case .fallingRatios:
        BilingualText(
          "toelichting vragen in het accountgesprek",
          "ask for an explanation in the account talk"
        )
      case .weak:
        BilingualText(
          "halfjaarcijfers en liquiditeitsprognose vragen",
          "ask for half-yearly figures and a liquidity forecast"
        )
      case .lossMaking:
        BilingualText(
          "verbeterplan vragen en maandelijks volgen",
          "ask for a plan of improvement and follow it monthly"
        )
      case .negativeEquity:
        BilingualText(
          "overnameplan voorbereiden en andere aanbieders polsen",
          "prepare a takeover plan and sound out other providers"
        )
      case .imminentBankruptcy:
        BilingualText(
          "zorg overdragen; nieuwe cliënten elders plaatsen",
          "hand support over; place new clients elsewhere"
        )
      }
    return (text, .assumption("de bron noemt de stappen, niet wat de regio dan doet"))
  }
}

extension ContinuityFigures {
  /// A loss of more than what counts as about break-even.
  fileprivate var isLoss: Bool { result < .zero && !isAboutBreakEven }

  /// At most one per cent of revenue above or below zero; an assumption, the source says "about".
  fileprivate var isAboutBreakEven: Bool {
    Int128(result.rawValue.magnitude) * 100 <= Int128(revenue.rawValue.magnitude)
  }
}

/// The step that was found for a provider on a day.
///
/// - Dutch term: beoordeling van het continuïteitsrisico
package struct ContinuityAssessment: Hashable, Sendable {
  package let on: CivilDate
  package let step: ContinuityRisk

  package init(on: CivilDate, step: ContinuityRisk) {
    self.on = on
    self.step = step
  }
}

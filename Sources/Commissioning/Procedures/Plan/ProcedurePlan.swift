package import Quantities
package import Rules

/// What a procedure will be: everything that is fixed when it is published.
///
/// - Dutch term: inkoopdocumenten van een procedure (000:42, 002:240-248)
package struct ProcedurePlan: Hashable, Sendable {
  package let code: ProcedureCode
  package let title: String
  package let kind: ProcedureKind
  /// The municipalities on whose behalf contracts are given; each chooses its lots.
  package let municipalities: [MunicipalityCode]
  package let lots: [Lot]
  package let requirements: [Requirement]
  package let criteria: [AwardCriterion]
  package let tieBreaks: [TieBreak]
  /// The bodies that must decide before publication, step by step: the portfolio board first and
  /// then the executives (002:244-248).
  package let gates: [[BodyCode]]
  /// The two who open the bids together.
  package let openers: [OfficerCode]
  package let assessors: [OfficerCode]
  /// Terms that this procedure makes longer than the rules ask.
  package let choices: [CalendarStep: TermLength]
  /// The hour at which the bids close.
  package let closingTime: CivilTime
  /// From when an admission is open; nil for as soon as the answers are published (001:74-78).
  package let entryOpens: CivilDate?
  /// The estimated value without VAT; nil when nobody estimated it.
  package let estimatedValue: Cents?
  /// The segment of an adopted strategy that is bought; nil for a procedure beside any strategy.
  package let segment: SegmentReference?

  /// A segment by the codes of the strategy that speaks of it.
  ///
  /// - Dutch term: segment van een inkoopstrategie
  package struct SegmentReference: Hashable, Sendable {
    package let strategy: String
    package let segment: String

    package init(strategy: String, segment: String) {
      self.strategy = strategy
      self.segment = segment
    }
  }

  package init(
    code: ProcedureCode,
    title: String,
    kind: ProcedureKind,
    municipalities: [MunicipalityCode],
    lots: [Lot],
    requirements: [Requirement] = [],
    criteria: [AwardCriterion] = [],
    tieBreaks: [TieBreak] = [.draw],
    gates: [[BodyCode]] = [],
    openers: [OfficerCode] = [],
    assessors: [OfficerCode] = [],
    choices: [CalendarStep: TermLength] = [:],
    closingTime: CivilTime = CivilTime(nanoseconds: 43_200_000_000_000),
    entryOpens: CivilDate? = nil,
    estimatedValue: Cents? = nil,
    segment: SegmentReference? = nil
  ) {
    self.code = code
    self.title = title
    self.kind = kind
    self.municipalities = municipalities
    self.lots = lots
    self.requirements = requirements
    self.criteria = criteria
    self.tieBreaks = tieBreaks
    self.gates = gates
    self.openers = openers
    self.assessors = assessors
    self.choices = choices
    self.closingTime = closingTime
    self.entryOpens = entryOpens
    self.estimatedValue = estimatedValue
    self.segment = segment
  }
}

/// The name of a procedure.
package typealias ProcedureCode = Label<ProcedurePlan>

extension ProcedurePlan {
  /// The value from which the European rules for social services apply, without VAT
  /// (drempelbedrag; `definitions.md` B.13).
  package static let threshold = Cents(75_000_000)

  /// Whether the award must be told to all of Europe; so does a value that nobody estimated.
  package var isAboveThreshold: Bool { estimatedValue.map { $0 >= Self.threshold } ?? true }

  package func lot(_ code: LotCode) -> Lot? { lots.first { $0.code == code } }

  /// What the law or the kind of procedure forbids in this plan; nil when it may be prepared.
  package var fault: PlanFault? { faults.first }

  /// Everything that the law or the kind of procedure forbids in this plan.
  package var faults: [PlanFault] {
    var faults: [PlanFault] = []
    if lots.isEmpty { faults.append(.noLots) }
    if Set(lots.map(\.code)).count < lots.count { faults.append(.lotTwice) }
    if municipalities.isEmpty { faults.append(.noMunicipalities) }
    if criteria.contains(where: { $0.maximumPoints <= 0 || $0.minimumPoints > $0.maximumPoints }) {
      faults.append(.criterionWithoutPoints)
    }
    if kind.hasSealedBids, Set(openers).count != 2 { faults.append(.notTwoOpeners) }
    return faults + kindFaults
  }

  private var kindFaults: [PlanFault] {
    var faults: [PlanFault] = []
    switch kind {
    case .awardCriteria:
      if criteria.isEmpty { faults.append(.noCriteria) }
      if !criteria.isEmpty, criteria.allSatisfy(\.isPrice) { faults.append(.priceOnly) }
      if Set(assessors).count < 2 { faults.append(.tooFewAssessors) }
      if tieBreaks.last != .draw { faults.append(.noLastTieBreak) }
    case .requirementsOnly:
      if !criteria.isEmpty { faults.append(.criteriaNotAllowed) }
    case .admission:
      if !criteria.isEmpty { faults.append(.criteriaNotAllowed) }
      if lots.contains(where: { $0.maximumAwards != nil }) { faults.append(.limitNotAllowed) }
    }
    return faults
  }
}

/// Why a plan cannot be a procedure.
package enum PlanFault: String, CaseIterable, Hashable, Sendable {
  case noLots, lotTwice, noMunicipalities, criterionWithoutPoints, notTwoOpeners, noCriteria
  case priceOnly, tooFewAssessors, noLastTieBreak, criteriaNotAllowed, limitNotAllowed

  /// The sentence for an official.
  package var text: BilingualText {
    switch self {
    case .noLots:
      BilingualText(
        "Een procedure heeft ten minste een perceel.",
        "A procedure has at least one lot."
      )
    case .lotTwice:
      BilingualText(
        "Elk perceel heeft een eigen code.",
        "Every lot has a code of its own."
      )
    case .noMunicipalities:
      BilingualText(
        "Noem de gemeenten namens wie wordt ingekocht.",
        "Name the municipalities on whose behalf is bought."
      )
    case .criterionWithoutPoints:
      BilingualText(
        "Elk gunningscriterium heeft punten, en het minimum ligt niet boven het maximum.",
        "Every award criterion has points, and its minimum is not above its maximum."
      )
    case .notTwoOpeners:
      BilingualText(
        "Noem twee verschillende personen die de inschrijvingen samen openen.",
        "Name two different people who open the bids together."
      )
    case .noCriteria:
      BilingualText(
        "Een procedure met gunningscriteria noemt er ten minste een.",
        "A procedure with award criteria names at least one."
      )
    case .priceOnly:
      BilingualText(
        "Gunnen op alleen prijs is verboden (Jeugdwet 2.12; Wmo).",
        "To award on price alone is forbidden (Jeugdwet 2.12, Youth Act; Wmo, Social Support Act)."
      )
    case .tooFewAssessors:
      BilingualText(
        "Noem ten minste twee beoordelaars.",
        "Name at least two assessors."
      )
    case .noLastTieBreak:
      BilingualText(
        "De laatste regel bij gelijke stand is een loting.",
        "The last rule for a tie is a draw."
      )
    case .criteriaNotAllowed:
      BilingualText(
        "Deze soort procedure kent geen gunningscriteria, alleen eisen.",
        "This kind of procedure has no award criteria, only requirements."
      )
    case .limitNotAllowed:
      BilingualText(
        "Een toelatingsprocedure kent geen maximum: wie aan de eisen voldoet, wordt toegelaten.",
        "An admission has no maximum: who meets the requirements is admitted."
      )
    }
  }
}

package import Quantities
package import Rules

/// A programme in which a region decides how to arrange care and buys it, as it was adopted.
///
/// - Dutch term: programmaplan (002:18-20, 002:199-260)
package struct ProgrammePlan: Hashable, Sendable {
  package let code: ProgrammeCode
  package let title: String
  package let municipalities: [MunicipalityCode]
  package let phases: [ProgrammePhase]
  package let milestones: [Milestone]
  /// What must be in order before the contracts start (003:500-544).
  package let readiness: [ReadinessItem]

  package init(
    code: ProgrammeCode,
    title: String,
    municipalities: [MunicipalityCode],
    phases: [ProgrammePhase] = [],
    milestones: [Milestone] = [],
    readiness: [ReadinessItem] = []
  ) {
    self.code = code
    self.title = title
    self.municipalities = municipalities
    self.phases = phases
    self.milestones = milestones
    self.readiness = readiness
  }
}

/// The name of a programme.
package typealias ProgrammeCode = Label<ProgrammePlan>
/// The name of a milestone.
package typealias MilestoneCode = Label<Milestone>

/// A part of a programme with its own contents.
///
/// - Dutch term: fase (002:80-88)
package struct ProgrammePhase: Hashable, Sendable {
  package let code: Label<ProgrammePhase>
  package let contents: String
  package let period: OpenPeriod
  package let basis: Basis

  package init(
    code: Label<ProgrammePhase>,
    contents: String,
    period: OpenPeriod,
    basis: Basis
  ) {
    self.code = code
    self.contents = contents
    self.period = period
    self.basis = basis
  }
}

/// A point in a programme with its day, and what must come before it.
///
/// - Dutch term: mijlpaal (002:199-260)
package struct Milestone: Hashable, Sendable {
  package let code: MilestoneCode
  package let text: String
  /// The day on which the work begins, when the plan says so.
  package let start: CivilDate?
  /// The day on which it is due.
  package let due: CivilDate
  package let after: [Dependency]
  /// Whether contracts start here: nothing may be open any more.
  package let isContractStart: Bool
  package let basis: Basis

  /// A milestone that must come first.
  package struct Dependency: Hashable, Sendable {
    package let milestone: MilestoneCode
    /// The least time between the two; nil when the one may follow at once.
    package let lag: TermLength?

    package init(_ milestone: MilestoneCode, lag: TermLength? = nil) {
      self.milestone = milestone
      self.lag = lag
    }
  }

  package init(
    code: MilestoneCode,
    text: String,
    start: CivilDate? = nil,
    due: CivilDate,
    after: [Dependency] = [],
    isContractStart: Bool = false,
    basis: Basis
  ) {
    self.code = code
    self.text = text
    self.start = start
    self.due = due
    self.after = after
    self.isContractStart = isContractStart
    self.basis = basis
  }
}

/// Something that must be in order before a start.
///
/// - Dutch term: randvoorwaarde, gereedheid (003:500-544)
package struct ReadinessItem: Hashable, Sendable {
  package let code: Label<ReadinessItem>
  package let text: String
  package let responsible: BodyCode
  package let basis: Basis

  package init(
    code: Label<ReadinessItem>,
    text: String,
    responsible: BodyCode,
    basis: Basis
  ) {
    self.code = code
    self.text = text
    self.responsible = responsible
    self.basis = basis
  }
}

/// Why a plan is no programme.
package enum ProgrammeFault: Hashable, Sendable {
  case milestoneTwice(MilestoneCode)
  case unknownMilestone(MilestoneCode, after: MilestoneCode)
  case circle(MilestoneCode)
  case startsAfterDue(MilestoneCode)
  case noMunicipalities

  package var text: BilingualText {
    switch self {
    case .milestoneTwice(let code):
      BilingualText(
        "Mijlpaal \(code) staat twee keer in het plan.",
        "Milestone \(code) stands twice in the plan."
      )
    case .unknownMilestone(let code, let after):
      BilingualText(
        "Mijlpaal \(after) volgt op \(code), maar die staat niet in het plan.",
        "Milestone \(after) comes after \(code), but that one is not in the plan."
      )
    case .circle(let code):
      BilingualText(
        "Mijlpaal \(code) volgt via andere mijlpalen op zichzelf.",
        "Milestone \(code) comes after itself by way of other milestones."
      )
    case .startsAfterDue(let code):
      BilingualText(
        "Mijlpaal \(code) begint na de dag waarop zij gereed moet zijn.",
        "Milestone \(code) begins after the day on which it must be ready."
      )
    case .noMunicipalities:
      BilingualText(
        "Noem de gemeenten van het programma.",
        "Name the municipalities of the programme."
      )
    }
  }
}

extension ProgrammePlan {
  package func milestone(_ code: MilestoneCode) -> Milestone? {
    milestones.first { $0.code == code }
  }

  /// The first fault in the plan, or nil when it is sound; days that clash are no fault.
  package var fault: ProgrammeFault? {
    if municipalities.isEmpty { return .noMunicipalities }
    var codes: Set<MilestoneCode> = []
    for milestone in milestones {
      if !codes.insert(milestone.code).inserted { return .milestoneTwice(milestone.code) }
      if let start = milestone.start, start > milestone.due {
        return .startsAfterDue(milestone.code)
      }
    }
    for milestone in milestones {
      for dependency in milestone.after where !codes.contains(dependency.milestone) {
        return .unknownMilestone(dependency.milestone, after: milestone.code)
      }
    }
    return inOrder == nil ? .circle(firstInCircle) : nil
  }

  /// The milestones with every one behind those it depends on; nil when that cannot be.
  var inOrder: [Milestone]? {
    var order: [Milestone] = []
    var placed: Set<MilestoneCode> = []
    var rest = milestones
    while !rest.isEmpty {
      let ready = rest.filter { $0.after.allSatisfy { placed.contains($0.milestone) } }
      if ready.isEmpty { return nil }
      order += ready
      placed.formUnion(ready.map(\.code))
      rest.removeAll { placed.contains($0.code) }
    }
    return order
  }

  /// A milestone that can never come, because it waits for itself.
  private var firstInCircle: MilestoneCode {
    var placed: Set<MilestoneCode> = []
    for _ in milestones {
      for milestone in milestones
      where milestone.after.allSatisfy({ placed.contains($0.milestone) }) {
        placed.insert(milestone.code)
      }
    }
    return milestones.first { !placed.contains($0.code) }?.code ?? milestones[0].code
  }
}

import Commissioning
import Landscape
import Quantities

/// Everything that a region decided, tendered and contracted, for the three laws.
struct RegionBuying {
  let strategies: NoordLimburg.Strategies
  let parties: BuyingParties
  let wmo: [PlannedLot]
  let participation: ParticipationLots
  let youth: [PlannedLot]
  let support: SyntheticRegion
  let seed: UInt64

  private typealias Days = BuyingDays

  static let tables = NoordLimburgTable.segments
    .merging(ParticipationTable.segments) { one, _ in one }
    .merging(YouthTable.segments) { one, _ in one }

  private var lots: [PlannedLot] { wmo + participation.lots + youth }

  /// All steps, and the region as it stands in the end.
  func script() throws(ShapeFault) -> CommissioningScript {
    var script = CommissioningScript(parties.municipalities, digest: parties.tools.digest)
    try adopt(to: &script)
    let programme = try ProgrammeMaker(
      strategy: strategies.socialSupport.completed,
      parties: parties
    )
    try programme.write(to: &script)
    try StrategyProgrammeMaker(
      strategy: strategies.youth.completed,
      adopted: Days.programme.adding(days: 30)
    ).write(to: &script)
    try tenders(to: &script)
    let maker = ContractMaker(parties: parties, tables: Self.tables)
    try maker.register(lots, to: &script)
    try maker.write(lots, to: &script)
    try enter(maker, to: &script)
    try maker.evaluateFirstYears(to: &script)
    try live(maker, programme.code, to: &script)
    return script
  }

  /// The strategies as they were shipped, and later their next versions.
  private func adopt(to script: inout CommissioningScript) throws(ShapeFault) {
    let laws = [strategies.socialSupport, strategies.participation, strategies.youth]
    for law in laws { try script.adopt(law.shipped, on: NoordLimburg.adoptionDay) }
    let reason =
      "contractvorm en procedure gekozen, zodat de procedures kunnen beginnen (verzonnen)"
    for law in laws.dropLast() {
      try script.adopt(law.completed, reason: reason, on: Days.completedAdults)
    }
    try script.adopt(strategies.youth.completed, reason: reason, on: Days.completedYouth)
  }

  /// What comes after the contracts: ceilings, tests, reports of room, and what follows them.
  private func live(
    _ maker: ContractMaker,
    _ programme: ProgrammeCode,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    try CeilingMaker(parties: parties, support: support).write(to: &script)
    var quality = QualityMaker(
      parties: parties,
      generator: SeededGenerator(seed: seed, part: 71)
    )
    try quality.write(to: &script)
    try TransitionMaker(
      strategy: strategies.participation.completed,
      parties: parties,
      programme: programme
    ).write(to: &script)
    try maker.stopIntake(lots, to: &script)
    var capacity = CapacityMaker(generator: SeededGenerator(seed: seed, part: 70))
    try capacity.write(to: &script)
    try SuccessorMaker(
      strategy: strategies.socialSupport.completed,
      parties: parties,
      lots: wmo,
      seed: seed,
      programme: programme
    ).write(to: &script)
  }

  /// A procedure for each segment, by the path of `procedures draft`.
  private func tenders(to script: inout CommissioningScript) throws(ShapeFault) {
    var part = 0
    for law in [strategies.socialSupport, strategies.participation, strategies.youth] {
      for segment in law.completed.segments {
        let own = lots.filter { $0.segment.code == segment.code }
        guard !own.isEmpty else { continue }
        let completion = PlanCompletion(law.completed, segment: segment.code)
        var maker = TenderMaker(
          plan: try completion.plan(
            try .made("nl-\(segment.code)"),
            read: parties.tools.readPlan
          ),
          lots: own,
          parties: parties,
          days: .first,
          generator: SeededGenerator(seed: seed, part: 50 + part)
        )
        try maker.write(to: &script)
        part += 1
      }
    }
  }

  /// Later providers come in by the admission that stays open.
  private func enter(
    _ maker: ContractMaker,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let lot = participation.lots.first(where: { $0.contract?.isAdmission == true }),
      let plan = script.procedure(try .made("nl-\(lot.segment.code)"))?.plan
    else { return }
    let tender = TenderMaker(
      plan: plan,
      lots: [lot],
      parties: parties,
      days: .first,
      generator: SeededGenerator(seed: seed)
    )
    for (provider, day) in zip(participation.later, ParticipationTable.laterEntries) {
      try tender.admit(provider, lot, on: day, to: &script)
      let start = day.adding(days: 50).firstOfMonth.adding(months: 1)
      let contract = PlannedLot.PlannedContract(provider: provider, area: lot.participants)
      let draft = try maker.draft(contract, of: lot, from: start)
      if script.isUnknown(draft.provider) {
        let signed = day.adding(days: 45)
        try maker.register(
          provider,
          [lot],
          Set(lot.participants),
          from: start,
          on: signed,
          to: &script
        )
      }
      try script.contract(.conclude(draft), on: day.adding(days: 45))
      try maker.live(draft.code, to: &script)
    }
  }
}

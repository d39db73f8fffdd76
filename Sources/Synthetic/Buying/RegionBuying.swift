import Commissioning
import Landscape
import Quantities

/// Everything that a region decided, tendered and contracted, for the Wmo and for Participation.
struct RegionBuying {
  let strategies: NoordLimburg.Strategies
  let parties: BuyingParties
  let wmo: [PlannedLot]
  let participation: ParticipationLots
  let seed: UInt64

  /// All steps in order, and the contracts as they stand in the end.
  func script() throws(ShapeFault) -> CommissioningScript {
    var script = CommissioningScript()
    try ProgrammeMaker(strategy: strategies.socialSupport, parties: parties).write(to: &script)
    try tenders(to: &script)
    let tables = NoordLimburgTable.segments.merging(ParticipationTable.segments) { one, _ in one }
    let maker = ContractMaker(parties: parties, tables: tables)
    let lots = wmo + participation.lots
    try maker.register(lots, to: &script)
    try maker.write(lots, to: &script)
    try enter(maker, to: &script)
    var capacity = CapacityMaker(generator: SeededGenerator(seed: seed, part: 70))
    try capacity.write(to: &script)
    try maker.stopIntake(lots, to: &script)
    return script
  }

  private func tenders(to script: inout CommissioningScript) throws(ShapeFault) {
    let law = strategies.socialSupport.law.dutchText
    try tender(
      "nl-wmo-2022",
      "\(law): gezamenlijke aanbesteding",
      .awardCriteria,
      wmo.filter { $0.contract?.isAdmission != true },
      part: 0,
      to: &script
    )
    try tender(
      "nl-wmo-2022-open",
      "\(law): toelating",
      .admission,
      wmo.filter { $0.contract?.isAdmission == true },
      part: 1,
      to: &script
    )
    for (place, lot) in participation.lots.enumerated() {
      try tender(
        "nl-pw-2022-s\(place + 1)",
        "Participatie: \(lot.segment.displayName)",
        ParticipationTable.kinds[lot.segment.code] ?? .requirementsOnly,
        [lot],
        part: 2 + place,
        to: &script
      )
    }
  }

  private func tender(
    _ code: String,
    _ title: String,
    _ kind: Commissioning.ProcedureKind,
    _ lots: [PlannedLot],
    part: Int,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard !lots.isEmpty else { return }
    var maker = TenderMaker(
      code: try .made(code),
      title: title,
      kind: kind,
      lots: lots,
      parties: parties,
      generator: SeededGenerator(seed: seed, part: 50 + part)
    )
    try maker.write(to: &script)
  }

  /// Later providers come in by the admission that stays open.
  private func enter(
    _ maker: ContractMaker,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let lot = participation.lots.first(where: { $0.contract?.isAdmission == true }) else {
      return
    }
    let tender = TenderMaker(
      code: try .made("nl-pw-2022-s2"),
      title: "",
      kind: .admission,
      lots: [lot],
      parties: parties,
      generator: SeededGenerator(seed: seed)
    )
    for (provider, day) in zip(participation.later, ParticipationTable.laterEntries) {
      try tender.admit(provider, lot, on: day, to: &script)
      let start = day.adding(days: 50).firstOfMonth.adding(months: 1)
      let contract = PlannedLot.PlannedContract(provider: provider, area: lot.participants)
      let draft = try maker.draft(contract, of: lot, from: start)
      try script.contract(.conclude(draft), on: day.adding(days: 45))
      try maker.live(draft.code, to: &script)
    }
  }
}

import Commissioning
import Landscape
import Quantities
import Region
import Rules

/// Adopts the programme that a strategy speaks of, and reaches its milestones when they are due.
struct StrategyProgrammeMaker {
  let strategy: Strategy
  let adopted: CivilDate

  func write(to script: inout CommissioningScript) throws(ShapeFault) {
    let plan: ProgrammePlan
    do throws(StrategyProgrammeFault) {
      plan = try StrategyProgramme(of: strategy).plan
    } catch { throw .refused(step: strategy.code, why: error.text.dutch) }
    try script.programme(.adopt(plan), on: adopted)
    for item in plan.readiness {
      let ready = max(adopted, BuyingDays.readiness)
      try script.programme(.act(plan.code, .markReady(item.code)), on: ready)
    }
    let impact = ImpactAssessment(
      subject: "nieuwe contracten per 2022",
      on: BuyingDays.impact,
      time: "herindicaties gespreid over het eerste halfjaar",
      money: "binnen de begroting van de gemeenten",
      quality: "scherpere eisen aan aanbieders",
      organisation: "toegang en backoffice zijn voorbereid"
    )
    try script.programme(.act(plan.code, .assessImpact(impact)), on: BuyingDays.impact)
    var reached: [MilestoneCode: CivilDate] = [:]
    var waiting = plan.milestones.sorted { ($0.due, $0.code) < ($1.due, $1.code) }
    while let place = waiting.firstIndex(where: { milestone in
      milestone.after.allSatisfy { reached[$0.milestone] != nil }
    }) {
      let milestone = waiting.remove(at: place)
      let before = milestone.after.compactMap { reached[$0.milestone] }
      let ready = milestone.isContractStart ? [BuyingDays.readiness] : []
      let day = ([milestone.due, adopted] + before + ready).max() ?? adopted
      try script.programme(.act(plan.code, .reach(milestone.code)), on: day)
      reached[milestone.code] = day
    }
  }
}

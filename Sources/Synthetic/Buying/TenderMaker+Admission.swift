import Commissioning
import Landscape
import Quantities

extension TenderMaker {
  /// Lets everybody in who applies and meets the requirements; nothing is compared.
  mutating func admit(
    _ calendar: ProcedureCalendar,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let opens = calendar[.entryOpens] else { return }
    for lot in lots {
      for contract in lot.contracts {
        let day = Calendar2025.workday(opens.adding(days: generator.below(30)))
        try admit(contract.provider, lot, on: day, to: &script)
      }
      try turnDown(lot, opens.adding(days: 10), to: &script)
    }
  }

  /// An application on a day, its proof, and the admission.
  func admit(
    _ provider: Int,
    _ lot: PlannedLot,
    on day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let plan = script.procedure(code)?.plan else { return }
    let key = BidKey(lot.code, chamber(provider))
    try act(.apply(key), day, hour: 9, &script)
    try prove(key, plan, Calendar2025.workday(day.adding(days: 3)), to: &script)
    try act(.admit(key), Calendar2025.workday(day.adding(days: 14)), hour: 15, &script)
  }

  /// One provider applies and is turned down.
  private mutating func turnDown(
    _ lot: PlannedLot,
    _ day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let inside = Set(lot.contracts.map(\.provider))
    let others = parties.providers.indices.filter { !inside.contains($0) }
    guard let provider = generator.pick(others),
      let requirement = script.procedure(code)?.plan.requirements.last
    else { return }
    let key = BidKey(lot.code, chamber(provider))
    try act(.apply(key), Calendar2025.workday(day), hour: 10, &script)
    let reason = "geen medewerkers met ervaring in de doelgroep"
    let later = Calendar2025.workday(day.adding(days: 14))
    try act(.turnDown(key, requirement.code, reason: reason), later, hour: 10, &script)
  }
}

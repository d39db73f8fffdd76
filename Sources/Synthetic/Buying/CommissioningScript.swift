import Commissioning
import Quantities

/// Writes down the steps of a region, each decided on by its room before it is kept.
///
/// So the maker sees what came of the steps before, such as the order of bids or the days of a
/// calendar, and nothing is written down that the intake would refuse.
struct CommissioningScript {
  private(set) var steps: [CommissioningStep] = []
  private(set) var contracts = ContractBook()
  private(set) var procedures = ProcedureBook()
  private(set) var programmes = ProgrammeBook()
  private(set) var coverage = CoverageBook()

  /// The steps in the order of their moments; those of one moment as they were written down.
  var ordered: [CommissioningStep] {
    steps.enumerated().sorted { left, right in
      (left.element.moment, left.offset) < (right.element.moment, right.offset)
    }.map(\.element)
  }

  mutating func programme(
    _ command: ProgrammeCommand,
    on day: CivilDate
  ) throws(ShapeFault) {
    do throws(ProgrammeRefusal) {
      for event in try programmes.decide(command, on: day) { programmes.evolve(event) }
    } catch { throw .refused(step: "programma \(day)", why: error.text) }
    keep(.programme(command), CivilMoment(day, .hour(9)))
  }

  mutating func procedure(
    _ command: ProcedureCommand,
    at moment: CivilMoment
  ) throws(ShapeFault) {
    do throws(ProcedureRefusal) {
      for event in try procedures.decide(command, at: moment) { procedures.evolve(event) }
    } catch { throw .refused(step: "procedure \(moment)", why: error.text) }
    keep(.procedure(command), moment)
  }

  mutating func contract(_ command: ContractCommand, on day: CivilDate) throws(ShapeFault) {
    do throws(ContractRefusal) {
      for event in try contracts.decide(command, on: day) { contracts.evolve(event) }
    } catch { throw .refused(step: "contract \(day)", why: error.text) }
    keep(.contract(command), CivilMoment(day, .hour(9)))
  }

  mutating func coverage(_ command: CoverageCommand, on day: CivilDate) throws(ShapeFault) {
    do throws(CoverageRefusal) {
      for event in try coverage.decide(command, contracts: contracts, on: day) {
        coverage.evolve(event)
      }
    } catch { throw .refused(step: "dekking \(day)", why: "\(error)") }
    keep(.coverage(command), CivilMoment(day, .hour(9)))
  }

  private mutating func keep(_ action: CommissioningStep.Action, _ moment: CivilMoment) {
    steps.append(CommissioningStep(moment: moment, action: action))
  }
}

extension CivilTime {
  /// A whole hour of the day.
  static func hour(_ hour: Int) -> CivilTime {
    CivilTime(nanoseconds: Int64(hour) * 3_600_000_000_000)
  }
}

extension Label {
  /// A name that is known to be one.
  static func made(_ text: String) throws(ShapeFault) -> Label {
    guard let label = Label(text) else { throw .refused(step: text, why: "geen geldige code") }
    return label
  }
}

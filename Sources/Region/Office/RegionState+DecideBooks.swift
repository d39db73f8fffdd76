import Commissioning
import Landscape
import Quantities

extension RegionState {
  /// Lets the room of a book decide on a command; each refuses in its own words.
  func decideBook(_ command: Command, on today: CivilDate) throws(Refusal) -> [RegionEvent] {
    switch command {
    case .strategy(let command):
      do throws(StrategyRefusal) {
        return try strategies.decide(
          command,
          on: today,
          municipalities: profile?.municipalities ?? []
        ).map { .strategy($0) }
      } catch { throw .strategy(error) }
    case .contract(let command):
      do throws(ContractRefusal) {
        return try contracts.decide(command, on: today).map { .contract($0) }
      } catch { throw .contract(error) }
    case .procedure(let command, let moment):
      do throws(ProcedureRefusal) {
        return try procedures.decide(command, at: moment).map { .procedure($0) }
      } catch { throw .procedure(error) }
    case .programme(let command):
      do throws(ProgrammeRefusal) {
        return try programmes.decide(command, on: today).map { .programme($0) }
      } catch { throw .programme(error) }
    case .coverage, .transition, .supplier: return try decideSupply(command, on: today)
    case .open, .importPrices, .changeSettings, .take, .importDeliveries, .importAllocations:
      return []
    }
  }
}

extension Refusal {
  /// The refusal as a word, bounded, for programs: `contract.exists`.
  package var code: String {
    switch self {
    case .strategy(let refusal): "strategy.\(Self.word(refusal))"
    case .contract(let refusal): "contract.\(Self.word(refusal))"
    case .procedure(let refusal): "procedure.\(Self.word(refusal))"
    case .programme(let refusal): "programme.\(Self.word(refusal))"
    case .table: "table"
    case .coverage(let refusal): "coverage.\(Self.word(refusal))"
    case .transition(let refusal): "transition.\(Self.word(refusal))"
    case .supplier(let refusal): "supplier.\(Self.word(refusal))"
    case .alreadyOpen, .notOpen, .nothingChanges: "\(self)"
    }
  }

  /// The name of a case, without what it says.
  private static func word(_ refusal: some Error) -> String {
    String("\(refusal)".prefix { $0.isLetter })
  }
}

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
    case .contracts(let commands): return try decide(commands, on: today)
    case .procedure(let command, let moment):
      do throws(ProcedureRefusal) {
        try requireChosen(command)
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

extension RegionState {
  /// Decides on commands about contracts as one: the first that is refused refuses all.
  private func decide(
    _ commands: [ContractCommand],
    on today: CivilDate
  ) throws(Refusal) -> [RegionEvent] {
    var book = contracts
    var events: [ContractEvent] = []
    do throws(ContractRefusal) {
      for command in commands {
        let more = try book.decide(command, on: today)
        for event in more { book.evolve(event) }
        events += more
      }
    } catch { throw .contract(error) }
    guard !events.isEmpty else { throw .nothingChanges }
    return events.map { .contract($0) }
  }

  /// Refuses to prepare or publish a procedure for a segment of which a choice is not known: nobody
  /// can bid on what has not been chosen.
  private func requireChosen(_ command: ProcedureCommand) throws(ProcedureRefusal) {
    let reference: ProcedurePlan.SegmentReference?
    switch command {
    case .prepare(let plan): reference = plan.segment
    case .act(let code, .publish): reference = procedures.procedures[code]?.plan.segment
    case .act: return
    }
    guard let reference else { return }
    guard let strategy = strategies.current(reference.strategy)?.strategy else {
      throw .strategyNotAdopted(reference.strategy)
    }
    guard let segment = strategy.segment(reference.segment) else {
      throw .noSegment(reference.segment, of: reference.strategy)
    }
    let obstacles = segment.obstacles
    guard obstacles.isEmpty else { throw .segmentNotChosen(reference.segment, obstacles) }
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

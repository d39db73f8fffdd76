package import Access
import Journal
package import Claims
package import Commissioning
package import Landscape
package import Quantities
package import Rules

/// What someone asks of a region.
package enum Command: Sendable {
  /// Begins a region; once.
  case open(RegionProfile)
  /// Puts a new price list in force for verdicts from now on.
  case importPrices(PriceList)
  /// Changes the choices of the region.
  case changeSettings(RegionSettings)
  /// Judges a message that was received, or takes over one that the party sent itself.
  case take(MessageEnvelope, MessageContent)
  /// Judges a table of deliveries.
  case importDeliveries(TableImported, [DeliveredLine])
  /// Takes open allocations over, with what was awarded on them so far.
  case importAllocations(TableImported, [TakenOverAllocation])
  case strategy(StrategyCommand)
  case contract(ContractCommand)
  /// All of them or none, each after what the ones before it brought: a file of agreements.
  case contracts([ContractCommand])
  /// In a procedure the hour may decide, such as that of the closing.
  case procedure(ProcedureCommand, at: CivilMoment)
  case programme(ProgrammeCommand)
  case coverage(CoverageCommand)
  case transition(TransitionCommand)
  case supplier(SupplierCommand)
}

/// What a message says, typed; the contents of a message that breaks level 2 are not looked at.
package enum MessageContent: Sendable {
  case notRead
  case allocations(AllocationNotice)
  case allocationRequest(AllocationRequest)
  case changeRequest(ChangeRequest)
  case requestAnswer(RequestAnswer)
  case starts(StartMessage)
  case stops(StopMessage)
  case claim(ClaimNotice)
  case claimAnswer(ClaimAnswerNotice)
  /// A return message: the answer to a message of the other party, with all codes in it.
  case answer(ReturnNotice)
}

/// What a return message says about the message that it answers.
package struct ReturnNotice: Hashable, Sendable {
  /// The message that is answered.
  package let original: MessageKey
  /// All codes but "no remarks" and "not assessed".
  package let codes: [String]

  package init(original: MessageKey, codes: [String]) {
    self.original = original
    self.codes = codes
  }
}

/// Why a region does not do what it is asked.
package enum Refusal: Error, Hashable, Sendable {
  case alreadyOpen
  case notOpen
  case nothingChanges
  /// What is wrong with the lines of a table, held against what the region knows.
  case table(ImportRefusal)
  case strategy(StrategyRefusal)
  case contract(ContractRefusal)
  case procedure(ProcedureRefusal)
  case programme(ProgrammeRefusal)
  case coverage(CoverageRefusal)
  case transition(TransitionRefusal)
  case supplier(SupplierRefusal)

  /// The sentence for an official.
  package var text: BilingualText {
    switch self {
    case .alreadyOpen:
      BilingualText(
        "Deze regio is al geopend; een map kan maar een regio bevatten. Kies een andere map.",
        "This region is open already; a folder holds one region only. Choose another folder."
      )
    case .notOpen:
      BilingualText(
        "Deze regio is nog niet geopend; begin met `regie init`.",
        "This region is not open yet; begin with `regie init`."
      )
    case .nothingChanges:
      BilingualText(
        "Er verandert niets: dit stond al zo vast.",
        "Nothing changes: it stood like this already."
      )
    case .table(let refusal):
      BilingualText(
        refusal.findings.map { $0.description(in: .dutch) }.joined(separator: " "),
        refusal.findings.map { $0.description(in: .english) }.joined(separator: " ")
      )
    case .strategy(let refusal): BilingualText(refusal.text, refusal.english)
    case .contract(let refusal): BilingualText(refusal.text, refusal.english)
    case .procedure(let refusal): refusal.sentence
    case .programme(let refusal): refusal.sentence
    case .coverage(let refusal): refusal.text
    case .transition(let refusal): refusal.text
    case .supplier(let refusal): refusal.text
    }
  }
}

extension RegionState {
  /// Says which events a command leads to, or why it is refused; changes nothing.
  ///
  /// The day of the command is the one by whose rules is judged.
  package func decide(
    _ command: Command,
    on today: CivilDate
  ) throws(Refusal) -> [RegionEvent] {
    switch command {
    case .open(let profile):
      guard self.profile == nil else { throw .alreadyOpen }
      return [.opened(profile)]
    case .importPrices(let list):
      guard profile != nil else { throw .notOpen }
      guard pricing.imported == 0 || prices != list else { throw .nothingChanges }
      return [.pricesImported(list)]
    case .changeSettings(let chosen):
      guard profile != nil else { throw .notOpen }
      guard currentSettings != chosen else { throw .nothingChanges }
      return [.settingsChanged(chosen)]
    case .take(let envelope, let content):
      guard profile != nil else { throw .notOpen }
      return take(envelope, content, on: today)
    case .importDeliveries(let table, let lines):
      guard profile != nil else { throw .notOpen }
      return judge(table, lines, on: today)
    case .importAllocations(let table, let rows):
      guard profile != nil else { throw .notOpen }
      return try takeOver(table, rows, on: today)
    case .strategy, .contract, .contracts, .procedure, .programme, .coverage, .transition,
      .supplier:
      guard profile != nil else { throw .notOpen }
      return try decideBook(command, on: today)
    }
  }
}

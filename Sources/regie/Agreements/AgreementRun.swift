import Commissioning
import Journal
import Quantities
import Region
import Rules

/// Carries out what is asked about contracts, and says what came of it.
struct AgreementRun {
  let region: OpenRegion
  let output: OutputOptions
  let day: DayOptions

  /// Carries out everything that a file asks for as one command: all of it stands in the journal,
  /// or nothing when one thing of it is refused or the machine stops halfway.
  ///
  /// What stands in the register exactly so already is passed over, so a file can be given again.
  func perform(_ file: AgreementFile, from path: String) async throws {
    var findings = file.findings
    var todo: [AgreementFile.Item] = []
    let today = try Clock.day(day.today)
    var state = await region.office.published
    for item in file.items where !state.contracts.holds(item.command) {
      do throws(Refusal) {
        for event in try state.decide(.contract(item.command), on: today) {
          state.evolve(event, command: 0)
        }
        todo.append(item)
      } catch {
        findings.append(
          ImportFinding(
            line: item.line,
            column: nil,
            text: error.text.dutch,
            english: error.text.english
          )
        )
      }
    }
    guard findings.isEmpty else {
      throw ProgramFailure(.contractsRefused(file: path), ImportRefusal(findings), file: path)
    }
    if !todo.isEmpty { try await perform(.contracts(todo.map(\.command))) }
    let passed = file.items.count - todo.count
    guard !output.json, todo.isEmpty || passed > 0 else { return }
    Console.line(
      BilingualText(
        "\(passed) van \(file.items.count) stonden al zo vast.",
        "\(passed) of \(file.items.count) stood like this already."
      )
    )
  }

  /// Carries out commands of which none may be refused: all of them or nothing, as one.
  func perform(all commands: [ContractCommand]) async throws {
    try await perform(.contracts(commands))
  }

  /// Carries out one command, whose events stand in the journal together or not at all, and tells
  /// each of them.
  func perform(_ command: Command) async throws {
    let today = try Clock.day(day.today)
    let place = await region.office.published.head.position.rawValue
    let context = region.context("agreement-\(place)", body: command.canonicalBody, today: today)
    let answer: Answer
    do { answer = try await region.office.perform(command, context) } catch {
      throw ProgramFailure(any: error)
    }
    for (place, event) in answer.events.enumerated() {
      if case .contract(let event) = event { tell(event, at: answer.first.advanced(by: place)) }
    }
  }

  private func tell(_ event: ContractEvent, at position: Position) {
    guard output.json else { return Console.line(event.words) }
    Console.line(
      JSONWriter.object { json in
        json.field("event", event.name.rawValue)
        json.field("position", position.rawValue)
        json.field("contract", ifPresent: event.contract?.description)
        json.field("text", event.words[output.lang])
      }
    )
  }
}

extension AgreementRun {
  /// The code of a contract as it was typed.
  static func contract(_ text: String) throws -> ContractCode {
    if let code = ContractCode(text) { return code }
    throw ProgramFailure(
      Status.usage,
      "usage.contract",
      BilingualText(
        "\(text) is geen code van een contract; schrijf letters, cijfers, punten of streepjes.",
        "\(text) is not the code of a contract; write letters, digits, dots or dashes."
      )
    )
  }

  /// Opens the region of the options, carries one action on a contract out, and closes it.
  static func act(
    _ action: ContractAction,
    on code: String,
    _ options: FolderOptions,
    _ output: OutputOptions,
    _ day: DayOptions
  ) async throws {
    let contract = try self.contract(code)
    try await options.folder.whileOpen { region in
      try await AgreementRun(region: region, output: output, day: day)
        .perform(.contract(.act(contract, action)))
    }
  }
}

extension ContractBook {
  /// Whether what is asked stands in the register exactly so already.
  fileprivate func holds(_ command: ContractCommand) -> Bool {
    switch command {
    case .conclude(let draft): contracts[draft.code]?.draft == draft
    case .recordProvider(let record): providers[record.chamber] == record
    case .agreeTariff(let key, let version):
      tariffs.series[key]?.versions.contains(version) ?? false
    case .act: false
    }
  }
}

extension ContractEvent {
  /// The contract that the event is about; nil when it is about a provider or a lot.
  var contract: ContractCode? {
    switch self {
    case .concluded(let draft): draft.code
    case .happened(let code, _): code
    case .tariffAgreed(let key, _):
      if case .contract(let code) = key.scope { code } else { nil }
    case .providerRecorded: nil
    }
  }
}

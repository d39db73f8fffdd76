import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

/// A command that takes providers, contracts or tariffs in from a file.
protocol AgreementImport: RegionVerb {
  var file: String { get }
  /// What of a file is taken in.
  static var sections: [AgreementFile.Section] { get }
}

extension AgreementImport {
  /// Carries out everything that the file asks for, or nothing when one thing of it is refused.
  ///
  /// One command: a machine that stops halfway leaves nothing of it. What stands in the register
  /// exactly so already is passed over, so a file can be given again.
  func run() async throws {
    let body = try InputFile.bytes(file)
    let read = AgreementFile(body, sections: Self.sections)
    let today = try day.date()
    try await options.folder.whileOpen { region in
      let todo = try await accepted(read, region, on: today)
      if !todo.isEmpty {
        let command = Command.contracts(todo.map(\.command))
        Outcome.tell([try await region.perform(command, key: "agreement", on: today)], output)
      }
      let passed = read.items.count - todo.count
      guard !output.json, todo.isEmpty || passed > 0 else { return }
      Console.line(
        BilingualText(
          "\(passed) van \(read.items.count) stonden al zo vast.",
          "\(passed) of \(read.items.count) stood like this already."
        )
      )
    }
  }

  /// What of a file is to be done; every refusal of it at once.
  private func accepted(
    _ read: AgreementFile,
    _ region: OpenRegion,
    on today: CivilDate
  ) async throws -> [AgreementFile.Item] {
    var findings = read.findings
    var todo: [AgreementFile.Item] = []
    var state = await region.office.published
    for item in read.items where !state.contracts.holds(item.command) {
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
      throw ProgramFailure(.contractsRefused(file: file), ImportRefusal(findings), file: file)
    }
    return todo
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

import ArgumentParser
import Commissioning
import Quantities
import Region
import Rules

/// A contract, the region that it is in, and the day: the same for every action on a contract.
struct ContractOptions: ParsableArguments {
  @Argument(help: "The code of the contract.") var contract: String
  @OptionGroup var options: FolderOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions

  /// Carries an action on the contract out and tells what came of it.
  func act(_ action: ContractAction) async throws {
    let code = try OptionValue.contract(contract)
    let today = try day.date()
    try await options.folder.whileOpen { region in
      let answer = try await region.perform(
        .contract(.act(code, action)),
        key: "agreement",
        on: today
      )
      Outcome.tell([answer], output)
    }
  }
}

extension OptionValue {
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

  /// The value of an option, or a failure that says what to write.
  static func read<Value>(
    _ text: String,
    _ option: String,
    _ kind: DraftKind<Value>
  ) throws -> Value {
    if let value = kind.parse(text) { return value }
    throw ProgramFailure(
      Status.usage,
      "usage.value",
      BilingualText(
        "\(option) \(text) kan niet. \(kind.advice.dutch)",
        "\(option) \(text) is not possible. \(kind.advice.english)"
      )
    )
  }

  /// The value of an option that may be left out.
  static func read<Value>(
    ifPresent text: String?,
    _ option: String,
    _ kind: DraftKind<Value>
  ) throws -> Value? {
    try text.map { try read($0, option, kind) }
  }
}

import ArgumentParser
import Commissioning
import Quantities
import Rules

/// A contract, the region that it is in, and the day: the same for every action on a contract.
struct ContractOptions: ParsableArguments {
  @Argument(help: "The code of the contract.") var contract: String
  @OptionGroup var options: FolderOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions

  /// Carries an action on the contract out and tells what came of it.
  func act(_ action: ContractAction) async throws {
    try await AgreementRun.act(action, on: contract, options, output, day)
  }
}

extension OptionValue {
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

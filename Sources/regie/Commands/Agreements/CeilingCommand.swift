import ArgumentParser
import Commissioning
import Quantities
import Region

/// The procedure of a budget ceiling, step by step (contract standard, article 1.5).
struct CeilingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ceiling",
    abstract: "The budget ceiling of a contract: announce, decide, plan, warn, talk and settle.",
    subcommands: [
      Announce.self, Decide.self, Plan.self, Warn.self, Talk.self, Settle.self,
    ]
  )

  /// Announces a ceiling, six months before.
  struct Announce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Announce a ceiling, at least six months before its first day."
    )

    @Option(help: "The first day of the ceiling (yyyy-mm-dd).") var from: String
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .announceCeiling(from: try OptionValue.read(from, "--from", .date))
      )
    }
  }

  /// Decides period and amount, three months before.
  struct Decide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Decide the amount and the last day, at least three months before."
    )

    @Option(help: "The amount in cents.") var amount: String
    @Option(help: "The last day of the ceiling (yyyy-mm-dd).") var through: String
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .decideCeiling(
          amount: try OptionValue.read(amount, "--amount", .cents),
          through: try OptionValue.read(through, "--through", .date)
        )
      )
    }
  }

  /// Agrees the joint plan, two months before.
  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record the joint plan, at least two months before."
    )

    @OptionGroup var contract: ContractOptions

    func run() async throws { try await contract.act(.agreeCeilingPlan) }
  }

  /// Gives notice that the ceiling comes near.
  struct Warn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give notice from 70 % of the ceiling, or when an overrun is expected."
    )

    @Option(help: "What is used of the ceiling, in cents.") var used: String
    @Flag(help: "An overrun is expected.") var overrunExpected = false
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .warnOfCeiling(
          used: try OptionValue.read(used, "--used", .cents),
          isOverrunExpected: overrunExpected
        )
      )
    }
  }

  /// Records the talk.
  struct Talk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record the talk, within two weeks of the notice."
    )

    @OptionGroup var contract: ContractOptions

    func run() async throws { try await contract.act(.talkAboutCeiling) }
  }

  /// Decides what becomes of the ceiling.
  struct Settle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Decide after the talk: a new amount, or without one the ceiling stays."
    )

    @Option(help: "The new amount in cents.") var amount: String?
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .settleCeiling(amount: try OptionValue.read(ifPresent: amount, "--amount", .cents))
      )
    }
  }
}

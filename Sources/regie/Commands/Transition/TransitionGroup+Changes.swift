import ArgumentParser
import Commissioning
import Quantities
import Region
import Rules

extension TransitionGroup {
  /// Gives the reason for an allocation that departs from the advice.
  struct Reason: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Give the reason why an allocation departs from the advice; name no resident."
    )

    @Argument(help: "The code of the strategy that holds the advice.") var strategy: String
    @Option(help: "The municipality of the allocation.") var municipality: String
    @Option(help: "The number of the allocation.") var allocation: Int64
    @Option(help: "The reason.") var reason: String
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let key = TransitionSignal.Key(
        policy: try OptionValue.label(strategy, "STRATEGY"),
        trajectory: Trajectory.Name(
          municipality: try OptionValue.municipality(municipality),
          number: allocation
        )
      )
      try await at.carryOut(
        .transition(.giveReason(key, reason)),
        key: "transition-reason",
        BilingualText(
          "De reden bij toewijzing \(key.trajectory) is vastgelegd.",
          "The reason for allocation \(key.trajectory) is recorded."
        )
      )
    }
  }

  /// Takes the advice over for a municipality.
  struct Adopt: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that a municipality adopts the advice of a strategy for a product."
    )

    @Argument(help: "The code of the strategy that holds the advice.") var strategy: String
    @Option(help: "The municipality.") var municipality: String
    @Option(help: "The product code; more may be given.") var product: [String]
    @Option(help: "From which day on; by default the day of the command.") var from: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let first = try from.map { try OptionValue.date($0, "--from") } ?? today
      guard let period = OpenPeriod(from: first, through: nil) else { return }
      let adoption = TransitionAdoption(
        policy: try OptionValue.label(strategy, "STRATEGY"),
        municipality: try OptionValue.municipality(municipality),
        products: try product.map { try OptionValue.product($0) },
        period: period
      )
      try await at.carryOut(
        .transition(.adopt(adoption)),
        key: "transition-adopt",
        BilingualText(
          "Gemeente \(municipality) volgt het advies van \(strategy) vanaf \(first.dutchText).",
          "Municipality \(municipality) follows the advice of \(strategy) from \(first) on."
        )
      )
    }
  }

  /// Ends the adoption of a municipality.
  struct Withdraw: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that a municipality follows the advice no longer, and why."
    )

    @Argument(help: "The code of the strategy that holds the advice.") var strategy: String
    @Option(help: "The municipality.") var municipality: String
    @Option(help: "The last day on which it follows the advice.") var last: String
    @Option(help: "The reason.") var reason: String
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let last = try OptionValue.date(last, "--last")
      let command = TransitionCommand.withdraw(
        try OptionValue.label(strategy, "STRATEGY"),
        try OptionValue.municipality(municipality),
        last: last,
        reason: reason
      )
      try await at.carryOut(
        .transition(command),
        key: "transition-withdraw",
        BilingualText(
          "Gemeente \(municipality) volgt het advies van \(strategy) tot en met \(last.dutchText).",
          "Municipality \(municipality) follows the advice of \(strategy) through \(last)."
        )
      )
    }
  }

  /// Marks a company of the municipalities themselves.
  struct Own: RegionVerb {
    static let configuration = CommandConfiguration(
      commandName: "own-delivery",
      abstract: "Mark a provider as a company of the municipalities (inbesteding)."
    )

    @Argument(help: "The AGB code of the company.") var provider: String
    @Option(help: "Its name.") var name: String
    @OptionGroup var basis: BasisOptions
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let own = OwnDelivery(
        provider: try OptionValue.claimCode(provider, "PROVIDER"),
        name: name,
        basis: try basis.basis()
      )
      try await at.carryOut(
        .transition(.markOwnDelivery(own)),
        key: "transition-own-delivery",
        BilingualText(
          "\(name) valt als eigen uitvoering buiten de inkoop.",
          "\(name) is own delivery and outside purchasing."
        )
      )
    }
  }
}

import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

/// What changes between the old contracts and the new, and what the advice says of it.
struct TransitionGroup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transition",
    abstract: "Old and new contracted providers, the advice between them, signals and reasons.",
    discussion: "The advice signals and asks for a reason; it never blocks an allocation.",
    subcommands: [
      Show.self, Rules.self, Signals.self, Signal.self, Reason.self, Adopt.self, Withdraw.self,
      Own.self,
    ]
  )

  /// Prints the difference between two sets of contracted providers.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show who leaves, stays and enters, with the residents affected.",
      discussion:
        "A strategy as --from stands for its last day, as --to for its first. Own delivery and "
        + "allocations without a product code are not counted."
    )

    @Option(help: "The earlier day (yyyy-mm-dd), or the code of a strategy.") var from: String
    @Option(help: "The later day (yyyy-mm-dd), or the code of a strategy.") var to: String
    @Option(help: "Only this municipality.") var municipality: String?
    @Option(help: "Only this product code.") var product: String?
    @Flag(help: "Hide small counts of residents, for who is not part of the case level.")
    var publish = false
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let state = try await options.folder.openForReading().state
      let after = try TransitionDay.first(to, in: state)
      let before = try TransitionDay.last(from, in: state, before: after)
      let difference = state.contractedDifference(
        from: before,
        to: after,
        municipalities: try municipality.map { [try OptionValue.municipality($0)] } ?? [],
        products: try product.map { [try OptionValue.product($0)] } ?? []
      )
      let silent = state.contracts.providersWithoutProfile(on: after)
      if output.json {
        Console.line(TransitionWords.json(difference, silent, isPublished: publish))
      } else {
        for line in TransitionWords.lines(difference, silent, isPublished: publish) {
          Console.line(line)
        }
      }
    }
  }

  /// Prints the rules of the policies with their lines.
  struct Rules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the transition rules of the strategies, and who adopted them."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let state = try await options.folder.openForReading().state
      for policy in state.transitionPolicies {
        for clause in policy.clauses {
          if output.json {
            Console.line(TransitionWords.json(clause, of: policy))
          } else {
            Console.line(TransitionWords.line(clause, of: policy))
          }
        }
        for adoption in state.transition.adoptions where adoption.policy == policy.code {
          if output.json {
            Console.line(TransitionWords.json(adoption))
          } else {
            Console.line(TransitionWords.line(adoption))
          }
        }
      }
    }
  }

  /// Lists the signals.
  struct Signals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the allocations that depart from advice that was adopted."
    )

    @Option(help: "Only allocations that came after this position of the journal.")
    var after: Int64 = 0
    @Flag(help: "Only those for which no reason was given.") var open = false
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let state = try await options.folder.openForReading().state
      for signal in state.transitionSignals(after: after) {
        let reason = state.transition.reasons[signal.key]
        if open, reason != nil { continue }
        if output.json {
          Console.line(TransitionWords.json(signal, reason, output.lang))
        } else {
          Console.line(TransitionWords.line(signal, reason))
        }
      }
    }
  }

  /// Says what the advice holds of one allocation.
  struct Signal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what each policy holds of one allocation, also when it is in order."
    )

    @Option(help: "The municipality of the allocation.") var municipality: String
    @Option(help: "The number of the allocation.") var allocation: Int64
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let name = Trajectory.Name(
        municipality: try OptionValue.municipality(municipality),
        number: allocation
      )
      let state = try await options.folder.openForReading().state
      guard let trajectory = state.trajectories().first(where: { $0.name == name }) else {
        throw TransitionWords.unknown(name)
      }
      let index = ContractedIndex(state.contracts)
      for policy in state.transitionPolicies {
        let judge = TransitionJudge(policy, book: state.transition, contracts: index)
        let verdict = judge.verdict(on: trajectory)
        if output.json {
          Console.line(TransitionWords.json(verdict, of: policy, name, output.lang))
        } else {
          Console.line("\(name)\t\(policy.code)\t" + TransitionWords.text(verdict)[output.lang])
        }
      }
    }
  }
}

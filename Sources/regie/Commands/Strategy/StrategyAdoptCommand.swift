import ArgumentParser
import Digests
import Journal
import Landscape
import Quantities
import Region
import Rules

extension StrategyCommand {
  /// Adopts a strategy in a region, after showing what it does to contracts that run.
  struct Adopt: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Adopt a strategy in a region; shows first what it does to running contracts.",
      discussion:
        "When running contracts change, nothing is written without --yes, and the exit code is 77."
    )

    @Argument(help: "The strategy file.") var file: String
    @Option(help: "The decision by which it is adopted, by its code in the file.")
    var decision: String?
    @Option(help: "Why it is adopted or changed.") var reason: String?
    @Flag(help: "Adopt it although running contracts change.") var yes = false
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let strategy = try StrategyInput.strategy(of: file)
      let today = try day.date()
      let command = StrategyInput.adopting(strategy, decision: decision, reason: reason)
      try await options.folder.whileOpen { region in
        let state = await region.office.published
        // What is refused anyway is refused before anything is shown.
        try await region.foresee([command], on: today)
        let impact = StrategyImpact(
          of: strategy,
          on: today,
          strategies: state.strategies,
          contracts: state.contracts
        )
        let isAdopted = yes || !impact.needsConsent
        if isAdopted {
          _ = try await region.change(
            command,
            key: "strategy-adopt",
            body: strategy.bytes,
            on: today
          )
        }
        report(strategy, impact, isAdopted: isAdopted)
        guard isAdopted else { throw Self.consentMissing(impact) }
      }
    }

    private func report(_ strategy: Strategy, _ impact: StrategyImpact, isAdopted: Bool) {
      guard !output.json else {
        Console.line(
          JSONWriter.object { json in
            json.field("strategy", strategy.code)
            json.field("adopted", isAdopted)
            impact.write(to: &json, in: Speech.current.language)
          }
        )
        return
      }
      for line in impact.lines(in: Speech.current.language) { Console.line(line) }
      guard isAdopted else { return }
      Console.line("")
      Console.line(
        BilingualText(
          "Strategie \(strategy.code) (\(strategy.name)) is vastgesteld.",
          "Strategy \(strategy.code) (\(strategy.name)) is adopted."
        )
      )
    }

    private static func consentMissing(_ impact: StrategyImpact) -> ProgramFailure {
      let count = impact.contracts.count
      return ProgramFailure(
        Status.notAllowed,
        "strategy.touchesContracts",
        BilingualText(
          "De strategie is niet vastgesteld: er veranderen lopende contracten (\(count)). Bekijk ze "
            + "hierboven en geef de opdracht opnieuw met --yes als dat de bedoeling is.",
          "The strategy is not adopted: running contracts change (\(count)). Look at them above and "
            + "give the command again with --yes if that is meant."
        )
      )
    }
  }

  /// Lists the strategies of a region.
  struct List: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "List the adopted strategies of a region and which of them hold."
    )

    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let book = try await options.folder.openForReading().state.strategies
      for adoption in book.adoptions { tell(adoption, in: book, on: today) }
      guard book.adoptions.isEmpty, !output.json else { return }
      Console.line(
        BilingualText(
          "Er is nog geen strategie vastgesteld; dat doet regie strategy adopt.",
          "No strategy is adopted yet; regie strategy adopt does that."
        )
      )
    }

    private func tell(
      _ adoption: StrategyAdoption,
      in book: StrategyBook,
      on today: CivilDate
    ) {
      let strategy = adoption.strategy
      let isLatest = book.current(strategy.code) == adoption
      let days = isLatest ? book.days(of: strategy) : nil
      let holds = days?.contains(today) ?? false
      guard !output.json else {
        Console.line(
          JSONWriter.object { json in
            json.field("strategy", strategy.code)
            json.field("name", strategy.name)
            json.field("law", strategy.law.rawValue)
            json.field("adopted", adoption.on.description)
            json.field("decision", ifPresent: adoption.decision)
            json.field("reason", ifPresent: adoption.reason)
            json.field("digest", adoption.digest.description)
            json.field("latest", isLatest)
            json.field("from", ifPresent: days?.first.description)
            json.field("through", ifPresent: days?.last?.description)
            json.field("holds", holds)
          }
        )
        return
      }
      let state: BilingualText =
        if !isLatest {
          BilingualText("vervangen", "replaced")
        } else if holds {
          BilingualText("geldt", "holds")
        } else { BilingualText("geldt niet", "does not hold") }
      let cells = [
        strategy.code, strategy.law.rawValue, adoption.on.description,
        adoption.decision ?? "-", days?.first.description ?? "-",
        days?.last?.description ?? "-", state[output.lang], strategy.name,
      ]
      Console.line(cells.joined(separator: "\t"))
    }
  }
}

extension StrategyInput {
  /// The command that adopts a strategy, with the digest of its canonical document.
  static func adopting(
    _ strategy: Strategy,
    decision: String? = nil,
    reason: String? = nil
  ) -> Command {
    .strategy(
      .adopt(
        strategy,
        digest: StandardDigest.sha256(strategy.bytes.span),
        decision: decision,
        reason: reason
      )
    )
  }

  /// The strategy of a file, or with a folder the adopted one of a code.
  static func strategy(of name: String, in source: StrategySourceOptions) async throws -> Strategy {
    guard let folder = source.folder else { return try strategy(of: name) }
    let book = try await folder.openForReading().state.strategies
    if let adoption = book.current(name) { return adoption.strategy }
    let known = book.current.map(\.strategy.code).joined(separator: ", ")
    throw ProgramFailure(
      Status.noSuchFile,
      "strategy.missing",
      BilingualText(
        "Strategie \(name) is in deze map niet vastgesteld. Wel: \(known.isEmpty ? "geen" : known).",
        "Strategy \(name) is not adopted in this folder. These are: \(known.isEmpty ? "none" : known)."
      )
    )
  }
}

/// Where a strategy comes from: a file, or the folder of a region that adopted it.
struct StrategySourceOptions: ParsableArguments {
  @Option(help: "The data folder of a region; the argument is then the code of a strategy in it.")
  var data: String?

  var folder: DataFolder? { data.map { DataFolder($0, key: nil) } }
}

import ArgumentParser
import Commissioning
import Quantities
import Region
import Rules

/// Raises the tariffs of a contract into a year, with prognosis and correction.
struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index the tariffs of a contract into a year (OVA and PPC, with correction).",
    discussion: """
      An index is given as YEAR=PROGNOSIS or YEAR=PROGNOSIS/FINAL in percentages, such as \
      --ova 2025=4,5/4,8 --ova 2026=3,1. The difference of the year before is corrected, except in \
      the first year after the contract began.
      """
  )

  @Option(help: "The year from which the new prices hold.") var into: Int
  @Option(help: "OVA of a year; repeat for more.") var ova: [String] = []
  @Option(help: "PPC of a year; repeat for more.") var ppc: [String] = []
  @Option(help: "The weight of OVA as a percentage; PPC has the rest.") var personnel = "90"
  @Flag(help: "Only show the new prices; nothing is agreed.") var dryRun = false
  @OptionGroup var contract: ContractOptions

  func run() async throws {
    let code = try OptionValue.contract(contract.contract)
    let weight: Rate = try OptionValue.read(personnel, "--personnel", .percentage)
    guard let first = CivilDate(year: into, month: 1, day: 1),
      let rule = Indexation(
        personnel: weight,
        material: Rate(millionths: 1_000_000 - weight.millionths),
        basis: .standard("artikel 3.2: indexering met OVA en PPC")
      )
    else {
      throw ProgramFailure(
        Status.usage,
        "usage.value",
        BilingualText(
          "Geef met --into een jaar en met --personnel een percentage van 0 tot en met 100.",
          "Give a year with --into and a percentage from 0 to 100 with --personnel."
        )
      )
    }
    let indices = (try series(ova, "--ova"), try series(ppc, "--ppc"))
    try await contract.options.folder.whileOpen { region in
      let book = await region.office.published.contracts
      guard let found = book.contracts[code] else {
        throw ProgramFailure(OfficeFailure.refused(.contract(.unknown(code))))
      }
      let tariffs: [ContractBook.IndexedTariff]
      do throws(IndexationGap) {
        let step = try rule.step(
          into: into,
          personnel: indices.0,
          material: indices.1,
          firstContractYear: found.term.start.parts.year
        )
        tariffs = try book.indexed(found, by: step, from: first, basis: rule.basis)
      } catch {
        throw ProgramFailure(
          Status.invalidInput,
          "indexation.gap",
          BilingualText(error.text, error.text)
        )
      }
      try await carryOut(tariffs, region)
    }
  }

  private func carryOut(
    _ tariffs: [ContractBook.IndexedTariff],
    _ region: OpenRegion
  ) async throws {
    guard !tariffs.isEmpty else {
      Console.line(
        BilingualText(
          "Er is geen tarief om te indexeren op de dag voor \(into).",
          "There is no tariff to index on the day before \(into)."
        )
      )
      return
    }
    if dryRun {
      for indexed in tariffs {
        Console.line(
          "\(indexed.key.product)\t\(indexed.before.price.text(in: contract.output.lang))\t"
            + "\(indexed.tariff.price.text(in: contract.output.lang))"
        )
      }
      return
    }
    // None may be refused: all of them or nothing.
    let today = try contract.day.date()
    let all = Command.contracts(tariffs.map { .agreeTariff($0.key, $0.tariff) })
    Outcome.tell([try await region.perform(all, key: "agreement", on: today)], contract.output)
  }

  private func series(_ texts: [String], _ option: String) throws -> IndexSeries {
    var years: [Int: IndexSeries.Year] = [:]
    for text in texts {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      let rates =
        parts.last?.split(separator: "/", omittingEmptySubsequences: false)
        .map { Rate(percent: $0) } ?? []
      guard parts.count == 2, let year = Int(parts[0]), (1...2).contains(rates.count),
        let prognosis = rates[0], rates.count == 1 || rates[1] != nil
      else {
        throw ProgramFailure(
          Status.usage,
          "usage.value",
          BilingualText(
            "\(option) \(text) kan niet; schrijf 2026=3,1 of 2025=4,5/4,8.",
            "\(option) \(text) is not possible; write 2026=3,1 or 2025=4,5/4,8."
          )
        )
      }
      years[year] = IndexSeries.Year(
        prognosis: prognosis,
        final: rates.count == 2 ? rates[1] : nil
      )
    }
    return IndexSeries(years)
  }
}

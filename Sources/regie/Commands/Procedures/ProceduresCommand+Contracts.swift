import ArgumentParser
import Commissioning
import Journal
import Quantities
import Rules

extension ProceduresCommand {
  /// Writes what the contracts with the winners will be.
  struct Contracts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the contracts that a final award or an admission leads to, with their KPIs."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The file to write to: an object of JSON per line.") var out: String

    func run() async throws {
      let procedure = try await subject.read()
      let contracts = AwardedContract.all(of: procedure)
      let lines = contracts.map { contract in
        JSONWriter.object { json in write(contract, of: procedure, to: &json) } + [0x0A]
      }
      try DurableText.replace(out, with: Array(lines.joined()))
      if subject.output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("contracts", Int64(contracts.count))
            json.field("file", out)
          }
        )
      } else {
        Console.line(
          BilingualText(
            "\(contracts.count) contracten in \(out).",
            "\(contracts.count) contracts in \(out)."
          )
        )
      }
    }

    private func write(
      _ contract: AwardedContract,
      of procedure: ProcurementProcedure,
      to json: inout JSONWriter
    ) {
      json.field("contract", contract.code.description)
      json.field("procedure", procedure.plan.code.description)
      json.field("lot", contract.lot.description)
      json.field("provider", contract.provider.description)
      json.field("start", contract.start.description)
      json.array("municipalities") { json in
        for code in contract.municipalities { json.string(code.description) }
      }
      json.array("kpis") { json in
        for indicator in contract.indicators {
          json.object { json in
            json.field("kpi", indicator.name)
            json.field("criterion", indicator.criterion.description)
            json.field("text", indicator.text)
          }
        }
      }
      json.array("requirements") { json in
        for requirement in procedure.plan.requirements {
          json.object { json in
            json.field("requirement", requirement.code.description)
            json.field("text", requirement.text)
            json.field("test", ifPresent: requirement.test)
            json.field("basis", requirement.basis.dutchText)
          }
        }
      }
    }
  }
}

import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

extension ContractForm: ExpressibleByArgument {}
extension DeliveryVariant: ExpressibleByArgument {}

extension ProceduresCommand {
  /// Writes what the contracts with the winners will be.
  struct Contracts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the contracts that a final award or an admission leads to, as a file.",
      discussion: """
        The file is one that `regie agreements conclude` reads. What the procedure does not know \
        (form, variant, term, products) comes from the options, or is filled in by hand. An award \
        criterion with a KPI becomes a clause of the contract.
        """
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The file to write to (JSON).") var out: String
    @Option(help: "The form of the contracts: a, b, c or d.") var form: ContractForm?
    @Option(help: "How support is agreed and paid for.") var variant: DeliveryVariant?
    @Option(help: "The term, such as 3+1+1.") var term: String?
    @Option(help: "The code of a product; repeat for more.") var product: [String] = []

    func validate() throws {
      guard term == nil || term.flatMap({ TermPattern($0) }) != nil else {
        throw ValidationError("--term must be a term such as 3+1+1.")
      }
      guard product.allSatisfy({ ProductCode($0) != nil }) else {
        throw ValidationError("--product must be the code of a product.")
      }
    }

    func run() async throws {
      let state = try await subject.options.folder.openForReading().state
      let procedure = try subject.procedure(in: state)
      let contracts = AwardedContract.all(of: procedure)
      let file = JSONWriter.object { json in
        json.array("contracten") { json in
          for contract in contracts {
            let record = state.contracts.providers[contract.provider]
            json.object { json in write(contract, of: procedure, record, to: &json) }
          }
        }
      }
      try DurableText.replace(out, with: file + [0x0A])
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
            "\(CountedNoun.contract.text(contracts.count).dutch) in \(out). Vul aan wat ontbreekt, en sluit ze met regie "
              + "agreements conclude.",
            "\(CountedNoun.contract.text(contracts.count).english) in \(out). Fill in what is missing, and conclude them with "
              + "regie agreements conclude."
          )
        )
      }
    }
  }
}

// MARK: - The file

extension ProceduresCommand.Contracts {
  private func write(
    _ contract: AwardedContract,
    of procedure: ProcurementProcedure,
    _ record: ProviderRecord?,
    to json: inout JSONWriter
  ) {
    json.field("code", contract.code.description)
    json.field("aanbieder", contract.provider.description)
    json.array("agb") { json in
      for code in record?.codes(on: contract.start) ?? [] { json.string(code.description) }
    }
    json.field("perceel", contract.lot.description)
    json.array("gemeenten") { json in
      for code in contract.municipalities { json.string(code.description) }
    }
    if !product.isEmpty {
      json.array("producten") { json in for code in product { json.string(code) } }
    }
    json.field("vorm", ifPresent: form?.rawValue)
    json.field("variant", ifPresent: variant?.rawValue)
    json.field("start", contract.start.description)
    json.field("looptijd", ifPresent: term)
    json.array("documenten") { json in
      for part in contract.parts(of: procedure) { write(part, to: &json) }
    }
  }

  /// A document with its clauses, as the file of contracts has them.
  private func write(_ part: ContractPart, to json: inout JSONWriter) {
    json.object { json in
      json.field("code", part.code.description)
      json.field("soort", part.kind.rawValue)
      json.field("titel", part.title)
      json.field("vanaf", part.period.first.description)
      json.array("bepalingen") { json in
        for clause in part.clauses {
          json.object { json in
            json.field("onderwerp", clause.subject)
            json.field("plaats", clause.place)
            json.field("tekst", clause.text)
          }
        }
      }
    }
  }
}

import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

extension AgreementsCommand {
  /// What asks for attention, with the clause beside it.
  struct Alerts: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "What about contracts asks for attention on a day, with the clause beside it."
    )

    @Argument(help: "The code of one contract; without it all that have not ended.")
    var contract: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let state = try await options.folder.openForReading().state
      let contracts = try contracts(in: state.contracts, on: today)
      let facts = state.deliveryFacts(of: contracts, on: today)
      for contract in contracts {
        let duties = ContractDuties(
          contract,
          facts: facts[contract.draft.code] ?? ContractFacts(),
          today: today,
          now: Clock.now
        )
        for alert in duties.alerts { tell(alert, contract) }
      }
      for unknown in state.unknownAgreements(in: contracts) { tell(unknown) }
      guard contract == nil else { return }
      for conflict in AgreementIndex.make(state.contracts).conflicts { tell(conflict) }
    }

    private func contracts(
      in book: ContractBook,
      on today: CivilDate
    ) throws -> [Contract] {
      guard let text = contract else {
        return book.contracts.values.filter { $0.lastDay >= today }
          .sorted { $0.draft.code < $1.draft.code }
      }
      let code = try OptionValue.contract(text)
      guard let found = book.contracts[code] else {
        throw ProgramFailure(OfficeFailure.refused(.contract(.unknown(code))))
      }
      return [found]
    }

    private func tell(_ alert: ContractAlert, _ contract: Contract) {
      guard !output.json else {
        Console.line(
          JSONWriter.object { json in
            json.field("contract", contract.draft.code.description)
            json.field("duty", alert.duty.rawValue)
            json.field("urgency", "\(alert.urgency)")
            json.field("subject", ifPresent: alert.subject)
            json.field("due", ifPresent: alert.due?.description)
            json.field("text", alert.text[output.lang])
            json.field("clause", alert.clause.text[output.lang])
            json.field("assumption", alert.clause.isAssumption)
          }
        )
        return
      }
      let due = alert.due?.description ?? "-"
      Console.line(
        "\(contract.draft.code)\t\(alert.urgency.words[output.lang])\t\(due)\t"
          + "\(alert.text[output.lang]) [\(alert.clause.text[output.lang])]"
      )
    }

    private func tell(_ unknown: UnknownAgreement) {
      guard !output.json else {
        Console.line(
          JSONWriter.object { json in
            json.field("contract", unknown.contract.description)
            json.field("duty", "onbekend-in-strategie")
            json.field("urgency", "\(ContractAlert.Urgency.information)")
            json.field("text", unknown.text[output.lang])
          }
        )
        return
      }
      Console.line(
        "\(unknown.contract)\t\(ContractAlert.Urgency.information.words[output.lang])\t-\t"
          + unknown.text[output.lang]
      )
    }

    private func tell(_ conflict: AgreementConflict) {
      guard !output.json else {
        Console.line(
          JSONWriter.object { json in
            json.texts("contracts", conflict.contracts.map(\.description))
            json.field("duty", "dubbele-prijs")
            json.field("product", conflict.product.description)
            json.field("municipality", conflict.municipality.description)
            json.field("from", conflict.from.description)
            json.field("text", conflict.text[output.lang])
          }
        )
        return
      }
      Console.line(
        "\(conflict.contracts.map(\.description).joined(separator: " "))\t"
          + "\(ContractAlert.Urgency.due.words[output.lang])\t-\t\(conflict.text[output.lang])"
      )
    }
  }
}

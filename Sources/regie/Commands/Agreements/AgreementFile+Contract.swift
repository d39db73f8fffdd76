import Commissioning
import Quantities
import Rules

extension AgreementFile {
  /// The contract of a block with the tariffs of its own; nil when something of it is missing.
  static func contract(_ record: DraftRecord) -> (draft: ContractDraft, [ContractCommand])? {
    let code: ContractCode? = record.value("code", .label())
    let provider: ChamberNumber? = record.value("aanbieder", .digits)
    let claimCodes: [ProviderCode] = record.values("agb", .digits)
    let lot: LotCode? = record.value("perceel", ifPresent: .label())
    let municipalities: [MunicipalityCode] = record.values("gemeenten", .digits)
    let products = record.values("producten", .product)
    let form: ContractForm? = record.value("vorm", .word())
    let variant: DeliveryVariant? = record.value("variant", .word())
    let start = record.value("start", .date)
    let mode: TermPattern.Mode = record.value("wijze", ifPresent: .word()) ?? .option
    let pattern = record.value("looptijd", .pattern(mode))
    let missed: ContractTerm.MissedYear? = record.value("gemist_jaar", ifPresent: .word())
    let reason = record.value("motivering", ifPresent: .text)
    let ceiling = record.value("plafond_mogelijk", ifPresent: .flag)
    let dissolution = record.value("ontbinding_na_eerste_jaar", ifPresent: .flag)
    let order: [ContractPart.Kind] = record.values("rangorde", .word())
    let basis = basis(record)
    let parts = record.records("documenten").compactMap(part)
    let tariffs = record.records("tarieven").compactMap { tariff -> ContractCommand? in
      let command = self.tariff(tariff, for: code.map { .contract($0) })
      tariff.finish()
      return command
    }
    guard let code, let provider, let form, let variant, let start, let pattern else { return nil }
    let draft = ContractDraft(
      code: code,
      provider: provider,
      claimCodes: claimCodes,
      lot: lot,
      municipalities: municipalities.sorted(),
      products: products,
      form: form,
      variant: variant,
      start: start,
      pattern: pattern,
      missedYear: missed ?? .skipped,
      reasonForLength: reason,
      mayBringInCeiling: ceiling ?? false,
      mayDissolveAfterFirstYear: dissolution ?? false,
      precedence: order.isEmpty ? .usual : Precedence(order, basis: basis),
      parts: parts
    )
    return (draft, tariffs)
  }

  /// A document of a contract, with its clauses.
  static func part(_ record: DraftRecord) -> ContractPart? {
    let code: Label<ContractPart>? = record.value("code", .label())
    let kind: ContractPart.Kind? = record.value("soort", .word())
    let title = record.value("titel", .text)
    let period = period(record)
    let clauses = record.records("bepalingen").compactMap { clause -> ContractClause? in
      let subject = clause.value("onderwerp", .text)
      let place = clause.value("plaats", .text)
      let text = clause.value("tekst", .text)
      clause.finish()
      guard let subject, let place, let text else { return nil }
      return ContractClause(subject: subject, place: place, text: text)
    }
    record.finish()
    guard let code, let kind, let title, let period else { return nil }
    return ContractPart(code: code, kind: kind, title: title, period: period, clauses: clauses)
  }
}

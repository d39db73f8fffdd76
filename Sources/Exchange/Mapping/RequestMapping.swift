import Access
import Messages
import People
import Quantities

/// Turns requests of providers, and the municipality's word on them, into what the rules judge.
struct RequestMapping {
  private let fields: MessageFields

  init(_ fields: MessageFields) { self.fields = fields }

  /// The request of a 315; nil when an element is missing that the format check should have
  /// demanded.
  func request(_ client: ClientKey) -> AllocationRequest? {
    let path = "AangevraagdProduct"
    guard let municipality = fields.municipality, let provider = fields.provider,
      let dated = fields.dated
    else { return nil }
    var products: [RequestedProduct] = []
    for row in 0..<fields.count(path) {
      guard let reference = fields.text("\(path)/ReferentieAanbieder", row),
        let from = fields.date("\(path)/ToewijzingIngangsdatum", row)
      else { return nil }
      let through = fields.date("\(path)/ToewijzingEinddatum", row)
      products.append(
        RequestedProduct(
          reference: reference,
          terms: terms(path, row, from: from, through: through),
          decisionNumber: fields.integer("\(path)/BeschikkingNummer", row),
          decisionFrom: fields.date("\(path)/BeschikkingIngangsdatum", row)
        )
      )
    }
    return AllocationRequest(
      municipality: municipality,
      provider: provider,
      client: client,
      dated: dated,
      products: products
    )
  }

  /// The request of a 317; nil when an element is missing that the format check should have
  /// demanded.
  ///
  /// Whether the client is known is for the region to say; here nobody is.
  func change(_ client: ClientKey) -> ChangeRequest? {
    guard let municipality = fields.municipality, let provider = fields.provider,
      let dated = fields.dated, let reference = fields.text("Verzoek/ReferentieAanbieder"),
      let reason = fields.text("Verzoek/RedenVerzoek").flatMap({ UInt8($0) })
        .flatMap({ RequestedChange.Reason(rawValue: $0) }),
      let changed = changed(), let new = new()
    else { return nil }
    let unchanged = (0..<fields.count("OngewijzigdProduct")).compactMap { row in
      fields.integer("OngewijzigdProduct/ToewijzingNummer", row)
    }
    return ChangeRequest(
      municipality: municipality,
      provider: provider,
      client: client,
      clientKnown: false,
      dated: dated,
      reference: reference,
      change: RequestedChange(reason: reason, unchanged: unchanged, changed: changed, new: new)
    )
  }

  /// The municipality's word of a 319; nil when an element is missing that the format check should
  /// have demanded.
  func answer() -> RequestAnswer? {
    guard let municipality = fields.municipality, let provider = fields.provider,
      let reference = fields.text("Antwoord/ReferentieAanbieder")
    else { return nil }
    let answer: RequestAnswer.Answer
    switch fields.text("Antwoord/VerzoekAntwoord") {
    case "1":
      guard
        let reason = fields.text("Antwoord/RedenAfwijzingVerzoek")
          .flatMap({ RejectionReason(code: $0) })
      else { return nil }
      answer = .rejected(reason)
    case "2": answer = .underInvestigation
    default: return nil
    }
    return RequestAnswer(
      municipality: municipality,
      provider: provider,
      reference: reference,
      answer: answer
    )
  }

  private func changed() -> [ChangedProduct]? {
    let path = "TeWijzigenProduct"
    var products: [ChangedProduct] = []
    for row in 0..<fields.count(path) {
      guard let number = fields.integer("\(path)/ToewijzingNummer", row),
        let from = fields.date("\(path)/GewensteIngangsdatum", row)
      else { return nil }
      products.append(
        ChangedProduct(
          number: number,
          from: from,
          through: fields.date("\(path)/Einddatum", row),
          volume: fields.volume(path, row),
          budget: fields.budget(path, row)
        )
      )
    }
    return products
  }

  private func new() -> [AllocationTerms]? {
    let path = "NieuwProduct"
    var products: [AllocationTerms] = []
    for row in 0..<fields.count(path) {
      guard let from = fields.date("\(path)/GewensteIngangsdatum", row) else { return nil }
      let through = fields.date("\(path)/Einddatum", row)
      products.append(terms(path, row, from: from, through: through))
    }
    return products
  }

  private func terms(
    _ path: String,
    _ row: Int,
    from: CivilDate,
    through: CivilDate?
  ) -> AllocationTerms {
    AllocationTerms(
      category: fields.category(path, row),
      code: fields.code(path, row),
      from: from,
      through: through,
      volume: fields.volume(path, row),
      budget: fields.budget(path, row)
    )
  }
}

import Access
import Messages
import People
import Quantities

/// Turns an allocation message into the notice that the rules judge.
struct AllocationMapping {
  private let fields: MessageFields

  init(_ fields: MessageFields) { self.fields = fields }

  /// The notice; nil when an element is missing that the format check should have demanded.
  func notice(_ client: ClientKey) -> AllocationNotice? {
    guard let municipality = fields.municipality, let provider = fields.provider else {
      return nil
    }
    var products: [AllocatedProduct] = []
    for row in 0..<fields.count("ToegewezenProduct") {
      guard let product = product(row) else { return nil }
      products.append(product)
    }
    return AllocationNotice(
      municipality: municipality,
      provider: provider,
      client: client,
      products: products
    )
  }

  private func product(_ row: Int) -> AllocatedProduct? {
    let path = "ToegewezenProduct"
    guard let number = fields.integer("\(path)/ToewijzingNummer", row),
      let decidedOn = fields.date("\(path)/Toewijzingsdatum", row),
      let decidedAt = fields.text("\(path)/Toewijzingstijd", row).flatMap({ CivilTime($0) }),
      let from = fields.date("\(path)/Ingangsdatum", row)
    else { return nil }
    let terms = AllocationTerms(
      category: fields.category(path, row),
      code: fields.code(path, row),
      from: from,
      through: fields.date("\(path)/Einddatum", row),
      volume: fields.volume(path, row),
      budget: fields.budget(path, row)
    )
    return AllocatedProduct(
      number: number,
      decided: DecisionMoment(on: decidedOn, at: decidedAt),
      terms: terms,
      changeReason: fields.text("\(path)/RedenWijziging", row).flatMap { ChangeReason(code: $0) },
      providerReference: fields.text("\(path)/ReferentieAanbieder", row)
    )
  }
}

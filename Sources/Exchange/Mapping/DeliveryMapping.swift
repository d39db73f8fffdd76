import Claims
import Messages
import People
import Quantities

/// Turns start and stop messages into what the rules judge.
struct DeliveryMapping {
  private let fields: MessageFields

  init(_ fields: MessageFields) { self.fields = fields }

  /// The starts of a 305; nil when an element is missing that the format check should have
  /// demanded.
  func starts(_ client: ClientKey) -> StartMessage? {
    let path = "StartProduct"
    guard let parties = parties(client) else { return nil }
    var products: [StartProduct] = []
    for row in 0..<fields.count(path) {
      guard let key = startKey(path, row), let submission = submission(path, row) else {
        return nil
      }
      products.append(
        StartProduct(
          key: key,
          allocationFrom: fields.date("\(path)/ToewijzingIngangsdatum", row),
          submission: submission
        )
      )
    }
    return StartMessage(parties: parties, products: products)
  }

  /// The stops of a 307; nil when an element is missing that the format check should have demanded.
  func stops(_ client: ClientKey) -> StopMessage? {
    let path = "StopProduct"
    guard let parties = parties(client) else { return nil }
    var products: [StopProduct] = []
    for row in 0..<fields.count(path) {
      guard let key = startKey(path, row), let submission = submission(path, row),
        let reason = fields.text("\(path)/RedenBeeindiging", row).flatMap({ StopReason($0) }),
        let end = fields.date("\(path)/Einddatum", row)
      else { return nil }
      products.append(
        StopProduct(
          key: StopKey(start: key, reason: reason, end: end),
          allocationFrom: fields.date("\(path)/ToewijzingIngangsdatum", row),
          submission: submission
        )
      )
    }
    return StopMessage(parties: parties, products: products)
  }

  private func parties(_ client: ClientKey) -> DeliveryParties? {
    guard let municipality = fields.municipality, let provider = fields.provider else {
      return nil
    }
    return DeliveryParties(municipality: municipality, provider: provider, client: client)
  }

  private func startKey(_ path: String, _ row: Int) -> StartKey? {
    fields.date("\(path)/Begindatum", row).map { begin in
      StartKey(
        number: fields.integer("\(path)/ToewijzingNummer", row),
        category: fields.category(path, row),
        code: fields.code(path, row),
        begin: begin
      )
    }
  }

  private func submission(_ path: String, _ row: Int) -> Submission? {
    fields.text("\(path)/StatusAanlevering", row).flatMap { UInt8($0) }
      .flatMap { Submission(rawValue: $0) }
  }
}

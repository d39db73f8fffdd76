import Messages
import People
import Region

/// Turns any message of the standard into what the region judges.
struct ContentMapping {
  private let fields: MessageFields
  private let clients: [ClientKey]
  private let key: MessageKey

  init(_ fields: MessageFields, _ clients: [ClientKey], _ key: MessageKey) {
    self.fields = fields
    self.clients = clients
    self.key = key
  }

  /// The contents; nil when an element is missing that the format check should have demanded.
  func content() -> MessageContent? {
    switch fields.message.type.number {
    case "301": first.flatMap { AllocationMapping(fields).notice($0) }.map { .allocations($0) }
    case "305": first.flatMap { DeliveryMapping(fields).starts($0) }.map { .starts($0) }
    case "307": first.flatMap { DeliveryMapping(fields).stops($0) }.map { .stops($0) }
    case "315": first.flatMap { RequestMapping(fields).request($0) }.map { .allocationRequest($0) }
    case "317": first.flatMap { RequestMapping(fields).change($0) }.map { .changeRequest($0) }
    case "319": RequestMapping(fields).answer().map { .requestAnswer($0) }
    case "323": ClaimMapping(fields).notice(clients).map { .claim($0) }
    case "325": ClaimAnswerMapping(fields).notice(clients).map { .claimAnswer($0) }
    default: ReturnMapping(fields, key).notice().map { .answer($0) }
    }
  }

  private var first: ClientKey? { clients.first }
}

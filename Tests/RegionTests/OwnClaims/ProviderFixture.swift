import Access
import Claims
import People
import Quantities
import Region

private typealias Fixture = RegionFixture

/// The records of a provider: what it receives from municipalities and what it sends them.
enum ProviderFixture {
  static let otherMunicipality = MunicipalityCode(uncheckedNumber: 363)

  /// A provider's records that were just opened.
  static var opened: RegionRun {
    var run = RegionRun()
    run.perform(.open(RegionProfile(municipalities: [])))
    return run
  }

  static func key(_ message: String, _ number: String, sender: String) -> MessageKey {
    MessageKey(
      role: .provider,
      party: Fixture.provider.description,
      sender: sender,
      message: message,
      identification: number
    )
  }

  /// What goes round a message; in a return message the sender is that of the original.
  static func envelope(
    _ message: String,
    _ number: String,
    _ flow: MessageFlow,
    sender: String? = nil,
    municipality: MunicipalityCode = Fixture.municipality
  ) -> MessageEnvelope {
    let own = Fixture.provider.description
    return MessageEnvelope(
      key: key(
        message,
        number,
        sender: sender ?? (flow == .sent ? own : municipality.description)
      ),
      flow: flow,
      municipality: municipality,
      provider: Fixture.provider,
      dated: Fixture.today,
      content: Fixture.digest(UInt64(number.utf8.reduce(7) { $0 &* 31 &+ Int($1) })),
      original: OriginalID(high: 6, low: UInt64(number.utf8.count)),
      replyMessage: nil,
      municipalityExists: true,
      levelTwo: [],
      furtherLevelTwo: 0
    )
  }

  /// A 301 that a municipality sent: a total of hours of 02A03 over 2025.
  static func allocation(
    _ message: String,
    number: Int64,
    decided: Int64 = 1,
    reason: ChangeReason? = nil,
    municipality: MunicipalityCode = Fixture.municipality
  ) -> Command {
    let product = AllocatedProduct(
      number: number,
      decided: DecisionMoment(on: day("2024-12-18"), at: CivilTime(nanoseconds: decided)),
      terms: AllocationTerms(
        category: ProductCategory("02"),
        code: ProductCode("02A03"),
        from: day("2025-01-01"),
        through: day(reason == nil ? "2025-12-31" : "2025-01-01"),
        volume: SupportVolume(amount: 40, unit: .hour, frequency: .total)
      ),
      changeReason: reason
    )
    return .take(
      envelope("WMO301", message, .received, municipality: municipality),
      .allocations(
        AllocationNotice(
          municipality: municipality,
          provider: Fixture.provider,
          client: Fixture.client,
          products: [product]
        )
      )
    )
  }

  /// A 323 that the provider sent.
  static func sent(_ message: String, _ claim: ClaimNotice) -> Command {
    let own = ClaimNotice(
      municipality: claim.municipality,
      provider: claim.provider,
      number: claim.number,
      period: claim.period,
      dated: claim.dated,
      total: claim.total,
      clients: claim.clients,
      lines: claim.lines,
      schemaVersion: "1.0.0 1.0.0"
    )
    return .take(envelope("WMO323", message, .sent), .claim(own))
  }

  /// A 325 that a municipality sent.
  static func answer(
    _ message: String,
    to claim: String,
    _ number: String?,
    claimed: Int64 = 0,
    awarded: Int64 = 0,
    refusal: [String] = [],
    refused: [ClaimLine] = [],
    schema: String = "1.0.0 1.0.0",
    municipality: MunicipalityCode = Fixture.municipality
  ) -> Command {
    .take(
      envelope("WMO325", message, .received, municipality: municipality),
      .claimAnswer(
        ClaimAnswerNotice(
          municipality: municipality,
          provider: Fixture.provider,
          claimIdentification: claim,
          schemaVersion: schema,
          number: number,
          claimed: number == nil ? nil : Cents(claimed),
          awarded: number == nil ? nil : Cents(awarded),
          codes: refusal + (refused.isEmpty ? [] : ["9321"]),
          refusal: refusal,
          clients: refused.isEmpty ? [] : [Fixture.client],
          lines: refused
        )
      )
    )
  }
}

extension RegionRun {
  /// The balance of the allocation with a number.
  func balance(_ number: Int64) -> AllocationBalance {
    state.access.allocations.find(number: number, municipality: RegionFixture.municipality)
      .map { state.ledger.balance(of: $0.slot) } ?? AllocationBalance()
  }

  /// What became of every line, in their order.
  var flags: [LineTable.Flags] {
    (0..<state.ledger.lines.count).map { state.ledger.lines.flags(of: $0) }
  }
}

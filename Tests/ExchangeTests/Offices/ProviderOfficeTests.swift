import Access
import Claims
import Columns
import Exchange
import Messages
import Quantities
import Region
import StrategyFiles
import Synthetic
import Testing

/// A synthetic region is played twice at once: every message of a provider passes its own office as
/// well, and each office gets the answers of the other.
@Suite("A provider's office beside that of the municipalities, CR-03, IM-06")
struct ProviderOfficeTests {
  @Test("After every answer both hold the same balances, lines and amounts", arguments: [1, 2])
  func sameBooks(seed: UInt64) async throws {
    let strategy = try #require(ShippedStrategy.lekstroomEarlierWmo.strategy)
    let region = try SyntheticRegion.small(strategy, seed: seed)
    var desks = try await Desks(region)
    var claims = 0
    for file in region.messages {
      let provider = try await desks.exchange(file)
      guard let provider else { continue }
      claims += 1
      let difference = await desks.difference(of: provider)
      #expect(difference == nil, "seed \(seed), \(file.name)")
      if difference != nil { return }
    }
    #expect(claims > 50)
    let credited = await desks.creditedLines
    #expect(credited > 0, "seed \(seed): \(credited)")
  }
}

/// The desk of the municipalities and those of their providers.
private struct Desks {
  private let municipal: Desk
  private var providers: [ProviderCode: Desk] = [:]

  init(_ region: SyntheticRegion) async throws {
    guard case .success(let prices) = ContractTable.readPriceList(region.contractList) else {
      preconditionFailure("the price list of a synthetic region reads")
    }
    let party = Party(
      role: .municipality,
      municipalities: region.municipalities.map(\.municipality),
      provider: nil
    )
    municipal = try await Desk(party, prices: prices, today: day("2025-01-01"))
  }

  /// Gives a message to both parties, and each answer to the other.
  ///
  /// - Returns: the provider when the message was a claim.
  mutating func exchange(_ file: SyntheticFile) async throws -> ProviderCode? {
    let judged = try await municipal.take(file.bytes, on: file.day)
    guard judged.outcome != .rejectTransport,
      let message = MessageReader.read(file.bytes.span).message,
      let code = Self.provider(in: message)
    else { return nil }
    let desk = try await desk(code)
    let taken = try await desk.take(file.bytes, on: file.day)
    if let reply = judged.reply { _ = try await desk.take(reply.bytes, on: file.day) }
    if let reply = taken.reply { _ = try await municipal.take(reply.bytes, on: file.day) }
    return message.type.number == "323" ? code : nil
  }

  private mutating func desk(_ code: ProviderCode) async throws -> Desk {
    if let known = providers[code] { return known }
    let party = Party(role: .provider, municipalities: [], provider: code)
    let desk = try await Desk(party, today: day("2025-01-01"))
    providers[code] = desk
    return desk
  }

  private static func provider(in message: Message) -> ProviderCode? {
    for path in ["Header/Afzender", "Header/Ontvanger"] {
      guard let field = message.type.grammar.field(path), let text = message.text(field, 0),
        let code = ProviderCode(text)
      else { continue }
      return code
    }
    return nil
  }

  /// The first difference between the books of a provider and what the municipalities have of it.
  func difference(of provider: ProviderCode) async -> String? {
    guard let desk = providers[provider] else { return "there is no desk of \(provider)" }
    let theirs = Books(await municipal.office.published, of: provider)
    let own = Books(await desk.office.published, of: provider)
    if let key = theirs.balances.keys.first(where: { theirs.balances[$0] != own.balances[$0] }) {
      return "balance of \(key): \(String(describing: theirs.balances[key])) "
        + "at the municipality, \(String(describing: own.balances[key])) here"
    }
    if let key = theirs.awarded.keys.first(where: { theirs.awarded[$0] != own.awarded[$0] }) {
      return "awarded on \(key)"
    }
    if let key = theirs.lines.keys.first(where: { theirs.lines[$0] != own.lines[$0] }) {
      return "line \(key): \(String(describing: theirs.lines[key])) at the municipality, "
        + "\(String(describing: own.lines[key])) here"
    }
    return own.awarded.count == theirs.awarded.count ? nil : "a claim that counts in one place only"
  }

  var creditedLines: Int {
    get async {
      var count = 0
      for (code, desk) in providers {
        count += Books(await desk.office.published, of: code).lines.values
          .count { $0.contains(.credited) }
      }
      return count
    }
  }
}

/// What stands on the allocations and claims of a provider, by the numbers of the messages.
private struct Books {
  private(set) var balances: [String: AllocationBalance] = [:]
  private(set) var awarded: [String: Cents?] = [:]
  private(set) var lines: [String: LineTable.Flags] = [:]

  init(_ state: RegionState, of provider: ProviderCode) {
    for (slot, allocation) in state.access.allocations.all.enumerated()
    where allocation.provider == provider && !allocation.isAnnulled {
      balances["\(allocation.municipality) \(allocation.number)"] =
        state.ledger.balance(of: Int32(slot))
    }
    for claim in state.ledger.claims where claim.provider == provider && !claim.isAnnulled {
      awarded[claim.number] = claim.awarded
      for row in claim.rows {
        let reference = state.ledger.lines.reference(of: row)
        lines["\(claim.number) \(reference)"] = state.ledger.lines.flags(of: row)
      }
    }
  }
}

private func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is not a date") }
  return date
}

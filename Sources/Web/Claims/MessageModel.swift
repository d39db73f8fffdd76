import Access
import Claims
import Columns
import Journal
import Quantities
import Region
import Rules

/// A message with the verdict on it and what it brought.
struct MessageModel {
  let judged: MessageJudged
  let first: Entry
  /// The entries of the command that judged it.
  let entries: [Entry]
  /// The claim that it brought, as a row in the ledger.
  let claim: Int32?
  /// What it said, in figures.
  let figures: [(name: BilingualText, value: String)]

  /// - Throws: `Trouble.notFound` for a message that is not there or not within reach.
  init(_ text: String, _ visit: Visit) async throws {
    // The state says what was known on the chosen day; what came later is not there.
    guard let position = Int64(text), let row = visit.state.messages.log.row(at: position),
      visit.reaches(row.municipality, row.provider)
    else { throw Trouble.notFound }
    entries = try await visit.region.journal.command(at: Position(position))
    guard let first = entries.first, first.position.rawValue == position,
      case .message(let judged) = try EventTable.event(of: first)
    else { throw Trouble.notFound }
    self.first = first
    self.judged = judged
    let found = visit.state.ledger.claim(broughtBy: position)
    claim = found.map { Int32(truncatingIfNeeded: $0) }
    var figures: [(name: BilingualText, value: String)] = []
    if let found { figures = Self.figures(visit.state.ledger.claims[found], visit) }
    for (name, count) in try Self.counts(entries) where count > 0 {
      figures.append((name: name, value: Wording.number(count, visit.language)))
    }
    self.figures = figures
  }

  private static func figures(
    _ claim: ClaimRecord,
    _ visit: Visit
  ) -> [(name: BilingualText, value: String)] {
    let lines = visit.state.ledger.lines
    let approved = claim.rows.count { lines.flags(of: $0).contains(.approved) }
    var figures = [
      (name: BilingualText("Declaratienummer", "Claim number"), value: claim.number),
      (
        name: BilingualText("Declaratiemaand", "Month of the claim"),
        value: Wording.month(claim.period.first, visit.language)
      ),
      (
        name: BilingualText("Regels", "Lines"),
        value: Wording.number(claim.lineCount, visit.language)
      ),
      (
        name: BilingualText("Regels goedgekeurd", "Lines approved"),
        value: Wording.number(approved, visit.language)
      ),
      (
        name: BilingualText("Ingediend", "Claimed"),
        value: Wording.euros(claim.claimed, visit.language)
      ),
    ]
    if let awarded = claim.awarded {
      figures.append(
        (
          name: BilingualText("Toegekend", "Awarded"),
          value: Wording.euros(awarded, visit.language)
        )
      )
    }
    return figures
  }

  /// What the command noted besides the verdict, per kind.
  private static func counts(
    _ entries: [Entry]
  ) throws -> [(name: BilingualText, count: Int)] {
    var allocations = 0
    var deliveries = 0
    var requests = 0
    for entry in entries.dropFirst() {
      switch try EventTable.event(of: entry) {
      case .access(.allocationRecorded): allocations += 1
      case .access: requests += 1
      case .delivery: deliveries += 1
      default: continue
      }
    }
    return [
      (name: BilingualText("Toegewezen producten", "Products allocated"), count: allocations),
      (name: BilingualText("Verzoeken en antwoorden", "Requests and answers"), count: requests),
      (name: BilingualText("Begonnen of gestopt", "Begun or stopped"), count: deliveries),
    ]
  }
}

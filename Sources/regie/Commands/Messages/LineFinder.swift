import Claims
import Columns
import Journal
import Quantities
import Region

/// Finds a claim line in the journal by what a user types.
struct LineFinder {
  let state: RegionState
  let journal: any Journal

  /// What is known of a line.
  enum Found {
    /// The verdict that was given here.
    case judged(LineExplanation)
    /// What came of a line of our own.
    case own(OwnLineExplanation)
  }

  /// The explanation of the line that `POSITION.N` or `AGB/ReferentieNummer` names.
  func find(_ text: String) async throws -> Found {
    let place = try place(text)
    switch try await claim(at: place) {
    case (.judged(let claim), _) where claim.notice.lines.indices.contains(place.row):
      return .judged(try readable(state.explanation(of: claim, row: place.row), text))
    case (.tableJudged(let table), _) where table.facts.indices.contains(place.row):
      return .judged(try readable(state.explanation(of: table, row: place.row), text))
    case (.submitted(let claim), let first):
      guard let explanation = state.explanation(of: claim, broughtBy: first, row: place.row) else {
        throw unknown(text)
      }
      return .own(explanation)
    default: throw unknown(text)
    }
  }

  private func readable(_ explanation: LineExplanation?, _ text: String) throws -> LineExplanation {
    guard let explanation else { throw ProgramFailure(.receiptUnreadable(line: text)) }
    return explanation
  }

  /// Where a line stands: in which entry or command, and as which of its claim.
  private struct Place {
    let position: Position
    let row: Int
    /// How the line was named, when by its reference.
    var name: OwnLines.Reference?
  }

  private func place(_ text: String) throws -> Place {
    if let slash = text.firstIndex(of: "/") {
      guard let provider = ProviderCode(text[..<slash]) else { throw unclear(text) }
      let reference = String(text[text.index(after: slash)...])
      guard let line = state.ledger.line(reference: reference, of: provider) else {
        throw unknown(text)
      }
      let claim = state.ledger.claims[Int(state.ledger.lines.claim(of: line))]
      return Place(
        position: Position(claim.position),
        row: line - claim.firstLine,
        name: OwnLines.Reference(provider: provider, text: reference)
      )
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Int64(parts[0]), let number = Int(parts[1]),
      position > 0, number > 0
    else { throw unclear(text) }
    return Place(position: Position(position), row: number - 1)
  }

  /// The claim that is meant, with the first entry of its command: the one of a reference, that of
  /// the entry itself, or else the first of the command that the entry belongs to.
  private func claim(at place: Place) async throws -> (ClaimEvent?, Position) {
    let entries = try await journal.command(at: place.position)
    var first: ClaimEvent?
    let begin = entries.first?.position ?? place.position
    for part in entries {
      guard case .claim(let event) = try EventTable.event(of: part), let notice = event.notice
      else { continue }
      if let name = place.name {
        let isMeant =
          notice.provider == name.provider && notice.lines.indices.contains(place.row)
          && notice.lines[place.row].reference == name.text
        if isMeant { return (event, begin) }
      } else if part.position == place.position {
        return (event, begin)
      }
      first = first ?? event
    }
    return (place.name == nil ? first : nil, begin)
  }

  private func unknown(_ text: String) -> ProgramFailure {
    ProgramFailure(.noSuchLine(text))
  }

  private func unclear(_ text: String) -> ProgramFailure {
    ProgramFailure(.unclearLine(text))
  }
}

extension ClaimEvent {
  /// The claim that the event brought; nil for what brought none.
  fileprivate var notice: ClaimNotice? {
    switch self {
    case .judged(let claim): claim.notice
    case .tableJudged(let table): table.claim.notice
    case .submitted(let claim): claim.notice
    case .answered, .annulled, .balanceTakenOver: nil
    }
  }
}

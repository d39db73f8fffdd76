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
    let entries = try await journal.command(at: place.position)
    for entry in entries {
      switch try EventTable.event(of: entry) {
      case .claim(.judged(let claim)) where claim.notice.lines.indices.contains(place.row):
        guard let explanation = state.explanation(of: claim, row: place.row) else {
          throw ProgramFailure(.receiptUnreadable(line: text))
        }
        return .judged(explanation)
      case .claim(.submitted(let claim)):
        guard let first = entries.first?.position,
          let explanation = state.explanation(of: claim, broughtBy: first, row: place.row)
        else { throw unknown(text) }
        return .own(explanation)
      default: continue
      }
    }
    throw unknown(text)
  }

  private func place(_ text: String) throws -> (position: Position, row: Int) {
    if let slash = text.firstIndex(of: "/") {
      guard let provider = ProviderCode(text[..<slash]) else { throw unclear(text) }
      let reference = String(text[text.index(after: slash)...])
      guard let line = state.ledger.line(reference: reference, of: provider) else {
        throw unknown(text)
      }
      let claim = state.ledger.claims[Int(state.ledger.lines.claim(of: line))]
      return (Position(claim.position), line - claim.firstLine)
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Int64(parts[0]), let number = Int(parts[1]),
      position > 0, number > 0
    else { throw unclear(text) }
    return (Position(position), number - 1)
  }

  private func unknown(_ text: String) -> ProgramFailure {
    ProgramFailure(.noSuchLine(text))
  }

  private func unclear(_ text: String) -> ProgramFailure {
    ProgramFailure(.unclearLine(text))
  }
}

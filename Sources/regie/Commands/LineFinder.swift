import Claims
import Columns
import Journal
import Quantities
import Region

/// Finds a claim line in the journal by what a user types.
struct LineFinder {
  let state: RegionState
  let journal: any Journal

  /// The explanation of the line that `POSITION.N` or `AGB/ReferentieNummer` names.
  func find(_ text: String) async throws -> LineExplanation {
    let place = try place(text)
    guard let claim = try await claim(near: place.position),
      claim.notice.lines.indices.contains(place.row)
    else { throw unknown(text) }
    guard let explanation = state.explanation(of: claim, row: place.row) else {
      throw ProgramFailure(.receiptUnreadable(line: text))
    }
    return explanation
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

  /// The claim of the command that an entry belongs to.
  private func claim(near position: Position) async throws -> ClaimJudged? {
    for part in try await journal.command(at: position) {
      if case .claim(.judged(let claim)) = try EventTable.event(of: part) { return claim }
    }
    return nil
  }

  private func unknown(_ text: String) -> ProgramFailure {
    ProgramFailure(.noSuchLine(text))
  }

  private func unclear(_ text: String) -> ProgramFailure {
    ProgramFailure(.unclearLine(text))
  }
}

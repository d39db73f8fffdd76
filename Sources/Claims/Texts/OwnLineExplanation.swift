import Journal
import Quantities
package import Rules

/// How it stands with one line that a provider claimed itself: sent, awarded, refused, taken back.
///
/// The verdict is the municipality's, and so are its reasons; here is what its answer came to.
package struct OwnLineExplanation: Sendable {
  package let claim: ClaimSubmitted
  /// The place of the line in the claim, from 0.
  package let row: Int
  package let standing: Standing

  /// What came of a line.
  package enum Standing: String, Sendable {
    /// The municipality has not answered.
    case waiting
    case awarded
    /// Awarded, and taken back later by a credit of our own.
    case credited
    case refused
    /// The whole claim was refused: it counts as not sent.
    case annulled

    /// How it stands with a row of a ledger.
    package init(_ flags: LineTable.Flags) {
      self =
        if flags.contains(.annulled) {
          .annulled
        } else if flags.contains(.awaiting) {
          .waiting
        } else if !flags.contains(.approved) {
          .refused
        } else if flags.contains(.credited) { .credited } else { .awarded }
    }
  }

  package init(claim: ClaimSubmitted, row: Int, standing: Standing) {
    self.claim = claim
    self.row = row
    self.standing = standing
  }

  private var line: ClaimLine { claim.notice.lines[row] }
}

extension OwnLineExplanation {
  /// What was claimed, what came of it, and what can be done.
  package func text(in language: Language) -> String {
    ([heading[language], ""] + line.table(of: claim.notice, in: language) + ["", advice[language]])
      .joined(separator: "\n") + "\n"
  }

  /// The same as compact JSON.
  package func json(in language: Language) -> [UInt8] {
    JSONWriter.object { json in
      json.field("provider", claim.notice.provider.description)
      json.field("municipality", claim.notice.municipality.description)
      json.field("claim", claim.notice.number)
      json.object("line") { json in line.write(to: &json) }
      json.field("standing", standing.rawValue)
      json.field("text", advice[language])
    }
  }

  private var heading: BilingualText {
    let state: BilingualText =
      switch standing {
      case .waiting: BilingualText("nog niet beantwoord", "not answered yet")
      case .awarded: BilingualText("toegekend", "awarded")
      case .credited:
        BilingualText("toegekend en daarna gecrediteerd", "awarded, and credited afterwards")
      case .refused: BilingualText("afgekeurd", "refused")
      case .annulled:
        BilingualText("afgekeurd met de hele declaratie", "refused with the whole claim")
      }
    let number = claim.notice.number
    return BilingualText(
      "Eigen regel \(line.reference) van declaratie \(number): \(state.dutch)",
      "Own line \(line.reference) of claim \(number): \(state.english)"
    )
  }

  private var advice: BilingualText {
    switch standing {
    case .waiting:
      BilingualText(
        "De gemeente heeft de declaratie nog niet beantwoord. Vraag na wanneer het antwoord (325) "
          + "komt; dien de regel niet nog eens in.",
        "The municipality has not answered the claim yet. Ask when the answer (325) comes; do not "
          + "submit the line again."
      )
    case .awarded:
      BilingualText(
        "De gemeente kent deze regel heel toe, volgens haar antwoord (325).",
        "The municipality awards this line whole, by its answer (325)."
      )
    case .credited:
      BilingualText(
        "De gemeente kende deze regel toe; een latere creditregel van onszelf nam haar terug.",
        "The municipality awarded this line; a later credit line of our own took it back."
      )
    case .refused:
      BilingualText(
        "De gemeente kent deze regel niet toe; de retourcodes bij de regel in haar antwoord (325) "
          + "zeggen waarom. Herstel de oorzaak en dien een nieuwe regel in.",
        "The municipality does not award this line; the return codes beside the line in its answer "
          + "(325) say why. Mend the cause and submit a new line."
      )
    case .annulled:
      BilingualText(
        "De gemeente keurde de hele declaratie af; die telt als niet ingediend. Herstel de oorzaak "
          + "en dien de declaratie opnieuw in; nummer en referenties mogen dezelfde zijn.",
        "The municipality refused the whole claim; it counts as not sent. Mend the cause and "
          + "submit the claim again; its number and references may be the same."
      )
    }
  }
}

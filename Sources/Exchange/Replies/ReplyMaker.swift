import Claims
import Journal
import Messages
import Quantities
import Region
import Rules

/// What a claim's answer needs of the verdict: which clients and lines were refused, and why.
package struct ClaimResult: Sendable {
  let event: ClaimJudged

  init?(_ event: RegionEvent) {
    guard case .claim(.judged(let judged)) = event else { return nil }
    self.event = judged
  }

  /// The codes of refused clients, by their place in the claim.
  var clientCodes: [Int: [String]] {
    var codes: [Int: [String]] = [:]
    for (row, verdict) in event.verdict.clients.enumerated() where !verdict.passes {
      codes[row] = ClaimedClientRules.set.codes(verdict).map(\.description)
    }
    return codes
  }

  /// The codes of refused lines, by their place in the claim.
  var lineCodes: [Int: [String]] {
    var codes: [Int: [String]] = [:]
    for (row, receipt) in event.verdict.receipts.enumerated() where !receipt.isApproved {
      codes[row] =
        receipt.isAssessed
        ? LineRules.set.codes(receipt.assessment).map(\.description)
        : [ReturnCode.notAssessed.description]
    }
    return codes
  }
}

/// Makes the answer to a message from what was decided and from the message itself.
///
/// The answer is a projection: the same message and the same decision give the same bytes.
enum ReplyMaker {
  /// The answer; nil when the message has none.
  static func reply(
    to message: Message,
    _ judged: MessageJudged,
    _ claim: ClaimResult?
  ) -> Message? {
    guard let reply = judged.reply else { return nil }
    let header = ReplyHeader(identification: reply.identification, date: reply.dated)
    if message.type.number == "323" {
      return message.claimAnswer(header, claimVerdict(judged, claim))
    }
    return message.reply(header, verdict(judged))
  }

  private static func claimVerdict(
    _ judged: MessageJudged,
    _ claim: ClaimResult?
  ) -> ClaimAnswerVerdict {
    switch judged.outcome {
    case .rejectMessage, .rejectHeader, .rejectTransport: return .header(judged.codes)
    case .rejectClaim: return .claim(judged.codes)
    case .accept, .signal, .rejectLine, .rejectClient, .rejectClass:
      guard let claim else { return .lines(clients: [:], lines: [:]) }
      return .lines(clients: claim.clientCodes, lines: claim.lineCodes)
    }
  }

  private static func verdict(_ judged: MessageJudged) -> ReplyVerdict {
    switch judged.outcome {
    case .rejectMessage, .rejectHeader, .rejectTransport: return .header(judged.codes)
    case .accept, .signal: return .accepted
    case .rejectLine, .rejectClient, .rejectClass, .rejectClaim:
      var codes: [MessageJudged.ClassPlace: [String]] = [:]
      for place in judged.notAssessed {
        codes[place] = [ReturnCode.notAssessed.description]
      }
      for finding in judged.findings where !finding.code.isEmpty {
        let place = MessageJudged.ClassPlace(judges: finding.judges, row: finding.row)
        if codes[place]?.contains(finding.code) == true { continue }
        if codes[place] == [ReturnCode.notAssessed.description] { codes[place] = [] }
        codes[place, default: []].append(finding.code)
      }
      return .classes { codes[MessageJudged.ClassPlace(judges: $0.name, row: $0.row)] ?? [] }
    }
  }
}

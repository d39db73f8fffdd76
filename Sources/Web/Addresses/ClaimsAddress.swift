import Accounts

/// A page of the room Geldstroom.
package enum ClaimsAddress: Hashable, Sendable {
  /// What asks for a person's attention: refused lines.
  case workList
  case messages
  case message(String)
  /// The message as it came, as a file.
  case messageFile(String)
  /// Hands a message in.
  case upload
  case lines
  /// A line with everything it was judged by, named by its row in the columns.
  case line(String)
  /// What was awarded per municipality and month, beside the ceilings.
  case awarded

  init?(segments: [String]) {
    switch (segments.count, segments.first ?? "") {
    case (0, _): self = .workList
    case (1, "berichten"): self = .messages
    case (2, "berichten"): self = .message(segments[1])
    case (3, "berichten") where segments[2] == "bestand": self = .messageFile(segments[1])
    case (1, "aanleveren"): self = .upload
    case (1, "regels"): self = .lines
    case (2, "regels"): self = .line(segments[1])
    case (1, "toegekend"): self = .awarded
    default: return nil
    }
  }

  var segments: [String] {
    switch self {
    case .workList: []
    case .messages: ["berichten"]
    case .message(let position): ["berichten", position]
    case .messageFile(let position): ["berichten", position, "bestand"]
    case .upload: ["aanleveren"]
    case .lines: ["regels"]
    case .line(let row): ["regels", row]
    case .awarded: ["toegekend"]
    }
  }

  var right: Right {
    switch self {
    case .workList: .seeWorkList
    case .messages, .message: .seeMessages
    case .messageFile: .downloadMessages
    case .upload: .uploadMessages
    case .lines: .seeClaims
    case .line: .explainClaims
    case .awarded: .seeFigures
    }
  }

  var takesForms: Bool { self == .upload }
}

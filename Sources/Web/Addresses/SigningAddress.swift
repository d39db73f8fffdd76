/// A page on the way in or out.
package enum SigningAddress: Hashable, Sendable {
  case signIn
  /// The code of the second factor.
  case secondFactor
  /// Takes up an account with the one-time code that an administrator handed over.
  case invitation
  /// Shows that it is still you, before something that weighs.
  case again
  case extend
  case signOut
  /// The demo's buttons: signs in with a role, without a password. Only `regie demo` has it.
  case demo

  init?(segments: [String]) {
    guard segments.count == 1 else { return nil }
    switch segments[0] {
    case "aanmelden": self = .signIn
    case "code": self = .secondFactor
    case "uitnodiging": self = .invitation
    case "opnieuw": self = .again
    case "verlengen": self = .extend
    case "afmelden": self = .signOut
    case "demo": self = .demo
    default: return nil
    }
  }

  var segments: [String] {
    switch self {
    case .signIn: ["aanmelden"]
    case .secondFactor: ["code"]
    case .invitation: ["uitnodiging"]
    case .again: ["opnieuw"]
    case .extend: ["verlengen"]
    case .signOut: ["afmelden"]
    case .demo: ["demo"]
    }
  }

  var need: AccessNeed {
    switch self {
    case .signIn, .invitation, .demo: .nobody
    case .secondFactor: .begunSession
    case .again, .extend, .signOut: .session
    }
  }
}

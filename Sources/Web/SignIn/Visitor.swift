package import Accounts
import Quantities

/// Somebody with a session, as a page knows them.
package struct Visitor: Sendable {
  package let session: Session
  let token: SessionToken
  /// When the request came.
  let now: Moment

  /// For which purpose the tokens of forms are made.
  static let formPurpose = "page"

  /// Whether the whole way in was gone, with a role to act in.
  package var isSignedIn: Bool { session.principal != nil }

  /// Who asks.
  ///
  /// Somebody halfway in is nobody: a council member without any municipality would be
  /// somebody, so the pages check `isSignedIn` first and this falls back to no role at all.
  package var principal: Principal {
    session.principal
      ?? Principal(user: session.user, role: .councilMember, reach: .municipalities([]))
  }

  package var name: String { session.displayName }

  /// The token that forms of this session carry (WB-05).
  package var formToken: String { token.formToken(for: Self.formPurpose) }

  /// Whether the authentication is younger than five minutes (AU-12).
  package var isFresh: Bool { session.isFresh(at: now) }

  /// Seconds until the session ends when nothing is done.
  package var secondsLeft: Int {
    let end = min(session.idleEnd, session.absoluteEnd)
    return Int(clamping: max(0, (end.milliseconds - now.milliseconds) / 1_000))
  }
}

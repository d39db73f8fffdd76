import Accounts
import Hummingbird
import Quantities

/// Finds out who a request is from.
struct Doorway {
  let site: Site
  let place: RegionPlace

  /// When a request came, for the accounts: their day is the real one, also in the demo.
  var moment: Moment { Moment(site.clock.now(), today: site.clock.moment().date) }

  /// Whoever has the session of the request's cookie; nil for nobody.
  func visitor(_ request: Request) async throws -> Visitor? {
    guard let token = token(of: request) else { return nil }
    let moment = moment
    do {
      let session = try await place.accounts.session(token, at: moment)
      return Visitor(session: session, token: token, now: moment)
    } catch is AccountRefusal {
      return nil
    }
  }

  func token(of request: Request) -> SessionToken? {
    Cookies(request.headers)[Cookies.sessionName(place.slug)].flatMap { SessionToken($0) }
  }

  /// From where a request comes, for slowing down guesses: what the proxy says, or nothing more
  /// than that it is this machine.
  func network(of request: Request) -> String {
    guard site.settings.isBehindProxy,
      let forwarded = request.headers[.forwardedFor]
    else { return "loopback" }
    return NetworkName(forwarded: forwarded).text
  }
}

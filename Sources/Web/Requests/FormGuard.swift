import HTTPTypes
import Hummingbird

/// Whether a form comes from a page of this site (WB-05).
struct FormGuard {
  let site: Site

  /// By what the browser says of where the request comes from; a browser that says nothing is
  /// refused, because all that we support say it.
  func comesFromOurPage(_ request: Request) -> Bool {
    if let place = request.headers[.fetchSite], place != "same-origin" {
      return false
    }
    guard let origin = request.headers[.origin] else { return false }
    guard site.settings.origins.isEmpty else { return site.settings.origins.contains(origin) }
    guard let host = request.head.authority else { return false }
    return origin == "http://\(host)"
  }
}

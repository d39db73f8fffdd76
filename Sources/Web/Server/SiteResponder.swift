import Accounts
import Documents
import HTTPTypes
package import Hummingbird
import Journal
import NIOCore
import Quantities
import Region
import Rules

/// Answers every request of the site: what is asked, who asks it, whether it may be, and the page.
package struct SiteResponder: HTTPResponder {
  package typealias Context = BasicRequestContext

  let site: Site

  package init(site: Site) { self.site = site }

  package func respond(to request: Request, context: Context) async throws -> Response {
    let start = ContinuousClock.now
    let trace = TraceName()
    let address = request.uri.path.percentUnescaped.flatMap { Address(path: $0) }
    var response: Response
    if site.gate.enter() {
      defer { site.gate.leave() }
      response = await answer(request, address, trace)
    } else {
      response = plain(
        .serviceUnavailable,
        "Het is te druk. Probeer het over een paar tellen weer."
      )
      response.headers[.retryAfter] = "2"
    }
    if request.method == .head { response.body = ResponseBody() }
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    note(request, address, response, milliseconds, trace)
    return response
  }

  private func note(
    _ request: Request,
    _ address: Address?,
    _ response: Response,
    _ milliseconds: Double,
    _ trace: TraceName
  ) {
    let kind = address?.kind ?? "?"
    site.metrics.note(kind: kind, status: response.status.code, milliseconds: milliseconds)
    site.log.note(
      RequestRecord(
        at: site.clock.now(),
        method: ["GET", "HEAD", "POST"].first { $0 == request.method.rawValue } ?? "?",
        kind: kind,
        status: response.status.code,
        milliseconds: milliseconds,
        byteCount: response.body.contentLength ?? 0,
        trace: trace.text
      )
    )
  }
}

// MARK: - By address

extension SiteResponder {
  private func answer(
    _ request: Request,
    _ address: Address?,
    _ trace: TraceName
  ) async -> Response {
    let language = Self.language(of: request)
    // Another kind of target, or a name that is not ours, is a request for somebody else (WB-11).
    guard request.head.path?.hasPrefix("/") ?? false else {
      return plain(.badRequest, "Dit verzoek is niet te lezen.")
    }
    // The first host became the authority; a second one makes it unclear who is meant.
    guard !request.headers.contains(.host) else {
      return plain(.badRequest, "Dit verzoek is niet te lezen.")
    }
    guard HostGuard(site.settings).accepts(request.head.authority) else {
      return plain(
        .misdirectedRequest,
        "Dit adres hoort niet bij deze server. Open hem op localhost."
      )
    }
    guard request.head.path?.utf8.count ?? 0 <= 8_192, let address else {
      return outside(.notFound, .notFound, language)
    }
    guard let method = Method(request.method), method == .get || address.takesForms else {
      var response = outside(.methodNotAllowed, .methodNotAllowed, language)
      response.headers[.allow] = address.takesForms ? "GET, HEAD, POST" : "GET, HEAD"
      return response
    }
    switch address {
    case .live: return plain(.ok, "ja")
    case .ready: return await ready()
    case .metrics: return metrics(request)
    case .securityText: return plain(.ok, securityText)
    case .asset(let name): return asset(name)
    case .language: return await chooseLanguage(request, language)
    case .regions: return outside(regionsPage(language), language)
    case .region(let slug, let page):
      guard let place = site.region(slug) else { return outside(.notFound, .notFound, language) }
      let desk = RegionDesk(site: site, place: place, language: language, trace: trace)
      return await desk.answer(request, page, method)
    }
  }

  /// What a request may do.
  enum Method {
    /// Looks, and changes nothing (WB-05).
    case get
    case post

    init?(_ method: HTTPRequest.Method) {
      switch method {
      case .get, .head: self = .get
      case .post: self = .post
      default: return nil
      }
    }
  }

  /// The language that was chosen; Dutch for who chose none.
  private static func language(of request: Request) -> Language {
    Cookies(request.headers)[Cookies.languageName] == "en" ? .english : .dutch
  }

  private func asset(_ name: String) -> Response {
    guard let asset = site.assets[name] else { return plain(.notFound, "Dit bestand is er niet.") }
    return Response(
      status: .ok,
      headers: SecurityHeaders.lasting(asset.type),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
    )
  }

  /// Whether every region can be read and written; an outsider learns yes or no (AP-12).
  private func ready() async -> Response {
    for place in site.regions where await !place.canWrite {
      return plain(.serviceUnavailable, "nee")
    }
    return plain(.ok, "ja")
  }

  /// Only for who asks on this machine: never through the proxy (WB-14).
  private func metrics(_ request: Request) -> Response {
    let isForwarded =
      request.headers.contains(.forwardedFor)
      || request.headers.contains(.forwarded)
    guard !isForwarded else { return plain(.notFound, "Hier is niets.") }
    let positions = site.regions.map { place in
      (place.slug.description, place.office.view.state.head.position.rawValue)
    }
    return plain(.ok, site.metrics.text(inFlight: site.gate.count, positions: positions))
  }

  private var securityText: String {
    let expiry = site.clock.moment().date.adding(days: 300)
    var lines = [
      "Contact: \(site.settings.securityContact)", "Expires: \(expiry)T00:00:00.000Z",
      "Preferred-Languages: nl, en",
    ]
    if let origin = site.settings.origins.first {
      lines.append("Canonical: \(origin)/.well-known/security.txt")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func chooseLanguage(_ request: Request, _ language: Language) async -> Response {
    guard FormGuard(site: site).comesFromOurPage(request),
      let bytes = try? await request.body.collect(upTo: 16 << 10),
      let form = FormFields(
        Array(bytes.readableBytesView),
        type: request.headers[.contentType] ?? ""
      ),
      form.fields.items.allSatisfy({ ["taal", "terug"].contains($0.name) })
    else { return outside(.badRequest, .badRequest, language) }
    let chosen = form["taal"] == "en" ? "en" : "nl"
    var response = Response(status: .seeOther, headers: SecurityHeaders.fresh("text/plain"))
    response.headers[.location] = OwnPath(form["terug"] ?? "/").text
    response.headers[.setCookie] = Cookies.choice(Cookies.languageName, chosen)
    return response
  }
}

// MARK: - Answers outside a region

extension SiteResponder {
  private func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
    Response(
      status: status,
      headers: SecurityHeaders.fresh("text/plain; charset=utf-8"),
      body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
  }

  private func outside(
    _ status: HTTPResponse.Status,
    _ trouble: Trouble,
    _ language: Language
  ) -> Response {
    outside(trouble.page(language, trace: nil), language)
  }

  private func outside(_ page: Page, _ language: Language) -> Response {
    let frame = PageFrame(
      language: language,
      regionName: nil,
      slug: nil,
      navigation: .none,
      user: nil,
      synthetic: site.regions.contains { $0.demo != nil } ? SyntheticNotice(day: nil) : nil,
      assets: site.assets.names,
      here: "/",
      dates: nil
    )
    return Response(
      status: HTTPResponse.Status(code: page.status.rawValue),
      headers: SecurityHeaders.fresh("text/html; charset=utf-8"),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: frame.document(page).bytes))
    )
  }

  /// The first page: the regions that are served.
  private func regionsPage(_ language: Language) -> Page {
    let isDutch = language == .dutch
    var html = HTML()
    html.element("ul", .class("regie-cards")) { html in
      for place in site.regions {
        html.element("li", .class("regie-card")) { html in
          html.element("h2", .class("nl-heading nl-heading--level-2")) {
            $0.element("a", .href(Address.region(place.slug, .home).path), text: place.name)
          }
          let count = place.office.view.state.profile?.municipalities.count ?? 0
          html.element(
            "p",
            text: isDutch ? "\(count) gemeenten" : "\(count) municipalities"
          )
        }
      }
    }
    return Page(
      isDutch ? "Kies een regio" : "Choose a region",
      lead: isDutch
        ? "Regie laat zien hoe een regio sociale ondersteuning inkoopt, en rekent alles na."
        : "Regie shows how a region commissions social care, and accounts for every figure.",
      body: html
    )
  }
}

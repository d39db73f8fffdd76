import Accounts
import Documents
import Exchange
import HTTPTypes
import Hummingbird
import Journal
import NIOCore
import Quantities
import Region
import Rules

/// Answers the requests of one region: finds out who asks, whether it may be, on which days, and
/// then has the page made.
struct RegionDesk {
  let site: Site
  let place: RegionPlace
  let language: Language
  let trace: TraceName

  func answer(
    _ request: Request,
    _ page: RegionAddress,
    _ method: SiteResponder.Method
  ) async -> Response {
    let query = Query(request.uri.query ?? "")
    var asked = Asked(page: page, query: query ?? Query(), method: method, visitor: nil)
    do {
      guard query != nil else { throw Trouble.badAddress }
      // Whoever is signed in finds the menu on a page about trouble too.
      asked = asked.by(try await Doorway(site: site, place: place).visitor(request))
      return try await answer(request, asked)
    } catch let trouble as Trouble {
      return write(trouble.page(language, trace: trace), asked)
    } catch {
      return write(Self.trouble(error).page(language, trace: trace), asked)
    }
  }

  /// What is asked and by whom.
  struct Asked {
    let page: RegionAddress
    let query: Query
    let method: SiteResponder.Method
    let visitor: Visitor?

    func by(_ visitor: Visitor?) -> Asked {
      Asked(page: page, query: query, method: method, visitor: visitor)
    }

    /// Where it can be asked again.
    func path(_ slug: RegionSlug) -> String { Address.region(slug, page).path + query.text }
  }

  private static func trouble(_ error: any Error) -> Trouble {
    switch error {
    case OfficeFailure.busy: .busy
    case is OfficeFailure: .storage
    case IntakeFailure.office(let failure): trouble(failure)
    case IntakeFailure.vault: .storage
    default: StorageTrouble.isOne(error) ? .storage : .unknown
    }
  }
}

// MARK: - Who may

extension RegionDesk {
  private func answer(_ request: Request, _ asked: Asked) async throws -> Response {
    var grant: Grant?
    switch asked.page.need {
    case .nobody: break
    case .begunSession:
      guard asked.visitor != nil || asked.method == .post else { return signIn(asked) }
    case .session:
      guard let visitor = asked.visitor, visitor.isSignedIn else {
        return try await outside(request, asked)
      }
    case .right(let right):
      guard let visitor = asked.visitor, visitor.isSignedIn else {
        return try await outside(request, asked)
      }
      guard let found = Rights.grant(right, to: visitor.principal) else {
        await site.refusals.note(right, visitor, in: place.accounts)
        // Not allowed looks the same as not existing (AZ-02).
        throw Trouble.notFound
      }
      if right.needsFreshAuthentication, !visitor.isFresh {
        return try await again(request, asked, visitor)
      }
      grant = found
    }
    switch asked.method {
    case .get: return try await show(asked, grant)
    case .post: return try await take(request, asked, grant)
    }
  }

  /// Somebody without a session: to the sign-in page, and what a form held goes along (AU-11).
  private func outside(_ request: Request, _ asked: Asked) async throws -> Response {
    guard asked.method == .post else { return signIn(asked) }
    guard FormGuard(site: site).comesFromOurPage(request) else { throw Trouble.foreignForm }
    // A file is not kept: without a session it is not even read.
    let isFile = Self.isMultipart(request) && asked.page.takesFiles
    let form = isFile ? FormFields(fields: Query()) : try await read(request, asked)
    let kept = KeptForm(path: asked.path(place.slug), form: form)
    let page = SignInPages.signIn(pageVisit(asked), kept: kept, message: .sessionEnded)
    return write(page, asked)
  }

  private func signIn(_ asked: Asked) -> Response {
    let back = asked.page == .home ? [] : [QueryItem("naar", asked.path(place.slug))]
    return see(.region(place.slug, .signing(.signIn)), back)
  }

  /// Somebody who has to show again who it is (AU-12); what a form held goes along (AU-11).
  private func again(
    _ request: Request,
    _ asked: Asked,
    _ visitor: Visitor
  ) async throws -> Response {
    // A file is not carried along; it is chosen again.
    let isFile = Self.isMultipart(request) && asked.page.takesFiles
    guard asked.method == .post, !isFile else {
      return see(.region(place.slug, .signing(.again)), [QueryItem("naar", asked.path(place.slug))])
    }
    return again(asked, try await ownForm(request, asked, visitor))
  }

  private func again(_ asked: Asked, _ form: FormFields) -> Response {
    let kept = KeptForm(path: asked.path(place.slug), form: form)
    return write(SignInPages.again(pageVisit(asked), kept: kept, message: nil), asked)
  }

  /// What a form of this visitor holds, once it comes from a page of this session (WB-05).
  private func ownForm(
    _ request: Request,
    _ asked: Asked,
    _ visitor: Visitor?
  ) async throws -> FormFields {
    guard FormGuard(site: site).comesFromOurPage(request) else { throw Trouble.foreignForm }
    let fields = try await read(request, asked)
    if let visitor, visitor.isSignedIn {
      guard let token = fields[FormFields.tokenName],
        visitor.token.accepts(formToken: token, for: Visitor.formPurpose)
      else { throw Trouble.foreignForm }
    }
    guard FormNames.knows(fields, at: asked.page) else { throw Trouble.unknownField }
    return fields
  }
}

// MARK: - Looking and sending

extension RegionDesk {
  private func show(_ asked: Asked, _ grant: Grant?) async throws -> Response {
    let (visit, isTakenOver) = try await visit(asked, grant)
    let key = cacheKey(visit, asked)
    if let key, let page = site.cache.page(key) { return write(page, asked, visit, isTakenOver) }
    let reply = try await PageDirectory(site: site, place: place).reply(to: asked.page, visit)
    if let key, case .page(let page) = reply, page.status == .ok { site.cache.keep(page, key) }
    return respond(reply, asked, visit, isTakenOver)
  }

  private func take(
    _ request: Request,
    _ asked: Asked,
    _ grant: Grant?
  ) async throws -> Response {
    let fields = try await ownForm(request, asked, asked.visitor)
    let (visit, _) = try await visit(asked, grant)
    let form = PostedForm(visit: visit, fields: fields, visitor: asked.visitor)
    if case .signing(let address) = asked.page {
      return try await SignInDesk(desk: self, request: request).take(form, at: address)
    }
    let reply = try await PageDirectory(site: site, place: place).reply(to: asked.page, form)
    if case .again = reply { return again(asked, fields) }
    return respond(reply, asked, visit, false)
  }

  /// The form of a request; a file may be as large as the page says.
  private func read(_ request: Request, _ asked: Asked) async throws -> FormFields {
    let limit = asked.page.takesFiles ? site.settings.longestUpload : 1 << 20
    let type = request.headers[.contentType] ?? ""
    guard
      type.lowercased().hasPrefix("application/x-www-form-urlencoded")
        || Self.isMultipart(request)
    else { throw Trouble.unsupportedForm }
    // Every browser says how much it sends; who does not is none.
    guard let length = request.headers[.contentLength].flatMap({ Int($0) }), length >= 0 else {
      throw Trouble.unsupportedForm
    }
    guard length <= limit else { throw Trouble.tooLarge(limit: limit) }
    guard site.bodies.take(length) else { throw Trouble.busy }
    defer { site.bodies.giveBack(length) }
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw Trouble.tooLarge(limit: limit)
    } catch {
      throw Trouble.badRequest
    }
    guard let form = FormFields(Array(body.readableBytesView), type: type) else {
      throw Trouble.badRequest
    }
    return form
  }

  private static func isMultipart(_ request: Request) -> Bool {
    request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") ?? false
  }

  /// The visit, with the state of the days that were asked for.
  private func visit(_ asked: Asked, _ grant: Grant?) async throws -> (Visit, Bool) {
    let today = place.today(site)
    let current = place.office.view.state
    let knownOn = asked.query[Visit.knownOnName].flatMap { CivilDate($0) }
    let validOn = asked.query[Visit.validOnName].flatMap { CivilDate($0) } ?? today
    let past =
      if let knownOn, asked.method == .get, grant != nil {
        try await place.past.state(knownOn: knownOn, of: current)
      } else {
        PastStates.Past(state: current, isTakenOver: false)
      }
    let visit = Visit(
      region: place,
      slug: place.slug,
      visitor: asked.visitor,
      grant: grant,
      language: language,
      state: past.state,
      knownOn: knownOn,
      validOn: validOn,
      today: today,
      now: site.clock.now(),
      query: asked.query,
      waiting: await waiting(asked)
    )
    return (visit, past.isTakenOver)
  }

  /// How many proposals wait for whoever asks.
  private func waiting(_ asked: Asked) async -> Int {
    guard asked.method == .get, let visitor = asked.visitor, visitor.isSignedIn else { return 0 }
    return await place.waiting.count(
      for: visitor.principal,
      in: place.accounts,
      at: site.clock.now()
    )
  }

  /// What a page is made of, for keeping it; nil when it must be made anew each time.
  private func cacheKey(_ visit: Visit, _ asked: Asked) -> PageCache.Key? {
    guard let visitor = visit.visitor, visit.grant != nil, asked.page.mayBeKept else { return nil }
    return PageCache.Key(
      region: place.slug,
      address: asked.page,
      query: asked.query,
      english: language == .english,
      position: visit.state.head.position.rawValue,
      knownOn: visit.knownOn?.dayNumber ?? Int32.min,
      validOn: visit.validOn.dayNumber,
      today: visit.today.dayNumber,
      rights: "\(visitor.principal.role.rawValue) \(visitor.principal.reach)"
    )
  }
}

// MARK: - Writing

extension RegionDesk {
  /// A visit for a page that shows nothing of the region.
  func pageVisit(_ asked: Asked) -> Visit {
    let today = place.today(site)
    return Visit(
      region: place,
      slug: place.slug,
      visitor: asked.visitor,
      grant: nil,
      language: language,
      state: place.office.view.state,
      knownOn: nil,
      validOn: today,
      today: today,
      now: site.clock.now(),
      query: asked.query
    )
  }

  func respond(
    _ reply: Reply,
    _ asked: Asked,
    _ visit: Visit,
    _ isTakenOver: Bool
  ) -> Response {
    switch reply {
    case .page(let page): return write(page, asked, visit, isTakenOver)
    case .file(let name, let type, let bytes):
      var headers = SecurityHeaders.fresh(type)
      headers[.contentDisposition] = "attachment; filename=\"\(FileName(name).text)\""
      headers[.contentSecurityPolicy] = "default-src 'none'; sandbox; frame-ancestors 'none'"
      return Response(
        status: .ok,
        headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      )
    case .seeOther(let address, let query): return see(address, query)
    case .again:
      let back = QueryItem("naar", asked.path(place.slug))
      return see(.region(place.slug, .signing(.again)), [back])
    case .renewed(let token, let address):
      var response = see(address)
      response.headers[.setCookie] = Cookies.session(
        Cookies.sessionName(place.slug),
        token.cookieValue
      )
      return response
    }
  }

  func see(_ address: Address, _ query: [QueryItem] = []) -> Response {
    see(path: address.path + Query(query).text)
  }

  /// Sends on to a path that an address wrote or `OwnPath` looked at.
  func see(path: String) -> Response {
    var response = plain(.seeOther, "")
    response.headers[.location] = path
    return response
  }

  func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
    Response(
      status: status,
      headers: SecurityHeaders.fresh("text/plain; charset=utf-8"),
      body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
  }

  private func write(_ page: Page, _ asked: Asked) -> Response {
    write(page, asked, pageVisit(asked), false)
  }

  func write(_ page: Page, _ asked: Asked, _ visit: Visit, _ isTakenOver: Bool) -> Response {
    let frame = frame(page, asked, visit, isTakenOver)
    return Response(
      status: HTTPResponse.Status(code: page.status.rawValue),
      headers: SecurityHeaders.fresh("text/html; charset=utf-8"),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: frame.document(page).bytes))
    )
  }

  private func frame(
    _ page: Page,
    _ asked: Asked,
    _ visit: Visit,
    _ isTakenOver: Bool
  ) -> PageFrame {
    let visitor = asked.visitor.flatMap { $0.isSignedIn ? $0 : nil }
    let own = [Visit.knownOnName, Visit.validOnName]
    return PageFrame(
      language: language,
      regionName: place.name,
      slug: place.slug,
      navigation: visitor == nil ? .none : Navigation(for: visit, at: asked.page),
      user: visitor.map { visitor in
        PageFrame.FrameUser(
          name: visitor.name,
          roles: visitor.principal.role.name[language],
          formToken: visitor.formToken,
          waiting: visit.waiting,
          secondsLeft: visitor.secondsLeft
        )
      },
      synthetic: place.demo.map { _ in SyntheticNotice(day: visit.today) },
      assets: site.assets.names,
      here: asked.method == .get ? asked.path(place.slug) : Address.region(place.slug, .home).path,
      dates: page.showsDates
        ? DatePickers(
          knownOn: visit.knownOn,
          validOn: visit.validOn,
          today: visit.today,
          isTakenOver: isTakenOver,
          others: Query(asked.query.items.filter { !own.contains($0.name) })
        ) : nil
    )
  }
}

/// The name of a file that is handed out, safe in a header (RFC 6266).
private struct FileName {
  let text: String

  init(_ name: String) {
    text = String(
      name.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: Character(scalar)
        default: "-"
        }
      }
    )
  }
}

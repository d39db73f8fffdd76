package import Accounts
package import Documents

/// What a page shows, apart from the frame that all pages share.
package struct Page: Sendable {
  /// What the page is about; the one heading of the first level.
  package var title: String
  /// Stands before the title of the window, such as "Niet verzonden (2 fouten)".
  package var titlePrefix: String?
  package var status: PageStatus
  /// One sentence below the heading: what it is, or the conclusion of its picture.
  package var lead: String?
  /// The way from the room to this page, without the page itself.
  package var crumbs: [Crumb]
  /// Whether figures on it can be asked for as known on and as valid on a day.
  package var showsDates: Bool
  package var body: HTML

  package init(
    _ title: String,
    lead: String? = nil,
    crumbs: [Crumb] = [],
    status: PageStatus = .ok,
    showsDates: Bool = false,
    body: HTML = HTML()
  ) {
    self.title = title
    self.lead = lead
    self.crumbs = crumbs
    self.status = status
    self.showsDates = showsDates
    self.body = body
    titlePrefix = nil
  }
}

/// A step on the way to a page.
package struct Crumb: Sendable {
  package let name: String
  package let address: Address

  package init(_ name: String, _ address: Address) {
    self.name = name
    self.address = address
  }
}

/// How a request ended.
package enum PageStatus: Int, Sendable {
  case ok = 200
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case conflict = 409
  case tooLarge = 413
  case unsupported = 415
  case tooMany = 429
  case failed = 500
  case unavailable = 503
  case full = 507
}

/// What comes of a request.
package enum Reply: Sendable {
  case page(Page)
  /// A file to keep: its name, its type and its bytes.
  case file(name: String, type: String, bytes: [UInt8])
  /// Look there instead; only ever within the site.
  case seeOther(Address, query: [QueryItem] = [])
  /// Nothing yet: first whoever asks shows again who it is (AU-12), and keeps what was typed.
  case again
  /// Goes on there under a new token, after a change of role (AU-10).
  case renewed(SessionToken, Address)
}

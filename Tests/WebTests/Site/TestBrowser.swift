import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web

/// A browser of few words: it keeps the cookie of its session.
struct TestBrowser {
  static let host = "localhost"
  let site: TestSite
  /// The path of the region it looks at.
  let region: String
  var cookie: String?

  /// Signs in with a role.
  init(_ site: TestSite, as role: Role? = nil, in region: Int = 0) async throws {
    self.site = site
    let place = site.regions[region]
    self.region = "/" + place.plan.slug
    guard let role else { return }
    let token = try await place.demo.signIn(as: role, at: site.moment)
    cookie = "__Host-regie-\(place.plan.slug)=\(token.cookieValue)"
  }

  func get(
    _ path: String,
    method: HTTPRequest.Method = .get,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await ask(path, method, headers, nil)
  }

  /// Sends a form as a page of ours does, but for what `headers` say otherwise.
  func post(
    _ path: String,
    _ form: String,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await ask(path, .post, sending(headers), ByteBuffer(string: form))
  }

  /// Sends fields with the token of the page that they stand on.
  func post(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
    let all = [(FormFields.tokenName, try await token(path))] + fields
    let text = all.map { "\($0.formEscaped)=\($1.formEscaped)" }.joined(separator: "&")
    return try await post(path, text)
  }

  /// Sends a form with a file and the token of the page that it stands on.
  func send(
    _ path: String,
    _ field: String,
    name: String,
    _ bytes: [UInt8],
    _ fields: [(String, String)] = []
  ) async throws -> TestResponse {
    var body: [UInt8] = []
    for (key, value) in [(FormFields.tokenName, try await token(path))] + fields {
      body += Array(
        "--grens\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8
      )
    }
    let head = "--grens\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\""
    body += Array("\(head)\r\nContent-Type: application/octet-stream\r\n\r\n".utf8) + bytes
    body += Array("\r\n--grens--\r\n".utf8)
    let type: HTTPFields = [.contentType: "multipart/form-data; boundary=grens"]
    return try await ask(path, .post, sending(type), ByteBuffer(bytes: body))
  }

  private func sending(_ headers: HTTPFields) -> HTTPFields {
    var fields: HTTPFields = [
      .origin: "http://\(Self.host)", .contentType: "application/x-www-form-urlencoded",
    ]
    for field in headers { fields[field.name] = field.value.isEmpty ? nil : field.value }
    return fields
  }

  private func ask(
    _ path: String,
    _ method: HTTPRequest.Method,
    _ headers: HTTPFields,
    _ body: ByteBuffer?
  ) async throws -> TestResponse {
    var fields = headers
    if let cookie { fields[.cookie] = cookie }
    let sent = fields
    let responder = SiteServer(site.site, host: Self.host, port: 0).application()
    return try await responder.test(.router) { client in
      try await client.execute(uri: path, method: method, headers: sent, body: body)
    }
  }
}

// MARK: - Reading pages

extension TestBrowser {
  /// The token that a page of this session carries.
  func formToken(on path: String) async throws -> String {
    let token = try await token(path)
    return try #require(token.isEmpty ? nil : token)
  }

  /// The token of the forms on a page; empty where there is no form.
  private func token(_ path: String) async throws -> String {
    try await get(path).value(of: FormFields.tokenName) ?? ""
  }
}

extension TestResponse {
  /// The whole answer as text.
  var text: String { String(buffer: body) }

  /// The value of the first hidden field with a name.
  func value(of name: String) -> String? {
    let page = text
    guard let place = page.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(page[place.upperBound...].prefix { $0 != "\"" })
  }
}

extension String {
  /// The text as a browser writes it in the body of a form.
  var formEscaped: String {
    utf8.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        return String(UnicodeScalar(byte))
      default: return byte < 16 ? "%0" + digits : "%" + digits
      }
    }.joined()
  }
}

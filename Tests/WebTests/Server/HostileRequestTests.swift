import NIOCore
import Quantities
import Testing
import Web

/// A request that no browser of ours sends, and the statuses with which it may be answered; to be
/// closed without a word is always good.
struct HostileRequest: Sendable {
  let name: String
  let text: String
  let statuses: Set<Int>

  /// The bytes as they are.
  init(_ name: String, raw text: String, gives statuses: Set<Int> = [400]) {
    self.name = name
    self.text = text
    self.statuses = statuses
  }

  /// A first line, and lines beside the usual ones.
  init(
    _ name: String,
    _ first: String = "GET / HTTP/1.1",
    _ lines: [String] = [],
    body: String = "",
    gives statuses: Set<Int> = [400]
  ) {
    let whole = [first, "Host: localhost", "Connection: close"] + lines
    self.init(name, raw: whole.joined(separator: "\r\n") + "\r\n\r\n" + body, gives: statuses)
  }

  /// A form to the page of signing in.
  static func form(_ name: String, _ lines: String..., body: String = "ab") -> HostileRequest {
    HostileRequest(
      name,
      "POST /noord-limburg/toegang/aanmelden HTTP/1.1",
      ["Content-Type: application/x-www-form-urlencoded", "Origin: http://localhost"] + lines,
      body: body,
      gives: [400, 415]
    )
  }

  static let lengths: [HostileRequest] = [
    form("length and chunks", "Content-Length: 5", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
    form("chunks and length", "Transfer-Encoding: chunked", "Content-Length: 5", body: "0\r\n\r\n"),
    form("two lengths", "Content-Length: 1", "Content-Length: 2"),
    form("the same length twice", "Content-Length: 2", "Content-Length: 2"),
    form("a list of lengths", "Content-Length: 2, 2"),
    form("a negative length", "Content-Length: -1"),
    form("a length with a sign", "Content-Length: +2"),
    form("a length in hexadecimal", "Content-Length: 0x2"),
    form("a length beyond numbers", "Content-Length: 99999999999999999999"),
    form("a chunk size of letters", "Transfer-Encoding: chunked", body: "zz\r\nab\r\n0\r\n\r\n"),
    form(
      "a chunk size beyond numbers",
      "Transfer-Encoding: chunked",
      body: "FFFFFFFFFFFFFFFFFF\r\n"
    ),
    form("a negative chunk size", "Transfer-Encoding: chunked", body: "-1\r\nab\r\n0\r\n\r\n"),
    form("an unknown coding", "Transfer-Encoding: sideways"),
    form("chunks twice", "Transfer-Encoding: chunked, chunked", body: "0\r\n\r\n"),
  ]

  static let fields: [HostileRequest] = [
    HostileRequest("a folded field", "GET / HTTP/1.1", ["X-Test: a", " b"]),
    HostileRequest("a field of no name", "GET / HTTP/1.1", [": a"]),
    HostileRequest("a field without a colon", "GET / HTTP/1.1", ["X-Test"]),
    HostileRequest("a blank before the colon", "GET / HTTP/1.1", ["X-Test : a"]),
    HostileRequest("a zero in a value", "GET / HTTP/1.1", ["X-Test: a\u{0}b"]),
    HostileRequest("a return in a value", "GET / HTTP/1.1", ["X-Test: a\rb"]),
    HostileRequest("a zero in a name", "GET / HTTP/1.1", ["X-\u{0}: a"]),
    HostileRequest(
      "a long field",
      "GET / HTTP/1.1",
      ["X-Test: " + String(repeating: "a", count: 20_000)],
      gives: [400, 431]
    ),
    HostileRequest(
      "many fields",
      "GET / HTTP/1.1",
      Array(repeating: "X: y", count: 150),
      gives: [400, 431]
    ),
    HostileRequest(
      "bare line feeds",
      raw: "GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n"
    ),
    HostileRequest(
      "one bare line feed",
      raw: "GET / HTTP/1.1\r\nHost: localhost\nConnection: close\r\n\r\n"
    ),
    HostileRequest(
      "no host",
      raw: "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
      gives: [400, 421]
    ),
    HostileRequest(
      "another host",
      raw: "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      gives: [421]
    ),
    HostileRequest(
      "another host that begins as ours",
      raw: "GET / HTTP/1.1\r\nHost: localhost.evil.example:80\r\nConnection: close\r\n\r\n",
      gives: [421]
    ),
    HostileRequest("two hosts", "GET / HTTP/1.1", ["Host: evil.example"], gives: [400, 421]),
  ]

  static let firstLines: [HostileRequest] = [
    HostileRequest("no version", raw: "GET /\r\n\r\n"),
    HostileRequest("a version to come", "GET / HTTP/2.0", gives: [400, 505]),
    HostileRequest("a version of letters", "GET / HTTP/x.y"),
    HostileRequest("another protocol", "GET / SMTP/1.1"),
    HostileRequest("noise", raw: "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\r\n\r\n"),
    // What counts is whom Host names; the whole address is read as its path.
    HostileRequest("a whole address", "GET http://evil.example/x HTTP/1.1", gives: [404]),
    HostileRequest("a whole address of ours", "GET http://localhost/x HTTP/1.1", gives: [404]),
    HostileRequest(
      "a whole address of ours at another host",
      raw: "GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      gives: [421]
    ),
    HostileRequest("a star", "OPTIONS * HTTP/1.1", gives: [400, 405]),
    HostileRequest("a tunnel", "CONNECT evil.example:443 HTTP/1.1", gives: [400, 405]),
    HostileRequest("trace", "TRACE / HTTP/1.1", gives: [405]),
    HostileRequest("options", "OPTIONS / HTTP/1.1", gives: [405]),
    HostileRequest("an unknown method", "FOO / HTTP/1.1", gives: [400, 405]),
    HostileRequest("a small method", "get / HTTP/1.1", gives: [400, 405]),
    HostileRequest("put", "PUT / HTTP/1.1", ["Content-Length: 2"], body: "ab", gives: [405]),
    HostileRequest("a zero in the path", "GET /%00 HTTP/1.1", gives: [404]),
    HostileRequest("a raw zero in the path", "GET /\u{0} HTTP/1.1", gives: [400, 404]),
    HostileRequest("an overlong dot", "GET /%C0%AE%C0%AE/ HTTP/1.1", gives: [404]),
    HostileRequest("no letter at all", "GET /%FF%FE HTTP/1.1", gives: [404]),
    HostileRequest("half an escape", "GET /%4 HTTP/1.1", gives: [404]),
    HostileRequest("steps up", "GET /noord-limburg/../../etc/passwd HTTP/1.1", gives: [404]),
    HostileRequest("hidden steps up", "GET /x/..%2f..%2fetc%2fpasswd HTTP/1.1", gives: [404]),
    HostileRequest("a file of the shop", "GET /.git/config HTTP/1.1", gives: [404]),
    HostileRequest(
      "very many names behind the question mark",
      "GET /noord-limburg/toegang/aanmelden?"
        + Array(repeating: "a=b", count: 1_500).joined(separator: "&") + " HTTP/1.1"
    ),
    HostileRequest("a broken name", "GET /noord-limburg/toegang/aanmelden?a=%ZZ HTTP/1.1"),
    HostileRequest(
      "a long address",
      "GET /" + String(repeating: "a", count: 9_000) + " HTTP/1.1",
      gives: [400, 404, 414]
    ),
  ]
}

@Suite("WB-10, WB-11, WB-14: bytes that no browser sends", .serialized)
struct HostileRequestTests {
  @Test("Each is refused or dropped, and the next visitor is served")
  func table() async throws {
    let site = try await TestSite([])
    try await RawServer.run(site) { server in
      for request in HostileRequest.lengths + HostileRequest.fields + HostileRequest.firstLines {
        let answer = try await server.send(request.text, patience: 60_000)
        let said = answer.statuses
        #expect(answer.isClosed, "\(request.name): left open, \(said)")
        #expect(said.count <= 1, "\(request.name): answered \(said)")
        if let status = said.first {
          #expect(request.statuses.contains(status), "\(request.name): \(status)")
          #expect(answer.text.lowercased().contains("content-security-policy"), "\(request.name)")
        }
      }
      try await served(server)
    }
  }

  /// Whether an ordinary visitor gets the first page, and how soon.
  private func served(_ server: RawServer) async throws {
    let start = ContinuousClock.now
    let answer = try await server.send(Self.ordinary)
    #expect(answer.status == 200)
    // Many tests share the machine: what must not be is a wait without end.
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  private static let ordinary = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

  @Test("A request in the body of another is never answered (WB-11)")
  func smuggled() async throws {
    let site = try await TestSite([])
    try await RawServer.run(site) { server in
      let inner = "GET /metingen HTTP/1.1\r\nHost: localhost\r\n\r\n"
      let answer = try await server.send(
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(inner.utf8.count)\r\n\r\n" + inner
          + Self.ordinary
      )
      #expect(answer.statuses == [200, 200])
      #expect(!answer.text.contains("regie_requests_total"))
    }
  }

  @Test("HEAD says what GET would, without the page")
  func headOnly() async throws {
    let site = try await TestSite([])
    try await RawServer.run(site) { server in
      let answer = try await server.send(
        "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
      )
      #expect(answer.status == 200)
      #expect(!answer.text.contains("<html"))
    }
  }

  @Test("A head of ten megabytes, or of a hundred thousand fields, is not taken in")
  func largeHeads() async throws {
    let site = try await TestSite([])
    try await RawServer.run(site) { server in
      let long =
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "a", count: 10 << 20)
      let many =
        "GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X: y\r\n", count: 100_000)
      for text in [long, many] {
        let answer = try await server.send(text)
        #expect(answer.isClosed)
        #expect(answer.status == nil || answer.status == 400 || answer.status == 431)
      }
      try await served(server)
    }
  }

  private static var hasty: ConnectionLimits {
    var limits = ConnectionLimits()
    limits.head = .milliseconds(400)
    limits.body = .milliseconds(400)
    limits.rest = .milliseconds(200)
    return limits
  }

  @Test("Slow heads and slow bodies are cut off, and others are served meanwhile")
  func slow() async throws {
    let site = try await TestSite([])
    try await RawServer.run(site, limits: Self.hasty) { server in
      let head = Array("GET / HTTP/1.1\r\nHost: localhost\r\n".utf8)
      let form = Array(
        """
        POST /noord-limburg/toegang/aanmelden HTTP/1.1\r
        Host: localhost\r
        Origin: http://localhost\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: 1000\r
        \r

        """.utf8
      )
      let trickle = Array(repeating: Array("a".utf8), count: 40)
      try await withThrowingTaskGroup(of: RawAnswer.self) { group in
        for start in [head, form] {
          for _ in 0..<20 {
            group.addTask { try await server.send([start] + trickle, pause: 100, patience: 60_000) }
          }
        }
        try await served(server)
        for try await answer in group { #expect(answer.isClosed && answer.status != 200) }
      }
      try await served(server)
    }
  }

  @Test("Whoever goes on sending after the answer is cut off")
  func endless() async throws {
    let site = try await TestSite([])
    try await RawServer.run(site, limits: Self.hasty) { server in
      let head = Array(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n".utf8
      )
      let chunk =
        Array("4000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x4000)
        + Array("\r\n".utf8)
      let start = ContinuousClock.now
      let answer = try await server.send(
        [head] + Array(repeating: chunk, count: 3_000),
        pause: 20,
        patience: 60_000
      )
      #expect(answer.isClosed)
      #expect(answer.status == nil || answer.status == 405)
      #expect(ContinuousClock.now - start < .seconds(40))
      try await served(server)
    }
  }

  @Test("More connections than there is room for wait outside until the idle ones are closed")
  func crowd() async throws {
    let site = try await TestSite([])
    var limits = Self.hasty
    limits.connections = 20
    try await RawServer.run(site, limits: limits) { server in
      let port = server.port
      let idle = try await RawServer.onThread {
        try (0..<60).map { _ in try RawClient(port: port) }
      }
      try await served(server)
      for client in idle { client.close() }
      try await served(server)
    }
  }
}

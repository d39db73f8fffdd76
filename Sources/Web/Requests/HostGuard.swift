import HTTPTypes

/// Whether a request is meant for this server.
///
/// On loopback there is no proxy that looks at the name of the host. A page elsewhere whose name
/// was made to lead to this machine would otherwise be a page of ours to the browser, and could
/// read everything in the demo, which has no passwords (WB-11).
struct HostGuard {
  private static let own: Set<Substring> = ["localhost", "127.0.0.1", "[::1]"]

  let isOnLoopback: Bool

  init(_ settings: SiteSettings) { isOnLoopback = settings.origins.isEmpty }

  /// Whether the name before the port is one of this machine.
  func accepts(_ authority: String?) -> Bool {
    guard isOnLoopback else { return true }
    guard let authority = authority?.lowercased() else { return false }
    guard let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") else {
      return Self.own.contains(authority[...])
    }
    let port = authority[authority.index(after: colon)...]
    return Self.own.contains(authority[..<colon]) && UInt16(port) != nil
  }
}

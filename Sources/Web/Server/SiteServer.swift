import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The site on a port, until it is asked to stop.
package struct SiteServer: Sendable {
  private let site: Site
  private let host: String
  private let port: Int

  /// Limits on what a connection may cost before anything is looked at (WB-10).
  private enum Limit {
    static let connections = 1_024
    static let headerBytes = 16 << 10
    static let headerCount = 100
    static let idle = TimeAmount.seconds(60)
  }

  /// A site on a port of an address; port 0 is any that is free.
  package init(_ site: Site, host: String, port: Int) {
    self.site = site
    self.host = host
    self.port = port
  }

  /// Serves until the process is asked to stop (SIGTERM, SIGINT), lets requests that are being
  /// answered end, and calls `ready` with the port once connections are taken in.
  package func run(ready: @escaping @Sendable (Int) async -> Void) async throws {
    try await application(ready).runService()
  }

  /// The application, for tests that speak to it in process.
  package func application(
    _ ready: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> Application<SiteResponder> {
    var logger = Logger(label: "regie") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    return Application(
      responder: SiteResponder(site: site),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          idleTimeout: Limit.idle,
          httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: Limit.headerBytes,
            maxHeaderListSize: Limit.headerBytes,
            maxHeaderFieldCount: Limit.headerCount
          )
        )
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(Limit.connections)
      ),
      onServerRunning: { channel in await ready(channel.localAddress?.port ?? port) },
      logger: logger
    )
  }
}

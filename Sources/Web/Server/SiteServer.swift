import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Logging

/// The site on a port, until it is asked to stop.
package struct SiteServer: Sendable {
  private let site: Site
  private let host: String
  private let port: Int

  private let limits: ConnectionLimits

  /// A site on a port of an address; port 0 is any that is free.
  package init(
    _ site: Site,
    host: String,
    port: Int,
    limits: ConnectionLimits = ConnectionLimits()
  ) {
    self.limits = limits
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
    let limits = limits
    return Application(
      responder: SiteResponder(site: site),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [ConnectionClock(limits)],
          idleTimeout: limits.idle,
          httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.headerBytes,
            maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: limits.headerCount
          )
        )
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)
      ),
      onServerRunning: { channel in await ready(channel.localAddress?.port ?? port) },
      logger: logger
    )
  }
}

import Accounts
import Foundation
import Quantities
import Region
import Rules
import Web

/// The regions that are served, open, with everything that their pages stand on.
///
/// The one place where the pages are wired to files, keys, clock and randomness.
struct SiteHouse {
  private let regions: [ServedRegion]
  private let isDemo: Bool

  /// Opens the regions of folders; the permit makes the demo's buttons, and only `demo` has one.
  init(folders: [DataFolder], permit: DemoPermit?) async throws {
    isDemo = permit != nil
    var regions: [ServedRegion] = []
    let gate = HashGate()
    do {
      for folder in folders {
        regions.append(try await ServedRegion(folder, permit: permit, gate: gate))
      }
    } catch {
      for region in regions { try? await region.close() }
      throw error
    }
    self.regions = regions
  }

  /// The folder itself when it is a region, else the regions in it in order of name.
  static func folders(in data: String, key: String?) throws -> [DataFolder] {
    let own = DataFolder(data, key: key)
    if FileManager.default.fileExists(atPath: own.journalPath) { return [own] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: own.path)) ?? []
    let found = names.sorted().map { DataFolder("\(own.path)/\($0)", key: nil) }
      .filter { FileManager.default.fileExists(atPath: $0.journalPath) }
    guard !found.isEmpty else { throw ProgramFailure(.notADataFolder(path: data)) }
    guard key == nil else {
      throw ProgramFailure(
        Status.usage,
        "serve.key",
        BilingualText(
          "\(data) is een map met regio's. Laat --key weg: elke regio heeft een eigen sleutelbestand "
            + "naast zich.",
          "\(data) is a folder of regions. Leave --key out: each region has a key file of its own "
            + "beside it."
        )
      )
    }
    return found
  }

  /// Serves until the process is asked to stop, and then lets everything go.
  func serve(_ listening: ListeningOptions, _ output: OutputOptions) async throws {
    let result: Result<Void, any Error>
    do {
      try listening.requireProxy()
      guard !isDemo || (listening.isLoopback && listening.behindProxy == nil) else {
        throw ProgramFailure(
          Status.notAllowed,
          "serve.demo",
          BilingualText(
            "De demo heeft geen wachtwoorden en luistert alleen op deze machine.",
            "The demo has no passwords and listens on this machine only."
          )
        )
      }
      let listeners = try regions.map { try CommandListener($0.holder) }
      try await run(listening, output)
      for listener in listeners { await listener.stop() }
      result = .success(())
    } catch {
      result = .failure(error)
    }
    for region in regions { try await region.close() }
    try result.get()
  }

  private func run(_ listening: ListeningOptions, _ output: OutputOptions) async throws {
    let settings = SiteSettings(
      origins: listening.behindProxy.map { [$0] } ?? [],
      isBehindProxy: listening.behindProxy != nil,
      securityContact: listening.securityContact ?? "mailto:beveiliging@example.nl"
    )
    let site = Site(
      regions: regions.map(\.place),
      settings: settings,
      clock: SiteClock(now: { Clock.now }, moment: { Clock.moment }),
      log: SiteLog(isOn: listening.logRequests)
    )
    let host = listening.host
    var limits = ConnectionLimits()
    // As many as the system lets this process have, less what it needs for its files.
    limits.connections = min(limits.connections, max(64, sysconf(Int32(_SC_OPEN_MAX)) - 128))
    do {
      try await SiteServer(site, host: host, port: listening.port, limits: limits).run { port in
        let address = listening.behindProxy ?? "http://localhost:\(port)/"
        Console.line(
          output.json
            ? "{\"address\":\"\(address)\"}"
            : BilingualText(
              "Open \(address) in uw browser; Ctrl-C stopt.",
              "Open \(address) in your browser; Ctrl-C stops."
            )[output.lang]
        )
      }
    } catch let failure as ProgramFailure {
      throw failure
    } catch {
      throw ProgramFailure(
        Status.cannotCreate,
        "serve.port",
        BilingualText(
          "Luisteren op \(host):\(listening.port) lukt niet. Is er al een ander programma op die "
            + "poort? Kies een andere met --port.",
          "Listening on \(host):\(listening.port) does not work. Is another program on that port? "
            + "Choose another with --port."
        )
      )
    }
  }
}

import ArgumentParser
import Rules

/// Serves the pages of one region, or of every region in a folder, until it is asked to stop.
struct ServeCommand: AsyncParsableCommand, RunsAlone {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the pages of a region, or of every region in a folder.",
    discussion: """
      Other commands go on working beside it: they hand their work to the server through a socket \
      in the data folder. It listens on this machine only; for others it needs a proxy with TLS in \
      front of it, which --behind-proxy names by the address that users see.
      """
  )

  @Option(help: "The data folder of a region, or a folder of such folders.")
  var data: String

  @Option(help: "The file with the keys, when there is one region; by default DIR.key beside it.")
  var key: String?

  @OptionGroup var listening: ListeningOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let house = try await SiteHouse(folders: SiteHouse.folders(in: data, key: key), permit: nil)
    try await house.serve(listening, output)
  }
}

/// Where the pages are served.
struct ListeningOptions: ParsableArguments {
  @Option(help: "The port; 0 for any that is free.") var port: Int = 8_080

  @Option(help: "The address to listen on; another than this machine needs --behind-proxy.")
  var host = "127.0.0.1"

  @Option(
    help:
      "The address by which users reach the TLS proxy in front, such as https://regie.example.nl."
  )
  var behindProxy: String?

  @Option(help: "Whom to tell of a weakness: a mailto: or https: address.")
  var securityContact: String?

  @Flag(help: "Write a line of JSON per request to standard error.") var logRequests = false

  /// Whether the address is this machine alone.
  var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port: geef een getal van 0 tot en met 65535")
    }
  }

  /// Refuses to be seen from outside without a proxy that protects the connection (WB-03).
  func requireProxy() throws {
    if let behindProxy {
      let rest = behindProxy.dropFirst("https://".count)
      guard behindProxy.hasPrefix("https://"), !rest.isEmpty, !rest.contains("/") else {
        throw ProgramFailure(
          Status.usage,
          "serve.proxy",
          BilingualText(
            "--behind-proxy \(behindProxy): geef het adres zoals gebruikers het zien, "
              + "bijvoorbeeld https://regie.example.nl.",
            "--behind-proxy \(behindProxy): give the address as users see it, for instance "
              + "https://regie.example.nl."
          )
        )
      }
    }
    guard isLoopback || behindProxy != nil else {
      throw ProgramFailure(
        Status.notAllowed,
        "serve.open",
        BilingualText(
          "Op \(host) luisteren mag alleen achter een proxy met TLS. Zet er een voor en noem zijn "
            + "adres met --behind-proxy, of luister op 127.0.0.1.",
          "Listening on \(host) is allowed only behind a proxy with TLS. Put one in front and name "
            + "its address with --behind-proxy, or listen on 127.0.0.1."
        )
      )
    }
  }
}

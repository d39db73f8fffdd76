import ArgumentParser
import Commissioning
import Digests
import Journal
import Region
import Rules

extension ProceduresCommand {
  /// Makes an opener's half of the key.
  struct Key: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make one opener's half of the key: his secret in a file, the rest in the journal."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The opener, by the name in the plan.") var opener: OfficerCode
    @Option(help: "Where the secret is written: a new file outside the data folder.")
    var secret: String

    func run() async throws {
      let moment = try subject.time.moment()
      let drawn = OpenerSecret.draw()
      let action = ProcedureAction.provideKey(opener, drawn.publicKey)
      let (answers, key) = try await subject.options.folder.whileOpen { region in
        // Asked first, so that no secret lies about that opens nothing.
        try await BidDesk.require(action, subject, region, at: moment)
        let file = OpenerSecretFile(procedure: subject.code, opener: opener, secret: drawn)
        try file.create(secret, outside: subject.options.folder.path)
        // When the journal fails it may have the key all the same: the secret is never thrown away.
        let answers = try await subject.perform(action, region, at: moment)
        return (answers, try subject.procedure(in: await region.office.published).key)
      }
      Outcome.tell(answers, subject.output)
      if subject.output.json { return }
      Console.line(
        BilingualText(
          "Het geheim van \(opener) staat in \(secret). Geef het aan \(opener) en aan niemand "
            + "anders, met een kopie op een tweede veilige plaats: zonder dit geheim gaat geen "
            + "inschrijving meer open.",
          "The secret of \(opener) is in \(secret). Give it to \(opener) and to nobody else, with a "
            + "copy in a second safe place: without it no bid will open."
        )
      )
      if let key {
        Console.line(
          BilingualText(
            "Neem in de aanbestedingsstukken op: \(key.line)",
            "Put into the tender documents: \(key.line)"
          )
        )
      }
    }
  }

  /// Seals a bid anywhere, without a region.
  struct Seal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Seal a bid under a published key, on the bidder's own machine."
    )

    @Argument(help: "The bid as the provider wrote it.") var file: String
    @Option(help: "The key as the tender documents print it (regie-bid-key-1 ...).")
    var key: String
    @Option(help: "Where the sealed bid is written.") var out: String
    @OptionGroup var output: OutputOptions

    func run() throws {
      guard let key = ProcedureKey(line: key) else {
        throw ProgramFailure(
          Status.usage,
          "usage.bidKey",
          BilingualText(
            "Dit is geen sleutel van een procedure. Neem de hele regel over die begint met "
              + "regie-bid-key-1, tussen aanhalingstekens.",
            "This is no key of a procedure. Take over the whole line that begins with "
              + "regie-bid-key-1, in quotes."
          )
        )
      }
      let sealing = BidCipher(key).sealing
      let contents = try BidDesk.contents(of: file)
      guard let (bytes, bid) = sealing.seal(contents, for: key.procedure) else {
        throw BidDesk.unusableKey
      }
      try DurableText.replace(out, with: bytes)
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("procedure", key.procedure.description)
            json.field("digest", bid.digest.description)
            json.field("bytes", Int64(bid.byteCount))
          }
        )
      } else {
        Console.line(
          BilingualText(
            "Verzegeld in \(out). Bewaar deze vingerafdruk: \(bid.digest) (SHA-256).",
            "Sealed in \(out). Keep this fingerprint: \(bid.digest) (SHA-256)."
          )
        )
      }
    }
  }
}

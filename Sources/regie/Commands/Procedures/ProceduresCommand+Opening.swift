import ArgumentParser
import Commissioning
import Digests
import Exchange
import Foundation
import Journal
import Quantities
import Region
import Rules

extension ProceduresCommand {
  /// Opens all bids.
  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open all bids at once, after the closing, with the secrets of both openers."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The file with the secret of an opener; twice, one for each.")
    var secret: [String]

    func run() async throws {
      let moment = try subject.time.moment()
      try BidDesk.requirePast(moment)
      let (answers, unreadable, strays) = try await subject.options.folder.whileOpen { region in
        let procedure = try subject.procedure(in: await region.office.published)
        // What the law forbids is told before what the secrets say.
        let named = ProcedureAction.open(by: procedure.plan.openers)
        try await BidDesk.require(named, subject, region, at: moment)
        let secrets = try BidDesk.secrets(secret, subject, procedure)
        let (unreadable, strays) = try tried(procedure, secrets)
        let by = secrets.keys.sorted()
        let answers = try await subject.perform(.open(by: by), region, at: moment)
        return (answers, unreadable, strays)
      }
      Outcome.tell(answers, subject.output)
      for key in unreadable { tellUnreadable(key) }
      if strays > 0 { tell(strays) }
    }

    /// The bids that do not open although they are what was handed in, and how many files there are
    /// that no bid speaks of.
    ///
    /// One that is missing or changed on the disk refuses the opening: it has to be put back first.
    /// One that its own provider sealed wrongly stands in nobody else's way.
    private func tried(
      _ procedure: ProcurementProcedure,
      _ secrets: [OfficerCode: [UInt8]]
    ) throws -> (unreadable: [BidKey], strays: Int) {
      let store = BidStore(subject.options.folder, subject.code)
      let there = try store.contents()
      let sealing = try BidDesk.cipher(of: procedure).sealing
      let unreadable = try procedure.keptBids.compactMap { bid -> BidKey? in
        guard let file = there.first(where: { $0.bid == bid.sealed })?.file,
          let bytes = try BidStore.read(file)
        else { throw BidDesk.notOnDisk(bid.sealed, in: store.path) }
        let contents = sealing.open(bytes, procedure.plan.code, Array(secrets.values))
        return contents == nil ? bid.key : nil
      }
      let known = Set(procedure.keptBids.map(\.sealed))
      return (unreadable, there.count { !known.contains($0.bid) })
    }

    private func tell(_ strays: Int) {
      let folder = BidStore(subject.options.folder, subject.code).path
      if subject.output.json {
        Console.line(JSONWriter.object { json in json.field("strays", Int64(strays)) })
      } else {
        Console.line(
          BilingualText(
            "In \(folder) liggen bestanden waarvan het journaal niets weet (\(strays)): van een "
              + "afgebroken inschrijving, of het journaal is ouder dan de map.",
            "\(strays) files lie in \(folder) of which the journal knows nothing: of a bid that "
              + "was broken off, or the journal is older than the folder."
          )
        )
      }
    }

    private func tellUnreadable(_ key: BidKey) {
      if subject.output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("unreadable", true)
            json.field("lot", key.lot.description)
            json.field("provider", key.provider.description)
          }
        )
      } else {
        Console.line(
          BilingualText(
            "De inschrijving van \(key.provider) op perceel \(key.lot) is wat werd ingediend, maar "
              + "gaat niet open: de aanbieder verzegelde haar verkeerd.",
            "The bid of \(key.provider) for lot \(key.lot) is what was handed in, and does not "
              + "open: the provider sealed it wrongly."
          )
        )
      }
    }
  }

  /// Writes the contents of one bid.
  struct ReadBid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "read-bid",
      abstract: "Write the contents of one opened bid, with the secrets of both openers."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions
    @Option(help: "The file with the secret of an opener; twice, one for each.")
    var secret: [String]
    @Option(help: "The file to write to.") var out: String

    func run() async throws {
      let procedure = try await subject.read()
      guard procedure.isOpened else { throw BidDesk.refusal(.sealed) }
      if let platform = procedure.opening?.platform, procedure.keptBids.isEmpty {
        throw BidDesk.refusal(.keptElsewhere(platform))
      }
      let secrets = try BidDesk.secrets(secret, subject, procedure)
      guard let sealed = procedure.bids[bid.key]?.sealed else {
        throw BidDesk.refusal(.unknownBid)
      }
      let store = BidStore(subject.options.folder, subject.code)
      guard let bytes = try store.bytes(of: sealed) else {
        throw BidDesk.notOnDisk(sealed, in: store.path)
      }
      let sealing = try BidDesk.cipher(of: procedure).sealing
      let contents: [UInt8]
      do throws(ProcedureRefusal) {
        contents = try procedure.contents(
          of: bid.key,
          sealed: bytes,
          secrets: secrets,
          with: sealing
        )
      } catch {
        throw BidDesk.refusal(error)
      }
      try DurableText.replace(out, with: contents)
      if subject.output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("lot", bid.lot.description)
            json.field("provider", bid.provider.description)
            json.field("digest", sealed.digest.description)
            json.field("bytes", Int64(contents.count))
            json.field("file", out)
          }
        )
      } else {
        Console.line(
          BilingualText(
            "De inschrijving van \(bid.provider) op perceel \(bid.lot) staat in \(out).",
            "The bid of \(bid.provider) for lot \(bid.lot) is in \(out)."
          )
        )
      }
    }
  }

  /// Takes over the opening record of a tender platform.
  struct ImportOpening: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import-opening",
      abstract: "Take over the record of a tender platform that kept the bids (CSV or TSV)."
    )

    @OptionGroup var subject: ProcedureSubject
    @Argument(help: "A table with perceel, kvk, ingediend, vingerafdruk and bytes.")
    var file: String
    @Option(help: "When the platform opened (\"yyyy-mm-dd hh:mm\").") var opened: String
    @Option(help: "Who opened, by the names in the plan; twice.") var by: [OfficerCode]
    @Option(help: "The name of the platform.") var platform: String

    func run() async throws {
      let bids: [ProcurementProcedure.KeptBid]
      switch OpeningTable.read(try InputFile.bytes(file)) {
      case .success(let read): bids = read
      case .failure(let refusal):
        throw ProgramFailure(.contractsRefused(file: file), refusal, file: file)
      }
      let moment = try MomentOptions.read(opened, option: "--opened")
      try BidDesk.requirePast(moment)
      try BidDesk.requirePast(try subject.time.moment())
      try await subject.carryOut(
        .importOpening(
          ProcurementProcedure.Opening(at: moment, by: by, platform: platform, bids: bids)
        )
      )
    }
  }
}

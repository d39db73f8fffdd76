import ArgumentParser
import Commissioning
import Digests
import Journal
import Region
import Rules

extension ProceduresCommand {
  /// Takes a bid in.
  struct Submit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a bid in and seal it at once; nothing of it is kept unsealed."
    )

    @OptionGroup var subject: ProcedureSubject
    @Argument(help: "The bid: any file, or one that `seal` made.") var file: String
    @OptionGroup var bid: BidOptions
    @Flag(help: "The file was sealed by the provider already.") var sealed = false

    func run() async throws {
      let contents = try BidDesk.contents(of: file)
      let moment = try subject.time.moment()
      let answers = try await subject.options.folder.whileOpen { region in
        let procedure = try subject.procedure(in: await region.office.published)
        // What forbids a bid is told before anything is made of it.
        let nothing = SealedBid(digest: .zero, byteCount: 0)
        try await BidDesk.require(.submit(bid.key, nothing), subject, region, at: moment)
        let cipher = try BidDesk.cipher(of: procedure)
        let (bytes, record) = try sealedBid(contents, cipher, procedure)
        let action = ProcedureAction.submit(bid.key, record)
        let store = BidStore(subject.options.folder, subject.code)
        // When the journal fails it may have the bid all the same: the file is never thrown away.
        try store.keep(bytes)
        return try await subject.perform(action, region, at: moment)
      }
      Outcome.tell(answers, subject.output)
    }

    private func sealedBid(
      _ contents: [UInt8],
      _ cipher: BidCipher,
      _ procedure: ProcurementProcedure
    ) throws -> (bytes: [UInt8], bid: SealedBid) {
      guard sealed else {
        guard let made = cipher.sealing.seal(contents, for: procedure.plan.code) else {
          throw BidDesk.unusableKey
        }
        return made
      }
      guard cipher.fits(contents) else {
        throw ProgramFailure(
          Status.invalidInput,
          "bid.otherKey",
          BilingualText(
            "\(file) is niet verzegeld onder de sleutel van procedure \(procedure.plan.code). "
              + "Verzegel de inschrijving met de sleutel uit de aanbestedingsstukken.",
            "\(file) is not sealed under the key of procedure \(procedure.plan.code). Seal the bid "
              + "with the key of the tender documents."
          )
        )
      }
      return (contents, cipher.sealing.record(of: contents))
    }
  }

  /// Takes a bid back.
  struct WithdrawBid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw-bid",
      abstract: "Take a bid back before the closing; its sealed bytes are destroyed."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions

    func run() async throws {
      let moment = try subject.time.moment()
      let answers = try await subject.options.folder.whileOpen { region in
        let procedure = try subject.procedure(in: await region.office.published)
        let answers = try await subject.perform(.withdrawBid(bid.key), region, at: moment)
        if let sealed = procedure.bids[bid.key]?.sealed {
          try BidStore(subject.options.folder, subject.code).drop(sealed)
        }
        return answers
      }
      Outcome.tell(answers, subject.output)
    }
  }
}

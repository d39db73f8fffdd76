import Journal
import Messages
package import People
package import Quantities
package import Region
package import Rules

/// Takes messages in: reads, observes, seals, has the region decide, and answers.
///
/// The order of writing is that of the house: vault, journal, reply, and only then the word that it
/// was done; each is durable before the next. What a crash leaves behind is a message that was
/// sealed and not judged, which the next start sweeps, or a reply that was not written, which
/// `missingReply` makes again from the journal and the vault, byte for byte.
package struct MessageIntake: Sendable {
  let office: Office
  let vault: any Vault
  let accessLog: any AccessLog
  let party: Party
  /// Draws names for what is sealed.
  let randomness: any RandomSource

  package init(
    office: Office,
    vault: any Vault,
    accessLog: any AccessLog,
    party: Party,
    randomness: any RandomSource
  ) {
    self.office = office
    self.vault = vault
    self.accessLog = accessLog
    self.party = party
    self.randomness = randomness
  }

  /// When messages are taken in: the day by whose rules is judged, and the moment written down.
  package struct Moment: Sendable {
    package let today: CivilDate
    package let now: Instant

    package init(today: CivilDate, now: Instant) {
      self.today = today
      self.now = now
    }
  }

  /// Takes one message in; the same bytes again have no second effect and the same answer.
  package func take(
    _ bytes: [UInt8],
    at moment: Moment
  ) async throws(IntakeFailure) -> IntakeResult {
    let read = MessageReader.read(bytes.span)
    guard let message = read.message else {
      return try await refuseTransport(read, bytes, at: moment)
    }
    let fields = MessageFields(message)
    guard let header = header(of: fields) else {
      return try await refuseStranger(message.type, bytes, at: moment)
    }
    if let own = try await ownReply(fields, header) { return own }
    let content = vault.keyedDigest(of: bytes, for: .content)
    let context = context(header, content, at: moment)
    let judged: Judged
    if let known = try await known(context) {
      judged = known
    } else {
      judged = try await judge(
        message,
        read.clientRanges,
        bytes,
        header,
        Digest(content),
        context
      )
    }
    return await result(message, judged)
  }

  /// What the header says, once it is clear that the message is ours.
  struct Header {
    let key: MessageKey
    let flow: MessageFlow
    let municipality: MunicipalityCode
    let provider: ProviderCode
    let dated: CivilDate
  }

  /// A message with the answer of the region.
  struct Judged {
    let judgement: MessageJudged
    let claim: ClaimResult?
    let first: Position
    let last: Position
  }

  private func header(of fields: MessageFields) -> Header? {
    guard let municipality = fields.municipality, let provider = fields.provider,
      let sender = fields.sender, let identification = fields.identification,
      let dated = fields.dated, let own = party.code(municipality, provider)
    else { return nil }
    let type = fields.message.type
    let isSent = (party.role == .municipality) == (type.direction == .toProvider)
    return Header(
      key: MessageKey(
        role: party.role,
        party: own,
        sender: sender,
        message: type.name,
        identification: identification
      ),
      flow: isSent ? .sent : .received,
      municipality: municipality,
      provider: provider,
      dated: dated
    )
  }

  private func context(
    _ header: Header,
    _ content: KeyedDigest,
    at moment: Moment
  ) -> CommandContext {
    let key = [
      header.key.role.rawValue, header.key.party, header.key.sender, header.key.message,
      header.key.identification, content.description,
    ].joined(separator: "\u{1F}")
    return CommandContext(
      key: Digest(vault.keyedDigest(of: Array(key.utf8), for: .commandKey)),
      body: Digest(content),
      actor: "messages",
      today: moment.today,
      now: moment.now
    )
  }

  /// The answer to a message that was taken in before; nil when it was not.
  private func known(_ context: CommandContext) async throws(IntakeFailure) -> Judged? {
    do throws(OfficeFailure) {
      return try await office.known(context).flatMap { Judged($0) }
    } catch {
      throw .office(error)
    }
  }
}

extension MessageIntake.Judged {
  /// The judgement in an answer of the office; nil when the answer is not about a message.
  init?(_ answer: Answer) {
    guard case .message(let judgement) = answer.events.first else { return nil }
    self.judgement = judgement
    claim = answer.events.lazy.compactMap { ClaimResult($0) }.first
    first = answer.first
    last = answer.last
  }
}

extension Digest {
  /// The keyed digest of the vault as the digest of a command.
  init(_ keyed: KeyedDigest) {
    self.init(
      words: Words(keyed.words.0, keyed.words.1, keyed.words.2, keyed.words.3)
    )
  }
}

/// Why a message could not be taken in, through no fault of the message.
package enum IntakeFailure: Error, Sendable {
  case vault(VaultFailure)
  case office(OfficeFailure)
  /// A message passed the format check and could not be typed: a mistake of ours.
  case notTyped(String)

  /// What is wrong, where, and what to do.
  package var text: BilingualText {
    switch self {
    case .vault(let failure): failure.text
    case .office(let failure): failure.text
    case .notTyped(let message):
      BilingualText(
        "Een \(message) kwam door de controle en was toch niet te lezen: dit is een fout in Regie. "
          + "Er is niets van overgenomen; meld de fout.",
        "A \(message) passed the check and still could not be read: this is a mistake in Regie. "
          + "Nothing of it was taken over; report it."
      )
    }
  }
}

/// Draws random words; the program hands in the system's, tests a seeded one.
package protocol RandomSource: Sendable {
  /// The next 64 random bits.
  func next() -> UInt64
}

extension RandomIdentifier {
  /// Draws a new identifier.
  init(from source: any RandomSource) { self.init(high: source.next(), low: source.next()) }
}

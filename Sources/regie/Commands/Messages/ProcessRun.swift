import Exchange
import Journal
import Quantities
import Region
import Rules

/// One run of `messages process`: files in, a verdict for each as soon as it is durable.
struct ProcessRun {
  private let region: OpenRegion
  private let intake: MessageIntake
  private let outbox: Outbox
  private let today: CivilDate

  /// How many files are taken in before the mark of written answers is moved on.
  private static let filesPerMark = 200

  init(
    region: OpenRegion,
    role: PartyRole,
    party: String?,
    replies: String,
    today: CivilDate
  ) async throws {
    self.region = region
    self.today = today
    let profile = await region.office.published.profile
    intake = MessageIntake(
      office: region.office,
      vault: region.vault,
      accessLog: region.accessLog,
      party: try Self.party(role, party, profile),
      randomness: SystemRandomness()
    )
    outbox = Outbox(folder: region.folder, replies: replies)
    try outbox.prepare()
    do {
      try await intake.tidyVault(region.journal)
      try await outbox.writeMissing(region, intake)
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  private static func party(
    _ role: PartyRole,
    _ code: String?,
    _ profile: RegionProfile?
  ) throws -> Party {
    switch role {
    case .provider:
      guard let code, let provider = ProviderCode(code) else {
        throw ProgramFailure(.providerMissing)
      }
      return Party(role: role, municipalities: [], provider: provider)
    case .municipality:
      let known = profile?.municipalities ?? []
      guard let code else {
        guard !known.isEmpty else {
          throw ProgramFailure(.municipalityMissing)
        }
        return Party(role: role, municipalities: known, provider: nil)
      }
      guard let municipality = MunicipalityCode(code) else {
        throw ProgramFailure(.notAMunicipality(option: "--party", text: code))
      }
      guard known.isEmpty || known.contains(municipality) else {
        throw ProgramFailure(.otherMunicipality(code: code))
      }
      return Party(role: role, municipalities: [municipality], provider: nil)
    }
  }

  /// Takes files in, in order, and calls `tell` for each once everything about it is durable; true
  /// when one of them was refused before anything of it was taken over.
  func process(
    _ files: [String],
    _ tell: (String, IntakeResult) throws -> Void
  ) async throws -> Bool {
    var isBad = false
    var last: Position?
    StopRequest.listen()
    for (index, file) in files.enumerated() {
      try StopRequest.check()
      let result: IntakeResult
      do {
        let bytes = try InputFile.bytes(file)
        result = try await intake.take(
          bytes,
          at: MessageIntake.Moment(today: today, now: Clock.now)
        )
        if let reply = result.reply { try outbox.write(reply) }
      } catch {
        throw ProgramFailure(any: error)
      }
      try tell(file, result)
      if result.outcome == .rejectTransport { isBad = true }
      last = result.position ?? last
      if index % Self.filesPerMark == Self.filesPerMark - 1 { try mark(last) }
      try await region.heads.goOn()
      Console.progress(
        BilingualText(
          "\(index + 1) van \(files.count) berichten",
          "\(index + 1) of \(files.count) messages"
        )
      )
    }
    try mark(last)
    Console.endProgress()
    return isBad
  }

  /// Everything up to the end of the journal is answered, since files are taken in one by one.
  private func mark(_ last: Position?) throws {
    guard let last, last > (try outbox.mark()) else { return }
    try outbox.setMark(last)
  }
}

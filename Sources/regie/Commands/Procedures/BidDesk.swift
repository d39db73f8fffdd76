import Commissioning
import Digests
import Quantities
import Region
import Rules

/// What the commands on sealed bids share.
enum BidDesk {
  /// Refuses an action that the procedure would refuse, before anything is made for it.
  static func require(
    _ action: ProcedureAction,
    _ subject: ProcedureSubject,
    _ region: OpenRegion,
    at moment: CivilMoment
  ) async throws {
    try await region.foresee(
      [.procedure(.act(subject.code, action), at: moment)],
      on: moment.date
    )
  }

  /// The key of a procedure; without both halves there is none.
  static func cipher(of procedure: ProcurementProcedure) throws -> BidCipher {
    guard let key = procedure.key else {
      throw refusal(.keysMissing(procedure.withoutKey))
    }
    return BidCipher(key)
  }

  /// What a provider hands in.
  static func contents(of path: String) throws -> [UInt8] {
    guard let bytes = try DurableText.read(path, limit: BidStore.longest) else {
      throw ProgramFailure(.noSuchFile(path: path))
    }
    guard bytes.count <= BidStore.longest else {
      throw ProgramFailure(
        Status.invalidInput,
        "bid.tooLarge",
        BilingualText(
          "\(path) is groter dan 64 MB. Lever een kleiner bestand in.",
          "\(path) is larger than 64 MB. Hand in a smaller file."
        )
      )
    }
    return bytes
  }

  /// The secrets of both openers, each from its own file and each the one that was made.
  static func secrets(
    _ paths: [String],
    _ subject: ProcedureSubject,
    _ procedure: ProcurementProcedure
  ) throws -> [OfficerCode: [UInt8]] {
    guard paths.count == 2 else { throw refusal(.notTwoOpeners) }
    var secrets: [OfficerCode: [UInt8]] = [:]
    for path in paths {
      let file = try OpenerSecretFile(path, outside: subject.options.folder.path)
      guard file.procedure == procedure.plan.code,
        procedure.openerKeys[file.opener] == file.secret.publicKey
      else { throw otherSecret(path, procedure.plan.code) }
      secrets[file.opener] = file.secret.bytes
    }
    guard secrets.count == 2 else { throw refusal(.notTwoOpeners) }
    return secrets
  }

  static func refusal(_ refusal: ProcedureRefusal) -> ProgramFailure {
    ProgramFailure(any: OfficeFailure.refused(.procedure(refusal)))
  }

  private static func otherSecret(_ path: String, _ code: ProcedureCode) -> ProgramFailure {
    ProgramFailure(
      Status.notAllowed,
      "opener.otherSecret",
      BilingualText(
        "\(path) is niet het geheim dat voor procedure \(code) geldt. Neem het bestand dat bij de "
          + "sleutel in het journaal hoort.",
        "\(path) is not the secret that holds for procedure \(code). Take the file that belongs to "
          + "the key in the journal."
      )
    )
  }

  static func notOnDisk(_ bid: SealedBid, in folder: String) -> ProgramFailure {
    ProgramFailure(
      Status.invalidInput,
      "bid.notOnDisk",
      BilingualText(
        "De inschrijving met vingerafdruk \(bid.digest) ontbreekt in \(folder), of haar bytes zijn "
          + "niet wat werd ingediend. Zet haar terug uit een reservekopie.",
        "The bid with fingerprint \(bid.digest) is missing in \(folder), or its bytes are not what "
          + "was handed in. Put it back from a backup."
      )
    )
  }

  static let unusableKey = ProgramFailure(
    Status.wrongKeyOrSettings,
    "bid.unusableKey",
    BilingualText(
      "Onder deze sleutel is niets te verzegelen; laat beide openers een nieuwe maken.",
      "Nothing can be sealed under this key; let both openers make a new one."
    )
  )

  /// A moment that the clock has not reached yet opens nothing: a wrong --at is no way in.
  static func requirePast(_ moment: CivilMoment) throws {
    guard moment > Clock.moment else { return }
    throw ProgramFailure(
      Status.notAllowed,
      "bid.future",
      BilingualText(
        "Het is nog geen \(moment.dutchText). Openen kan niet vooruit in de tijd; wacht tot de "
          + "sluiting voorbij is.",
        "It is not \(moment) yet. Nothing opens ahead of time; wait until the closing has passed."
      )
    )
  }
}

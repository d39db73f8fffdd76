import Journal
import Messages
import People
import Quantities
import Region
import Rules

extension MessageIntake {
  /// Refuses bytes that are no message of the standard: nothing is kept but a row in the intake
  /// log.
  func refuseTransport(
    _ read: ReadResult,
    _ bytes: [UInt8],
    at moment: Moment
  ) async throws(IntakeFailure) -> IntakeResult {
    try await log(bytes, codes: ["format"], at: moment)
    let findings = read.findings.map { finding in
      IntakeFinding(
        judges: "",
        code: "",
        rule: finding.fault.kind.rawValue,
        path: finding.path,
        text: BilingualText(finding.text, finding.english)
      )
    }
    return IntakeResult(
      message: read.type?.name,
      flow: nil,
      outcome: .rejectTransport,
      codes: [],
      findings: findings,
      furtherFindings: read.omittedFindings,
      reply: nil,
      position: nil
    )
  }

  /// Refuses a message of the standard that is between others than us.
  func refuseStranger(
    _ type: MessageType,
    _ bytes: [UInt8],
    at moment: Moment
  ) async throws(IntakeFailure) -> IntakeResult {
    try await log(bytes, codes: ["addressee"], at: moment)
    let text =
      switch party.role {
      case .municipality:
        BilingualText(
          "Dit bericht is niet van of voor een van de gemeenten van deze regio. "
            + "Stuur het naar de gemeente die in het bericht staat.",
          "This message is not from or for a municipality of this region. "
            + "Send it to the municipality that it names."
        )
      case .provider:
        BilingualText(
          "Dit bericht is niet van of voor deze aanbieder. "
            + "Stuur het naar de aanbieder die in het bericht staat.",
          "This message is not from or for this provider. Send it to the provider that it names."
        )
      }
    return IntakeResult(
      message: type.name,
      flow: nil,
      outcome: .rejectTransport,
      codes: [],
      findings: [
        IntakeFinding(
          judges: "Header",
          code: "",
          rule: "addressee",
          path: "/Bericht/Header",
          text: text
        )
      ],
      furtherFindings: 0,
      reply: nil,
      position: nil
    )
  }

  private func log(
    _ bytes: [UInt8],
    codes: [String],
    at moment: Moment
  ) async throws(IntakeFailure) {
    do throws(VaultFailure) {
      let digest = vault.keyedDigest(of: bytes, for: .intake)
      let row = try IntakeRow(
        digest: digest,
        size: bytes.count,
        codes: codes,
        at: moment.now
      )
      try await vault.log(row)
    } catch {
      throw .vault(error)
    }
  }
}

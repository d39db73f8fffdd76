import People
import Quantities
import Rules
import Testing

@Suite("Failures of the vault say what is wrong in both languages")
struct VaultFailureTests {
  private static let client = ClientKey(high: 1, low: 2)
  private static let original = OriginalID(high: 3, low: 4)
  private static let scope = ClientScope(
    municipality: MunicipalityCode(uncheckedNumber: 344),
    law: .socialSupport
  )

  /// One failure of every kind; `kind` does not compile when one is added and not put here.
  static let reasons: [VaultFailure.Reason] =
    [
      .unknownClient(client), .unknownOriginal(original), .originalKnown(original),
      .batchKnown(SealID(high: 5, low: 6)), .clientKeyKnown(client), .destroyed(client),
      .numberKnown(client, scope),
      .notCovered(record: 7, client), .zeroClientKey, .intakeCode,
      .clientPart(number: 1, original), .originalTooLarge(original), .notSealed,
      .keyFileReadable, .keyFileTooLarge, .keyFileInside, .keyFileIncomplete,
      .keyFileLine(number: 3), .otherVault, .epochMissing(month: 202_503), .noVault, .vaultExists,
      .incompleteVault, .otherVersion, .sealedChanged(kind: "record"),
      .misfitValue(table: "record"), .intakeRowWithoutDigest, .batchWithoutName,
      .accessLogBroken(record: 8), .accessLogBusy, .accessLogStopped,
    ]
    + VaultFailure.KeyFileStep.allCases.map { .keyFileStep($0, .noAccess) }
    + VaultFailure.FileFault.allCases.map { .file(name: "vault.sqlite", $0) }

  /// A number for each kind, so that the compiler names a kind that is missing above.
  private func kind(_ reason: VaultFailure.Reason) -> Int {
    switch reason {
    case .unknownClient: 0
    case .unknownOriginal: 1
    case .originalKnown: 2
    case .batchKnown: 3
    case .clientKeyKnown: 4
    case .numberKnown: 5
    case .destroyed: 6
    case .notCovered: 7
    case .zeroClientKey: 8
    case .intakeCode: 9
    case .clientPart: 10
    case .originalTooLarge: 11
    case .notSealed: 12
    case .keyFileReadable: 13
    case .keyFileTooLarge: 14
    case .keyFileInside: 15
    case .keyFileIncomplete: 16
    case .keyFileLine: 17
    case .keyFileStep: 18
    case .otherVault: 19
    case .epochMissing: 20
    case .noVault: 21
    case .vaultExists: 22
    case .incompleteVault: 23
    case .otherVersion: 24
    case .sealedChanged: 25
    case .intakeRowWithoutDigest: 26
    case .batchWithoutName: 27
    case .accessLogBroken: 28
    case .accessLogBusy: 29
    case .accessLogStopped: 30
    case .file: 31
    case .misfitValue: 32
    }
  }

  @Test("Every failure has a sentence in each language: what is wrong, where, and what to do")
  func sentences() {
    #expect(Set(Self.reasons.map(kind)) == Set(0...32))
    for reason in Self.reasons {
      let text = VaultFailure(reason).text
      #expect(text.dutch != text.english, "\(reason)")
      for language in Language.allCases {
        #expect(text[language].hasSuffix("."), "\(reason): \(text[language])")
        #expect(text[language].contains(#/[.;:] /#), "\(reason): \(text[language])")
      }
    }
    #expect(VaultFailure(.epochMissing(month: 202_503)).text.dutch.contains("2025-03"))
  }

  @Test("PR-07: a wrong key or a bad key file ends a program with 78, a broken store with 65")
  func codes() {
    #expect(VaultFailure(.otherVault).code.exitCode == 78)
    #expect(VaultFailure(.keyFileStep(.reading, .noSuchFile)).code.exitCode == 78)
    #expect(VaultFailure(.accessLogBroken(record: 1)).code.exitCode == 65)
    #expect(VaultFailure(.file(name: "vault.sqlite", .damaged)).code.exitCode == 65)
    #expect(VaultFailure(.file(name: "vault.sqlite", .inUse)).code.exitCode == 75)
  }
}

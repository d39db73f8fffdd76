import Quantities

/// What is wrong with a claim as a whole, on purpose; the right claim follows days later.
enum ClaimFault: CaseIterable, Sendable {
  case wrongTotal
  case missingTariff
  case wrongCitizenNumber
  case usedIdentification
  case usedClaimNumber
  case earlierPeriod
  case truncated
  case notUnicode
  case otherMunicipality

  var outcome: IntendedOutcome {
    switch self {
    case .wrongTotal, .missingTariff, .wrongCitizenNumber: .rejectMessage
    case .usedIdentification: .rejectHeader
    case .usedClaimNumber, .earlierPeriod: .rejectClaim
    case .truncated, .notUnicode, .otherMunicipality: .rejectTransport
    }
  }

  var codes: [String] {
    switch self {
    case .wrongTotal, .missingTariff, .wrongCitizenNumber: ["0001"]
    case .usedIdentification: ["9056"]
    case .usedClaimNumber: ["9333"]
    case .earlierPeriod: ["8214"]
    case .truncated, .notUnicode, .otherMunicipality: []
    }
  }
}

/// One claim message of a provider to a municipality.
///
/// - Dutch term: declaratie (iWmo 3.2 WMO323)
struct PlannedClaim: Sendable {
  let provider: Int
  let municipality: Int
  /// The round, 1 to 13; the claim period is its month.
  let round: Int
  let period: Period
  let lines: [PlannedLine]
  var fault: ClaimFault?
  /// The round whose identification and claim number it bears: another one for a faulty claim.
  var identificationRound: Int
  var numberRound: Int
  /// Whether it is the faulty twin of the right claim, which needs an identification of its own.
  var isTwin = false

  /// Identificatie: unique for the provider over its claims.
  var identification: String {
    PlannedClaim.text(
      "C",
      identificationRound,
      municipality,
      isTwin && fault != .usedIdentification
    )
  }

  /// DeclaratieNummer: unique for the provider over its claims.
  var number: String {
    PlannedClaim.text("D", numberRound, municipality, isTwin && fault != .usedClaimNumber)
  }

  private static func text(
    _ kind: String,
    _ round: Int,
    _ municipality: Int,
    _ twin: Bool
  ) -> String {
    let digits = round < 10 ? "0\(round)" : "\(round)"
    return "\(kind)2025\(digits)\(municipality + 1)" + (twin ? "B" : "A")
  }
}

/// A file of the region before it is written.
struct PlannedFile: Sendable {
  enum Content: Sendable {
    /// Indices of allocations, with the version each one bears.
    case allocations([(allocation: Int, version: Int)])
    case start(allocation: Int, begin: CivilDate, number: Int)
    case stop(allocation: Int)
    case claim(PlannedClaim)
  }

  let day: CivilDate
  let provider: Int
  let municipality: Int
  let content: Content
  let intent: Intent

  /// Messages of a day go in this order: awards, starts, stops, claims.
  var rank: Int {
    switch content {
    case .allocations: 0
    case .start: 1
    case .stop: 2
    case .claim: 3
    }
  }

  /// The name of the message type.
  var typeName: String { ["WMO301", "WMO305", "WMO307", "WMO323"][rank] }
}

package import Quantities

/// What support a claim line is about, before it is known when and under which reference it goes.
package struct LineContent: Hashable, Sendable {
  package var product: SupportProduct
  package var period: Period
  package var volume: Int64
  package var unit: ClaimUnit
  /// ProductTarief; nil for euros.
  package var tariff: Int64?
  package var cents: Int64
}

/// What is wrong with a line, on purpose.
package enum LineFault: String, CaseIterable, Sendable {
  // Refused lines; the right line follows a round later.
  case volumeAboveLine
  case volumeAboveWhole
  case aboveBudget
  case oldTariff
  case wrongAmount
  case unknownAllocation
  case otherProduct
  case beginInsideMonth
  case usedReference
  case unknownClient
  // Refused lines that should never have been sent.
  case beforeAllocation
  case afterAllocation
  case secondDebit
  case creditWithoutDebit
  // Accepted lines that turn out wrong: credited a round later, and mostly claimed anew.
  case mistakenVolume
  case mistakenLine

  /// The return codes that the line, or its client, gets; empty for a line that is accepted.
  package var codes: [String] {
    switch self {
    case .volumeAboveLine: ["9321"]
    case .volumeAboveWhole: ["9322"]
    case .aboveBudget: ["9369"]
    case .oldTariff: ["0611"]
    case .wrongAmount: ["9346"]
    case .unknownAllocation: ["9338"]
    case .otherProduct: ["9340"]
    case .beginInsideMonth: ["9387"]
    case .usedReference: ["8021"]
    case .unknownClient: ["8187"]
    case .beforeAllocation: ["9307"]
    case .afterAllocation: ["9308"]
    case .secondDebit: ["9389"]
    case .creditWithoutDebit: ["8017"]
    case .mistakenVolume, .mistakenLine: []
    }
  }

  /// Whether the code goes to the client with all its lines unassessed.
  package var isOnClient: Bool { self == .unknownClient }
}

/// One line of one claim.
///
/// - Dutch term: prestatie (iWmo 3.2 `Prestatie`)
package struct PlannedLine: Hashable, Sendable {
  /// Index of the allocation the line is about.
  package let allocation: Int
  package var content: LineContent
  /// The round of claims it goes in, 1 to 13.
  package var round: Int
  /// Number behind ReferentieNummer, unique in the region but for lines with a used reference.
  package var reference = 0
  /// Number behind VorigReferentieNummer; filled for a credit.
  package var previous: Int?
  package var isCredit = false
  package var fault: LineFault?

  /// Whether the line is to be approved.
  package var isAccepted: Bool { fault.map { $0.codes.isEmpty } ?? true }

  /// What the line adds to the accepted total, in cents.
  package var acceptedCents: Int64 {
    isAccepted ? (isCredit ? -content.cents : content.cents) : 0
  }

  /// What is added to the number of an allocation to get one that nobody has.
  static let unknownOffset = 700_000

  /// A reference as it is written.
  package static func text(ofReference number: Int) -> String {
    let digits = String(number)
    return "L" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}

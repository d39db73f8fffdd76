package import Quantities
package import Rules

/// The receipt of the verdict on one line: what was read, and what the rules said.
///
/// It holds references to what the rules saw, not copies: the version of the allocation, the row of
/// the price list, the sums before the line, the lines it was compared with. From these the case is
/// made again and judged again, which gives the same verdict and the same explanation for as long
/// as the journal is kept.
package struct LineReceipt: Hashable, Sendable {
  /// The slot of the allocation the line was tied to; -1 when there was none.
  package let allocation: Int32
  /// The journal position that brought the version of that allocation; 0 when there was none.
  package let allocationPosition: Int64
  /// The row of the price list; -1 when no price was known.
  package let priceRow: Int32
  /// Approved on the allocation before this line.
  package let usedVolume: Int64
  /// Approved on the allocation before this line.
  package let usedAmount: Cents
  /// The earlier line with the same reference; -1 when there was none.
  package let sameReference: Int32
  package let debit: DebitMatch
  /// The line that a credit takes back; -1 when there is none.
  package let debitLine: Int32
  /// The approved debit for the same period and product, or -1.
  package let standingDebit: Int32
  package let assessment: Assessment
  /// Whether the line was judged; a line of a refused client is not.
  package let isAssessed: Bool

  package init(
    allocation: Int32,
    allocationPosition: Int64,
    priceRow: Int32,
    usedVolume: Int64,
    usedAmount: Cents,
    sameReference: Int32,
    debit: DebitMatch,
    debitLine: Int32,
    standingDebit: Int32,
    assessment: Assessment,
    isAssessed: Bool
  ) {
    self.allocation = allocation
    self.allocationPosition = allocationPosition
    self.priceRow = priceRow
    self.usedVolume = usedVolume
    self.usedAmount = usedAmount
    self.sameReference = sameReference
    self.debit = debit
    self.debitLine = debitLine
    self.standingDebit = standingDebit
    self.assessment = assessment
    self.isAssessed = isAssessed
  }

  /// Whether the line was approved, whole.
  package var isApproved: Bool { isAssessed && assessment.passes }

  /// The first rule that refused the line, as its place in the rule set plus one; 0 for none.
  package var refusal: UInt8 {
    guard isAssessed else { return Self.refusedClient }
    return assessment.passes ? 0 : UInt8(assessment.failed.bits.trailingZeroBitCount + 1)
  }

  /// Stands in `refusal` for a line that was not judged because its client was refused.
  static let refusedClient = UInt8.max

  /// The receipt of a line whose client was refused.
  package static let notAssessed = LineReceipt(
    allocation: -1,
    allocationPosition: 0,
    priceRow: -1,
    usedVolume: 0,
    usedAmount: .zero,
    sameReference: -1,
    debit: .notAsked,
    debitLine: -1,
    standingDebit: -1,
    assessment: Assessment(),
    isAssessed: false
  )
}

import Columns
package import Quantities

extension ClaimLedger {
  /// Takes over a claim that was judged by the municipality, with every line and its verdict.
  ///
  /// Total: it can be given any claim whose numbers lie within the region.
  package mutating func record(
    _ notice: ClaimNotice,
    receipts: [LineReceipt],
    awarded: Cents,
    at position: Int64
  ) {
    let claim = open(notice, awarded: awarded, schemaVersion: nil, at: position)
    for (line, receipt) in zip(notice.lines, receipts) {
      var flags: LineTable.Flags = line.isCredit ? .credit : []
      if receipt.isApproved { flags.insert(.approved) }
      let row = append(
        line,
        flags,
        receipt.refusal,
        allocation: receipt.allocation,
        claim,
        of: notice.provider
      )
      guard receipt.isApproved else { continue }
      if line.isCredit {
        giveBack(Int(receipt.debitLine))
      } else {
        book(receipt.allocation, lines[row], sign: 1)
      }
    }
  }

  /// Adds a claim that is about to get its lines.
  ///
  /// - Returns: its row.
  mutating func open(
    _ notice: ClaimNotice,
    awarded: Cents?,
    schemaVersion: String?,
    at position: Int64
  ) -> Int32 {
    let row = claims.count
    add(
      ClaimRecord(
        position: position,
        municipality: notice.municipality,
        provider: notice.provider,
        number: notice.number,
        period: notice.period,
        claimed: notice.total,
        awarded: awarded,
        schemaVersion: schemaVersion,
        firstLine: lines.count,
        lineCount: notice.lines.count
      )
    )
    return Int32(truncatingIfNeeded: row)
  }

  /// Adds a line of a claim.
  ///
  /// - Returns: its row.
  mutating func append(
    _ line: ClaimLine,
    _ flags: LineTable.Flags,
    _ refusal: UInt8 = 0,
    allocation: Int32,
    _ claim: Int32,
    of provider: ProviderCode
  ) -> Int {
    lines.append(
      LineRow(
        claim: claim,
        allocation: allocation,
        reference: line.reference,
        category: line.category,
        code: line.code,
        period: line.period,
        volume: line.volume,
        unit: line.unit,
        tariff: line.tariff,
        amount: line.amount,
        flags: flags,
        refusal: refusal
      ),
      of: provider
    )
  }

  /// A credit gives back exactly what its debit took.
  mutating func giveBack(_ debit: Int) {
    guard debit >= 0, debit < lines.count else { return }
    lines.insert(.credited, at: debit)
    guard let slot = lines.allocation(of: debit) else { return }
    book(slot, lines[debit], sign: -1)
  }
}

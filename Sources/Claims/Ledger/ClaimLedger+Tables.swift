import Columns
package import People
package import Quantities

/// What comes into the ledger without messages: tables of deliveries, and opening balances.
extension ClaimLedger {
  /// Takes over a group of a table that was judged.
  package mutating func record(_ table: TableJudged, at position: Int64) {
    let notice = table.claim.notice
    let firstLine = lines.count
    let claim = claims.count
    add(
      ClaimRecord(
        position: position,
        municipality: notice.municipality,
        provider: notice.provider,
        number: notice.number,
        period: notice.period,
        claimed: notice.total,
        awarded: table.claim.verdict.awarded,
        isTable: true,
        firstLine: firstLine,
        lineCount: notice.lines.count
      )
    )
    for (line, receipt) in zip(notice.lines, table.claim.verdict.receipts) {
      var flags: LineTable.Flags = line.isCredit ? .credit : []
      if receipt.isApproved { flags.insert(.approved) }
      let row = append(
        line,
        flags,
        receipt.refusal,
        allocation: receipt.allocation,
        Int32(truncatingIfNeeded: claim),
        of: notice.provider
      )
      guard receipt.isApproved else { continue }
      if line.isCredit {
        giveBack(Int(receipt.debitLine))
      } else {
        book(receipt.allocation, lines[row], sign: 1)
        note(row, line, of: notice, tiedTo: receipt.allocation)
      }
    }
  }

  private mutating func note(
    _ row: Int,
    _ line: ClaimLine,
    of notice: ClaimNotice,
    tiedTo allocation: Int32
  ) {
    guard allocation < 0, notice.clients.indices.contains(Int(line.clientIndex)) else { return }
    let name = UnallocatedLines.Name(
      client: notice.clients[Int(line.clientIndex)].key,
      provider: notice.provider,
      code: line.code,
      month: line.period.first.firstOfMonth
    )
    unallocatedLines.note(Int32(truncatingIfNeeded: row), name)
  }

  /// The first approved line without an allocation under a name that is meant.
  package func unallocated(
    _ name: UnallocatedLines.Name,
    where isMeant: (Int32) -> Bool
  ) -> Int32? {
    unallocatedLines.find(name) { row in
      let line = lines[Int(row)]
      return claims[Int(line.claim)].provider == name.provider && line.code == name.code
        && line.period.first.firstOfMonth == name.month && isMeant(row)
    }
  }

  /// The client of an approved line without an allocation; nil for any other line.
  package func client(ofUnallocated row: Int32) -> ClientKey? { unallocatedLines.client(of: row) }

  /// Whether a client has approved support without an allocation.
  package func knows(client: ClientKey) -> Bool { unallocatedLines.names(client) }
}

// MARK: - Opening balances

extension ClaimLedger {
  /// Takes over what was awarded on an allocation elsewhere; a second balance changes nothing.
  package mutating func open(_ balance: TakenOverBalance, on slot: Int32, at position: Int64) {
    guard slot >= 0, openings[slot] == nil else { return }
    openings[slot] = OpeningBalance(balance: balance, position: position)
    bookOpening(balance, on: slot)
  }

  /// The balance with which an allocation was taken over; nil when it was not.
  package func opening(of slot: Int32) -> OpeningBalance? { openings[slot] }

  /// The slots to which at least one line was ever tied, whatever became of it.
  package var slotsWithLines: Set<Int32> {
    var slots: Set<Int32> = []
    for row in 0..<lines.count {
      if let slot = lines.allocation(of: row) { slots.insert(slot) }
    }
    return slots
  }

  /// What stands under a ceiling: approved and not taken back, of a provider and a municipality, on
  /// support that a condition names.
  ///
  /// Looks at every line of the provider's claims, so it is asked for once a table.
  package func awarded(
    to provider: ProviderCode,
    where isMeant: (MunicipalityCode, ProductCode, CivilDate) -> Bool
  ) -> Cents {
    var sum: Int64 = 0
    for claim in claims where claim.provider == provider && !claim.isAnnulled {
      for row in claim.rows {
        let flags = lines.flags(of: row)
        guard flags.contains(.approved), flags.isDisjoint(with: [.credit, .credited]) else {
          continue
        }
        let line = lines[row]
        if isMeant(claim.municipality, line.code, line.period.first) {
          sum &+= line.amount.rawValue
        }
      }
    }
    return Cents(sum)
  }
}

import Columns
package import Quantities

/// A provider's side of the ledger: claims of our own, their answers, and what these lead to.
///
/// After the answer everything stands as it does at the municipality: lines, credited debits,
/// balances and the awarded amount. The order in which messages come in has no meaning (iWmo/iJw
/// 3.2 OP080), so a line may come before its allocation and a credit be approved before its debit.
extension ClaimLedger {
  /// Takes over a claim that the provider whose records these are sent itself.
  package mutating func submit(
    _ notice: ClaimNotice,
    allocations: [Int32],
    at position: Int64
  ) {
    let claim = open(notice, awarded: nil, schemaVersion: notice.schemaVersion, at: position)
    for (line, allocation) in zip(notice.lines, allocations) {
      let flags: LineTable.Flags = line.isCredit ? [.credit, .awaiting] : .awaiting
      let row = append(line, flags, allocation: allocation, claim, of: notice.provider)
      let place = Int32(truncatingIfNeeded: row)
      if let previous = line.previousReference, line.isCredit { own.credits[place] = previous }
      guard allocation < 0, notice.clients.indices.contains(Int(line.clientIndex)) else { continue }
      let name = AllocationName(
        municipality: notice.municipality,
        provider: notice.provider,
        client: notice.clients[Int(line.clientIndex)].key,
        number: line.allocationNumber
      )
      own.untied[name, default: []].append(place)
    }
  }

  /// Takes over the answer to a claim of our own: the lines that were refused; the rest stands.
  ///
  /// A claim is answered once; an answer to one that was answered or refused changes nothing.
  package mutating func answer(claim row: Int, refused: Set<Int>, awarded: Cents) {
    guard isAwaiting(claim: row) else { return }
    claims[row].awarded = awarded
    for line in claims[row].rows {
      lines.remove(.awaiting, at: line)
      if refused.contains(line - claims[row].firstLine) {
        own.credits[Int32(truncatingIfNeeded: line)] = nil
        lines.noteRefusal(line)
      } else {
        approve(line, of: claims[row].provider)
      }
    }
  }

  /// Takes back a claim of our own that was refused as a whole: it counts as not sent, so its
  /// number and the references of its lines are free again.
  package mutating func annul(claim row: Int) {
    guard isAwaiting(claim: row) else { return }
    claims[row].isAnnulled = true
    for line in claims[row].rows {
      lines.remove(.awaiting, at: line)
      lines.insert(.annulled, at: line)
      own.credits[Int32(truncatingIfNeeded: line)] = nil
    }
    recountPeriods()
  }

  /// Ties the lines of our own that named an allocation before it was known here.
  package mutating func tie(_ name: AllocationName, to slot: Int32) {
    guard let rows = own.untied.removeValue(forKey: name) else { return }
    for row in rows.lazy.map(Int.init) where !lines.flags(of: row).contains(.annulled) {
      lines.tie(row, to: slot)
      let flags = lines.flags(of: row)
      guard flags.contains(.approved), flags.isDisjoint(with: [.credit, .credited]) else {
        continue
      }
      book(slot, lines[row], sign: 1)
    }
  }

  /// Whether a row is a claim of our own that was not answered yet.
  package func isAwaiting(claim row: Int) -> Bool {
    claims.indices.contains(row) && claims[row].awarded == nil && !claims[row].isAnnulled
  }

  private mutating func approve(_ row: Int, of provider: ProviderCode) {
    lines.insert(.approved, at: row)
    if lines.flags(of: row).contains(.credit) {
      credit(Int32(truncatingIfNeeded: row), of: provider)
      return
    }
    if let slot = lines.allocation(of: row) { book(slot, lines[row], sign: 1) }
    let key = OwnLines.Reference(provider: provider, text: lines.reference(of: row))
    guard let credit = own.early.removeValue(forKey: key) else { return }
    own.credits[credit] = nil
    giveBack(row)
  }

  /// Takes back the debit of an approved credit, now or as soon as that is approved.
  ///
  /// Of all lines under a reference a municipality approves one at most: the first that counts as
  /// sent. Which one that is, is known here only by its being approved.
  private mutating func credit(_ row: Int32, of provider: ProviderCode) {
    guard let previous = own.credits[row] else { return }
    let debit = lines.find(reference: previous, of: provider) { line in
      claims[Int(line.claim)].provider == provider
        && lines.flags(of: line.row).contains(.approved)
    }
    guard let debit else {
      own.early[OwnLines.Reference(provider: provider, text: previous)] = row
      return
    }
    own.credits[row] = nil
    guard lines.flags(of: debit).isDisjoint(with: [.credit, .credited]) else { return }
    giveBack(debit)
  }
}

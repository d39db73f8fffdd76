/// Verifies a journal, entry by entry, against its own chain and against signed heads.
///
/// It keeps the last entry's head and the keys of the commands, no entries, so a long journal
/// fits. It goes on after a fault, with the stored hash of the entry at fault, so that one changed
/// byte is one fault.
package struct ChainVerifier: Sendable {
  /// How many faults a report holds at most; the rest is counted.
  package static let maximumFaultCount = 100

  private var hasher: EntryHasher
  private let heads: [SignedHead]
  private var nextHead = 0
  /// The last position that a signed head confirmed.
  private var confirmed: Position = .start
  private var head: JournalHead = .empty
  /// Whether the hash of the last entry is known, so that the next one can be held against it.
  private var isLinked = true
  /// The hash that the last entry should have had, when it had another.
  private var expected: Digest?
  /// Whether a head was found to differ; later heads then differ too, which is no news.
  private var isRewritten = false
  private var command: CommandStamp?
  /// Where each command began.
  private var commands: [Digest: Position] = [:]
  private var entryCount = 0
  private var faults: [ChainFault] = []
  private var faultCount = 0

  /// Verifies against the chain alone.
  package init(digest: @escaping DigestFunction) {
    hasher = EntryHasher(digest: digest)
    heads = []
  }

  /// Verifies against signed heads too.
  ///
  /// Without a trusted key a head proves only that whoever rewrote the journal could not sign anew
  /// with the key that stands in the head; give the key that was noted when the region was set up.
  package init(
    digest: @escaping DigestFunction,
    heads: [SignedHead],
    trusting publicKey: [UInt8]?,
    check: SignatureCheck
  ) {
    hasher = EntryHasher(digest: digest)
    var valid: [SignedHead] = []
    for head in heads {
      let isTrusted = publicKey.map { $0 == head.publicKey } ?? true
      if isTrusted && head.isSigned(check) {
        valid.append(head)
      } else {
        faults.append(ChainFault(.headNotSigned, at: head.position))
      }
    }
    faultCount = faults.count
    self.heads = valid.sorted { $0.position < $1.position }
    checkEmptyHeads()
  }
}

// MARK: - Entry by entry

extension ChainVerifier {
  /// Judges the next entry as it is stored.
  package mutating func check(_ entry: Entry) {
    entryCount += 1
    guard checkPosition(entry.position) else { return }
    checkHash(entry)
    for (index, attachment) in entry.attachments.enumerated()
    where hasher.digest(attachment.bytes.span) != attachment.digest {
      report(.attachmentChanged(number: index + 1), at: entry.position)
    }
    if entry.recordedAt < head.recordedAt { report(.recordedEarlier, at: entry.position) }
    if entry.knownOn < head.knownOn { report(.knownEarlier, at: entry.position) }
    checkCommand(entry)
    head = entry.head
    isLinked = true
    checkHeads()
  }

  /// Notes an entry that is stored but cannot be read.
  package mutating func checkUnreadable(at position: Position, column: String) {
    entryCount += 1
    guard checkPosition(position) else { return }
    report(.unreadable(column: column), at: position)
    head = JournalHead(
      position: position,
      hash: head.hash,
      recordedAt: head.recordedAt,
      knownOn: head.knownOn
    )
    isLinked = false
    expected = nil
    command = nil
  }

  /// Notes a fault that only whoever reads the storage can see.
  package mutating func report(_ kind: ChainFault.Kind, at position: Position = .start) {
    faultCount += 1
    if faults.count < ChainVerifier.maximumFaultCount {
      faults.append(ChainFault(kind, at: position))
    }
  }

  /// Judges the end of the journal and gives the result.
  package mutating func finish() -> ChainReport {
    if let command, command.index < command.count {
      report(.commandIncomplete(index: command.index, count: command.count), at: head.position)
    }
    if let last = heads.last, last.position > head.position {
      report(
        .tailMissing(head: last.position, recordedAt: last.recordedAt),
        at: head.position.next
      )
    }
    return ChainReport(head: head, entryCount: entryCount, faults: faults, faultCount: faultCount)
  }
}

// MARK: - Parts of the judgement

extension ChainVerifier {
  private mutating func checkHash(_ entry: Entry) {
    let instead = expected
    expected = nil
    guard isLinked else { return }
    let hash = hasher.hash(of: entry, after: head.hash)
    if hash == entry.hash { return }
    // When only the hash of the entry before was changed, this entry itself is as it was.
    if let instead, hasher.hash(of: entry, after: instead) == entry.hash { return }
    expected = hash
    report(.changed, at: entry.position)
  }

  /// Judges a position; false when the entry has no place in the chain.
  private mutating func checkPosition(_ position: Position) -> Bool {
    let due = head.position.next
    if position < due {
      report(.misplaced(after: head.position), at: position)
      return false
    }
    if position > due {
      report(.missing(next: position), at: due)
      isLinked = false
      command = nil
      skipHeads(before: position)
    }
    return true
  }

  private mutating func checkCommand(_ entry: Entry) {
    let stamp = entry.command
    defer { command = stamp }
    if stamp.index == 1, let first = commands.updateValue(entry.position, forKey: stamp.key) {
      report(.commandRepeated(first: first), at: entry.position)
    }
    if stamp.follows(command) { return }
    // Behind a gap or an unreadable entry a command may be under way: that fault is known already.
    if !isLinked && stamp.index >= 1 && stamp.index <= stamp.count { return }
    if let command, command.index < command.count, stamp.index == 1 {
      report(
        .commandIncomplete(index: command.index, count: command.count),
        at: head.position
      )
    } else {
      report(.commandOutOfPlace(index: stamp.index, count: stamp.count), at: entry.position)
    }
  }

  /// Holds the entry just read against the signed heads of its position.
  private mutating func checkHeads() {
    while nextHead < heads.count, heads[nextHead].position <= head.position {
      let signed = heads[nextHead]
      nextHead += 1
      guard signed.position == head.position else { continue }
      if signed.hash == head.hash && signed.recordedAt == head.recordedAt {
        confirmed = head.position
      } else if !isRewritten {
        isRewritten = true
        report(.rewritten(after: confirmed, head: signed.position), at: signed.position)
      }
    }
  }

  /// Passes over heads of positions that are missing; the gap is reported already.
  private mutating func skipHeads(before position: Position) {
    while nextHead < heads.count, heads[nextHead].position < position { nextHead += 1 }
  }

  /// Judges heads of an empty journal, which confirm nothing.
  private mutating func checkEmptyHeads() {
    while nextHead < heads.count, heads[nextHead].position <= .start { nextHead += 1 }
  }
}

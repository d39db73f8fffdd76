package import Journal
package import People

/// Verifies access records, one after the other, against their own chain and tree and against heads
/// that were kept elsewhere (LG-06).
///
/// It keeps nothing but the end and the peaks of the tree, so any number of records fits. It goes
/// on after a fault, with the stored hash of the record at fault, so that one changed byte is one
/// fault.
package struct AccessVerifier: Sendable {
  /// How many faults a report holds at most; the rest is counted.
  package static let maximumFaultCount = 100

  private let heads: [AccessHead]
  private var nextHead = 0
  private var hasher: AccessHasher
  private var tree: MerkleTree
  private var number: UInt64 = 0
  private var hash = Digest.zero
  /// Whether the hash of the record before the next one is known.
  private var isLinked = true
  /// Whether every record so far had its place, without which no root can fit.
  private var hasTree = true
  /// The hash that the last record should have had, when it had another.
  private var expected: Digest?
  private var confirmed: UInt64 = 0
  /// Whether a head was found to differ; later heads then differ too, which is no news.
  private var isRewritten = false
  private var faults: [AccessFault] = []
  private var faultCount = 0

  /// Verifies against the chain, and against ends that were kept and are believed.
  package init(digest: @escaping DigestFunction, kept: [AccessHead] = []) {
    hasher = AccessHasher(digest: digest)
    tree = MerkleTree(digest: digest)
    heads = kept.filter { $0.number > 0 }.sorted { $0.number < $1.number }
  }

  /// Verifies against signed heads.
  ///
  /// Without a trusted key a head proves only that whoever rewrote the records could not sign anew
  /// with the key that stands in the head; give the key that was noted when the region was set up.
  package init(
    digest: @escaping DigestFunction,
    heads: [SignedAccessHead],
    trusting publicKey: [UInt8]?,
    check: SignatureCheck
  ) {
    var valid: [AccessHead] = []
    var refused: [AccessFault] = []
    for head in heads {
      let isTrusted = publicKey.map { $0 == head.publicKey } ?? true
      if isTrusted && head.isSigned(check) {
        valid.append(head.head)
      } else {
        refused.append(AccessFault(.headNotSigned, at: head.number))
      }
    }
    self.init(digest: digest, kept: valid)
    for fault in refused { report(fault.kind, at: fault.number) }
  }
}

// MARK: - Record by record

extension AccessVerifier {
  /// Judges the next record as it is stored.
  package mutating func check(_ record: StoredAccessRecord) {
    guard checkNumber(record.number) else { return }
    checkHash(record)
    number += 1
    hash = record.hash
    isLinked = true
    tree.append(record.hash)
    checkHeads()
  }

  /// Notes something that stands where a record was due and is none.
  package mutating func checkUnreadable() { report(.unreadable, at: number + 1) }

  /// Notes a fault that only whoever reads the storage can see.
  package mutating func report(_ kind: AccessFault.Kind, at number: UInt64 = 0) {
    faultCount += 1
    if faults.count < Self.maximumFaultCount { faults.append(AccessFault(kind, at: number)) }
  }

  /// Judges the end of the records and gives the result.
  package mutating func finish() -> AccessReport {
    if let last = heads.last, last.number > number {
      report(.tailMissing(head: last.number), at: number + 1)
    }
    return AccessReport(
      head: AccessHead(number: number, hash: hash.bytes, root: tree.root.bytes),
      confirmed: confirmed,
      faults: faults,
      faultCount: faultCount
    )
  }
}

// MARK: - Parts of the judgement

extension AccessVerifier {
  /// Judges a number; false when the record has no place in the chain.
  private mutating func checkNumber(_ found: Int64) -> Bool {
    guard let found = UInt64(exactly: found), found > number else {
      report(.misplaced(found: found), at: number + 1)
      return false
    }
    if found > number + 1 {
      report(.missing(next: Int64(clamping: found)), at: number + 1)
      number = found - 1
      isLinked = false
      hasTree = false
      expected = nil
      while nextHead < heads.count, heads[nextHead].number <= number { nextHead += 1 }
    }
    return true
  }

  private mutating func checkHash(_ record: StoredAccessRecord) {
    let instead = expected
    expected = nil
    let own = number + 1
    if isLinked {
      let computed = hasher.hash(of: record, after: hash)
      if computed != record.hash {
        // When only the hash of the record before was changed, this one itself is as it was.
        if let instead, hasher.hash(of: record, after: instead) == record.hash { return }
        expected = computed
        return report(.changed, at: own)
      }
    }
    if record.record == nil { report(.unreadable, at: own) }
  }

  /// Holds the record just read against the heads of its number.
  private mutating func checkHeads() {
    while nextHead < heads.count, heads[nextHead].number <= number {
      let kept = heads[nextHead]
      nextHead += 1
      guard kept.number == number else { continue }
      if kept.hash != hash.bytes {
        if !isRewritten { report(.rewritten(after: confirmed), at: number) }
        isRewritten = true
      } else if hasTree, !kept.root.isEmpty, kept.root != tree.root.bytes {
        report(.otherTree, at: number)
      } else {
        confirmed = number
      }
    }
  }
}

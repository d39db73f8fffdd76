package import Journal

/// How bids are sealed and opened; the cryptography comes in as functions.
///
/// A bid is sealed under the key of its procedure, and what is sealed opens only with the secrets
/// of two people together.
///
/// - Dutch term: verzegelen en openen van inschrijvingen
package struct BidSealing: Sendable {
  /// The sealed bytes, or nil when nothing can be sealed under the key.
  package let seal: @Sendable (_ contents: [UInt8], _ procedure: ProcedureCode) -> [UInt8]?
  /// The contents, or nil when the secrets do not fit or the bytes were changed.
  package let open:
    @Sendable (_ sealed: [UInt8], _ procedure: ProcedureCode, _ secrets: [[UInt8]]) -> [UInt8]?
  package let digest: @Sendable (_ bytes: [UInt8]) -> Digest

  package init(
    seal: @escaping @Sendable ([UInt8], ProcedureCode) -> [UInt8]?,
    open: @escaping @Sendable ([UInt8], ProcedureCode, [[UInt8]]) -> [UInt8]?,
    digest: @escaping @Sendable ([UInt8]) -> Digest
  ) {
    self.seal = seal
    self.open = open
    self.digest = digest
  }
}

extension BidSealing {
  /// Seals contents: the bytes to keep, and what the journal says of them; nil when it cannot be.
  package func seal(
    _ contents: [UInt8],
    for procedure: ProcedureCode
  ) -> (bytes: [UInt8], bid: SealedBid)? {
    seal(contents, procedure).map { ($0, record(of: $0)) }
  }

  /// What the journal says of sealed bytes.
  package func record(of bytes: [UInt8]) -> SealedBid {
    SealedBid(digest: digest(bytes), byteCount: bytes.count)
  }
}

extension ProcurementProcedure {
  /// The contents of a bid, for the two who opened all bids together.
  ///
  /// Refused before the opening stands in the journal, so that no order of commands shows a bid
  /// early: the functions that unseal are not even asked.
  package func contents(
    of key: BidKey,
    sealed bytes: [UInt8],
    secrets: [OfficerCode: [UInt8]],
    with sealing: BidSealing
  ) throws(ProcedureRefusal) -> [UInt8] {
    guard let opening else { throw .sealed }
    guard let bid = bids[key], let seal = bid.sealed else { throw .unknownBid }
    guard bid.state != .withdrawn else { throw .notInPlay }
    var given: [[UInt8]] = []
    for officer in opening.by {
      guard let secret = secrets[officer] else { throw .notTwoOpeners }
      given.append(secret)
    }
    guard given.count == 2 else { throw .notTwoOpeners }
    guard bytes.count == seal.byteCount, sealing.digest(bytes) == seal.digest,
      let contents = sealing.open(bytes, plan.code, given)
    else { throw .wrongSeal }
    return contents
  }
}

package import Quantities

/// The one place that holds what identifies or describes a person.
///
/// Everything is batch oriented, because one claim message may name 50,000 persons. What can be
/// read without a grant is pseudonymous; what needs an `AccessGrant` is written in the access log
/// first.
///
/// - Dutch term: kluis
package protocol Vault: Sendable {
  /// The client keys of citizen numbers within one scope, in the same order; nil for who is unknown
  /// or destroyed.
  func find(
    _ numbers: [CitizenNumber],
    in scope: ClientScope
  ) async throws(VaultFailure) -> [ClientKey?]

  /// The client keys of references within one scope, in the same order; nil for who is unknown or
  /// destroyed.
  func find(
    _ references: [ClientReference],
    in scope: ClientScope
  ) async throws(VaultFailure) -> [ClientKey?]

  /// Seals a batch: durable on return, all or nothing.
  ///
  /// Fails without any effect when a number is known already in its scope, when a name is in use,
  /// or when a record or part names a client who is unknown or destroyed.
  func seal(_ batch: SealBatch) async throws(VaultFailure)

  /// The batches that were sealed and never confirmed, in the order of sealing.
  func unconfirmed() async throws(VaultFailure) -> [UnconfirmedBatch]

  /// Notes that the journal entries of these batches are durable.
  ///
  /// A crash may forget it: then the start asks again and confirms again. Unknown names are
  /// ignored.
  func confirm(_ batches: [SealID]) async throws(VaultFailure)

  /// Removes the originals and the new persons of unconfirmed batches, but for persons in
  /// `keeping`, who by now stand in the journal through another batch.
  func sweep(_ batches: [SealID], keeping: Set<ClientKey>) async throws(VaultFailure)

  /// The persons named in an original, each once, in the order of the keys; pseudonyms, so no
  /// grant.
  func clients(of original: OriginalID) async throws(VaultFailure) -> [ClientKey]

  /// Joins an original message again; the grant must name every person in it.
  func open(
    _ original: OriginalID,
    under grant: AccessGrant
  ) async throws(VaultFailure) -> OpenedOriginal

  /// Opens records in the order of their names; the grant must name every person.
  func open(
    _ records: [RecordName],
    under grant: AccessGrant
  ) async throws(VaultFailure) -> [OpenedRecord]

  /// The citizen numbers of clients in the same order, nil for who is destroyed or goes by a
  /// provider's reference; the grant must name every one of them.
  func numbers(
    of clients: [ClientKey],
    under grant: AccessGrant
  ) async throws(VaultFailure) -> [CitizenNumber?]

  /// Destroys the keys of persons for ever: their records and parts cannot be read any more, here
  /// at once, and in restored copies as soon as those are opened.
  func destroy(_ clients: [ClientKey]) async throws(VaultFailure)

  /// Writes a row of the intake log.
  func log(_ row: IntakeRow) async throws(VaultFailure)

  /// The rows of the intake log in the order of writing.
  func intakeRows() async throws(VaultFailure) -> [IntakeRow]

  /// Removes the rows of the intake log that are 90 days old, and returns how many.
  func sweepIntake(at now: Instant) async throws(VaultFailure) -> Int

  /// The keyed digest of bytes: the same for the life of the region, and for nobody without its
  /// key.
  func keyedDigest(of bytes: Span<UInt8>, for purpose: DigestPurpose) -> KeyedDigest
}

extension Vault {
  /// The keyed digest of an array of bytes.
  package func keyedDigest(of bytes: [UInt8], for purpose: DigestPurpose) -> KeyedDigest {
    keyedDigest(of: bytes.span, for: purpose)
  }
}

package import People

/// The name under which the journal and the access records know a user.
///
/// Random, so that neither says who it was without the file of accounts.
package struct UserKey: RandomIdentifier {
  package let high: UInt64
  package let low: UInt64

  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

extension UserKey {
  /// The key as it stands in the journal and in access records: `user:` and 32 digits.
  package var actorText: String { "user:\(self)" }

  /// The actor of an access record.
  package var accessActor: AccessActor? { AccessActor(actorText) }
}

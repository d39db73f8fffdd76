/// What a sealed record about a person is for: each purpose is sealed and asked for by itself.
///
/// The raw values are stored and never change.
///
/// - Dutch term: verwerkingsdoel (AVG artikel 5, onder b)
package enum RecordPurpose: UInt8, CaseIterable, Sendable {
  /// Names, birth date, gender.
  case identity = 1
  /// Where the person lives or stays.
  case address = 2
  /// Telephone and mail.
  case contact = 3
  /// Relations: parents, partner, representative.
  case relations = 4
  /// Free text about the person: comments, reports, plans.
  case text = 5
  /// How a provider names the person, where there is no citizen number.
  case reference = 6
}

/// The name of a sealed record: whose it is and what it is for.
package struct RecordName: Hashable, Sendable {
  package let client: ClientKey
  package let purpose: RecordPurpose

  @inlinable
  package init(client: ClientKey, purpose: RecordPurpose) {
    self.client = client
    self.purpose = purpose
  }
}

/// The fields of a person for one purpose, as bytes that only their owner understands.
///
/// A record replaces the earlier one of the same name. The bytes never show in a description.
///
/// - Dutch term: persoonsgegevens (AVG artikel 4, onder 1)
package struct PersonRecord: Sendable {
  package let name: RecordName
  package let bytes: [UInt8]

  package init(client: ClientKey, purpose: RecordPurpose, bytes: [UInt8]) {
    self.name = RecordName(client: client, purpose: purpose)
    self.bytes = bytes
  }
}

extension PersonRecord: CustomStringConvertible, CustomReflectable {
  package var description: String { "(sealed)" }

  /// Shows nothing, so that a record cannot slip into a log by interpolation.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// What the vault gave back for one record.
package enum OpenedRecord: Sendable, Equatable {
  case bytes([UInt8])
  /// The person's key was destroyed: nobody can read this any more.
  case destroyed
  /// There is no such record.
  case absent
}

extension OpenedRecord: CustomStringConvertible, CustomReflectable {
  package var description: String {
    switch self {
    case .bytes: "(sealed)"
    case .destroyed: "destroyed"
    case .absent: "absent"
    }
  }

  /// Shows nothing, so that a record cannot slip into a log by interpolation.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

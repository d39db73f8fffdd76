package import Quantities

/// An event on its way to the journal; the journal adds position, time and hash.
package struct NewEntry: Hashable, Sendable {
  /// The day of the command; the journal never lets it fall before that of the previous entry.
  package let knownOn: CivilDate
  /// Who did it: the key of a user, or the name of a component.
  ///
  /// Never a person's name.
  package let actor: String
  package let command: CommandStamp
  /// The hand-written event word, for example `allocation.issued`.
  package let event: String
  package let eventVersion: UInt16
  /// Compact JSON, exactly as it will be stored and hashed.
  package let body: [UInt8]
  package let attachments: [NewAttachment]

  package init(
    knownOn: CivilDate,
    actor: String,
    command: CommandStamp,
    event: String,
    eventVersion: UInt16,
    body: [UInt8],
    attachments: [NewAttachment] = []
  ) {
    self.knownOn = knownOn
    self.actor = actor
    self.command = command
    self.event = event
    self.eventVersion = eventVersion
    self.body = body
    self.attachments = attachments
  }
}

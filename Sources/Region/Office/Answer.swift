package import Journal

/// What a command led to.
package struct Answer: Sendable {
  package let events: [RegionEvent]
  /// The position of the command's first entry.
  package let first: Position
  /// The position of its last entry.
  package let last: Position
  /// Whether the command had been carried out before; then nothing happened now.
  package let isRepeated: Bool

  package init(events: [RegionEvent], first: Position, last: Position, isRepeated: Bool) {
    self.events = events
    self.first = first
    self.last = last
    self.isRepeated = isRepeated
  }

  /// The same answer, given to someone who asks again.
  var repeated: Answer { Answer(events: events, first: first, last: last, isRepeated: true) }
}

/// Why the office could not carry a command out; none of these says that nothing was written.
package enum OfficeFailure: Error, Sendable {
  case refused(Refusal)
  /// The key of the command was used before for something else.
  case keyUsedForOther
  /// Too many commands are waiting, or the journal was taken by another writer again and again.
  case busy
  /// The journal failed; whether the command was written is only known after reading it again.
  case journal(JournalFailure)
  case event(EventFailure)
}

package import Journal
package import Rules

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

  /// What is wrong, where, and what to do.
  package var text: BilingualText {
    switch self {
    case .refused(let refusal): refusal.text
    case .keyUsedForOther:
      BilingualText(
        "Deze opdracht is al eerder met een andere inhoud gegeven. Geef een nieuwe opdracht.",
        "This command was given before with other contents. Give a new command."
      )
    case .busy:
      BilingualText(
        "Er wachten te veel opdrachten. Probeer het zo opnieuw.",
        "Too many commands are waiting. Try again shortly."
      )
    case .journal(let failure): failure.text
    case .event(let failure): failure.text
    }
  }

  /// The failure as a word, bounded, for programs.
  package var code: String {
    switch self {
    case .refused(let refusal): "refused.\(refusal.code)"
    case .keyUsedForOther: "office.keyUsedForOther"
    case .busy: "office.busy"
    case .journal(let failure): "journal.\(failure.code)"
    case .event: "journal.unknownEvent"
    }
  }
}

import Journal
import Quantities

extension JournalContract {
  static let refusals: [JournalContract] = [
    JournalContract("a writer who is not at the end is refused and nothing is written") { journal in
      try await journal.append(EntryBuilder.command(1), expecting: .start, at: opening)
      for wrong in [Position.start, Position(2)] {
        try await requireFailure(.conflict) {
          try await journal.append(EntryBuilder.command(2), expecting: wrong, at: opening)
        }
      }
      try require(try await journal.head().position == Position(1), "nothing was written")
      let head = try await journal.append(
        EntryBuilder.command(2),
        expecting: Position(1),
        at: opening
      )
      try require(head.position == Position(2), "a conflict does not stop the journal")
    },
    JournalContract("a batch that breaks the law of entries is refused") { journal in
      for (why, batch) in unlawful {
        do {
          try await requireFailure(.invalidBatch) {
            try await journal.append(batch, expecting: .start, at: opening)
          }
        } catch let breach as ContractBreach {
          throw ContractBreach(description: "\(why): \(breach)")
        }
      }
      try require(try await journal.head() == .empty, "nothing was written")
    },
  ]

  private static let unlawful: [(why: String, batch: [NewEntry])] = {
    let whole = EntryBuilder.command(1, events: 3)
    let word = Layout("Claim Lines", version: 1)
    let zero = Layout("claim-lines", version: 0)
    return [
      ("an incomplete command", Array(whole.prefix(2))),
      ("a command without its begin", Array(whole.suffix(2))),
      ("a command with a gap", [whole[0], whole[2]]),
      ("two commands through each other", [whole[0]] + EntryBuilder.command(2) + whole[1...]),
      ("a command twice", EntryBuilder.command(3) + EntryBuilder.command(3)),
      ("an empty body", EntryBuilder.command(1, body: [])),
      ("a body of 17 MiB", EntryBuilder.command(1, body: Array(repeating: 0x20, count: 17 << 20))),
      (
        "a layout that is no word",
        EntryBuilder.command(1, attachments: [NewAttachment(layout: word, bytes: [])])
      ),
      (
        "a layout version 0",
        EntryBuilder.command(1, attachments: [NewAttachment(layout: zero, bytes: [])])
      ),
      ("an actor that is empty", [odd(actor: "")]),
      ("an actor with a line end", [odd(actor: "a\nb")]),
      ("an event name in capitals", [odd(event: "Allocation.Issued")]),
      ("event version 0", [odd(version: 0)]),
    ]
  }()

  private static func odd(
    actor: String = "intake",
    event: String = "allocation.issued",
    version: UInt16 = 1
  ) -> NewEntry {
    NewEntry(
      knownOn: CivilDate(dayNumber: 20_454),
      actor: actor,
      command: CommandStamp(
        key: EntryBuilder.digest(1),
        body: EntryBuilder.digest(2),
        index: 1,
        count: 1
      ),
      event: event,
      eventVersion: version,
      body: [0x7B, 0x7D]
    )
  }
}

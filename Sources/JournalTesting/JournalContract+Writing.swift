import Generators
import Journal
import Quantities

extension JournalContract {
  static let writing: [JournalContract] = [
    JournalContract("a new journal is empty") { journal in
      try require(try await journal.head() == .empty, "the head of a new journal is .empty")
      try require(try await all(of: journal).isEmpty, "a new journal has no entries")
      try require(try await journal.entry(at: Position(1)) == nil, "there is no entry 1")
    },
    JournalContract("positions count from 1 and go on over batches") { journal in
      var head = try await journal.append(
        EntryBuilder.command(1, events: 3),
        expecting: .start,
        at: opening
      )
      try require(head.position == Position(3), "three entries end at position 3")
      head = try await journal.append(
        EntryBuilder.command(2),
        expecting: head.position,
        at: opening
      )
      let positions = try await all(of: journal).map(\.position.rawValue)
      try require(positions == [1, 2, 3, 4], "positions are \(positions)")
      try require(try await journal.head() == head, "append returns the head that head() gives")
    },
    JournalContract("what was written is read back, byte for byte") { journal in
      var builder = EntryBuilder(seed: 7)
      let batch = builder.batch(commands: 60)
      try await journal.append(batch, expecting: .start, at: opening)
      for (new, stored) in zip(batch, try await all(of: journal)) {
        try require(stored.body == new.body, "the body of entry \(stored.position)")
        try require(stored.actor == new.actor, "the actor of entry \(stored.position)")
        try require(stored.event == new.event, "the event of entry \(stored.position)")
        try require(stored.eventVersion == new.eventVersion, "its version")
        try require(stored.command == new.command, "the command of entry \(stored.position)")
        try require(
          stored.attachments.map(\.bytes) == new.attachments.map(\.bytes)
            && stored.attachments.map(\.layout) == new.attachments.map(\.layout),
          "the attachments of entry \(stored.position)"
        )
      }
    },
    JournalContract("an empty batch writes nothing and gives the head") { journal in
      let head = try await journal.append(EntryBuilder.command(1), expecting: .start, at: opening)
      let same = try await journal.append([], expecting: head.position, at: opening)
      try require(same == head, "the head stays")
    },
    JournalContract("an attachment of 20 MB comes back whole") { journal in
      var generator = SeededGenerator(seed: 3)
      let some = generator.bytes(1 << 16)
      let big = Array(repeatElement(some, count: 305).joined())
      let layout = Layout("claim-lines", version: 2)
      try await journal.append(
        EntryBuilder.command(1, attachments: [NewAttachment(layout: layout, bytes: big)]),
        expecting: .start,
        at: opening
      )
      let stored = try await journal.entry(at: Position(1))?.attachments.first
      try require(stored?.bytes == big && stored?.layout == layout, "the attachment is the same")
    },
    JournalContract("cancelling the caller does not undo a write") { journal in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await journal.append(EntryBuilder.command(1), expecting: .start, at: opening)
      }
      let head = try await task.value
      try require(head.position == Position(1), "the append of a cancelled task is done")
      try require(try await journal.head() == head, "and it stands")
    },
  ]
}

import Journal
import Quantities

extension JournalContract {
  static let reading: [JournalContract] = [
    JournalContract("reading after a position gives what follows it, at most the limit") {
      journal in
      try await journal.append(
        EntryBuilder.command(1, events: 10),
        expecting: .start,
        at: opening
      )
      let some = try await journal.read(after: Position(4), limit: 3).map(\.position.rawValue)
      try require(some == [5, 6, 7], "read gave \(some)")
      try require(try await journal.read(after: Position(10), limit: 5).isEmpty, "end is empty")
      try require(try await journal.read(after: Position(99), limit: 5).isEmpty, "behind it too")
      try require(try await journal.read(after: .start, limit: 0).isEmpty, "limit 0 gives none")
      try require(try await journal.entry(at: Position(7))?.position == Position(7), "entry 7")
      try require(try await journal.entry(at: .start) == nil, "there is no entry 0")
    },
    JournalContract("a scan stops where it is told") { journal in
      try await journal.append(
        EntryBuilder.command(1, events: 25),
        expecting: .start,
        at: opening
      )
      var seen: [Int64] = []
      try await journal.scan(after: Position(3), through: Position(9), stretch: 2) {
        seen.append($0.position.rawValue)
        return true
      }
      try require(seen == [4, 5, 6, 7, 8, 9], "seen \(seen)")
      seen = []
      try await journal.scan(stretch: 4) {
        seen.append($0.position.rawValue)
        return seen.count < 6
      }
      try require(seen == [1, 2, 3, 4, 5, 6], "seen \(seen)")
    },
    JournalContract("the entries of a command are found from any of them") { journal in
      try await journal.append(
        EntryBuilder.command(1, events: 2) + EntryBuilder.command(2, events: 3),
        expecting: .start,
        at: opening
      )
      for position in Int64(3)...5 {
        let found = try await journal.command(at: Position(position))
        try require(found.map(\.position.rawValue) == [3, 4, 5], "the entries of command 2")
      }
      try require(try await journal.command(at: Position(6)).isEmpty, "no entry, no command")
      try require(try await journal.command(at: .start).isEmpty, "before the first there is none")
    },
  ]
}

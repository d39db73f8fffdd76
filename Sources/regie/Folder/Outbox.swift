import Exchange
import Journal
import JournalSQLite
import Rules

/// Writes answers as files, each whole and durable, and knows up to where that was done.
struct Outbox {
  let folder: DataFolder
  let replies: String

  /// Makes the folder for answers when it is not there.
  func prepare() throws {
    try DurableText.makeFolder(replies)
  }

  /// Writes an answer; the same answer again changes nothing.
  func write(_ reply: ReplyFile) throws {
    let path = replies + "/" + reply.name
    if let present = try DurableText.read(path), present == reply.bytes { return }
    try DurableText.replace(path, with: reply.bytes)
  }

  /// The last entry whose answer is known to be written.
  func mark() throws -> Position {
    guard let bytes = try DurableText.read(folder.outboxPath),
      let position = Int64(String(decoding: bytes, as: UTF8.self)), position >= 0
    else { return .start }
    return Position(position)
  }

  /// Notes that all answers up to an entry are written.
  func setMark(_ position: Position) throws {
    try DurableText.replace(folder.outboxPath, with: Array(position.description.utf8))
  }

  /// Writes the answers that a stop of the program left unwritten.
  func writeMissing(_ region: OpenRegion, _ intake: MessageIntake) async throws {
    var position = try mark()
    var command: [Entry] = []
    var last = position
    while true {
      let entries = try await region.journal.read(after: position, limit: 500)
      guard let end = entries.last else { break }
      for entry in entries {
        command.append(entry)
        guard entry.command.index == entry.command.count else { continue }
        let moment = MessageIntake.Moment(today: Clock.today, now: Clock.now)
        if let reply = try await intake.missingReply(command, at: moment) { try write(reply) }
        last = entry.position
        command = []
        try await region.heads.goOn()
      }
      position = end.position
    }
    if last > (try mark()) { try setMark(last) }
  }
}

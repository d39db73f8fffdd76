package import Journal
package import Quantities

/// Who asks, under which key, on which day.
package struct CommandContext: Sendable {
  /// The keyed digest of the command's key: the same command has the same key.
  package let key: Digest
  /// The keyed digest of what was asked, so that a repetition is told from a clash.
  package let body: Digest
  /// A user by pseudonym, or a part of the program.
  package let actor: String
  /// The day of the command: `--today`, or else today in the Netherlands.
  package let today: CivilDate
  /// The moment at which it is written down.
  package let now: Instant

  package init(key: Digest, body: Digest, actor: String, today: CivilDate, now: Instant) {
    self.key = key
    self.body = body
    self.actor = actor
    self.today = today
    self.now = now
  }
}

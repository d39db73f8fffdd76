import Accounts
import ArgumentParser
import Journal
import People
import Quantities
import Rules
import VaultSQLite

extension UserCommand {
  /// Lists the roles that have to be looked at, or notes that one is still right.
  struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List when each role must be reviewed, or note that one is still right."
    )

    @Flag(help: "Only the roles whose review is overdue.") var overdue = false
    @Option(help: "The number of a role that was looked at and is right.") var right: Int64?
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let (reviews, today) = try await UserRun.perform(options, day) { run in
        if let right {
          try await run.store.review(assignment: right, by: .commandLine, at: run.now)
        }
        return (try await run.store.reviews(on: run.now.today), run.now.today)
      }
      for review in reviews where !overdue || review.isOverdue(on: today) { tell(review, today) }
    }

    private func tell(_ review: RoleReview, _ today: CivilDate) {
      let isOverdue = review.isOverdue(on: today)
      guard !output.json else {
        Console.line(
          JSONWriter.object { json in
            json.field("signInName", review.user.signInName)
            json.field("number", review.role.number)
            json.field("role", review.role.role.rawValue)
            json.field("privileged", review.role.role.isPrivileged)
            json.field("last", ifPresent: review.last?.description)
            json.field("due", review.due.description)
            json.field("overdue", isOverdue)
          }
        )
        return
      }
      let standing =
        isOverdue ? BilingualText("te laat", "overdue") : BilingualText("op tijd", "in time")
      let cells = [
        "\(review.role.number)", review.user.signInName, review.role.role.name[output.lang],
        review.due.description, standing[output.lang],
      ]
      Console.line(cells.joined(separator: "\t"))
    }
  }

  /// Checks the chain of security events.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the security events: each against the one before it, and none missing."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let end = try await UserRun.perform(options, day) { try await $0.store.verifyEvents() }
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("events", end.count)
            json.field("hash", end.hash.description)
          }
        )
      } else {
        Console.line(
          BilingualText(
            "De beveiligingsgebeurtenissen zijn gaaf: \(end.count), einde \(end.hash).",
            "The security events are intact: \(end.count), end \(end.hash)."
          )
        )
      }
    }
  }

  /// Takes accounts of a backup as they are.
  struct Take: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take the accounts of a restored backup as they are; review the roles afterwards."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let end = try await UserRun.perform(options, day, isTaken: true) {
        try await $0.store.verifyEvents()
      }
      if output.json {
        Console.line(JSONWriter.object { $0.field("events", end.count) })
      } else {
        Console.line(
          BilingualText(
            "De accounts zijn aangenomen zoals ze zijn. Loop de rollen na met regie user review.",
            "The accounts were taken as they are. Go through the roles with regie user review."
          )
        )
      }
    }
  }
}

import Accounts
import ArgumentParser
import Journal
import People
import Quantities
import Rules

/// The users of a region.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "The users of a region: add, list, invite, disable, their roles and reviews.",
    subcommands: [
      Add.self, List.self, Invite.self, Disable.self, Enable.self, Roles.self, Review.self,
      Verify.self, Take.self,
    ]
  )

  /// Adds a user and prints the one-time code with which he or she begins.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a user and print a one-time invitation code; no password is set or shown."
    )

    @Argument(help: "The name to sign in with.") var signInName: String
    @Option(help: "The name on the screen.") var name: String
    @OptionGroup var role: RoleOptions
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      try await UserRun.perform(options, day) { run in
        let request = try role.request(on: run.now.today)
        // A role that cannot be given leaves no user behind.
        try request.map { try $0.validate() }
        let added = try await run.store.addUser(
          signInName: signInName,
          displayName: name,
          by: .commandLine,
          at: run.now
        )
        let proposal: Int64?
        if let request {
          proposal = try await run.change(.give(request), of: added.user)
        } else {
          proposal = nil
        }
        tell(added.user, added.invitation, request, proposal)
      }
    }

    private func tell(
      _ user: UserKey,
      _ code: String,
      _ request: RoleRequest?,
      _ proposal: Int64?
    ) {
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("user", user.description)
            json.field("signInName", signInName)
            json.field("invitation", code)
            json.field("proposal", ifPresent: proposal)
          }
        )
        return
      }
      Console.line(UserRun.invitation(code, signInName))
      if request != nil { Console.line(UserRun.outcome(proposal)) }
    }
  }

  /// Lists the users with their roles.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the users and their roles.")

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let (users, today) = try await UserRun.perform(options, day) { run in
        (try await run.store.users(), run.now.today)
      }
      for user in users {
        output.json ? Console.line(UserWords.json(user)) : UserWords.tell(user, today, output.lang)
      }
    }
  }

  /// Prints a new one-time code for a user who lost the password.
  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a new one-time code; the second factor stays."
    )

    @Argument(help: "The name to sign in with.") var signInName: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let code = try await UserRun.perform(options, day) { run in
        let user = try await run.store.user(named: signInName)
        return try await run.store.invite(user.key, by: .commandLine, at: run.now)
      }
      if output.json {
        Console.line(JSONWriter.object { $0.field("invitation", code) })
      } else {
        Console.line(UserRun.invitation(code, signInName))
      }
    }
  }

  /// Takes an account out of use.
  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take an account out of use; its sessions end at once."
    )

    @Argument(help: "The name to sign in with.") var signInName: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      try await UserWords.setDisabled(true, signInName, options, output, day)
    }
  }

  /// Takes an account into use again.
  struct Enable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take an account into use again."
    )

    @Argument(help: "The name to sign in with.") var signInName: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      try await UserWords.setDisabled(false, signInName, options, output, day)
    }
  }

  /// Gives or ends a role.
  struct Roles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a role, or end one; from the second administrator on this is a proposal."
    )

    @Argument(help: "The name to sign in with.") var signInName: String
    @OptionGroup var role: RoleOptions
    @Option(help: "The number of a role to end, as user list shows it.") var end: Int64?
    @Option(help: "The last day of the role that ends; by default yesterday, so at once.")
    var last: String?
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func validate() throws {
      guard (role.role == nil) != (end == nil) else {
        throw ValidationError("Give either --role or --end.")
      }
    }

    func run() async throws {
      let proposal = try await UserRun.perform(options, day) { run in
        let user = try await run.store.user(named: signInName)
        return try await run.change(change(on: run.now.today), of: user.key)
      }
      if output.json {
        Console.line(JSONWriter.object { $0.field("proposal", ifPresent: proposal) })
      } else {
        Console.line(UserRun.outcome(proposal))
      }
    }

    private func change(on today: CivilDate) throws -> RightsChange {
      if let request = try role.request(on: today) { return .give(request) }
      let last = try last.map { try OptionValue.date($0, "--last") } ?? today.adding(days: -1)
      return .end(assignment: end ?? 0, last: last)
    }
  }
}

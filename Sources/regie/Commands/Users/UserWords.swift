import Accounts
import Journal
import People
import Quantities
import Rules

/// What the commands on users say.
enum UserWords {
  /// A user as an object.
  static func json(_ user: User) -> [UInt8] {
    JSONWriter.object { json in
      json.field("user", user.key.description)
      json.field("signInName", user.signInName)
      json.field("name", user.displayName)
      json.field("disabled", user.isDisabled)
      json.field("password", user.hasPassword)
      json.field("secondFactor", user.hasSecondFactor)
      json.array("roles") { json in
        for role in user.assignments {
          json.object { json in
            json.field("number", role.number)
            json.field("role", role.role.rawValue)
            json.field("reach", role.reach.description)
            json.field("from", role.period.first.description)
            json.field("through", ifPresent: role.period.last?.description)
          }
        }
      }
    }
  }

  /// A user and the roles of a day, a line each.
  static func tell(_ user: User, _ today: CivilDate, _ language: Language) {
    let state =
      user.isDisabled
      ? BilingualText("uitgeschakeld", "disabled")
      : user.hasPassword && user.hasSecondFactor
        ? BilingualText("in gebruik", "in use") : BilingualText("uitgenodigd", "invited")
    Console.line([user.signInName, user.displayName, state[language]].joined(separator: "\t"))
    for role in user.assignments where role.period.last.map({ $0 >= today }) ?? true {
      let period = "\(role.period.first) - \(role.period.last?.description ?? "")"
      let cells = [
        "  \(role.number)", role.role.name[language], role.reach.text[language], period,
      ]
      Console.line(cells.joined(separator: "\t"))
    }
  }

  /// Takes an account out of use, or into use again, and says so.
  static func setDisabled(
    _ isDisabled: Bool,
    _ name: String,
    _ options: FolderOptions,
    _ output: OutputOptions,
    _ day: DayOptions
  ) async throws {
    try await UserRun.perform(options, day) { run in
      let user = try await run.store.user(named: name)
      try await run.store.setDisabled(isDisabled, user.key, by: .commandLine, at: run.now)
    }
    if output.json {
      Console.line(JSONWriter.object { $0.field("disabled", isDisabled) })
    } else if isDisabled {
      Console.line(
        BilingualText(
          "\(name) is uitgeschakeld; alle sessies zijn beëindigd.",
          "\(name) is disabled; all sessions have ended."
        )
      )
    } else {
      Console.line(BilingualText("\(name) is weer in gebruik.", "\(name) is in use again."))
    }
  }
}

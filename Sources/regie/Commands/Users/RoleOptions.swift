import Accounts
import ArgumentParser
import Quantities
import Rules

/// A role and the part of the region for which it is given.
struct RoleOptions: ParsableArguments {
  @Option(help: "A role, such as administrator, backOfficeOfficer or councilMember.")
  var role: String?

  @Option(help: "A municipality for the role: four digits. May be repeated.")
  var municipality: [String] = []

  @Option(help: "The provider for the role: the KvK number, eight digits.")
  var provider: String?

  @Option(help: "The first day of the role (yyyy-mm-dd); by default today.")
  var from: String?

  @Option(help: "The last day of the role; by default none.")
  var through: String?

  /// The role that is asked for; nil when none is named.
  func request(on today: CivilDate) throws -> RoleRequest? {
    guard let role else { return nil }
    guard let known = Role(rawValue: role) else { throw Self.unknown(role) }
    return RoleRequest(
      known,
      try reach(),
      from: try from.map { try OptionValue.date($0, "--from") } ?? today,
      through: try through.map { try OptionValue.date($0, "--through") }
    )
  }

  private func reach() throws -> Reach {
    if let provider { return .provider(try OptionValue.chamber(provider)) }
    let codes = try municipality.map { try OptionValue.municipality($0) }
    return codes.isEmpty ? .region : .municipalities(Set(codes))
  }

  private static func unknown(_ text: String) -> ProgramFailure {
    let names = Role.allCases.map(\.rawValue).joined(separator: ", ")
    return ProgramFailure(
      Status.usage,
      "account.noRole",
      BilingualText(
        "De rol \(text) bestaat niet. Kies uit: \(names).",
        "There is no role \(text). Choose from: \(names)."
      )
    )
  }
}

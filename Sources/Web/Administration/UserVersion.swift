import Accounts
import Quantities

/// What a page showed of a user's rights, carried along in its forms.
///
/// When the rights changed since, nothing is done and both versions are shown; the text itself says
/// what was seen, so nothing has to be kept on the server.
struct UserVersion: Hashable {
  let isDisabled: Bool
  let roles: [Role]

  struct Role: Hashable {
    let number: Int64
    let role: Accounts.Role
    let reach: Reach
    let first: CivilDate
    let last: CivilDate?
  }

  init(_ user: User) {
    isDisabled = user.isDisabled
    roles = user.assignments.map {
      Role(
        number: $0.number,
        role: $0.role,
        reach: $0.reach,
        first: $0.period.first,
        last: $0.period.last
      )
    }
  }

  /// As a hidden field: `in-use|1;controller;region;2026-01-01;`.
  var text: String {
    ([isDisabled ? "disabled" : "in-use"]
      + roles.map { role in
        [
          "\(role.number)", role.role.rawValue, "\(role.reach)", "\(role.first)",
          role.last?.description ?? "",
        ].joined(separator: ";")
      }).joined(separator: "|")
  }

  /// Reads a hidden field; nil for anything that is none of ours.
  init?(_ text: String?) {
    guard let parts = text?.split(separator: "|"), let state = parts.first,
      ["disabled", "in-use"].contains(state)
    else { return nil }
    isDisabled = state == "disabled"
    var roles: [Role] = []
    for part in parts.dropFirst() {
      let cells = part.split(separator: ";", omittingEmptySubsequences: false)
      guard cells.count == 5, let number = Int64(cells[0]),
        let role = Accounts.Role(rawValue: String(cells[1])),
        let reach = Reach(String(cells[2])), let first = CivilDate(cells[3]),
        cells[4].isEmpty || CivilDate(cells[4]) != nil
      else { return nil }
      roles.append(
        Role(number: number, role: role, reach: reach, first: first, last: CivilDate(cells[4]))
      )
    }
    self.roles = roles
  }

  /// The rights in words, line by line.
  func lines(_ visit: Visit) -> [String] {
    let state =
      isDisabled ? visit.say("uitgeschakeld", "disabled") : visit.say("in gebruik", "in use")
    return [state]
      + roles.map { role in
        let name = visit.say(role.role.name)
        let reach = visit.say(role.reach.text)
        let first = Wording.day(role.first, visit.language)
        let last = role.last.map { Wording.day($0, visit.language) }
        let end = last.map { visit.say(" tot en met \($0)", " through \($0)") } ?? ""
        return visit.say(
          "\(name) voor \(reach), vanaf \(first)\(end)",
          "\(name) for \(reach), from \(first)\(end)"
        )
      }
  }
}

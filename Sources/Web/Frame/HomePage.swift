/// Where a user begins: the first room that is open to the role.
enum HomePage {
  static func reply(_ visit: Visit) -> Reply {
    let first = Navigation(for: visit, at: .home).rooms.first?.address
    return .seeOther(first ?? visit.address(.administration(.ownSessions)))
  }
}

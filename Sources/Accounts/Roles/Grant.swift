/// How exact the figures are that someone gets.
package enum Detail: String, CaseIterable, Hashable, Sendable {
  /// Single lines, under pseudonyms where they are about persons.
  case exact
  /// Figures as they are from 10 persons up, and nothing below.
  case exactFromTen
  /// Figures by the rules for publication: rounded, with second suppression (annex F).
  case published
  /// There is no figure about persons in it.
  case none
}

/// What a role may have of one right: in which part of the region, and how exact.
package struct Grant: Hashable, Sendable {
  package let right: Right
  package let reach: Reach
  package let detail: Detail

  package init(right: Right, reach: Reach, detail: Detail) {
    self.right = right
    self.reach = reach
    self.detail = detail
  }
}

/// Who asks: a user in one of the roles that he or she was given.
///
/// A user with several roles acts in one of them at a time and changes openly (AU-10), because
/// rights from two roles added up are more than either role was given.
package struct Principal: Hashable, Sendable {
  package let user: UserKey
  package let role: Role
  package let reach: Reach

  package init(user: UserKey, role: Role, reach: Reach) {
    self.user = user
    self.role = role
    self.reach = reach
  }
}

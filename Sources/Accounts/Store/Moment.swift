package import Quantities

/// When something is asked: the moment, and the day in the Netherlands on which rights are judged.
package struct Moment: Hashable, Sendable {
  package let instant: Instant
  package let today: CivilDate

  package init(_ instant: Instant, today: CivilDate) {
    self.instant = instant
    self.today = today
  }

  package var milliseconds: Int64 { instant.milliseconds }

  /// A moment so many milliseconds later, or earlier.
  func adding(_ milliseconds: Int64) -> Instant {
    Self.adding(milliseconds, to: self.milliseconds)
  }

  /// A stored moment and some milliseconds, without overflow.
  static func adding(_ milliseconds: Int64, to stored: Int64) -> Instant {
    let (sum, overflow) = stored.addingReportingOverflow(milliseconds)
    return Instant(milliseconds: overflow ? (milliseconds < 0 ? .min : .max) : sum)
  }
}

/// How long things last, in milliseconds.
enum Term {
  static let minute: Int64 = 60_000
  static let hour = 60 * minute
  static let day = 24 * hour
  /// A session in which nothing happens (AU-11).
  static let idle = 15 * minute
  /// A session from sign-in on, whatever happens (AU-11).
  static let absolute = 10 * hour
  /// An authentication that counts as fresh (AU-12).
  static let fresh = 5 * minute
  /// An invitation (AU-12).
  static let invitation = 24 * hour
  /// The time within which a half sign-in has to be finished.
  static let half = 10 * minute
  /// How long a network stays known after a sign-in; our own choice.
  static let knownNetwork = 30 * day
}

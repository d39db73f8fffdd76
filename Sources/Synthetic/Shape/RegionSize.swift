/// How large a region is made: for the demonstration, or so small that tests take seconds.
package enum RegionSize: String, CaseIterable, Sendable {
  case demonstration
  case small

  /// A number of clients, made smaller.
  func clients(_ count: Int) -> Int { self == .small ? max(4, count / 12) : count }

  /// A number of providers or contracts, made smaller.
  func providers(_ count: Int) -> Int { self == .small ? max(min(count, 2), count / 5) : count }
}

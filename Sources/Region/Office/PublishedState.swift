import Synchronization

/// The durable state of a region, for readers that must never wait for the one who writes.
///
/// The office is an actor and may be deciding on fifty thousand lines; this is a value behind a
/// lock that is held for as long as a copy takes, and a copy only counts references.
package final class PublishedState: Sendable {
  private let box: Mutex<RegionState>

  init(_ state: RegionState) { box = Mutex(state) }

  /// The state at the last append that returned.
  package var state: RegionState { box.withLock { $0 } }

  func publish(_ state: RegionState) { box.withLock { $0 = state } }
}

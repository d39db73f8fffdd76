import Access
package import People
package import Quantities

/// A stretch of support from a start to its stop.
///
/// Delivery is a record for the municipality's oversight and the resident's own contribution; it is
/// no condition for payment (OP364).
///
/// - Dutch term: levering (iWmo 3.2 berichten 305 en 307)
package struct Delivery: Hashable, Sendable {
  package let parties: DeliveryParties
  package let key: StartKey
  package let allocationFrom: CivilDate?
  /// The place in the journal of the message that brought the start.
  package let position: Int64
  package private(set) var stops: [Stop]
  /// The place in the journal of the message that deleted the start.
  package private(set) var deletedAt: Int64?
  /// Whether the message that brought the start was refused: it counts as not sent.
  package private(set) var isAnnulled: Bool

  package init(
    parties: DeliveryParties,
    key: StartKey,
    allocationFrom: CivilDate?,
    position: Int64,
    stops: [Stop] = [],
    deletedAt: Int64? = nil,
    isAnnulled: Bool = false
  ) {
    self.parties = parties
    self.key = key
    self.allocationFrom = allocationFrom
    self.position = position
    self.stops = stops
    self.deletedAt = deletedAt
    self.isAnnulled = isAnnulled
  }

  /// A stop of the delivery.
  package struct Stop: Hashable, Sendable {
    package let reason: StopReason
    package let end: CivilDate
    /// The place in the journal of the message that brought it.
    package let position: Int64
    /// The place in the journal of the message that deleted it.
    package internal(set) var deletedAt: Int64?

    package init(reason: StopReason, end: CivilDate, position: Int64, deletedAt: Int64? = nil) {
      self.reason = reason
      self.end = end
      self.position = position
      self.deletedAt = deletedAt
    }
  }
}

/// How a delivery stands.
///
/// - Dutch term: gestart, tijdelijk gestopt, gestopt (iWmo 3.2, stroom van leveringen)
package enum DeliveryState: String, Hashable, CaseIterable, Sendable {
  case started
  case temporarilyStopped = "temporarily-stopped"
  case stopped
}

extension Delivery: ClientRow {
  package var client: ClientKey { parties.client }
}

extension Delivery {
  /// Whether the start still stands: neither deleted nor annulled.
  package var isLive: Bool { deletedAt == nil && !isAnnulled }

  /// The stops that still stand, in the order in which they became known.
  package var liveStops: [Stop] { stops.filter { $0.deletedAt == nil } }

  /// How the delivery stands; a final stop outweighs a temporary one.
  package var state: DeliveryState {
    let stops = liveStops
    if stops.contains(where: { $0.reason != .temporary }) { return .stopped }
    return stops.isEmpty ? .started : .temporarilyStopped
  }

  /// The last day of support; nil as long as it goes on.
  package var end: CivilDate? { liveStops.map(\.end).max() }
}

// MARK: - Taking in and taking back

extension Delivery {
  mutating func delete(position: Int64) { deletedAt = position }

  mutating func add(_ stop: Stop) { stops.append(stop) }

  /// Marks the standing stop with a reason and day as deleted.
  mutating func deleteStop(_ reason: StopReason, _ end: CivilDate, position: Int64) {
    let place = stops.firstIndex { stop in
      stop.deletedAt == nil && stop.reason == reason && stop.end == end
    }
    if let place { stops[place].deletedAt = position }
  }

  /// Takes back what came with a message: what it brought goes, what it deleted stands again.
  mutating func annul(position: Int64) {
    if self.position == position { isAnnulled = true }
    if deletedAt == position { deletedAt = nil }
    stops.removeAll { $0.position == position }
    for place in stops.indices where stops[place].deletedAt == position {
      stops[place].deletedAt = nil
    }
  }

  /// Whether a message brought or deleted the start or a stop of it.
  func came(with position: Int64) -> Bool {
    if isAnnulled { return false }
    return self.position == position || deletedAt == position
      || stops.contains { $0.position == position || $0.deletedAt == position }
  }
}

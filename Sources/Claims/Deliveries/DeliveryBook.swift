import Access
package import Columns
package import People
import Quantities

/// All starts and stops of a region, found by client.
///
/// A client has few of them, so one chain per client serves every question of the rules.
package struct DeliveryBook: Sendable {
  private var rows: ClientRows<Delivery>

  /// A book without deliveries.
  ///
  /// - Parameter seed: the region's own (see `StableHash`).
  package init(seed: UInt64 = 0) { rows = ClientRows(seed: seed) }
}

// MARK: - Reading

extension DeliveryBook {
  /// The deliveries in the order in which they became known, also the deleted and annulled ones.
  package var all: ChunkedArray<Delivery> { rows.rows }

  /// Whether a start was ever reported for a client, whatever became of it.
  package func knows(client: ClientKey) -> Bool { !rows.places(of: client).isEmpty }

  /// The standing deliveries of a client by a provider for a municipality.
  package func deliveries(of parties: DeliveryParties) -> [Delivery] {
    livePlaces(of: parties).map { rows.rows[$0] }
  }

  /// The standing deliveries of the same allocated support, whatever their days.
  package func deliveries(of parties: DeliveryParties, like key: StartKey) -> [Delivery] {
    deliveries(of: parties).filter { $0.key.isSameSupport(as: key) }
  }

  /// How the support on an allocation stands; nil when it never started.
  package func state(of parties: DeliveryParties, on number: Int64) -> DeliveryState? {
    let deliveries = deliveries(of: parties).filter { $0.key.number == number }
    return deliveries.first { $0.state == .started }?.state ?? deliveries.last?.state
  }

  /// The standing delivery with a key.
  package func find(_ key: StartKey, of parties: DeliveryParties) -> Delivery? {
    place(of: key, parties).map { rows.rows[$0] }
  }

  private func livePlaces(of parties: DeliveryParties) -> [Int] {
    rows.places(of: parties.client).filter { place in
      rows.rows[place].isLive && rows.rows[place].parties == parties
    }
  }

  private func place(of key: StartKey, _ parties: DeliveryParties) -> Int? {
    livePlaces(of: parties).last { rows.rows[$0].key == key }
  }
}

// MARK: - Changing

extension DeliveryBook {
  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  ///
  /// The position is that of the first entry of the message, the same for all events of one
  /// message, so that the message can be annulled as a whole.
  package mutating func evolve(_ event: DeliveryEvent, at position: Int64) {
    switch event {
    case .started(let parties, let key, let allocationFrom):
      guard place(of: key, parties) == nil else { return }
      _ = rows.append(
        Delivery(parties: parties, key: key, allocationFrom: allocationFrom, position: position)
      )
    case .startDeleted(let parties, let key):
      guard let place = place(of: key, parties) else { return }
      rows.rows[place].delete(position: position)
    case .stopped(let parties, let key):
      guard let place = place(of: key.start, parties) else { return }
      rows.rows[place].add(Delivery.Stop(reason: key.reason, end: key.end, position: position))
    case .stopDeleted(let parties, let key):
      guard let place = place(of: key.start, parties) else { return }
      rows.rows[place].deleteStop(key.reason, key.end, position: position)
    case .annulled(let message):
      annul(position: message)
    }
  }

  /// Adds a delivery as a snapshot holds it.
  mutating func restore(_ delivery: Delivery) { _ = rows.append(delivery) }

  /// Takes back everything that came with the message at a position.
  package mutating func annul(position: Int64) {
    for place in 0..<rows.count where rows.rows[place].came(with: position) {
      rows.rows[place].annul(position: position)
    }
  }

  /// What happens when the other side refuses a message of ours: what it brought is taken back.
  ///
  /// Gives no events when nothing of the message stands any more.
  package func annulment(of message: Int64) -> [DeliveryEvent] {
    rows.rows.contains { $0.came(with: message) } ? [.annulled(message: message)] : []
  }
}

package import People

/// What the region knows of allocations and requests.
package struct AccessState: Sendable {
  package private(set) var allocations: AllocationBook
  package private(set) var requests: RequestBook

  /// Knows nothing yet.
  ///
  /// - Parameter seed: the region's own, because the keys come from others.
  package init(seed: UInt64 = 0) {
    allocations = AllocationBook(seed: seed)
    requests = RequestBook(seed: seed)
  }

  init(allocations: AllocationBook, requests: RequestBook) {
    self.allocations = allocations
    self.requests = requests
  }

  /// Whether anything was ever allocated to or asked for a client.
  package func knows(client: ClientKey) -> Bool {
    allocations.knows(client: client) || requests.knows(client: client)
  }
}

extension AccessState {
  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  ///
  /// The position is that of the first entry of the message, the same for all events of one
  /// message, so that the message can be annulled as a whole.
  package mutating func evolve(_ event: AccessEvent, at position: Int64) {
    switch event {
    case .allocationRecorded(let entry): record(entry, position: position)
    case .allocationTakenOver(let entry):
      record(entry, position: position, isTakenOver: true)
    case .allocationsAnnulled(let message):
      allocations.annul(position: message)
    case .requestReceived(let request):
      requests.record(request, position: position)
    case .requestAnswered(let answer):
      requests.note(
        .answered(answer.answer),
        reference: answer.reference,
        provider: answer.provider,
        position: position
      )
    case .requestHonoured(let entry):
      requests.note(
        .honoured(entry.allocations),
        reference: entry.reference,
        provider: entry.provider,
        position: position
      )
    case .requestsAnnulled(let message):
      requests.annul(position: message)
    }
  }

  private mutating func record(
    _ entry: AllocationRecorded,
    position: Int64,
    isTakenOver: Bool = false
  ) {
    allocations.record(
      entry.product,
      of: entry.client,
      with: entry.provider,
      in: entry.municipality,
      position: position,
      isTakenOver: isTakenOver
    )
  }

  /// What happens when the other side refuses a message of ours: what it brought is taken back.
  ///
  /// - Parameter message: the place in the journal of the first entry of the message.
  /// - Returns: no events when nothing of the message stands any more.
  package func annulment(of message: Int64) -> [AccessEvent] {
    var events: [AccessEvent] = []
    if allocations.holdsAnything(from: message) {
      events.append(.allocationsAnnulled(message: message))
    }
    if requests.holdsAnything(from: message) { events.append(.requestsAnnulled(message: message)) }
    return events
  }
}

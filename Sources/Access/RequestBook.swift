package import Columns
import Journal
package import People
package import Quantities

/// All requests of a region, found by the provider's reference and by client.
package struct RequestBook: Sendable {
  private var rows: ClientRows<RequestRecord>
  private var byReference = HashIndex()

  /// A book without requests.
  ///
  /// - Parameter seed: the region's own, because references come from others (see `StableHash`).
  package init(seed: UInt64 = 0) { rows = ClientRows(seed: seed) }
}

// MARK: - Reading

extension RequestBook {
  /// The requests in the order in which they became known, the annulled ones too.
  package var records: ChunkedArray<RequestRecord> { rows.rows }

  /// The request with a reference, which is unique for the provider.
  package func find(reference: String, provider: ProviderCode) -> RequestRecord? {
    place(reference, provider).map { rows.rows[$0] }
  }

  /// The requests of a client by a provider, in the order in which they became known.
  package func requests(of client: ClientKey, by provider: ProviderCode) -> [RequestRecord] {
    rows.places(of: client).lazy.map { rows.rows[$0] }
      .filter { !$0.isAnnulled && $0.request.provider == provider }
  }

  /// The first request of a client by a provider that is not yet decided (TR374).
  package func openRequest(of client: ClientKey, by provider: ProviderCode) -> RequestRecord? {
    requests(of: client, by: provider).first { $0.state.isOpen }
  }

  /// Whether the client was ever the subject of a request.
  package func knows(client: ClientKey) -> Bool {
    rows.places(of: client).contains { !rows.rows[$0].isAnnulled }
  }

  private func place(_ reference: String, _ provider: ProviderCode) -> Int? {
    let place = anyPlace(reference, provider)
    return place.flatMap { rows.rows[$0].isAnnulled ? nil : $0 }
  }

  private func anyPlace(_ reference: String, _ provider: ProviderCode) -> Int? {
    byReference.find(hash: hash(reference, provider)) { place in
      let request = rows.rows[place].request
      return request.reference == reference && request.provider == provider
    }
  }

  private func hash(_ reference: String, _ provider: ProviderCode) -> UInt64 {
    var hash = StableHash(seed: rows.seed)
    // The journal keeps texts in normal form C, so a book read back from it would hash otherwise.
    hash.combine(NormalForm.normalized(reference))
    hash.combine(UInt64(provider.number))
    return hash.value
  }
}

// MARK: - Changing

extension RequestBook {
  /// Takes in a request; one under a reference that is in use changes nothing.
  package mutating func record(_ request: SupportRequest, position: Int64) {
    _ = restore(RequestRecord(request, position: position))
  }

  /// Adds a request unless another one stands under its reference.
  ///
  /// - Returns: whether it was added.
  mutating func restore(_ record: RequestRecord) -> Bool {
    let request = record.request
    let known = anyPlace(request.reference, request.provider)
    if let known, !rows.rows[known].isAnnulled { return false }
    let hash = hash(request.reference, request.provider)
    let place = rows.append(record)
    if let known {
      _ = byReference.replace(hash: hash, with: place) { $0 == known }
    } else {
      byReference.insert(hash: hash, value: place)
    }
    return true
  }

  /// Notes what a municipality did with a request; for an unknown one it changes nothing.
  package mutating func note(
    _ kind: RequestRecord.Step.Kind,
    reference: String,
    provider: ProviderCode,
    position: Int64
  ) {
    guard let place = place(reference, provider) else { return }
    rows.rows[place].add(kind, position: position)
  }

  /// Takes back everything that came with the message at a position.
  package mutating func annul(position: Int64) {
    for place in 0..<rows.count where rows.rows[place].came(with: position) {
      rows.rows[place].annul(position: position)
    }
  }

  /// Whether a message brought anything that still stands.
  package func holdsAnything(from position: Int64) -> Bool {
    rows.rows.contains { $0.came(with: position) }
  }
}

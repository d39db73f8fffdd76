package import Columns
package import People

/// A row that is about one client.
package protocol ClientRow: Sendable {
  /// Whom the row is about.
  var client: ClientKey { get }
}

extension Allocation: ClientRow {}

/// Rows in the order in which they came, found by place and by client.
///
/// The rows of one client are chained through their places, so that a client with many rows costs
/// no more memory than many clients with one. A row is never removed: what was annulled says so
/// itself, and its place is never given away again.
package struct ClientRows<Row: ClientRow>: Sendable {
  /// The rows; the client of a row may not be changed.
  package var rows = ChunkedArray<Row>()
  package let seed: UInt64
  /// The place of the client's row before this one; -1 when there is none.
  private var previous = ChunkedArray<Int32>()
  /// From a client to the last of the rows.
  private var last = HashIndex()

  /// Without rows.
  package init(seed: UInt64 = 0) { self.seed = seed }

  package var count: Int { rows.count }

  /// The places of a client's rows, ascending.
  package func places(of client: ClientKey) -> [Int] {
    guard var place = lastPlace(of: client) else { return [] }
    var places = [place]
    while previous[place] >= 0 {
      place = Int(previous[place])
      places.append(place)
    }
    places.reverse()
    return places
  }

  /// Adds a row at the end.
  ///
  /// - Returns: its place.
  package mutating func append(_ row: Row) -> Int {
    let place = rows.count
    let hash = hash(row.client)
    let before = last.replace(hash: hash, with: place) { rows[$0].client == row.client }
    if before == nil { last.insert(hash: hash, value: place) }
    previous.append(before.map { Int32($0) } ?? -1)
    rows.append(row)
    return place
  }

  private func lastPlace(of client: ClientKey) -> Int? {
    last.find(hash: hash(client)) { rows[$0].client == client }
  }

  private func hash(_ client: ClientKey) -> UInt64 {
    var hash = StableHash(seed: seed)
    hash.combine(client.high)
    hash.combine(client.low)
    return hash.value
  }
}

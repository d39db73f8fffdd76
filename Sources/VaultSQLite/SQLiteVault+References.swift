import Crypto
import Foundation
import GRDB
package import People
import Quantities

// Persons who go by a provider's reference stand in the directory of their scope like all others.
// The number in their slot is a keyed digest of the reference, beyond every citizen number, and the
// reference itself is sealed under the person's key: that is what says whose slot it is. So a
// reference goes with its person when the key is destroyed.
extension SQLiteVault {
  /// In how many places of a directory a reference may stand, when others were there first.
  private static let placeCount: UInt32 = 4

  package func find(
    _ references: [ClientReference],
    in scope: ClientScope
  ) async throws(VaultFailure) -> [ClientKey?] {
    let code = scope.code
    return try await read { db, state in
      let directory = try state.directory(code, db)
      return try references.map { try Self.key(of: $0, in: directory, state, db) }
    }
  }

  private static func key(
    of reference: ClientReference,
    in directory: ClientDirectory,
    _ state: VaultState,
    _ db: Database
  ) throws -> ClientKey? {
    for place in 0..<placeCount {
      let number = state.number(of: reference, scope: directory.scope, place: place)
      guard let key = directory.key(ofStored: number) else { continue }
      let record = try open(RecordName(client: key, purpose: .reference), state, db)
      if record == .bytes(reference.bytes) { return key }
    }
    return nil
  }

  static func insert(
    _ references: [NewReference],
    batch: Int64,
    _ state: VaultState,
    _ db: Database
  ) throws {
    let scopes = Dictionary(grouping: references, by: \.scope.code)
    for scope in scopes.keys.sorted() {
      let persons = scopes[scope] ?? []
      let directory = try state.directory(scope, db)
      for person in persons where try key(of: person.reference, in: directory, state, db) != nil {
        throw VaultFailure(.numberKnown(person.key, person.scope))
      }
      try insert(persons, in: scope, state, db) { person, directory in
        try insert(person, batch: batch, &directory, state, db)
      }
      for person in persons {
        let bytes = person.reference.bytes
        let record = PersonRecord(client: person.key, purpose: .reference, bytes: bytes)
        try insert(record, state, db)
      }
    }
  }

  private static func insert(
    _ person: NewReference,
    batch: Int64,
    _ directory: inout ClientDirectory,
    _ state: VaultState,
    _ db: Database
  ) throws -> Int {
    guard person.key != ClientKey(high: 0, low: 0) else { throw VaultFailure(.zeroClientKey) }
    let scope = directory.scope
    let numbers = (0..<placeCount).map {
      state.number(of: person.reference, scope: scope, place: $0)
    }
    guard let free = numbers.first(where: { directory.key(ofStored: $0) == nil }) else {
      throw VaultFailure(.numberKnown(person.key, person.scope))
    }
    let slot = directory.append(person.key, stored: free)
    let digest = state.digest(of: person.reference, scope: scope)
    try list(person.key, scope: scope, slot: slot, batch: batch, digest: digest, db)
    return slot
  }
}

extension VaultState {
  /// The first number that is no citizen number.
  private static let firstNumber: UInt64 = 1_000_000_000
  /// How many numbers lie beyond the citizen numbers; the last one means a blank slot.
  private static let numberCount = UInt64(UInt32.max) - firstNumber

  /// The number under which a reference may stand in a directory: its first place, its second, ...
  func number(of reference: ClientReference, scope: Int64, place: UInt32) -> UInt32 {
    let digest = digest(of: reference, scope: scope, place: place)
    let word = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return UInt32(Self.firstNumber + word % Self.numberCount)
  }

  /// The digest by which the client table tells references apart within a scope.
  func digest(of reference: ClientReference, scope: Int64) -> Data {
    digest(of: reference, scope: scope, place: .max)
  }

  private func digest(of reference: ClientReference, scope: Int64, place: UInt32) -> Data {
    var bytes: [UInt8] = [DigestPurpose.clientReference.rawValue]
    for shift in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: UInt64(bitPattern: scope) >> (56 - 8 * UInt64(shift))))
    }
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: place >> shift)) }
    bytes += reference.bytes
    return keyed(bytes)
  }
}

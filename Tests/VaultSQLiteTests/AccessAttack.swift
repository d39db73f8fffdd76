import Digests
import Generators
import Journal
import People
import PeopleTesting
import Quantities
import VaultSQLite

/// Access records as an auditor gets them, and the heads that were kept in a second place.
struct ExportedRecords {
  var heads: [SignedAccessHead]
  var records: [StoredAccessRecord]

  var lines: [[UInt8]] { heads.map(\.line) + records.map(AccessExport.line) }

  /// Records out of a seed, with a head after every few of them and one at the end.
  static func make(seed: UInt64, count: Int, signer: HeadSigner) throws -> ExportedRecords {
    var people = TestPeople(seed: seed)
    var exported = ExportedRecords(heads: [], records: [])
    for number in 1...count {
      let keys = people.clients(Int.random(in: 0...3, using: &people.generator)).map(\.key)
      let subjects = keys.sorted().flatMap(\.bytes)
      let record = StoredAccessRecord(
        number: Int64(number),
        at: 1_700_000_000_000 + Int64(number) * 1_000,
        purpose: Int64.random(in: 1...6, using: &people.generator),
        actor: Bool.random(using: &people.generator) ? "messages" : "command-line",
        subjects: subjects,
        hash: .zero
      )
      exported.records.append(record.sealed(after: exported.records.last))
      if number % 7 == 0 || number == count { try exported.sign(with: signer) }
    }
    return exported
  }

  /// Adds a head over the records as they are now.
  mutating func sign(with signer: HeadSigner) throws {
    var tree = MerkleTree(digest: StandardDigest.sha256)
    for record in records { tree.append(record.hash) }
    guard let last = records.last else { return }
    let head = try SignedAccessHead(
      AccessHead(
        number: UInt64(records.count),
        hash: last.hash.bytes,
        root: tree.root.bytes
      ),
      at: Instant(milliseconds: last.at),
      publicKey: signer.publicKey
    ) { try signer.signature(of: $0) }
    if let head { heads.append(head) }
  }

  /// Gives every record from an index on its number and a hash that fits, as a forger would.
  mutating func seal(from index: Int) {
    for place in index..<max(index, records.count) {
      let before = place > 0 ? records[place - 1] : nil
      records[place] = records[place].with(number: place + 1).sealed(after: before)
    }
  }
}

extension StoredAccessRecord {
  /// The same record with the documented hash, made here anew and not by the code under test.
  func sealed(after previous: StoredAccessRecord?) -> StoredAccessRecord {
    var bytes = previous?.hash.bytes ?? [UInt8](repeating: 0, count: 32)
    bytes.appendBigEndian(number)
    bytes.appendBigEndian(at)
    bytes.append(UInt8(truncatingIfNeeded: purpose))
    bytes.appendBigEndian(Int64(actor.utf8.count))
    bytes += Array(actor.utf8)
    bytes.appendBigEndian(Int64(subjects.count / 16))
    bytes += subjects
    return with(hash: StandardDigest.sha256(bytes.span))
  }

  func with(number: Int) -> StoredAccessRecord { copy { $0.number = Int64(number) } }

  /// The values as they can be changed.
  struct Draft {
    var number: Int64
    var at: Int64
    var purpose: Int64
    var actor: String
    var subjects: [UInt8]
    var hash: Digest
  }

  func copy(_ change: (inout Draft) -> Void) -> StoredAccessRecord {
    var draft = Draft(
      number: number,
      at: at,
      purpose: purpose,
      actor: actor,
      subjects: subjects,
      hash: hash
    )
    change(&draft)
    return StoredAccessRecord(
      number: draft.number,
      at: draft.at,
      purpose: draft.purpose,
      actor: draft.actor,
      subjects: draft.subjects,
      hash: draft.hash
    )
  }
}

/// One way to forge exported access records, and the numbers of which one must be named.
struct AccessAttack: CustomStringConvertible {
  static let kindCount = 10

  let kind: String
  let description: String
  let numbers: ClosedRange<UInt64>
  let forged: ExportedRecords

  private init(
    _ kind: String,
    _ numbers: ClosedRange<UInt64>,
    of records: ExportedRecords,
    _ change: (inout ExportedRecords) -> Void
  ) {
    self.kind = kind
    description = "\(kind) at \(numbers)"
    self.numbers = numbers
    var forged = records
    change(&forged)
    self.forged = forged
  }

  static func random(
    on records: ExportedRecords,
    using generator: inout SeededGenerator
  ) -> AccessAttack {
    let count = records.records.count
    let index = Int.random(in: 0..<count, using: &generator)
    let number = UInt64(index) + 1
    let end = UInt64(count)
    switch Int.random(in: 1...kindCount, using: &generator) {
    case 1: return edit(records, index, &generator)
    case 2:
      return AccessAttack("delete", number...number, of: records) { $0.records.remove(at: index) }
    case 3:
      let copy = Int.random(in: 0..<count, using: &generator)
      // Of two that are the same nobody can tell which is the copy.
      let last = copy == index ? number + 1 : number
      return AccessAttack("insert", number...last, of: records) {
        $0.records.insert($0.records[copy].with(number: index + 1), at: index)
      }
    case 4:
      let other = (index + Int.random(in: 1..<count, using: &generator)) % count
      let first = UInt64(min(index, other)) + 1
      return AccessAttack("swap", first...first, of: records) {
        $0.records.swapAt(index, other)
      }
    case 5:
      return AccessAttack("cut", number...number, of: records) {
        $0.records.removeSubrange(index...)
      }
    case 6: return replay(records, index, &generator)
    case 7:
      return AccessAttack("rewrite", number...end, of: records) {
        $0.records[index] = $0.records[index].copy { $0.at += 1 }
        $0.seal(from: index)
      }
    case 8:
      return AccessAttack("close the gap", number...(end + 1), of: records) {
        $0.records.remove(at: index)
        $0.seal(from: index)
      }
    case 9:
      // A whole copy from before: it lacks the later records and the later heads.
      return AccessAttack("old copy", number...number, of: records) {
        $0.records.removeSubrange(index...)
        $0.heads.removeAll { $0.number >= number }
      }
    default: return forgeHead(records, &generator)
    }
  }

  private static func edit(
    _ records: ExportedRecords,
    _ index: Int,
    _ generator: inout SeededGenerator
  ) -> AccessAttack {
    let edit = Int.random(in: 0..<7, using: &generator)
    let bit = UInt64(1) << UInt64.random(in: 0..<60, using: &generator)
    let number = UInt64(index) + 1
    return AccessAttack("edit field \(edit)", number...number, of: records) {
      $0.records[index] = $0.records[index].copy { draft in
        switch edit {
        case 0: draft.at ^= Int64(bit)
        case 1: draft.purpose = draft.purpose % 6 + 1
        case 2: draft.actor = draft.actor == "messages" ? "command-line" : "messages"
        case 3: draft.subjects += [UInt8](repeating: 7, count: 16)
        case 4:
          if draft.subjects.isEmpty { draft.subjects = [UInt8](repeating: 1, count: 16) }
          draft.subjects[Int(bit % UInt64(draft.subjects.count))] ^= 1
        case 5:
          let words = draft.hash.words
          draft.hash = Digest(
            words: .init(words.first ^ bit, words.second, words.third, words.fourth)
          )
        default: draft.purpose += 256
        }
      }
    }
  }

  /// Records from earlier once more, behind or over later ones, with the numbers of that place.
  private static func replay(
    _ records: ExportedRecords,
    _ index: Int,
    _ generator: inout SeededGenerator
  ) -> AccessAttack {
    let count = records.records.count
    let length = Int.random(in: 1...max(1, (count - index) / 2), using: &generator)
    let segment = Array(records.records[index..<min(count, index + length)])
    let place = min(count, index + segment.count)
    let overwrites = Bool.random(using: &generator)
    let numbersAnew = Bool.random(using: &generator)
    let number = UInt64(place) + 1
    return AccessAttack("replay", number...number, of: records) { forged in
      let old =
        numbersAnew
        ? segment.enumerated().map { $1.with(number: place + $0 + 1) } : segment
      let end = overwrites ? min(count, place + segment.count) : place
      forged.records.replaceSubrange(place..<end, with: old)
    }
  }

  private static func forgeHead(
    _ records: ExportedRecords,
    _ generator: inout SeededGenerator
  ) -> AccessAttack {
    let index = Int.random(in: records.heads.indices, using: &generator)
    let head = records.heads[index]
    let other = Digest(words: .init(generator.next(), 2, 3, 4))
    let isRoot = Bool.random(using: &generator)
    return AccessAttack("forge a head", head.number...head.number, of: records) {
      $0.heads[index] = SignedAccessHead(
        number: head.number,
        hash: isRoot ? head.hash : other,
        root: isRoot ? other : head.root,
        signedAt: head.signedAt,
        publicKey: head.publicKey,
        signature: head.signature
      )
    }
  }
}

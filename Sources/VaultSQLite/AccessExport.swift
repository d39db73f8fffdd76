package import Journal
import People

/// The form in which access records leave the region, for whoever verifies them: lines of JSON,
/// first the signed heads and then the records.
///
/// It holds no data of a person: subjects are client keys, and an actor is a pseudonym.
/// `Documentation/AccessRecords.md` tells the form to outsiders.
package enum AccessExport {
  /// One line of an export.
  package enum Line: Hashable, Sendable {
    case head(SignedAccessHead)
    case record(StoredAccessRecord)
  }

  /// The line of a record, without the line end.
  package static func line(_ record: StoredAccessRecord) -> [UInt8] {
    JSONWriter.object { json in
      json.field("number", record.number)
      json.field("at", record.at)
      json.field("purpose", record.purpose)
      json.field("actor", record.actor)
      json.field("subjects", Hexadecimal.text(record.subjects))
      json.field("hash", record.hash.description)
    }
  }

  /// Reads a line of either kind.
  package static func read(_ line: [UInt8]) throws(JSONFailure) -> Line {
    try JSONValue.read(line) { fields throws(JSONFailure) in
      // Only a head names its form; asking for the number first would spoil the order.
      guard line.starts(with: headStart) else { return .record(try record(&fields)) }
      return .head(try SignedAccessHead(&fields))
    }
  }

  private static let headStart = Array(#"{"format""#.utf8)

  private static func record(
    _ fields: inout JSONFields
  ) throws(JSONFailure) -> StoredAccessRecord {
    StoredAccessRecord(
      number: try fields.integer("number"),
      at: try fields.integer("at"),
      purpose: try fields.integer("purpose"),
      actor: try fields.string("actor"),
      subjects: try fields.parsed("subjects", "must be hexadecimal digits") {
        Hexadecimal.bytes($0)
      },
      hash: try fields.parsed("hash", "must be 64 hexadecimal digits") { Digest(hex: $0) }
    )
  }
}

/// Verifies an export line by line; needs nothing but the export and the public key.
package struct AccessExportVerifier: Sendable {
  private let digest: DigestFunction
  private let publicKey: [UInt8]?
  private let signatureCheck: SignatureCheck
  private var heads: [SignedAccessHead]
  private var verifier: AccessVerifier?

  /// Verifies against the heads in the export, and against others that were kept elsewhere.
  package init(
    digest: @escaping DigestFunction,
    kept heads: [SignedAccessHead] = [],
    trusting publicKey: [UInt8]?,
    check: @escaping SignatureCheck
  ) {
    self.digest = digest
    self.heads = heads
    self.publicKey = publicKey
    signatureCheck = check
  }

  /// Judges the next line.
  package mutating func check(line: [UInt8]) {
    switch try? AccessExport.read(line) {
    case .head(let head) where verifier == nil: heads.append(head)
    case .record(let record): withVerifier { $0.check(record) }
    // A head behind the first record stands where a record was due.
    case .head, nil: withVerifier { $0.checkUnreadable() }
    }
  }

  /// Judges the end of the export and gives the result.
  package mutating func finish() -> AccessReport { withVerifier { $0.finish() } }

  private mutating func withVerifier<Result>(
    _ body: (inout AccessVerifier) -> Result
  ) -> Result {
    var current =
      verifier
      ?? AccessVerifier(digest: digest, heads: heads, trusting: publicKey, check: signatureCheck)
    verifier = nil
    defer { verifier = current }
    return body(&current)
  }
}

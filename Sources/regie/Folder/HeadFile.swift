import Digests
import Foundation
import Journal
import People
import Quantities
import VaultSQLite

/// The signed heads of the journal and of the access records, kept beside the data folder and not
/// in it.
struct HeadFile {
  let folder: DataFolder

  /// Signs the end of the journal and adds it to the file; the same end is not added twice.
  func write(_ head: JournalHead, _ vault: SQLiteVault) throws {
    try add(Self.sign(head, vault))
  }

  /// Adds a signed end to the file; the same end is not added twice.
  func add(_ head: SignedHead) throws {
    let kept = try DurableText.read(folder.headPath) ?? []
    let known = (try? SignedHead.heads(inFile: kept)) ?? []
    guard known.last?.position != head.position || known.last?.hash != head.hash else { return }
    try DurableText.replace(folder.headPath, with: kept + head.line + [0x0A])
  }

  /// Signs the end of the journal with the region's own key.
  static func sign(_ head: JournalHead, _ vault: SQLiteVault) throws -> SignedHead {
    let signer = try signer(vault)
    return try SignedHead(
      head,
      publicKey: signer.publicKey,
      sign: { try signer.signature(of: $0) }
    )
  }

  /// Signs the end of the access records and adds it to their file; an end without records is not
  /// written, and the same end is not added twice.
  func write(_ head: AccessHead, _ vault: SQLiteVault) throws {
    guard head.number > 0 else { return }
    let kept = try DurableText.read(folder.accessHeadPath) ?? []
    let known = (try? SignedAccessHead.heads(inFile: kept)) ?? []
    guard known.last?.head != head else { return }
    let signer = try Self.signer(vault)
    let signed = try SignedAccessHead(
      head,
      at: Clock.now,
      publicKey: signer.publicKey,
      sign: { try signer.signature(of: $0) }
    )
    guard let signed else { return }
    try DurableText.replace(folder.accessHeadPath, with: kept + signed.line + [0x0A])
  }

  /// The signer of a region: its seed follows from the region's own key.
  static func signer(_ vault: SQLiteVault) throws -> HeadSigner {
    let seed = vault.keyedDigest(of: Array("journal-head".utf8), for: .signingSeed).bytes
    guard let signer = HeadSigner(seed: seed) else {
      throw ProgramFailure(.signingKey)
    }
    return signer
  }
}

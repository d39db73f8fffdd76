import Commissioning
import Digests
import Foundation
import Journal
import Rules

/// Where the sealed bids of one procedure rest: `DIR/bids/CODE/000001.bid`.
///
/// Named by number, never by who handed them in; which file is whose stands in the journal as the
/// digest of its bytes. A file without an entry, left by a stop between the two, is swept.
struct BidStore {
  let path: String

  /// The largest bid that is taken: 64 MB.
  static let longest = 64 << 20

  init(_ folder: DataFolder, _ procedure: ProcedureCode) {
    path = "\(folder.path)/bids/\(procedure)"
  }
}

extension BidStore {
  /// The files of the folder in order of number.
  private var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".bid") }.sorted()
  }

  /// Keeps sealed bytes; durable on return.
  func keep(_ bytes: [UInt8]) throws {
    try DurableText.makeFolder(path)
    // The folders themselves are names in theirs.
    try DurableText.syncFolder(of: path)
    try DurableText.syncFolder(of: (path as NSString).deletingLastPathComponent)
    let last = files.last.flatMap { Int($0.dropLast(4)) } ?? 0
    let number = "\(last + 1)"
    let name = String(repeating: "0", count: max(0, 6 - number.count)) + number
    try DurableText.replace("\(path)/\(name).bid", with: bytes)
  }

  /// The bytes that the journal speaks of; nil when no file has them.
  func bytes(of bid: SealedBid) throws -> [UInt8]? {
    try find { $0 == bid }?.bytes
  }

  /// Takes away the bytes of a bid that was withdrawn or refused.
  func drop(_ bid: SealedBid) throws {
    guard let found = try find({ $0 == bid }) else { return }
    unlink(found.file)
    try DurableText.syncFolder(of: found.file)
  }

  /// Takes away files that no bid in the journal speaks of.
  func sweep(keeping bids: some Sequence<SealedBid>) throws {
    let known = Set(bids)
    // As a rule there is a file for each, and nothing to read.
    while files.count > known.count, let left = try find({ !known.contains($0) }) {
      unlink(left.file)
      try DurableText.syncFolder(of: left.file)
    }
  }

  private func find(
    _ isMeant: (SealedBid) -> Bool
  ) throws -> (file: String, bytes: [UInt8])? {
    for name in files {
      let file = "\(path)/\(name)"
      guard let bytes = try DurableText.read(file, limit: Self.longest + BidCipher.overhead) else {
        continue
      }
      let bid = SealedBid(digest: StandardDigest.sha256(bytes.span), byteCount: bytes.count)
      if isMeant(bid) { return (file, bytes) }
    }
    return nil
  }
}
